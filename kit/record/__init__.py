"""What is touched in the window becomes a test: `./kiosk record --out test_x.py`."""
