"""Which step of how many."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """The x and n of 第 x 步，共 n 步; 0 where no step is counted."""

    step: int = 0
    count: int = 0


@QmlElement
class ProgressViewModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
    def stepText(self) -> str:
        return f"第 {self.state.step} 步" if self.state.count else ""

    @Property(str, notify=changed)
    def countText(self) -> str:
        """Behind it."""
        return f"，共 {self.state.count} 步" if self.state.count else ""

    def _become(self, state: Progress) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
