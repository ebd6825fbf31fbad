"""What every view model is: a model for QML that says its texts in the visitor's language, and has one state."""

from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, SignalInstance, Slot

from viewmodels.words.language import Language

S = TypeVar("S")


class Model(QObject):
    """Owns no notify signal: each view model has a `changed` of its own, because QML's checker reads them by file."""

    NOTIFIES: ClassVar[tuple[str, ...]] = ("changed",)
    """Its notify signals, by name."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        language.changed.connect(self._say_again)

    @Slot()
    def _say_again(self) -> None:
        """Another language was chosen: all that is shown is read anew."""
        for notify in self.NOTIFIES:
            getattr(self, notify).emit()


class Stateful(Generic[S]):
    """Has one frozen state, which one writer changes; `changed` says that it is another. A base beside a QObject."""

    state: S
    changed: SignalInstance

    def _become(self, state: S) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
