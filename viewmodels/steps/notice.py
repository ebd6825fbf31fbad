"""提示: what is wrong with one answer, and one button that takes it back."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Notice
from domain.forms.desks import Almanac
from domain.forms.fields import Answers
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoticeViewModel(StepViewModel):
    """`answers` are those of its form; `taken_back(answers)` is how it ends: without the wrong one."""

    changed = Signal()

    def __init__(
        self,
        step: Notice,
        answers: Answers,
        almanac: Almanac,
        language: Language,
        taken_back: Callable[[Answers], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._answers = answers
        self._almanac = almanac
        self._taken_back = taken_back

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return self._step.heading

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return self._step.sentence

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: the answer that is wrong."""
        return (Pair(self._step.named, self._step.field.shown(self._almanac.judged(self._answers))),)

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        return self._step.advice

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return self._step.submit

    @Slot()
    def done(self) -> None:
        kept = {key: answer for key, answer in self._answers.items() if key != self._step.field.key}
        self._taken_back(kept)
