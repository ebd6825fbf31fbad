"""Which step of how many."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """The x and n of 第 x 步，共 n 步; 0 where no step is counted."""

    step: int = 0
    count: int = 0


@QmlElement
class ProgressViewModel(Model, Stateful[Progress]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Progress()

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        position = where.position if isinstance(where, Visiting) else None
        self._become(Progress(*position) if position else Progress())

    @Property(int, notify=changed)
    def step(self) -> int:
        return self.state.step

    @Property(int, notify=changed)
    def count(self) -> int:
        return self.state.count

    @Property(str, notify=changed)
    @said
    def stepText(self) -> Text:
        return Text("第 {step} 步", step=self.state.step) if self.state.count else NOTHING

    @Property(str, notify=changed)
    @said
    def countText(self) -> Text:
        """Behind it."""
        return Text("，共 {count} 步", count=self.state.count) if self.state.count else NOTHING
