"""What a visitor lays over the screen, below its header, by the switches on the strip: one sheet at a time."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Home, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class Shown(StrEnum):
    NONE = ""
    ACCESS = "access"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Sheets:
    """`where` the visitor is: on another screen nothing lies over it."""

    where: Where
    shown: Shown = Shown.NONE


@QmlElement
class SheetsViewModel(Model, Stateful[Sheets]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Sheets(Home())

    def follow(self, where: Where) -> None:
        """Another screen is shown, or the same one in another language."""
        if where != self.state.where:
            self._become(Sheets(where))

    @Property(str, notify=changed)
    def shown(self) -> str:
        """access, help, or nothing."""
        return self.state.shown

    @Slot(str)
    def toggle(self, sheet: str) -> None:
        """A switch: a second touch closes what the first has opened."""
        wanted = Shown(sheet)
        self._become(replace(self.state, shown=Shown.NONE if wanted is self.state.shown else wanted))

    @Slot()
    def close(self) -> None:
        self._become(replace(self.state, shown=Shown.NONE))
