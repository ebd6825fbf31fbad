"""An order from the wish to pay until the network has said how it ended: asked for, followed, called off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.flows.visit import Due
from domain.payment import household
from domain.payment.cashier import PAYABLE_FOR, AlreadyPaid
from domain.payment.clocks import ClockWrong
from domain.payment.household import foremost
from domain.payment.order import BillBusy, Network, Order
from domain.payment.states import MONEY_TAKEN, TO_BE_CLOSED, OrderState
from domain.ports import MayPass, Unreachable
from domain.runtime import Clock
from domain.words import NOTHING, Text
from viewmodels.model import Stateful
from viewmodels.parts import Till
from viewmodels.words import bills, phases, sentences
from viewmodels.words.phases import ASKING, BUSY, CLOSING, OPEN, Phase
from viewmodels.worker import Questions, Worker


@dataclass(frozen=True, slots=True)
class Watched:
    """`seconds_left` until the code is void; `problem` is why there is no code (FAILED).

    `leaving` is the outcome that the visitor has asked for while something was under way.
    """

    phase: Phase = Phase.CREATING
    order: Order | None = None
    seconds_left: int = 0
    problem: Text = NOTHING
    leaving: str = ""

    def now(self, phase: Phase, order: Order | None, problem: Text = NOTHING) -> "Watched":
        """Another phase, in which no code can be paid or its time is counted anew."""
        return Watched(phase, order, problem=problem, leaving=self.leaving)

    @property
    def holds(self) -> bool:
        """Whether the order has to be brought to an end before the screen is left."""
        return self.phase in OPEN | BUSY

    @property
    def payable(self) -> bool:
        """Whether a code has been shown, so that somebody may have paid by it."""
        return bool(self.order and self.order.code)

    @property
    def code(self) -> str:
        """What the network returned, as long as it can be paid."""
        return self.order.code or "" if self.order and self.phase in {Phase.WAITING, Phase.SILENT} else ""

    @property
    def clock(self) -> str:
        minutes, seconds = divmod(self.seconds_left, 60)
        return f"{minutes:02d}:{seconds:02d}"


POLLS_S = 2.0
"""What `Till.poll_ms` is of a network's pace."""


