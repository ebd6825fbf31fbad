"""The janitor: sweeps up unsettled orders and approved refunds for as long as the program runs."""

import logging
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import partial
from itertools import takewhile
from typing import TypeVar

from adapters.rounds import Rounds
from domain.payment.cases import TOO_LONG
from domain.payment.cashier import Cashier
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from domain.refunds.application import Application
from domain.refunds.paymaster import Paymaster
from domain.refunds.states import RefundState
from domain.runtime import Runtime

log = logging.getLogger("kiosk.janitor")

PATIENCE_S = 10.0
"""How long `stop` waits for questions that are under way. What it leaves undone is found at the next start."""

Queue = Network | None
"""A network's matters, which it has to be asked about one after the other; None is what no network is asked about."""

T = TypeVar("T")


class Janitor:
    """Sweeps every `seconds`, and once at the start: what a crash left is found then.

    Each queue has a thread of its own, so that a slow network keeps nobody waiting but itself.
    """

    def __init__(self, cashier: Cashier, paymaster: Paymaster, runtime: Runtime, seconds: float = 5.0) -> None:
        self._cashier, self._paymaster = cashier, paymaster
        self._told: set[str] = set()
        self._queues: tuple[Queue, ...] = (*cashier.networks, None)
        jobs = {f"janitor {queue or ''}".strip(): partial(self.sweep, (queue,)) for queue in self._queues}
        self._rounds = Rounds(runtime, jobs, seconds)

    def start(self) -> None:
        """Begin with a sweep."""
        self._rounds.start()

    def stop(self) -> None:
        """Finish the orders at hand and stop."""
        self._rounds.stop(PATIENCE_S)

    def sweep(self, queues: Collection[Queue] | None = None) -> None:
        """One round: everything in `queues`, all by default, is brought as far as it goes now, one after the other.

        What is wrong with one must not keep the money of the others waiting: it is logged.
        """
        queues = self._queues if queues is None else queues
        for order in self._read("unsettled orders", self._cashier.unsettled):
            if self._queue(order.network) in queues:
                self._try(f"order {order.number}", self._tend, order)
        for application in self._read("approved refunds", self._paymaster.due):
            if self._queue(self._paymaster.network(application)) in queues:
                self._try(f"refund {application.number}", self._pay_out, application)

    def _queue(self, network: Queue) -> Queue:
        """Where it is looked after; what a network had that is in use no more is nobody's else."""
        return network if network in self._queues else None

    def _read(self, what: str, read: Callable[[], Iterable[T]]) -> Iterable[T]:
        try:
            found = read()
        except Exception:
            log.exception("%s could not be read", what)
            return ()
        return takewhile(lambda _: not self._rounds.stopping, found)

    def _try(self, what: str, tend: Callable[[T], None], one: T) -> None:
        try:
            tend(one)
        except Exception:
            log.exception("%s could not be tended", what)

    def _tend(self, order: Order) -> None:
        order = self._cashier.tend(order)
        owed = order.state is OrderState.REFUND_DUE and self._too_long(order.paid_at or order.created_at)
        if order.state is OrderState.MANUAL_REVIEW or owed:
            self._tell(order.number, f"order {order.number} is {order.state}")

    def _pay_out(self, application: Application) -> None:
        application = self._paymaster.tend(application)
        sending = application.state is RefundState.SENDING and application.sent_at
        if sending and self._too_long(sending):
            self._tell(application.number, f"refund {application.number} is still on its way")

    def _too_long(self, since: datetime) -> bool:
        return self._cashier.clock() - since > TOO_LONG

    def _tell(self, number: str, what: str) -> None:
        """Tell the staff, once, of what needs people."""
        if number not in self._told:
            self._told.add(number)
            log.warning("%s and needs somebody to look at it", what)
