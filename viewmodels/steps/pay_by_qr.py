"""支付: the order's code on the screen, followed until the network says how it ended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PayByQr
from domain.flows.visit import Visit
from domain.money import total, yuan
from domain.payment.cashier import PAYABLE_FOR, AlreadyPaid
from domain.payment.order import BillBusy, Order
from domain.payment.states import MONEY_TAKEN, OrderState
from domain.policy import tier_label
from domain.ports import MayPass, Unreachable
from viewmodels.lists import QStringList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import still_holds
from viewmodels.words import bills, channels, sentences
from viewmodels.words.phases import ALREADY_PAID, ASKING, BILL_BUSY, NOTHING_TAKEN, POSTING_UNDER_WAY, SAYS, Phase

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

OPEN = {Phase.WAITING, Phase.SILENT, Phase.UNKNOWN}
"""While the order may still be paid as it was meant to be."""


@dataclass(frozen=True, slots=True)
class State:
    """`seconds_left` until the code is void; `problem` is why there is no code (FAILED)."""

    phase: Phase = Phase.CREATING
    order: Order | None = None
    seconds_left: int = 0
    problem: str = ""


@QmlElement
class PayByQrViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: PayByQr, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._leaving = ""
        self._asked = 0
        self._answered = 0
        self.state = State()
        self._poll = QTimer(self, interval=parts.poll_ms)
        self._poll.timeout.connect(self.check)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._start()

    @property
    def holds(self) -> bool:
        return self.state.phase in {Phase.CREATING, *OPEN, Phase.CLOSING}

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the network returned, to be drawn as a QR code; empty when there is nothing to scan."""
        order = self.state.order
        return order.code or "" if order and self.state.phase in {Phase.WAITING, Phase.SILENT} else ""

    @Property(str, notify=changed)
    def phase(self) -> str:
        return self.state.phase

    @Property(str, notify=changed)
    def says(self) -> str:
        """What is being waited for, or what went wrong and what to do."""
        return self.state.problem or SAYS.get(self.state.phase, "")

    @Property(str, notify=changed)
    def scanText(self) -> str:
        return f"请用{self._step.app.name}\n扫左边的码"

    @Property(str, notify=changed)
    def demo(self) -> str:
        return "演示码，不会扣款" if self._parts.demo else ""

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the time is left, 0 to 1."""
        return self.state.seconds_left / PAYABLE_FOR.total_seconds()

    @Property(str, notify=changed)
    def clock(self) -> str:
        minutes, seconds = divmod(self.state.seconds_left, 60)
        return f"{minutes:02d}:{seconds:02d}"

    @Property(str, notify=changed)
    def clockCaption(self) -> str:
        return "后失效"

    @Property(str, notify=changed)
    def amountLabel(self) -> str:
        return "应付金额"

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for bill in self._visit.bills)))

    @Property(QStringList, notify=changed)
    def amountFor(self) -> list[str]:
        paid = self._visit.bills
        tier = f"，{tier_label(paid[0].scheme, paid[0].tier)}" if bills.alike(paid) else ""
        return [bills.headline(paid), f"{bills.periods(paid)}{tier}"]

    @Property(str, notify=changed)
    def appGlyph(self) -> str:
        """The character of the app that scans."""
        return self._step.app.glyph

    @Property(str, notify=changed)
    def scanButton(self) -> str:
        """What the app's button that scans is called; empty where it stands behind a plus sign."""
        return self._step.app.scan

    @Property(QStringList, notify=changed)
    def taps(self) -> list[str]:
        return list(self._step.app.taps)

    @Property(QStringList, notify=changed)
    def notes(self) -> list[str]:
        return list(self._step.notes)

    @Property(str, notify=changed)
    def notesHeading(self) -> str:
        return "注意事项"

    @Property(str, notify=changed)
    def primaryText(self) -> str:
        return {Phase.EXPIRED: "重新取得付款码", Phase.FAILED: "再试一次", Phase.UNCONFIRMED: "知道了"}.get(
            self.state.phase, "查询付款结果"
        )

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        return self.state.phase not in {Phase.CREATING, Phase.CLOSING}

    @Property(str, notify=changed)
    def secondaryText(self) -> str:
        if self.state.phase is Phase.UNCONFIRMED:
            return ""
        return "暂不缴费" if self.state.phase in {Phase.EXPIRED, Phase.FAILED} else "取消付款"

    @Property(bool, notify=changed)
    def secondaryEnabled(self) -> bool:
        return self.state.phase not in {Phase.CREATING, Phase.CLOSING}

    @Slot()
    def primary(self) -> None:
        match self.state.phase:
            case Phase.EXPIRED | Phase.FAILED if not self._may_begin():
                self._end("cancelled")
            case Phase.EXPIRED | Phase.FAILED:
                self._start()
            case Phase.UNCONFIRMED:
                self._end(self._leaving or "left")
            case _:
                self.check()

    @Slot()
    def cancel(self) -> None:
        self.leave("cancelled")

    def leave(self, outcome: str) -> None:
        """Leave only once the network has said how the order stands: paid shows the result, closed leaves."""
        if not self.holds:
            self._end(outcome)
        elif not self._leaving:
            self._leaving = outcome
            if self.state.order and self.state.phase is not Phase.CLOSING:
                self._close()

    @Slot()
    def check(self) -> None:
        """Ask the network how the order stands."""
        order = self.state.order
        if order and self._asked == self._answered and self.state.phase in ASKING:
            self._ask(lambda: self._parts.cashier.check(order.number), self._told, self._lost)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        order = self.state.order
        if order is None or self.state.phase not in OPEN:
            return
        left = max(0, ceil((order.deadline - self._parts.clock()).total_seconds()))
        self._become(replace(self.state, seconds_left=left))
        if left == 0:
            self._close()

    def _may_begin(self) -> bool:
        """Whether another code may be asked for; if not, the screen before says why."""
        return not self._parts.closed(self._visit.channel) and still_holds(self._visit, self._parts)

    def _start(self) -> None:
        self._become(State())
        visit, cashier, network = self._visit, self._parts.cashier, self._step.network
        assert visit.visitor is not None
        payer, description = visit.visitor.id, bills.headline(visit.bills)
        self._ask(
            lambda: cashier.start(network, visit.channel, payer, visit.bills, description),
            self._started,
            lambda: self._fail(NOTHING_TAKEN),
        )

    def _started(self, order: Order) -> None:
        if order.state is OrderState.CLOSED:
            self._become(State(Phase.FAILED, order, problem=sentences.NETWORK_UNREACHABLE))
            self._leave_if_asked()
            return
        if order.code is None:
            self._become(State(Phase.CREATING, order))
            self._close(Phase.FAILED)
            return
        self._become(State(Phase.WAITING, order))
        self.tick()
        self._poll.start()
        self._second.start()
        if self._leaving:
            self._close()

    def _told(self, order: Order) -> None:
        if order.state in MONEY_TAKEN:
            self._end("paid", order)
        elif order.state is OrderState.CLOSED:
            self._become(State(Phase.EXPIRED, order))
            self._leave_if_asked()
        elif self.state.phase in OPEN:
            silent = order.state is not OrderState.PRESENTED
            self._become(replace(self.state, phase=Phase.SILENT if silent else Phase.WAITING, order=order))

    def _lost(self) -> None:
        """The store does not answer: nobody knows here whether it is paid. The next question may tell."""
        if self.state.phase in OPEN:
            self._become(replace(self.state, phase=Phase.UNKNOWN))

    def _close(self, closed: Phase = Phase.EXPIRED) -> None:
        order = self.state.order
        assert order is not None
        self._poll.stop()
        self._become(replace(self.state, phase=Phase.CLOSING))
        self._ask(
            lambda: self._parts.cashier.cancel(order.number),
            lambda answer: self._closed(answer, closed),
            lambda: self._unconfirmed(order),
        )

    def _closed(self, order: Order, closed: Phase) -> None:
        if order.state in MONEY_TAKEN:
            self._end("paid", order)
        elif order.state is OrderState.CLOSED or closed is Phase.FAILED:
            problem = sentences.NETWORK_UNREACHABLE if closed is Phase.FAILED else ""
            self._become(State(closed, order, problem=problem))
            self._leave_if_asked()
        else:
            self._unconfirmed(order)

    def _unconfirmed(self, order: Order) -> None:
        self._become(State(Phase.UNCONFIRMED, order, problem=self._unrecalled(order)))
        self._poll.start()

    def _unrecalled(self, order: Order) -> str:
        """Said of a code that lives on although its visitor has turned away; empty where that is not why it is open."""
        if self._parts.cashier.recalls(order):
            return ""
        return f"付款码要到 {self._void_at(order)} 才失效，在那以前请不要再扫它。如果手机上已经付款，系统会自动入账。"

    def _void_at(self, order: Order) -> str:
        """The first whole minute at which the code is surely void: nobody comes back too early."""
        last = (order.created_at + PAYABLE_FOR).astimezone(self._parts.clock().tzinfo)
        return f"{last + timedelta(minutes=1) if last.second or last.microsecond else last:%H:%M}"

    def _leave_if_asked(self) -> None:
        if self._leaving:
            self._end(self._leaving)

    def _ask(self, job: Callable[[], Order], then: Callable[[Order], None], lost: Callable[[], None]) -> None:
        """Ask the cashier; `lost` is called where the store does not let it answer.

        Only the newest question counts: an older answer is about what was before.
        """
        self._asked += 1
        question = self._asked

        def answered(order: Order) -> None:
            if question == self._asked:
                self._answered = question
                then(order)

        def failed(error: Exception) -> None:
            if question == self._asked:
                self._answered = question
                lost() if isinstance(error, MayPass) else self._failed(error)

        self._parts.worker.run(self, job, answered, failed, (AlreadyPaid, BillBusy, Unreachable, MayPass))

    def _failed(self, error: Exception) -> None:
        match error:
            case AlreadyPaid():
                problem = ALREADY_PAID
            case BillBusy(order=holder):
                problem = self._busy(holder)
            case _:
                problem = sentences.TAX_UNREACHABLE
        self._fail(problem)

    def _fail(self, problem: str) -> None:
        """There is no code, and there will be none."""
        self._become(State(Phase.FAILED, problem=problem))
        self._leave_if_asked()

    def _busy(self, holder: Order | None) -> str:
        """Who else holds the bill, and for how long: one debt is paid in one channel at a time."""
        if holder is not None and holder.state in MONEY_TAKEN:
            return POSTING_UNDER_WAY
        if holder is None or holder.created_at + PAYABLE_FOR < self._parts.clock():
            return BILL_BUSY
        where, until = channels.name(holder.channel), self._void_at(holder)
        return f"这笔费用在{where}有一个付款码还没有失效，{until} 以后再试，请勿重复付款。"

    def _end(self, outcome: str, order: Order | None = None) -> None:
        self._poll.stop()
        self._second.stop()
        self._finish(outcome, replace(self._visit, order=order.number if order else None))

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
