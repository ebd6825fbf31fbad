"""再次确认经办机构信息: the agency once more."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import ConfirmAgency
from domain.flows.visit import Due
from domain.forms.desks import PaymentDesk
from domain.people.insurance import Insurance
from domain.words import Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words import sentences
from viewmodels.words.insured import insured_as
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConfirmAgencyViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: ConfirmAgency,
        due: Due,
        desk: PaymentDesk,
        insurance: Insurance,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._insurance = insurance
        self._finish = finish
        self._step = step

    @Property(str, notify=changed)
    @said
    def question(self) -> Text:
        return self._step.question

    @Property(str, notify=changed)
    @said
    def agency(self) -> Text:
        return Verbatim(self._desk.almanac.offices.name(self._due.paying.choice.agency or ""))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who, and which insurance."""
        insured = Pair(Text("险种"), insured_as(self._due.paying.scheme, self._insurance))
        return (*sentences.identity(self._due.insured), insured)

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
        self._finish("next")

    @Slot()
    def again(self) -> None:
        self._finish("again")
