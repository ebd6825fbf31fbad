"""A choice is recorded and nothing was paid: where 基数申报 and 缴费金额确认 stop."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Recorded
from domain.flows.visit import Due
from domain.money import total, yuan
from domain.people.offices import Offices
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words import bills
from viewmodels.words.language import Language, said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RecordedViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: Recorded,
        due: Due,
        offices: Offices,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._offices = offices
        self._finish = finish
        self._step = step

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return self._step.sentence

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return Text("还没有缴费")

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for bill in self._due.paying.bills)))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who it is for, and what was chosen."""
        return bills.chosen(self._due, self._offices)

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        return self._step.advice

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("完成")

    @Property(str, notify=changed)
    @said
    def payText(self) -> Text:
        return self._step.pay

    @Slot()
    def done(self) -> None:
        self._finish("done")

    @Slot()
    def pay(self) -> None:
        """Pay what has been recorded after all."""
        self._finish("pay")
