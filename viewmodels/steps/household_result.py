"""支付结果 of a household: what became of each one's order, as the store has it, and never better than that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import HouseholdResult
from domain.flows.visit import Due
from domain.forms.desks import Almanac
from domain.identity import masked
from domain.money import yuan
from domain.payment.order import Order
from domain.payment.states import MONEY_TAKEN
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Stateful
from viewmodels.parts import Till
from viewmodels.step import StepViewModel
from viewmodels.steps.result import OUTCOMES, Outcome
from viewmodels.words import bills, results, sentences
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair, Record
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STANDS = {
    Outcome.POSTED: Text("已缴成"),
    Outcome.PENDING: Text("已付款，正在入账"),
    Outcome.REFUND: Text("没有缴成，退这一笔"),
}


@dataclass(frozen=True, slots=True)
class State:
    """The orders, in the order in which they were confirmed; none as long as they are not read."""

    orders: tuple[Order, ...] = ()

    def of(self, outcome: Outcome) -> int:
        """How many ended so."""
        return sum(ended(order) is outcome for order in self.orders)

    @property
    def outcome(self) -> Outcome | None:
        """The worst of all."""
        worst = (Outcome.REFUND, Outcome.PENDING, Outcome.POSTED)
        return next((outcome for outcome in worst if self.of(outcome)), None)


UNSURE = Text("正在确认是否已付款")
"""Paid by the same code, and its network has not said so yet."""


def ended(order: Order) -> Outcome:
    return OUTCOMES.get(order.state, Outcome.REFUND if order.state in MONEY_TAKEN else Outcome.PENDING)


@QmlElement
class HouseholdResultViewModel(StepViewModel, Stateful[State]):
    """`trade` is the number that the network has."""

    changed = Signal()

    def __init__(
        self,
        step: HouseholdResult,
        trade: str,
        due: Due,
        till: Till,
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._trade = trade
        self._due = due
        self._cashier = till.cashier
        self._almanac = almanac
        self._finish = finish
        self._questions = Questions(worker, self)
        self.state = State()
        self._again = QTimer(self, interval=till.poll_ms)
        self._again.timeout.connect(self.read)
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the orders as stored; again and again until each is posted or owed back."""
        self._questions.ask(self._look_up, self._become)

    def _look_up(self) -> State:
        """On a worker."""
        confirmed = [part[0].key for part in self._due.paying.parts]
        orders = self._cashier.book.known_as(self._trade)
        return State(tuple(sorted(orders, key=lambda order: confirmed.index(order.bills[0].key))))

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """`posted`, `pending`, `refund`: the worst of all; empty until the orders are read."""
        return self.state.outcome or ""

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        match self.state.outcome:
            case None:
                return sentences.LOADING
            case Outcome.POSTED:
                return Text("支付成功")
            case Outcome.PENDING:
                return Text("已付款")
        if self.state.of(Outcome.REFUND) == len(self.state.orders):
            return Text("已付款，都没有缴成")
        return Text("已付款，有 {count} 笔没有缴成", count=self.state.of(Outcome.REFUND))

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        least, most = self._step.refund_days
        match self.state.outcome:
            case None:
                return NOTHING
            case Outcome.POSTED:
                return Text("{count} 笔都已记入各人的缴费记录", count=len(self.state.orders))
            case Outcome.PENDING:
                return Text("系统会继续记入缴费记录，请勿重复付款")
        return Text("没有缴成的，银行将在{least}-{most}个工作日原路退回", least=least, most=most)

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(self.state.orders[0].whole.fen) if self.state.orders else ""

    @Property(QVariantList, notify=changed)
    @said_rows
    def people(self) -> Iterable[object]:
        """Records: who, how it ended, what for, and the numbers to keep."""
        return (self._record(order) for order in self.state.orders)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: when it was paid, how, and under which number."""
        if not self.state.orders:
            return ()
        zone = self._almanac.clock().tzinfo
        paid = next((order for order in self.state.orders if order.paid_at), self.state.orders[0])
        return (
            Pair(Text("缴款方式"), self._step.method),
            Pair(Text("支付时间"), Verbatim(results.paid_at(paid, zone))),
            Pair(Text("流水号"), Verbatim(self._trade)),
        )

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        """None where what they warn of has happened: the outcome says it then."""
        return [] if self.state.outcome is Outcome.REFUND else list(self._step.notes)

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return results.NOTES

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        """How to keep the numbers."""
        return results.KEEP if self.state.orders else NOTHING

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        """Who presses on by habit leaves nothing open."""
        return results.DONE

    @Property(str, notify=changed)
    @said
    def anotherText(self) -> Text:
        return results.ANOTHER

    @Slot()
    def done(self) -> None:
        self._finish("done")

    @Slot()
    def another(self) -> None:
        """Something else, without saying again who one is."""
        self._finish("another")

    def _record(self, order: Order) -> Record:
        who = next(self._due.now(one).insured for one in self._due.paying.members if one.bills == order.bills)
        how = ended(order)
        kept = (Pair(Text("凭证号码"), Verbatim(order.voucher)),) if order.voucher else ()
        return Record(
            Verbatim(who.name),
            STANDS[how] if order.state in MONEY_TAKEN else UNSURE,
            how is Outcome.POSTED,
            (Pair(Text("证件号码"), Verbatim(masked(who.number))), Pair(Text("险种"), bills.due(order.bills)), *kept),
            amount=yuan(order.fen),
            id=order.number,
            bad=how is Outcome.REFUND,
        )

    def _become(self, state: State) -> None:
        if state.of(Outcome.PENDING):
            self._again.start()
        else:
            self._again.stop()
        super()._become(state)
