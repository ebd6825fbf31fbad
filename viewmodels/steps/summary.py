"""缴费信息确认: what is to be paid, to be read once more."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Summary
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.money import total, yuan
from domain.words import NOTHING, Text
from viewmodels.lists import QStringList, QVariantList
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import anew, confirmation_of, cover_of, still_holds
from viewmodels.words import bills, sentences
from viewmodels.words.language import Language, said, said_each, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SummaryViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: Summary,
        due: Due,
        desk: PaymentDesk,
        paper: Text,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._finish = finish
        self._paper = paper
        self._step = step

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return self._step.heading

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who is paid for, and what."""
        return bills.chosen(self._due, self._desk.almanac.offices)

    @Property(str, notify=changed)
    @said
    def done(self) -> Text:
        """What has become of a payment that was called off; empty if none was."""
        return self._due.paying.remark

    @Property(str, notify=changed)
    @said
    def paper(self) -> Text:
        """That there will be no paper; empty if there may be some."""
        return self._paper

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        return Text("应付金额")

    @Property(str, notify=changed)
    @said
    def cover(self) -> Text:
        """From when that covers, where it depends on today."""
        return cover_of(self._due, self._desk)

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for bill in self._due.paying.bills)))

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        """Said where the amount is by figures that nobody has confirmed."""
        tiers = confirmation_of(self._due, self._desk).tiers(self._due.paying.choice)
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
        paying = self._due.paying
        if still_holds(self._due, self._desk):
            self._finish("next", paying)
        else:
            self._finish("changed", anew(paying))
