"""The cashier follows an order from the first network call until its money is posted, returned or handed to people.

Every method may block on the network and the store, so callers run it off the GUI thread. None keeps state of its own:
what a method leaves undone, the janitor's `sweep` finds in the order book.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.money import total
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    PaymentNetwork,
    Presented,
    RefundDone,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.order import Network, Order, OrderBook, Overtaken
from domain.payment.states import Event, State
from domain.people import Bill
from domain.ports import Clock, PostingRefused, TaxSystem, Unreachable

PAYABLE_FOR = timedelta(minutes=5)
GRACE = timedelta(minutes=10)
"""How long after its deadline a closed order's code is still watched for a late payment."""
UNKNOWN_FOR = timedelta(hours=4)
"""How long an order may stay unknown before people look at it."""


class AlreadyPaid(Exception):
    """One of the bills is already posted."""


@dataclass(frozen=True, slots=True)
class Cashier:
    """Takes payments. `new_number` gives fresh order numbers, 20-32 characters of `[0-9A-Z]`."""

    book: OrderBook
    tax: TaxSystem
    networks: Mapping[Network, PaymentNetwork]
    clock: Clock
    new_number: Callable[[datetime], str]

    def start(self, network: Network, channel: str, payer: int, bills: tuple[Bill, ...], description: str) -> Order:
        """Store an order, then present it. Raises AlreadyPaid, BillBusy, or Unreachable (tax system); no money moves."""
        if self.tax.paid(bills[0].person) & {bill.key for bill in bills}:
            raise AlreadyPaid
        now = self.clock()
        amount = total(tuple(bill.fen for bill in bills))
        order = Order(
            self.new_number(now), network, channel, payer, bills, amount, State.CREATED, now, now + PAYABLE_FOR
        )
        self.book.add(order)
        match self.networks[network].create(order, description):
            case Presented(code):
                return self._move(order, Event.PRESENT, code=code)
            case Refused(why):
                return self._move(order, Event.REFUSE, why)
            case Unclear(why):
                return self._move(order, Event.NO_ANSWER, why)

    def get(self, number: str) -> Order:
        return self.book.get(number)

    def check(self, number: str) -> Order:
        """Ask the network about an order and act on the answer, up to posting."""
        return self._settle(self._ask(self.book.get(number)))

    def cancel(self, number: str) -> Order:
        """Ask once more, then close: the answer is CLOSED, or EXPIRING if the network has not confirmed, or paid."""
        order = self._ask(self.book.get(number))
        if order.state in {State.CREATED, State.PRESENTED, State.UNKNOWN}:
            order = self._move(order, Event.EXPIRE, "cancelled", deadline=self.clock())
        return self._settle(self._close(order))

    def sweep(self) -> tuple[Order, ...]:
        """One round of the janitor over everything unsettled; returns the orders as they are afterwards."""
        late = self.book.recently_closed(self.clock() - GRACE)
        return tuple(self._tend(order) for order in (*self.book.unsettled(), *late))

    def _tend(self, order: Order) -> Order:
        try:
            order = self._ask(order)
            if order.state in {State.CREATED, State.PRESENTED, State.UNKNOWN} and self.clock() >= order.deadline:
                order = self._move(order, Event.EXPIRE, "deadline")
            return self._refund(self._settle(self._give_up(self._close(order))))
        except Overtaken:
            return self.book.get(order.number)

    def _ask(self, order: Order) -> Order:
        if order.state not in {State.CREATED, State.PRESENTED, State.UNKNOWN, State.EXPIRING, State.CLOSED}:
            return order
        match self.networks[order.network].query(order):
            case Paid(transaction, paid_at):
                return self._move(order, Event.PAY, transaction=transaction, paid_at=paid_at)
            case _ if order.state is State.CLOSED:
                return order
            case Waiting() if order.state in {State.PRESENTED, State.EXPIRING}:
                return order
            case Waiting() if order.code:
                return self._move(order, Event.WAITING)
            case Closed():
                return self._move(order, Event.CLOSE, "query")
            case Unclear(why) if order.state is not State.EXPIRING:
                return order if order.state is State.UNKNOWN else self._move(order, Event.NO_ANSWER, why)
            case _:
                return order

    def _close(self, order: Order) -> Order:
        if order.state is not State.EXPIRING:
            return order
        match self.networks[order.network].close(order):
            case Closed() | Absent():
                return self._move(order, Event.CLOSE, "closed")
            case _:
                return self._ask(order)

    def _give_up(self, order: Order) -> Order:
        overdue = self.clock() > order.created_at + UNKNOWN_FOR
        if overdue and order.state in {State.UNKNOWN, State.EXPIRING}:
            return self._move(order, Event.GIVE_UP)
        return order

    def _settle(self, order: Order) -> Order:
        """Post what is paid; owe back what cannot be posted."""
        if order.state in {State.PAID, State.LATE_SUCCESS}:
            order = self._post(order)
        if order.state in {State.POSTING_FAILED, State.DUPLICATE}:
            order = self._move(order, Event.OWE)
        return order

    def _post(self, order: Order) -> Order:
        try:
            voucher = self.tax.post(order.number, order.bills, order.paid_at or self.clock())
        except Unreachable:
            return order
        except PostingRefused as refusal:
            duplicate = bool(self.tax.paid(order.bills[0].person) & {bill.key for bill in order.bills})
            return self._move(order, Event.FIND_DUPLICATE if duplicate else Event.REFUSE_POSTING, str(refusal))
        return self._move(order, Event.POST, voucher=voucher)

    def _refund(self, order: Order) -> Order:
        if order.state is not State.REFUND_DUE:
            return order
        number = f"R{order.number}"[:32]
        network = self.networks[order.network]
        if isinstance(network.refund(order, number, "缴费未入库"), RefundDone) or isinstance(
            network.query_refund(order, number), RefundDone
        ):
            return self._move(order, Event.REFUND)
        return order

    def _move(self, order: Order, event: Event, detail: str = "", **changes: object) -> Order:
        return self.book.move(order, event, self.clock(), detail, **changes)
