"""Puts the dock beside a terminal."""

from pathlib import Path

from PySide6.QtCore import QUrl

from domain.forms.fields import Answers
from kit.demo import Demo
from kit.dock.dock import DockViewModel
from kit.dock.handset import HandsetViewModel
from kit.dock.people import PeopleViewModel
from kit.play.eyes import read_codes
from kit.simulators.browser import Browser
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.steps.form import FormViewModel

QML = QUrl.fromLocalFile(Path(__file__).parent / "Dock.qml")


def place(terminal: Terminal, backend: Backend) -> None:
    """Where the world behind the screens is pretended."""
    if isinstance(demo := backend.pretended, Demo):
        handset, people = handset_of(terminal, backend, demo), people_of(terminal, demo)
        dock = DockViewModel(terminal.language, demo, handset, people, terminal.shell)
        terminal.window.show_beside(QML, dock)


def handset_of(terminal: Terminal, backend: Backend, demo: Demo) -> HandsetViewModel:
    """A phone that is held before the terminal, seen or not."""

    def fill(code: str) -> bool:
        step = terminal.shell.navigation.step
        if not isinstance(step, FormViewModel):
            return False
        return step.fill({row["key"]: code for row in step.fields if row["kind"] == "code"})

    def see() -> list[str]:
        return read_codes(terminal.window.root.grabWindow())

    links, worker = backend.parts.premises.links, backend.parts.worker
    return HandsetViewModel(terminal.language, demo, see, fill, links, Browser(), worker, terminal.shell)


def people_of(terminal: Terminal, demo: Demo) -> PeopleViewModel:
    """Those who stand before the terminal, seen or not."""

    def fill(answers: Answers) -> bool:
        step = terminal.shell.navigation.step
        return isinstance(step, FormViewModel) and step.fill(answers)

    return PeopleViewModel(terminal.language, demo, fill, terminal.shell)
