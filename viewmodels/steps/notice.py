"""提示: what is wrong with one answer, and one button that takes it back."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Notice
from domain.flows.visit import Visit
from domain.forms.fields import Given
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words.language import said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoticeViewModel(StepViewModel):
    changed = Signal()

    def __init__(self, step: Notice, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._answers = visit.filled.get(step.form, {})

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
        given = Given(self._answers, self._parts.clock().date(), self._parts.offices, self._parts.banks)
        return (Pair(self._step.named, self._step.field.shown(given)),)

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
        self._finish("done", self._visit.with_answers(self._step.form, kept))
