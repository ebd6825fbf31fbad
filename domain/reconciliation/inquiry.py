"""A query of one order by hand: staff ask its network, and what it said is in the log of the order's case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.payment.network import Absent, Closed, Paid, PaymentNetwork, QueryAnswer, Unclear, Waiting
from domain.payment.order import Network, Order, OrderBook
from domain.payment.states import ASKED, OrderState
from domain.reconciliation.bill import Kind
from domain.reconciliation.cases import CaseBook, Queried, Subject
from domain.runtime import Clock
from domain.terminal.duty import Duty


class NotHere(Exception):
    """There is no such order at this terminal, or its network is in use here no more."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the network said, and the order as it is since; `before` is what it was."""

    answer: QueryAnswer
    before: Order
    order: Order


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`check` asks about an order and lets it go on by the answer, as `Cashier.claimed` does."""

    orders: OrderBook
    networks: Mapping[Network, PaymentNetwork]
    cases: CaseBook
    check: Callable[[str], Order]
    clock: Clock

    def ask(self, duty: Duty, number: str) -> Told:
        """Ask about an order in whatever state. Money that is there is taken; else nothing moves. Raises NotHere.

        `number` is its own, or what its network knows it by.
        """
        try:
            before = (self.orders.known_as(number) or (self.orders.get(number),))[0]
            network = self.networks[before.network]
        except KeyError:
            raise NotHere(number) from None
        answer, now = network.query(before), self.clock()
        subject = Subject(before.network, Kind.PAYMENT, before.trade.number)
        self.cases.tell(subject, Queried(now, detail=said(answer)), now, duty.number)
        takes = isinstance(answer, Paid) and before.state in ASKED | {OrderState.UNPAID}
        return Told(answer, before, self.check(before.trade.number) if takes else self.orders.get(before.number))


def said(answer: QueryAnswer) -> str:
    """An answer in a few words for the log, nothing personal."""
    match answer:
        case Paid(transaction, paid_at):
            return f"paid, transaction {transaction}, at {paid_at.isoformat(timespec='seconds')}"
        case Waiting():
            return "not paid yet"
        case Closed():
            return "closed: it can no longer be paid"
        case Absent():
            return "never heard of"
        case Unclear(reason):
            return f"unclear: {reason}"
