"""The cashier follows an order from the first network call until its money is posted, returned or handed to people.

Every method may block on the network and the store, so callers run it off the GUI thread. None keeps state of its own:
what a method leaves undone, the janitor finds in the order book.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.money import total
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.network import (
    Absent,
    Closed,
    CreateAnswer,
    Paid,
    PaymentNetwork,
    Presented,
    QueryAnswer,
    Refund,
    RefundAnswer,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.numbers import refund_number
from domain.payment.order import BillBusy, Network, Order, OrderBook, Overtaken
from domain.payment.states import ASKED, MONEY_TAKEN, OPEN, TO_BE_CLOSED, OrderState
from domain.people.person import Bill
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.runtime import Clock
from domain.words import Text

PAYABLE_FOR = timedelta(minutes=5)
GRACE = timedelta(minutes=10)
"""How long after its deadline a closed order is still watched for a late payment.

Longer than PAYABLE_FOR: a code whose order was cancelled at once may live until its own end.
"""
UNKNOWN_FOR = timedelta(hours=4)
"""How long an order may resist closing before people look at it."""
assert PAYABLE_FOR < GRACE < UNKNOWN_FOR
ATTEMPTS = 5


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
        """Store an order, then present it. Raises AlreadyPaid, BillBusy, or Unreachable (tax system); no money moves.

        The bills are held before the tax system is asked: between its answer and the order nobody can post them.
        """
        carrier, now = self.networks[network], self.clock()
        amount = total(tuple(bill.fen for bill in bills))
        order = Order(
            self.new_number(now), network, channel, payer, bills, amount, OrderState.CREATED, now, now + PAYABLE_FOR
        )
        try:
            self.book.add(order)
        except BillBusy as busy:
            raise BillBusy(busy.number, self.book.get(busy.number)) from None
        try:
            if self._posted(bills):
                raise AlreadyPaid
        except (AlreadyPaid, Unreachable) as reason:
            self._created(order, Refused(type(reason).__name__))
            raise
        return self._created(order, carrier.create(order, description))

    def get(self, number: str) -> Order:
        """The order as stored. Raises KeyError."""
        return self.book.get(number)

    def recalls(self, order: Order) -> bool:
        """Whether an order's code can be taken back before its end. One of a network not in use here cannot."""
        network = self.networks.get(order.network)
        return network is not None and network.recalls

    def check(self, number: str) -> Order:
        """Ask the network about an order and act on the answer, up to posting."""
        return self._follow(self.book.get(number), lambda order: self._settle(self._ask(order)))

    def cancel(self, number: str) -> Order:
        """Ask once more, then close: the answer is CLOSED, or EXPIRING if the network has not confirmed, or paid."""
        return self._follow(self.book.get(number), self._cancel)

    def unsettled(self) -> tuple[Order, ...]:
        """What the janitor has to look at.

        Money that was taken comes first: a network that is silent about other orders must not keep it waiting.
        """
        late = self.book.recently_closed(self.clock() - GRACE)
        return tuple(sorted((*self.book.unsettled(), *late), key=lambda order: order.state not in MONEY_TAKEN))

    def tend(self, order: Order) -> Order:
        """Bring an order as far as it goes now; returns it as it is afterwards."""
        return self._follow(order, self._tend)

    def ask(self, order: Order) -> QueryAnswer | RefundAnswer:
        """What its network says of an order, or of its refund where that is owed. Nothing is sent or moved by it."""
        network = self.networks.get(order.network)
        if network is None:
            return Unclear("not in use here")
        return (
            network.query_refund(order, _owed(order)) if order.state is OrderState.REFUND_DUE else network.query(order)
        )

    def _follow(self, order: Order, act: Callable[[Order], Order]) -> Order:
        """Act on an order; where somebody else has moved it, act on what it has become."""
        for _ in range(ATTEMPTS):
            try:
                return act(order)
            except Overtaken:
                order = self.book.get(order.number)
        return order

    def _created(self, order: Order, answer: CreateAnswer) -> Order:
        """Write down what the network said to the creation. The janitor may have asked and been answered before."""
        return self._follow(order, lambda stored: self._begin(stored, answer))

    def _begin(self, order: Order, answer: CreateAnswer) -> Order:
        match answer:
            case Presented(code) if order.state in {OrderState.CREATED, OrderState.UNKNOWN}:
                return self._move(order, events.Presented(code))
            case Refused(why) if order.state in {OrderState.CREATED, OrderState.UNKNOWN}:
                return self._move(order, events.Refused(detail=why))
            case Unclear(why) if order.state is OrderState.CREATED:
                return self._move(order, events.Unanswered(detail=why))
        return order

    def _cancel(self, order: Order) -> Order:
        order = self._ask(order)
        if order.state in OPEN:
            order = self._move(order, events.Expired(self.clock(), detail="cancelled"))
        return self._settle(self._close(order))

    def _tend(self, order: Order) -> Order:
        if order.network not in self.networks:  # No longer in use here: what needs no network is done all the same.
            return self._settle(order)
        order = self._ask(order)
        if order.state in OPEN and self._is_over(order):
            order = self._move(order, events.Expired(self.clock(), detail="deadline"))
        return self._refund(self._settle(self._give_up(self._close(order))))

    def _is_over(self, order: Order) -> bool:
        """Its time has passed; or its end is so far ahead that the clock must have been set back since."""
        left = order.deadline - self.clock()
        return not timedelta(0) < left <= 2 * PAYABLE_FOR

    def _ask(self, order: Order) -> Order:
        if order.state not in ASKED:
            return order
        match self.networks[order.network].query(order):
            case Paid(transaction, paid_at):
                return self._move(order, events.Paid(transaction, paid_at))
            case Closed() if order.state is not OrderState.CLOSED:
                return self._move(order, events.Closed(detail="query"))
            case Waiting() if order.state is OrderState.UNKNOWN and order.code:
                return self._move(order, events.Waiting())
            case Absent() if order.state is OrderState.UNKNOWN and order.code and not self.recalls(order):
                return self._move(order, events.Waiting())
            case Unclear(why) if order.state in {OrderState.CREATED, OrderState.PRESENTED}:
                return self._move(order, events.Unanswered(detail=why))
        return order

    def _close(self, order: Order) -> Order:
        if order.state not in TO_BE_CLOSED:
            return order
        match self.networks[order.network].close(order):
            case Closed():
                return self._move(order, events.Closed(detail="closed"))
            # Alipay hears of an order only when its code is scanned, so a code that was shown may live until its end.
            case Absent() if order.code is None or self.clock() >= order.created_at + PAYABLE_FOR:
                return self._move(order, events.Closed(detail="absent"))
        return self._ask(order)

    def _give_up(self, order: Order) -> Order:
        if order.state is OrderState.EXPIRING and self.clock() > order.deadline + UNKNOWN_FOR:
            return self._move(order, events.GivenUp())
        return order

    def _settle(self, order: Order) -> Order:
        """Post what is paid; owe back what cannot be posted."""
        if order.state in {OrderState.PAID, OrderState.LATE_SUCCESS}:
            with suppress(Unreachable):  # The money is safe and the order says so: the janitor tries again.
                order = self._post(order)
        if order.state in {OrderState.POSTING_FAILED, OrderState.DUPLICATE}:
            order = self._move(order, events.Owed(self.clock()))
        return order

    def _post(self, order: Order) -> Order:
        if order.paid_at is None:
            raise ValueError(f"{order.number} is paid, and nobody knows since when")
        try:
            voucher = self.tax.post(order.number, order.bills, order.paid_at, order.channel)
        except PostingRefused as refusal:
            event = events.FoundDuplicate if self._posted(order.bills) else events.NotPosted
            return self._move(order, event(detail=str(refusal)))
        return self._move(order, events.Posted(voucher))

    def _posted(self, bills: tuple[Bill, ...]) -> bool:
        people = {bill.person for bill in bills}
        return any(self.tax.paid(person) & {bill.key for bill in bills} for person in people)

    def _refund(self, order: Order) -> Order:
        """Ask for the refund until it is accepted, then about it until it is done. Its number never changes."""
        if order.state is not OrderState.REFUND_DUE:
            return order
        refund, network = _owed(order), self.networks[order.network]
        answer = network.query_refund(order, refund)
        if not isinstance(answer, RefundDone | RefundPending):
            answer = network.refund(order, refund)
        return self._move(order, events.Refunded()) if isinstance(answer, RefundDone) else order

    def _move(self, order: Order, event: OrderEvent) -> Order:
        return self.book.move(order, event, self.clock())


def _owed(order: Order) -> Refund:
    """The refund of an order that is owed back. Raises ValueError where nobody knows since when."""
    owed_at = order.owed_at or order.paid_at  # What was owed before the store kept that time.
    if owed_at is None:
        raise ValueError(f"{order.number} is owed back, and nobody knows since when")
    return Refund(refund_number(order.number), order.fen, owed_at, Text("缴费未入库"))
