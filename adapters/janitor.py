"""The janitor: sweeps up unsettled orders for as long as the program runs, whatever the screen shows."""

import logging
from datetime import timedelta
from itertools import takewhile
from threading import Event, Thread

from domain.payment.cashier import Cashier
from domain.payment.order import Order
from domain.payment.states import State

log = logging.getLogger("kiosk.janitor")

OWED_TOO_LONG = timedelta(days=1)
"""A refund that is still owed after this is for people."""
PATIENCE_S = 10.0
"""How long `stop` waits for a question that is under way. What it leaves undone is found at the next start."""


class Janitor:
    """Sweeps every `seconds` on a thread of its own, and once at the start: what a crash left is found then."""

    def __init__(self, cashier: Cashier, seconds: float = 5.0) -> None:
        self._cashier = cashier
        self._seconds = seconds
        self._stopping = Event()
        self._told: set[str] = set()
        self._thread = Thread(target=self._work, name="janitor", daemon=True)

    def start(self) -> None:
        """Begin with a sweep."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the order at hand and stop."""
        self._stopping.set()
        self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                orders = self._cashier.unsettled()
            except Exception:
                log.exception("unsettled orders could not be read")
                orders = ()
            for order in takewhile(lambda _: not self._stopping.is_set(), orders):
                self._tend(order)
            self._stopping.wait(self._seconds)

    def _tend(self, order: Order) -> None:
        """One order at a time: what is wrong with one must not keep the money of the others waiting."""
        try:
            self._tell(self._cashier.tend(order))
        except Exception:
            log.exception("order %s could not be tended", order.number)

    def _tell(self, order: Order) -> None:
        """Tell the staff, once, of an order that needs people."""
        waited = self._cashier.clock() - (order.paid_at or order.created_at)
        overdue = order.state is State.REFUND_DUE and waited > OWED_TOO_LONG
        if order.number not in self._told and (order.state is State.MANUAL_REVIEW or overdue):
            self._told.add(order.number)
            log.warning("order %s is %s and needs somebody to look at it", order.number, order.state)
