"""By which way a refund goes: back through the network that the money came by, or to a bank account.

The guide promises the bank account (三(八)). Back goes only what the insured paid themselves at this terminal: what
somebody else paid for them would come to that person.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from domain.payment.order import Network, OrderBook, known
from domain.refunds.application import Ground, Refundable
from domain.words import Text

TAKEN_BACK_FOR = timedelta(days=330)
"""How long after a payment a network surely takes a refund of it (a year), less the time that it may take to decide."""

TO_THE_ACCOUNT = Text("审核通过后退费将会直接到用户填写的银行账户上。")
"""The guide's own words (三(八))."""


@dataclass(frozen=True, slots=True)
class Ways:
    """`orders` are where it may be known: this terminal's own, and those that all share. `networks` are in use here."""

    orders: tuple[OrderBook, ...]
    networks: Container[Network]

    def network(self, item: Refundable, today: date) -> Network | None:
        """The network by which it can go back to who paid it; None where it goes to a bank account only."""
        order = next(filter(None, (known(book, item.order) for book in self.orders)), None)
        if order is None:
            return None
        own, in_time = order.payer == item.person, today - item.paid_on <= TAKEN_BACK_FOR
        return order.network if own and in_time and order.network in self.networks else None


def needs_account(ground: Ground) -> bool:
    """Whether it goes to a bank account for its ground alone: a payer who has died has no use for the network's."""
    return ground is Ground.DECEASED
