"""Lessons beside a terminal in service: a process of their own, which knows nothing of its store or its keys."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

MAIN = Path(__file__).parent.parent / "main.py"


class Lessons:
    """Begins one over the terminal, as large as that is; while there is one no other begins.

    Where there is a second screen, a class sees it there.
    """

    def __init__(self, size: str, whole: bool, language: str) -> None:
        screen = ["--fullscreen"] if whole else ["--size", size]
        self._command = [str(MAIN), "teach", "--language", language, *screen]
        self._process: QProcess | None = None

    def begin(self) -> None:
        """Returns at once."""
        from PySide6.QtCore import QProcess, QProcessEnvironment
        from PySide6.QtGui import QGuiApplication

        if self.running:
            return
        surroundings = QProcessEnvironment()
        for name, value in os.environ.items():
            if not name.startswith("KIOSK_"):  # whose store and keys they name is none of a lesson's business
                surroundings.insert(name, value)
        self._process = QProcess()
        self._process.setProcessEnvironment(surroundings)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._process.finished.connect(_give_back)
        classroom = ["--classroom"] if len(QGuiApplication.screens()) > 1 else []
        self._process.start(sys.executable, [*self._command, *classroom])

    @property
    def running(self) -> bool:
        """Whether somebody learns now."""
        return self._process is not None and self._process.state() != self._process.ProcessState.NotRunning

    def end(self) -> None:
        """The terminal goes, and with it whoever learns at it."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished()


def _give_back() -> None:
    """Keys are the terminal's again, where there is no window manager that sees to it."""
    from PySide6.QtGui import QGuiApplication

    for window in QGuiApplication.topLevelWindows():
        window.requestActivate()
