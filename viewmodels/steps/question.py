"""What is asked before something is done that cannot be taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Question:
    """`yes` is what the deed is called, `do` does it."""

    text: Text
    yes: Text
    do: Callable[[], None]


@QmlElement
class QuestionViewModel(Model, Stateful[Question | None]):
    """The state is None as long as nothing is asked."""

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = None

    def ask(self, question: Question) -> None:
        self._become(question)

    def withdraw(self) -> None:
        """What it is about is gone."""
        self._become(None)

    @Property(str, notify=changed)
    @said
    def text(self) -> Text:
        """Empty while nothing is asked."""
        return self.state.text if self.state else NOTHING

    @Property(str, notify=changed)
    @said
    def yesText(self) -> Text:
        return self.state.yes if self.state else NOTHING

    @Property(str, notify=changed)
    @said
    def noText(self) -> Text:
        return Text("不了")

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """Whether it is to be done. A second answer is about nothing."""
        question = self.state
        self._become(None)
        if question and yes:
            question.do()
