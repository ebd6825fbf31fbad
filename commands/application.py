"""Qt's application, in surroundings of our own whatever the session has."""

import os
import sys
from typing import TYPE_CHECKING

from commands import environment

NAME = "Shebao Kiosk"
"""As whoever reads the screen out calls the program."""

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def application() -> "QGuiApplication":
    """The one application, with our input method. Raises SystemExit if Chinese cannot be drawn."""
    environment.clean(os.environ)

    from ui import keyboard

    keyboard.prepare(os.environ)

    from PySide6.QtGui import QGuiApplication

    from ui.fonts import NO_CHINESE, missing_cjk

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    app.setApplicationName(NAME)
    if missing_cjk():
        raise SystemExit(f"kiosk: {NO_CHINESE}")
    return app
