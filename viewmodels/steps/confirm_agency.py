"""再次确认经办机构信息: the agency once more."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import ConfirmAgency
from domain.flows.visit import Visit
from domain.words import Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words import sentences
from viewmodels.words.language import said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConfirmAgencyViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: ConfirmAgency, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(str, notify=changed)
    @said
    def question(self) -> Text:
        return self._step.question

    @Property(str, notify=changed)
    @said
    def agency(self) -> Text:
        return Verbatim(self._parts.offices.name(self._visit.choice.agency or ""))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who, and which insurance."""
        visit = self._visit
        assert visit.insured and visit.scheme and visit.choice.insurance
        insured = Pair(Text("险种"), sentences.insured_as(visit.scheme, visit.choice.insurance))
        return (*sentences.identity(visit.insured), insured)

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return self._step.submit

    @Property(str, notify=changed)
    @said
    def againText(self) -> Text:
        return self._step.cancel

    @Slot()
    def next(self) -> None:
        self._finish("next", self._visit)

    @Slot()
    def again(self) -> None:
        self._finish("again", self._visit)
