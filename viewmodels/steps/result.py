"""支付结果: what became of the order, as the store has it, and never better than that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Result
from domain.forms.desks import Almanac
from domain.identity import masked
from domain.money import yuan
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.people.person import Person
from domain.refunds.workdays import RefundWindow, refund_window
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Stateful
from viewmodels.parts import PrintShop, Till
from viewmodels.step import StepViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.typed import Property
from viewmodels.words import bills, channels, results, sentences, slips
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class Outcome(StrEnum):
    """How it ended: posted, paid and not posted yet, or paid and to be returned."""

    POSTED = "posted"
    PENDING = "pending"
    REFUND = "refund"


SAYS = {
    Outcome.POSTED: (Text("支付成功"), Text("已记入您的缴费记录")),
    Outcome.PENDING: (Text("已付款"), Text("系统会继续记入缴费记录，请勿重复付款")),
    Outcome.REFUND: (Text("已付款，缴费未成功"), Text("费款将原路退回")),
}
OUTCOMES = {
    OrderState.POSTED: Outcome.POSTED,
    OrderState.POSTED_BY_HAND: Outcome.POSTED,
    OrderState.PAID: Outcome.PENDING,
    OrderState.LATE_SUCCESS: Outcome.PENDING,
}


@dataclass(frozen=True, slots=True)
class State:
    order: Order | None = None
    window: RefundWindow | None = None

    @property
    def outcome(self) -> Outcome | None:
        return OUTCOMES.get(self.order.state, Outcome.REFUND) if self.order else None


@QmlElement
class ResultViewModel(StepViewModel, Stateful[State]):
    """`number` is the order's; `insured` the person who was paid for."""

    changed = Signal()

    def __init__(
        self,
        step: Result,
        number: str,
        insured: Person,
        till: Till,
        print_shop: PrintShop,
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._number = number
        self._insured = insured
        self._cashier = till.cashier
        self._almanac = almanac
        self._finish = finish
        self._questions = Questions(worker, self)
        self._slip = SlipViewModel(print_shop, almanac.clock, worker, language, self)
        self.state = State()
        self._again = QTimer(self, interval=till.poll_ms)
        self._again.timeout.connect(self.read)
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the order as stored; again and again until it is posted or owed back."""
        self._questions.ask(self._look_up, self._become)

    def _look_up(self) -> State:
        """On a worker: the order and, where it is to be returned, between which days (the calendar is slow to load)."""
        order, days = self._cashier.get(self._number), self._step.refund_days
        if State(order).outcome is not Outcome.REFUND or order.paid_at is None or days is None:
            return State(order)
        paid_on = order.paid_at.astimezone(self._almanac.clock().tzinfo).date()
        return State(order, refund_window(paid_on, *days))

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """`posted`, `pending`, `refund`; empty until the order is read."""
        return self.state.outcome or ""

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return self._headline

    @property
    def _headline(self) -> Text:
        return SAYS[self.state.outcome][0] if self.state.outcome else sentences.LOADING

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return self._sentence

    @property
    def _sentence(self) -> Text:
        days = self._step.refund_days
        if self.state.outcome is Outcome.REFUND and days:
            return Text("银行将在{least}-{most}个工作日原路退回", least=days[0], most=days[1])
        return SAYS[self.state.outcome][1] if self.state.outcome else NOTHING

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(self.state.order.fen) if self.state.order else ""

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: who, what, when, and the numbers to keep."""
        order = self.state.order
        return (Pair(Text("缴费人"), Verbatim(self._insured.name)), *self._rows(order)) if order else ()

    def _rows(self, order: Order) -> tuple[Pair, ...]:
        """All but the name."""
        zone = self._almanac.clock().tzinfo
        return (
            Pair(Text("证件号码"), Verbatim(masked(self._insured.number))),
            *bills.described(order.bills, self._almanac.offices, order.channel),
            Pair(Text("缴款方式"), self._step.method),
            Pair(Text("支付时间"), Verbatim(results.paid_at(order, zone))),
            Pair(Text("流水号"), Verbatim(order.number)),
            *((Pair(Text("凭证号码"), Verbatim(order.voucher)),) if order.voucher else ()),
            *((Pair(Text("预计退回"), _days(self.state.window)),) if self.state.window else ()),
        )

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        return self._notes

    @property
    def _notes(self) -> tuple[Text, ...]:
        """None where what they warn of has happened: the outcome says it then."""
        return () if self.state.outcome is Outcome.REFUND else self._step.notes

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return results.NOTES

    @Property(SlipViewModel, constant=True)
    def slip(self) -> SlipViewModel:
        return self._slip

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        """How to keep the numbers."""
        return results.KEEP if self.state.order else NOTHING

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

    def _become(self, state: State) -> None:
        if state.outcome is Outcome.PENDING:
            self._again.start()
        else:
            self._again.stop()
        super()._become(state)
        self._slip.offer(self._told(state.order) if state.order else None)

    def _told(self, order: Order) -> slips.Told:
        """What is taken along of it."""
        channel = Pair(Text("渠道"), channels.name(order.channel))
        rows = (*slips.whose(self._insured), *self._rows(order), channel)
        state, after = Text("{headline}，{sentence}", headline=self._headline, sentence=self._sentence), self._notes
        return slips.Told(slips.PAYMENT, state, yuan(order.fen), rows, after)


def _days(window: RefundWindow) -> Text:
    first, last = window.first, window.last
    days = joined("至", (Text("{month}月{day}日", month=day.month, day=day.day) for day in (first, last)))
    return days if window.calendar_known else Text("{days}（放假安排未公布，可能推后）", days=days)
