"""补缴明细确认: what the tax system lists as owed, to be ticked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickBills
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.money import total, yuan
from domain.people.insurance import Insurance
from domain.people.person import Bill
from domain.policy import tier_label
from domain.words import NOTHING, Text, joined
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.words import bills
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    owed: tuple[Bill, ...] = ()
    ticked: frozenset[str] = frozenset()
    asking: Asking = Asking.ANSWERED


@QmlElement
class PickBillsViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        step: PickBills,
        due: Due,
        desk: PaymentDesk,
        insurance: Insurance,
        worker: Worker,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._insurance = insurance
        self._finish = finish
        self._step = step
        self.state = State()
        self._question = TaxQuestion(worker, self, lambda asking: self._become(State(asking=asking)))
        self._load()

    def _load(self) -> None:
        due, tax, insurance = self._due, self._desk.tax, self._insurance
        self._question.ask(lambda: tax.owed(due.insured.id, due.paying.scheme, insurance), self._loaded)

    def _loaded(self, owed: tuple[Bill, ...]) -> None:
        kept = frozenset(bill.key for bill in self._due.paying.bills) & frozenset(bill.key for bill in owed)
        self._become(State(owed, kept or frozenset(bill.key for bill in owed)))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, amount, chosen}]`: year, insurance and tier, yuan, ticked."""
        return (
            Row(
                bill.period.key,
                bill.period.label,
                joined("，", (bills.headline((bill,)), tier_label(bill.scheme, bill.tier))),
                chosen=bill.key in self.state.ticked,
                amount=yuan(bill.fen),
            )
            for bill in self.state.owed
        )

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("系统列出需补缴的社保费用，点一下可以取消或选上")

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        """The sentence for an empty list; empty while loading or if there are rows."""
        return self._step.nothing if self.nothing_owed else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        return Text("补缴合计，共 {count} 笔", count=len(self._ticked())) if self.state.ticked else Text("请至少选一笔")

    @Property(str, notify=changed)
    def amount(self) -> str:
        """Yuan, without the unit; empty if nothing is ticked."""
        return yuan(total(tuple(bill.fen for bill in self._ticked()))) if self.state.ticked else ""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return bool(self.state.ticked or self.state.asking.silent or self.nothing_owed)

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        if self.nothing_owed:
            return Text("返回")
        return Text("重新查询") if self.state.asking.silent else self._step.submit

    @Slot(str)
    def toggle(self, period: str) -> None:
        keys = frozenset(bill.key for bill in self.state.owed if bill.period.key == period)
        self._become(replace(self.state, ticked=self.state.ticked ^ keys))

    @Slot()
    def submit(self) -> None:
        if self.state.asking.silent:
            self._load()
        elif self.nothing_owed:
            self._finish("nothing", self._due.paying)
        elif self.state.ticked:
            self._finish("pay", replace(self._due.paying, bills=self._ticked()))

    @property
    def nothing_owed(self) -> bool:
        """The tax system has answered, and lists nothing."""
        return self.state.asking is Asking.ANSWERED and not self.state.owed

    def _ticked(self) -> tuple[Bill, ...]:
        return tuple(bill for bill in self.state.owed if bill.key in self.state.ticked)
