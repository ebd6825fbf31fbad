"""选择缴款方式: the channel's method, and the amount once more."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickMethod
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.money import total, yuan
from domain.people.insurance import Scheme
from domain.words import NOTHING, Text
from viewmodels.lists import QStringList, QVariantList
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import anew, cover_of, still_holds
from viewmodels.words import bills
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickMethodViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: PickMethod,
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

    @Property(QVariantList, notify=changed)
    @said_rows
    def methods(self) -> Iterable[object]:
        """`[{id, title, caption, chosen}]`; the first is chosen, and in 微信 it is the only one."""
        return (Row(str(i), name, Text("用手机扫码付款"), chosen=i == 0) for i, name in enumerate(self._step.methods))

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("缴款方式")

    @Property(QVariantList, notify=changed)
    @said_rows
    def summary(self) -> Iterable[object]:
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

    @Property(str, notify=changed)
    @said
    def togetherText(self) -> Text:
        """Who pays for another resident may pay for others as well; empty for whoever else."""
        paying = self._due.paying
        return self._step.together if paying.payee and paying.scheme is Scheme.RESIDENT else NOTHING

    @Slot()
    def together(self) -> None:
        """More are paid for by one code."""
        self._finish("household", replace(self._due.paying, remark=NOTHING))

    @Slot()
    def next(self) -> None:
        """On to pay, if what was confirmed still holds."""
        paying = self._due.paying
        if still_holds(self._due, self._desk):
            self._finish("next", paying)
        else:
            self._finish(f"changed_{paying.scheme}", anew(paying))
