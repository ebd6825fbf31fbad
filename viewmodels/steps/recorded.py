"""A choice is recorded and nothing was paid: where 基数申报 and 缴费金额确认 stop."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Recorded
from domain.flows.visit import Visit
from domain.money import total, yuan
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words import bills
from viewmodels.words.language import said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RecordedViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Recorded, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
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
        return yuan(total(tuple(bill.fen for bill in self._visit.bills)))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who it is for, and what was chosen."""
        return bills.chosen(self._visit, self._visit.bills, self._parts.offices)

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
        self._finish("done", self._visit)

    @Slot()
    def pay(self) -> None:
        """Pay what has been recorded after all."""
        self._finish("pay", self._visit)
