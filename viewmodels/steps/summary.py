"""缴费信息确认: what is to be paid, to be read once more."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Summary
from domain.flows.visit import Visit
from domain.money import total, yuan
from domain.words import NOTHING, Text
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import anew, confirmation_of, still_holds
from viewmodels.words import bills, sentences
from viewmodels.words.language import said, said_each, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SummaryViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Summary, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return self._step.heading

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who is paid for, and what."""
        return bills.chosen(self._visit, self._visit.bills, self._parts.offices)

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        return Text("应付金额")

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for bill in self._visit.bills)))

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        """Said where the amount is by figures that nobody has confirmed."""
        tiers = confirmation_of(self._visit, self._parts).tiers(self._visit.choice)
        return sentences.UNCERTAIN if tiers and tiers.uncertain else NOTHING

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        return list(self._step.notes)

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return Text("注意事项")

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return self._step.submit

    @Slot()
    def next(self) -> None:
        """On, if what was chosen still holds."""
        visit = self._visit
        if still_holds(visit, self._parts):
            self._finish("next", visit)
        else:
            self._finish("changed", anew(visit))
