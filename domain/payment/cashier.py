"""The cashier follows an order from the first network call until its money is posted, returned or handed to people.

Every method may block on the network and the store, so callers run it off the GUI thread. What a method leaves undone,
the janitor finds in the order book.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.payment import events
from domain.payment.claims import Claims, OnlyHere, claim, let_go
from domain.payment.clocks import Clocks, ClockWrong
from domain.payment.combining import new_orders
from domain.payment.events import OrderEvent
from domain.payment.network import (
    Absent,
    Closed,
    CreateAnswer,
    Paid,
    PaymentNetwork,
    Presented,
    QueryAnswer,
    RefundAnswer,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.order import BillBusy, Network, Order, OrderBook, Overtaken, known
from domain.payment.pace import REFUNDS, USUAL, wait
from domain.payment.states import ASKED, MONEY_TAKEN, OPEN, TO_BE_CLOSED, WAITING, OrderState
from domain.payment.watch import Watch
from domain.people.person import Bill
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.repayments.repayer import Repayer
from domain.repayments.repayment import Claim
from domain.repayments.states import RepaymentState
from domain.runtime import Clock
from domain.words import Text

PAYABLE_FOR = timedelta(minutes=5)
GRACE = timedelta(minutes=10)
"""How long after the end of its code the last question about a closed order is asked: a payer's bank may be slow."""
UNKNOWN_FOR = timedelta(hours=4)
"""How long an order may resist closing before people look at it."""
assert PAYABLE_FOR < GRACE < UNKNOWN_FOR
ATTEMPTS = 5
PAYS = frozenset({OrderState.PAID, OrderState.LATE_SUCCESS, OrderState.POSTED})
"""States in which its money is for its bills, and is not on its way back."""
CLOSED_A_ROUND = 20
"""So many closed orders are looked at in a round: nobody waits for them."""


class AlreadyPaid(Exception):
    """One of the `bills` is already posted."""

    def __init__(self, bills: tuple[Bill, ...] = ()) -> None:
        super().__init__("already posted")
        self.bills = bills


class PaidOtherwise(AlreadyPaid):
    """One of the bills was paid by another `order`, meanwhile: this one's code is withdrawn."""

    def __init__(self, order: Order) -> None:
        super().__init__(order.bills)
        self.order = order


