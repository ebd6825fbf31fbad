"""Puts the dock beside a terminal."""

from pathlib import Path

from PySide6.QtCore import QUrl

from domain.forms.fields import Answers
from kit.demo import Demo
from kit.dock.dock import DockViewModel
from kit.play.eyes import read_codes
from kit.simulators.browser import Browser
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.steps.form import FormViewModel

QML = QUrl.fromLocalFile(Path(__file__).parent / "Dock.qml")


def place(terminal: Terminal, backend: Backend) -> None:
    """Where the world behind the screens is pretended."""
    if isinstance(backend.pretended, Demo):
        terminal.window.show_beside(QML, dock_of(terminal, backend, backend.pretended))


def dock_of(terminal: Terminal, backend: Backend, demo: Demo) -> DockViewModel:
    """What moves a terminal's pretended world, seen or not."""
    shell = terminal.shell

    def fill(answers: Answers) -> bool:
        step = shell.navigation.step
        return isinstance(step, FormViewModel) and step.fill(answers)

    def fill_code(code: str) -> bool:
        step = shell.navigation.step
        if not isinstance(step, FormViewModel):
            return False
        return step.fill({row["key"]: code for row in step.fields if row["kind"] == "code"})

    def see() -> list[str]:
        return read_codes(terminal.window.root.grabWindow())

    parts = backend.parts
    return DockViewModel(
        shell.language, demo, see, fill, fill_code, parts.premises.links, Browser(), parts.worker, shell
    )
