"""What a screen's controls and texts are called by who tests: `./kiosk names`."""
