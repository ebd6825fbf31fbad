"""A payment network with a book of its own, that knows nothing of terminals or bureaus: what it took was paid."""

from collections import defaultdict
from datetime import datetime
from threading import Lock

from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    Refund,
    RefundAnswer,
    RefundDone,
    Waiting,
)
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL
from domain.runtime import Clock

NAME = Network("wechat")


class BookKeeping:
    """Implements `PaymentNetwork`. `paid` has what it took by order number, `refunded` what it gave back."""

    name, recalls, pace = NAME, True, USUAL

    def __init__(self, clock: Clock) -> None:
        self._clock, self._lock = clock, Lock()
        self._states: dict[str, str] = {}
        self.paid: dict[str, tuple[datetime, int]] = {}
        self.refunded: defaultdict[str, int] = defaultdict(int)
        self._refunds: set[str] = set()

    def greet(self) -> None:
        """Nothing to be heard."""

    def time(self) -> datetime | None:
        return self._clock()

    def create(self, order: Order, description: str) -> CreateAnswer:
        with self._lock:
            self._states.setdefault(order.number, "open")
        return Presented(f"weixin://{order.number}")

    def pay(self, order: Order) -> bool:
        """Somebody scans the code and pays; whether that went."""
        with self._lock:
            if self._states.get(order.number) != "open":
                return False
            self._states[order.number] = "paid"
            self.paid[order.number] = (self._clock(), order.fen)
            return True

    def query(self, order: Order) -> QueryAnswer:
        with self._lock:
            match self._states.get(order.number):
                case "paid":
                    return Paid(f"42{order.number}", self.paid[order.number][0])
                case "closed":
                    return Closed()
                case "open":
                    return Waiting()
        return Absent()

    def close(self, order: Order) -> CloseAnswer:
        with self._lock:
            state = self._states.get(order.number)
            if state == "paid":
                return Waiting()
            self._states[order.number] = "closed"
            return Closed()

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        with self._lock:
            if refund.number not in self._refunds:
                self._refunds.add(refund.number)
                self.refunded[order.number] += refund.fen
        return RefundDone()

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return RefundDone() if refund.number in self._refunds else Absent()
