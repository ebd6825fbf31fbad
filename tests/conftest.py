"""What holds for every test: no window system, no GPU. Set before any Qt application is made."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from PySide6.QtGui import QGuiApplication

from commands import environment
from ui import keyboard

environment.clean(os.environ)
keyboard.prepare(os.environ)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The screens are Qt Quick: no widgets."""
    return QGuiApplication