class OrderWatch(QObject, Stateful[Watched]):
    """The order of what is due, in a network; of a household, the foremost of all that are paid by its code.

    `ended(outcome, order)` once, when the screen is to be left.

    How long it lasts is counted by the cashier's uptime: no clock that is set lengthens or shortens it.
    """

    changed = Signal()

    def __init__(
        self,
        network: Network,
        due: Due,
        till: Till,
        clock: Clock,
        worker: Worker,
        ended: Callable[[str, Order | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._due = due
        self._cashier = till.cashier
        self._clock = clock
        self._ended = ended
        self._questions = Questions(worker, self)
        self.state = Watched()
        self._numbers: tuple[str, ...] = ()
        self._uptime = till.cashier.watch.uptime
        self._began = self._uptime()
        self._poll_ms = till.poll_ms
        self._poll = QTimer(self, singleShot=True)
        self._poll.timeout.connect(self.check)
        self._patience = QTimer(self, singleShot=True, interval=till.patience_ms)
        self._patience.timeout.connect(self._lose_patience)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    def start(self) -> None:
        """Ask for a code."""
        self._began = self._uptime()
        self._become(self.state.now(Phase.CREATING, None))
        due, cashier, network = self._due, self._cashier, self._network
        parts = due.paying.parts
        description = bills.together(parts)
        self._ask(
            lambda: cashier.start_combined(network, due.channel, due.payer.id, parts, description),
            self._started,
            lambda: self._stop(Phase.FAILED, None, phases.NOTHING_TAKEN),
        )

    def leave(self, outcome: str) -> None:
        """Leave only once the network has said how the order stands: paid shows the result, closed leaves."""
        if not self.state.holds:
            self.end(outcome)
        elif not self.state.leaving:
            self._become(replace(self.state, leaving=outcome))
            if self.state.order and self.state.phase not in CLOSING:
                self._close(self.state.order)

    @Slot()
    def check(self) -> None:
        """Ask the network how the order stands."""
        order, numbers = self.state.order, self._numbers
        if order and not self._questions.waiting and self.state.phase in ASKING:
            self._ask(
                lambda: household.check(self._cashier, numbers), lambda found: self._told(foremost(found)), self._lost
            )

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        order = self.state.order
        if order is None or self.state.phase not in OPEN:
            return
        left = max(0, ceil(PAYABLE_FOR.total_seconds() - (self._uptime() - self._began)))
        self._become(replace(self.state, seconds_left=left))
        if left == 0:
            self._close(order)

    def end(self, outcome: str, order: Order | None = None) -> None:
        """Follow it no more; `order` is the one whose money was taken."""
        for timer in (self._poll, self._second, self._patience):
            timer.stop()
        self._ended(outcome, order)

    def _started(self, orders: tuple[Order, ...]) -> None:
        self._numbers = tuple(order.number for order in orders)
        order = next((one for one in orders if one.code is None), foremost(orders))
        if all(one.state is OrderState.CLOSED for one in orders):
            self._stop(Phase.FAILED, order, sentences.NETWORK_UNREACHABLE)
            return
        if order.code is None:
            self._become(self.state.now(Phase.DROPPING, order))
            self._close(order, Phase.FAILED)
            return
        self._become(self.state.now(Phase.WAITING, order))
        self.tick()
        self._ask_again(order)
        self._second.start()
        if self.state.leaving:
            self._close(order)

    def _told(self, order: Order) -> None:
        if order.state in MONEY_TAKEN:
            self.end("paid", order)
        elif order.state in {OrderState.CLOSED, OrderState.UNPAID}:
            self._stop(Phase.EXPIRED, order)
        elif self.state.phase in OPEN and order.state in TO_BE_CLOSED:
            self._unconfirmed(order)
        else:
            if self.state.phase in OPEN:
                silent = order.state is not OrderState.PRESENTED
                self._become(replace(self.state, phase=Phase.SILENT if silent else Phase.WAITING, order=order))
            self._ask_again(order)

    def _lost(self) -> None:
        """The store does not answer: nobody knows here whether it is paid. The next question may tell."""
        if self.state.phase in OPEN:
            self._become(replace(self.state, phase=Phase.UNKNOWN))
        if self.state.order:
            self._ask_again(self.state.order)

    def _ask_again(self, order: Order) -> None:
        """Ask later, the later the longer it has lasted."""
        pause = self._cashier.again(order, self._uptime() - self._began)
        self._poll.start(round(self._poll_ms * pause / POLLS_S))

    def _lose_patience(self) -> None:
        """The network has not said yet how the order stands: what is known is said, and its answer still counts."""
        order = self.state.order
        if order is None or self.state.phase not in CLOSING:
            return
        if order.code is None:
            self._stop(Phase.FAILED, order, sentences.NETWORK_UNREACHABLE)
        else:
            self._unconfirmed(order)

    def _close(self, order: Order, closed: Phase = Phase.EXPIRED) -> None:
        self._poll.stop()
        if self.state.phase is not Phase.DROPPING:
            self._become(replace(self.state, phase=Phase.CLOSING))
        self._patience.start()
        numbers = self._numbers
        self._ask(
            lambda: household.cancel(self._cashier, numbers),
            lambda found: self._closed(foremost(found), closed),
            lambda: self._unconfirmed(order),
        )

    def _closed(self, order: Order, closed: Phase) -> None:
        if order.state in MONEY_TAKEN:
            self.end("paid", order)
        elif order.state in {OrderState.CLOSED, OrderState.UNPAID} or closed is Phase.FAILED:
            problem = sentences.NETWORK_UNREACHABLE if closed is Phase.FAILED else NOTHING
            self._stop(closed, order, problem)
        else:
            self._unconfirmed(order)

    def _unconfirmed(self, order: Order) -> None:
        problem = phases.unrecalled(order, self._clock(), self._cashier.recalls(order))
        self._become(self.state.now(Phase.UNCONFIRMED, order, problem))
        self._ask_again(order)

    def _ask(
        self, job: Callable[[], tuple[Order, ...]], then: Callable[[tuple[Order, ...]], None], lost: Callable[[], None]
    ) -> None:
        """Ask the cashier; `lost` is called where the store does not let it answer."""

        def failed(error: Exception) -> None:
            if isinstance(error, MayPass):
                lost()
            else:
                self._stop(Phase.FAILED, None, phases.why_no_code(error, self._clock(), self._due.family))

        self._questions.ask(job, then, failed, (AlreadyPaid, BillBusy, ClockWrong, Unreachable, MayPass))

    def _stop(self, phase: Phase, order: Order | None, problem: Text = NOTHING) -> None:
        """There is no code to be paid any more."""
        self._become(self.state.now(phase, order, problem))
        if self.state.leaving:
            self.end(self.state.leaving)
