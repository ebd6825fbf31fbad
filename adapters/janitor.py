"""The janitor: sweeps up unsettled orders and approved refunds for as long as the program runs."""

import logging
from datetime import timedelta
from itertools import takewhile
from threading import Event, Thread

from domain.payment.cashier import Cashier
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.refunds.application import Application
from domain.refunds.paymaster import Paymaster
from domain.refunds.states import RefundState

log = logging.getLogger("kiosk.janitor")

OWED_TOO_LONG = timedelta(days=1)
"""A refund that is still owed after this is for people."""
PATIENCE_S = 10.0
"""How long `stop` waits for a question that is under way. What it leaves undone is found at the next start."""


class Janitor:
    """Sweeps every `seconds` on a thread of its own, and once at the start: what a crash left is found then."""

    def __init__(self, cashier: Cashier, paymaster: Paymaster | None = None, seconds: float = 5.0) -> None:
        self._cashier = cashier
        self._paymaster = paymaster
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
            self._pay_out()
            self._stopping.wait(self._seconds)

    def _tend(self, order: Order) -> None:
        """One order at a time: what is wrong with one must not keep the money of the others waiting."""
        try:
            self._tell(self._cashier.tend(order))
        except Exception:
            log.exception("order %s could not be tended", order.number)

    def _pay_out(self) -> None:
        """Approved refunds, one at a time as well."""
        if self._paymaster is None:
            return
        try:
            due = self._paymaster.due()
        except Exception:
            log.exception("approved refunds could not be read")
            return
        for application in takewhile(lambda _: not self._stopping.is_set(), due):
            try:
                self._tell_of(self._paymaster.tend(application))
            except Exception:
                log.exception("refund %s could not be tended", application.number)

    def _tell_of(self, application: Application) -> None:
        """Tell the staff, once, of a refund that has been on its way for too long."""
        waited = application.sent_at and self._cashier.clock() - application.sent_at > OWED_TOO_LONG
        if application.number not in self._told and application.state is RefundState.SENDING and waited:
            self._told.add(application.number)
            log.warning("refund %s is still on its way and needs somebody to look at it", application.number)

    def _tell(self, order: Order) -> None:
        """Tell the staff, once, of an order that needs people."""
        waited = self._cashier.clock() - (order.paid_at or order.created_at)
        overdue = order.state is OrderState.REFUND_DUE and waited > OWED_TOO_LONG
        if order.number not in self._told and (order.state is OrderState.MANUAL_REVIEW or overdue):
            self._told.add(order.number)
            log.warning("order %s is %s and needs somebody to look at it", order.number, order.state)