@dataclass(frozen=True, slots=True)
class Cashier:
    """Takes payments. `new_number` gives fresh order numbers, 20-32 characters of `[0-9A-Z]`.

    How long something lasts is measured by the `watch`, or by the clock of the network, which is what ends its codes.
    The hall's `clock`, which can be set, is for what is written down; and where nobody else knows. `repayer` sends back
    what is owed, through the same `networks`.
    """

    book: OrderBook
    tax: TaxSystem
    networks: Mapping[Network, PaymentNetwork]
    clock: Clock
    new_number: Callable[[datetime], str]
    watch: Watch
    repayer: Repayer
    claims: Claims = field(default_factory=OnlyHere)

    @property
    def clocks(self) -> Clocks:
        """The hall's clock beside those of the networks."""
        return Clocks(self.networks, self.clock)

    def start(self, network: Network, channel: str, payer: int, bills: tuple[Bill, ...], description: str) -> Order:
        """Store an order, then present it.

        Raises AlreadyPaid, BillBusy, ClockWrong, or Unreachable (tax system); no money moves.
        """
        return self.start_combined(network, channel, payer, (bills,), description)[0]

    def start_combined(
        self, network: Network, channel: str, payer: int, parts: Sequence[tuple[Bill, ...]], description: str
    ) -> tuple[Order, ...]:
        """Store an order for each part, then present them by one code. Raises as `start` does.

        The bills are held before the tax system is asked: between its answer and the orders nobody can post them.
        """
        self.clocks.insist(network)
        orders = new_orders(self.networks[network], channel, payer, parts, self.new_number, self.clock(), PAYABLE_FOR)
        try:
            claim(self.claims, self.book, orders)
            self.book.add(*orders)
        except BillBusy as found:
            raise BillBusy(found.number, known(self.book, found.number)) from None
        for order in orders:
            self.watch.begin(order.number)
            self._asked(order)
        try:
            if paid := next(filter(self._posted, parts), None):
                raise AlreadyPaid(paid)
        except (AlreadyPaid, Unreachable) as reason:
            self._created(orders, Refused(type(reason).__name__))
            raise
        return self._create(orders, description)

    def get(self, number: str) -> Order:
        """The order as stored. Raises KeyError."""
        return self.book.get(number)

    def recalls(self, order: Order) -> bool:
        """Whether an order's code can be taken back before its end. One of a network not in use here cannot."""
        network = self.networks.get(order.network)
        return network is not None and network.recalls

    def again(self, order: Order, watched_for: float) -> float:
        """Seconds until whoever has stood before an order's code for so many should ask about it again."""
        network = self.networks.get(order.network)
        return wait(network.pace.watched if network else USUAL.watched, watched_for) * self.watch.longer()

    def check(self, number: str) -> Order:
        """Ask the network about an order and act on the answer, up to posting. Raises PaidOtherwise."""
        return self._sure(self._follow(self.book.get(number), lambda order: self._settle(self._ask(order))))

    def claimed(self, trade: str) -> Order:
        """The same for an order of which somebody says that it was paid, be it one that nobody asks about any more.

        `trade` is what its network knows it by; of those that it knows as one, one is asked about. Raises KeyError.
        """
        known = self.book.known_as(trade)
        if not known:
            raise KeyError(trade)

        def act(order: Order) -> Order:
            return self._settle(self._find_paid(order) if order.state is OrderState.UNPAID else self._ask(order))

        mays = (order for order in known if order.state in ASKED | {OrderState.UNPAID})
        return self._follow(next(mays, known[0]), act)

    def cancel(self, number: str) -> Order:
        """Ask once more, then close: the answer is CLOSED, or EXPIRING if the network has not confirmed, or paid.

        Raises PaidOtherwise.
        """
        return self._sure(self._follow(self.book.get(number), self._cancel))

    def let_go(self) -> None:
        """Claim no longer what is over; withdraw what was paid elsewhere meanwhile. Raises Unreachable."""
        for order in let_go(self.claims, self.book):
            self._follow(order, lambda open_: self._withdrawn(open_, "paid elsewhere"))

    def unsettled(self) -> tuple[Order, ...]:
        """What the janitor has to look at now.

        Money that was taken comes first: a network that is silent about other orders must not keep it waiting.
        """
        known = self.watch.known()
        orders = self.book.unsettled()
        self.watch.forget(known - {order.number for order in orders})
        due = [order for order in orders if self.due(order)]
        closed = [order for order in due if order.state is OrderState.CLOSED and order.network in self.networks]
        others = (order for order in due if order.state is not OrderState.CLOSED)
        return (*sorted(others, key=lambda order: order.state not in MONEY_TAKEN), *closed[:CLOSED_A_ROUND])

    def due(self, order: Order) -> bool:
        """Whether there is something to be done about it now, or to be asked again."""
        return order.state not in WAITING or self.watch.due(order.number, _stage(order))

    def tend(self, order: Order) -> Order:
        """Bring an order as far as it goes now; returns it as it is afterwards."""
        if order.combined:  # What was heard of another meanwhile was heard of this one.
            order = self.book.get(order.number)
        return self._follow(order, self._tend)

    def ask(self, order: Order) -> QueryAnswer | RefundAnswer:
        """What its network says of an order, or of its refund where that is owed. Nothing is sent or moved by it."""
        if order.state is OrderState.REFUND_DUE:
            tried = self.repayer.book.last(order.number)
            return self.repayer.ask(order, tried) if tried else Absent()
        network = self.networks.get(order.network)
        return network.query(order) if network else Unclear("not in use here")

    def _follow(self, order: Order, act: Callable[[Order], Order]) -> Order:
        """Act on an order; where somebody else has moved it, act on what it has become."""
        for _ in range(ATTEMPTS):
            try:
                return act(order)
            except Overtaken:
                order = self.book.get(order.number)
        return order

    def _create(self, orders: tuple[Order, ...], description: str) -> tuple[Order, ...]:
        """Place them. Where a network's clock is another's the code is not shown, whatever it says: nobody can pay."""
        network = orders[0].network
        answer = self.networks[network].create(orders[0], description)
        try:
            self.clocks.confirm(network)
        except ClockWrong as wrong:
            self._created(orders, Refused(str(wrong)))
            raise
        orders = self._created(orders, answer)
        for order in orders:
            self._asked(order)
        return orders

    def _created(self, orders: tuple[Order, ...], answer: CreateAnswer) -> tuple[Order, ...]:
        """Write down what the network said to the creation. The janitor may have asked and been answered before."""
        return tuple(self._follow(order, lambda stored: self._begin(stored, answer)) for order in orders)

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
        elapsed, theirs = self.watch.elapsed(order.number), self.networks[order.network].time()
        if theirs is not None and theirs >= order.deadline:
            return True
        if elapsed is not None:
            return order.created_at + timedelta(seconds=elapsed) >= order.deadline
        return not timedelta(0) < order.deadline - self.clock() <= 2 * PAYABLE_FOR

    def _surely(self, order: Order, uptime: float) -> datetime:
        """The time at an uptime, by the last of the clocks that an order can be judged by: it is no earlier."""
        elapsed, theirs = self.watch.elapsed(order.number), self.networks[order.network].time()
        ours = self.clock() if elapsed is None else order.created_at + timedelta(seconds=elapsed)
        return min(ours, theirs or ours) - timedelta(seconds=self.watch.uptime() - uptime)

    def _ask(self, order: Order) -> Order:
        if order.state not in ASKED:
            return order
        began = self.watch.uptime()
        answer = self.networks[order.network].query(order)
        self._asked(order)
        if order.state is OrderState.CLOSED and not isinstance(answer, Paid):
            return self._let_go(order, answer, began)
        match answer:
            case Paid(transaction, paid_at):
                return self._move(order, events.Paid(transaction, paid_at))
            case Closed():
                return self._move(order, events.Closed(detail="query"))
            case Waiting() if order.state is OrderState.UNKNOWN and order.code:
                return self._move(order, events.Waiting())
            case Absent() if order.state is OrderState.UNKNOWN and order.code and not self.recalls(order):
                return self._move(order, events.Waiting())
            case Unclear(why) if order.state in {OrderState.CREATED, OrderState.PRESENTED}:
                return self._move(order, events.Unanswered(detail=why))
        return order

    def _find_paid(self, order: Order) -> Order:
        """What is over is only moved by money that is there."""
        network = self.networks.get(order.network)
        match network.query(order) if network else None:
            case Paid(transaction, paid_at):
                return self._move(order, events.Paid(transaction, paid_at))
        return order

    def _let_go(self, order: Order, answer: QueryAnswer, asked: float) -> Order:
        """Watch a closed order no more, once the network has said of its code's end that nothing was paid."""
        if isinstance(answer, Unclear) or self._surely(order, asked) < order.created_at + PAYABLE_FOR + GRACE:
            return order
        # WeChat Pay closes no order by itself, and one that it does not know to be closed may never have been.
        if isinstance(answer, Waiting) and not isinstance(self.networks[order.network].close(order), Closed | Absent):
            return order
        return self._move(order, events.StillUnpaid())

    def _asked(self, order: Order) -> None:
        """Note when to ask again: at its network's pace, and when something is decided by the answer."""
        now, pace = self._surely(order, self.watch.uptime()), self.networks[order.network].pace
        ends = order.created_at + PAYABLE_FOR
        within = min(((end - now).total_seconds() for end in (ends, ends + GRACE) if end > now), default=pace.alone[-1])
        age = (self.clock() - (order.created_at if order.state in OPEN else order.deadline)).total_seconds()
        self.watch.asked(order.number, _stage(order), pace.alone, age, within)

    def _close(self, order: Order) -> Order:
        if order.state not in TO_BE_CLOSED:
            return order
        began = self.watch.uptime()
        match self.networks[order.network].close(order):
            case Closed():
                return self._move(order, events.Closed(detail="closed"))
            # Whoever holds a code can pay it, as long as it lives. One that was never shown nobody holds.
            case Absent() | Unclear() if order.code is None:
                return self._move(order, events.Closed(detail="never shown"))
            # Alipay hears of an order only when its code is scanned, so a code that was shown may live until its end.
            case Absent() if self._surely(order, began) >= order.created_at + PAYABLE_FOR:
                return self._move(order, events.Closed(detail="absent"))
        return self._ask(order)

    def _give_up(self, order: Order) -> Order:
        over = order.deadline + UNKNOWN_FOR
        if order.state is OrderState.EXPIRING and self._surely(order, self.watch.uptime()) > over:
            return self._move(order, events.GivenUp())
        return order

    def _sure(self, order: Order) -> Order:
        """The order; raises PaidOtherwise if it has come to its end because another was paid for its bills."""
        if order.state in TO_BE_CLOSED | {OrderState.CLOSED}:
            keys = {bill.key for bill in order.bills}
            for paid in (one for person in {bill.person for bill in order.bills} for one in self.book.paid_for(person)):
                if paid.state in PAYS and keys & {bill.key for bill in paid.bills}:
                    raise PaidOtherwise(paid)
        return order

    def _withdraw(self, late: Order) -> None:
        """Late money is there: nobody is to pay its bills again. Whoever looks after the other order closes it."""
        for other in self.book.holding(late.bills):
            if other.number != late.number:
                self._follow(other, lambda open_: self._withdrawn(open_, f"paid by {late.number}"))

    def _withdrawn(self, order: Order, why: str) -> Order:
        return self._move(order, events.Expired(self.clock(), detail=why)) if order.state in OPEN else order

    def _settle(self, order: Order) -> Order:
        """Post what is paid; owe back what cannot be posted."""
        if order.state is OrderState.LATE_SUCCESS:
            self._withdraw(order)
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
        """What is owed goes back as far as it does now."""
        if order.state is not OrderState.REFUND_DUE:
            return order
        owed_at = order.owed_at or order.paid_at  # What was owed before the store kept that time.
        if owed_at is None:
            raise ValueError(f"{order.number} is owed back, and nobody knows since when")
        repayment = self.repayer.tend(Claim(order, order.fen, owed_at, Text("缴费未入库")))
        age = (self.clock() - owed_at).total_seconds()
        self.watch.asked(order.number, _stage(order), REFUNDS, age, within=REFUNDS[-1])
        done = repayment is not None and repayment.state is RepaymentState.DONE
        return self._move(order, events.Refunded()) if done else order

    def _move(self, order: Order, event: OrderEvent) -> Order:
        return self.book.move(order, event, self.clock())


def _stage(order: Order) -> str:
    """What is waited for: that it is paid, that it can be paid no more, late money, or that money is back."""
    if order.state in OPEN:
        return "open"
    return {OrderState.CLOSED: "closed", OrderState.REFUND_DUE: "owed"}.get(order.state, "closing")
