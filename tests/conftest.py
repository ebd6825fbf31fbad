"""What holds for every test: no window system, no GPU. Set before any Qt application is made."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
