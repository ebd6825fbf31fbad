"""The janitor: as long as the program runs it sweeps up unsettled orders and approved refunds, and minds the clock."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import takewhile
from threading import Lock
from typing import TypeVar

from adapters.heard import Heard
from adapters.rounds import Rounds
from domain.logs import money as events
from domain.logs.event import Event, Sentence
from domain.logs.log import Log
from domain.payment.cases import TOO_LONG
from domain.payment.cashier import Cashier
from domain.payment.clocks import WRONG
from domain.payment.order import Network, Order
from domain.payment.pace import REFUNDS
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.refunds.application import Application
from domain.refunds.paymaster import Paymaster
from domain.refunds.states import RefundState
from domain.runtime import Runtime

log = Log("kiosk.janitor")

PATIENCE_S = 10.0
"""How long `stop` waits for questions that are under way. What it leaves undone is found at the next start."""
LANES = 2
"""So many of a queue's matters are looked after at the same time: one that is slow does not stop the queue."""
GREETINGS, GREETINGS_OFF = (600.0,), (30.0,)
"""Seconds after which a network is heard from though there is nothing to ask; and while the hall's clock is off."""

Queue = Network | None
"""A network's matters, which it is asked about; None is what no network is asked about."""

T = TypeVar("T")


class Janitor:
    """Sweeps every `seconds`, and once at the start: what a crash left is found then.

    Each queue has threads of its own, so that a slow network keeps nobody waiting but itself, and a slow order nobody
    at all as long as there are fewer of them than `LANES`. Without a `paymaster` refunds are paid out elsewhere.
    """

    def __init__(self, cashier: Cashier, paymaster: Paymaster | None, runtime: Runtime, seconds: float = 5.0) -> None:
        self._cashier, self._paymaster = cashier, paymaster
        self._told: set[str] = set()
        self._clock = ""
        self._watch = Watch(cashier.watch.uptime, runtime.below)
        self._queues: tuple[Queue, ...] = (*cashier.networks, None)
        lanes = [(queue, lane) for queue in self._queues for lane in range(LANES if queue else 1)]
        jobs = {
            f"janitor {queue or ''} {lane or ''}".strip(): partial(self._help if lane else self.sweep, (queue,))
            for queue, lane in lanes
        }
        self._rounds = Rounds(runtime, jobs, seconds)
        self._taken: set[str] = set()
        self._taking = Lock()
        self._heard = Heard(runtime.uptime)

    def start(self) -> None:
        """Begin with a sweep."""
        self._rounds.start()

    def stop(self) -> None:
        """Finish the orders at hand and stop."""
        self._rounds.stop(PATIENCE_S)

    def hear(self, network: Network, number: str) -> None:
        """A network tells of an order: it is asked now, not when it is time. Never waits; from any thread."""
        if self._heard.add(network, number):
            self._rounds.wake()

    def sweep(self, queues: Collection[Queue] | None = None) -> None:
        """One round: what is due in `queues`, all by default, is brought as far as it goes now, one after the other.

        What is wrong with one must not keep the money of the others waiting: it is logged.
        """
        queues = self._queues if queues is None else queues
        for network in (queue for queue in queues if queue):
            self._try("network", network, network, self._is_to_be_heard, self._greet)
        self._tell_of_the_clock()
        for number, network in self._heard.waiting(queues).items():
            self._try("order", number, (network, number), lambda told: True, self._look_after)
        for order in self._read("unsettled orders", self._cashier.unsettled):
            if self._queue(order.network) in queues:
                self._try("order", order.number, order, self._cashier.due, self._tend)
        known = self._watch.known()
        paymaster = self._paymaster
        applications = tuple(self._read("approved refunds", paymaster.due)) if paymaster else ()
        self._watch.forget(known - {*self._cashier.networks, *(one.number for one in applications)})
        for application in applications:
            if paymaster and self._queue(paymaster.network(application)) in queues:
                pay_out = partial(self._pay_out, paymaster)
                self._try("refund", application.number, application, self._is_due, pay_out)

    def _help(self, queues: Collection[Queue]) -> None:
        """A round beside another lane's: only where one is about something that may last."""
        if self._taken:
            self.sweep(queues)

    def _queue(self, network: Queue) -> Queue:
        """Where it is looked after; what a network had that is in use no more is nobody's else."""
        return network if network in self._queues else None

    def _read(self, what: str, read: Callable[[], Iterable[T]]) -> Iterable[T]:
        try:
            found = read()
        except Exception:
            log.exception(events.Unread(Sentence(what)))
            return ()
        return takewhile(lambda _: not self._rounds.stopping, found)

    def _try(self, what: str, name: str, one: T, due: Callable[[T], bool], tend: Callable[[T], None]) -> None:
        """Tend one if it is due, unless another lane is about it."""
        with self._taking:
            if name in self._taken:
                return
            self._taken.add(name)
        try:
            if due(one):
                tend(one)
        except Exception:
            log.exception(events.Untended(what, name))
        finally:
            self._taken.discard(name)

    def _is_due(self, application: Application) -> bool:
        return self._watch.due(application.number, application.state)

    def _look_after(self, told: tuple[Network, str]) -> None:
        """An order that a network has told of: if it is one of ours there, it is tended though it is not due."""
        network, number = told
        self._heard.done(number)
        for order in self._cashier.book.known_as(number):
            if order.network == network:
                self._tend(order)

    def _tend(self, order: Order) -> None:
        order = self._cashier.tend(order)
        owed = order.state is OrderState.REFUND_DUE and self._too_long(order.paid_at or order.created_at)
        if order.state is OrderState.MANUAL_REVIEW or owed:
            self._tell(order.number, events.OrderNeedsPeople(order.number, order.state))

    def _pay_out(self, paymaster: Paymaster, application: Application) -> None:
        application = paymaster.tend(application)
        age = self._since(application.sent_at).total_seconds() if application.sent_at else 0.0
        self._watch.asked(application.number, application.state, REFUNDS, age, within=REFUNDS[-1])
        sending = application.state is RefundState.SENDING and application.sent_at
        if sending and self._too_long(sending):
            self._tell(application.number, events.RefundNeedsPeople(application.number))

    def _is_to_be_heard(self, network: Network) -> bool:
        return self._watch.due(network, self._clock)

    def _greet(self, network: Network) -> None:
        """Hear what time it is there."""
        self._cashier.networks[network].greet()
        waits = GREETINGS_OFF if self._clock else GREETINGS
        self._watch.asked(network, self._clock, waits, 0.0, within=waits[-1])

    def _tell_of_the_clock(self) -> None:
        """Log it when the hall's clock strays from the networks', and when it is back."""
        off = self._cashier.clocks.strayed()
        stands = "" if off is None else "wrong" if abs(off) > WRONG else "off"
        if stands != self._clock:
            self._clock = stands
            seconds = off.total_seconds() if off else 0.0
            log.warning((events.ClockWrong if stands == "wrong" else events.ClockOff)(seconds))

    def _too_long(self, since: datetime) -> bool:
        return self._since(since) > TOO_LONG

    def _since(self, then: datetime) -> timedelta:
        return self._cashier.clock() - then

    def _tell(self, number: str, what: Event) -> None:
        """Tell the staff, once, of what needs people."""
        if number not in self._told:
            self._told.add(number)
            log.warning(what)
