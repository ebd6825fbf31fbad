"""An order: one attempt to pay some bills through one network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType, Protocol

from domain.money import Fen
from domain.payment.events import OrderEvent
from domain.payment.states import OrderState
from domain.people.person import Bill

Network = NewType("Network", str)
"""The name of a payment network, as settings, orders and the store have it. What it can do its client says."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What a network knows: a number of ours (out_trade_no), and how much is paid under it."""

    number: str
    fen: Fen


@dataclass(frozen=True, slots=True)
class Combined:
    """合单: several orders that are paid by one code. `number` and `fen` are what the network knows of all of them.

    `parts` is what it knows of each of them besides, where it combines them by itself; empty where it knows no more
    than one order of ours.
    """

    number: str
    fen: Fen
    parts: tuple[Trade, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """`number` is 20-32 characters of `[0-9A-Z]` (out_trade_no, fit for all three networks); times are aware.

    `deadline` is the last moment to pay. `code` is what the network gave to show as a QR code, exactly.
    `transaction` is the network's own number, `voucher` the tax system's (凭证号码). `owed_at` is when a refund was.
    `proof` is the number of what staff sent back at the merchant's platform (退款单号), `reason` why they ended it.
    `combined` is what it is paid in, with others; None where it is paid alone.
    """

    number: str
    network: Network
    channel: str
    payer: int
    bills: tuple[Bill, ...]
    fen: Fen
    state: OrderState
    created_at: datetime
    deadline: datetime
    code: str | None = None
    transaction: str | None = None
    paid_at: datetime | None = None
    voucher: str | None = None
    owed_at: datetime | None = None
    proof: str | None = None
    reason: str = field(default="", repr=False)
    combined: Combined | None = None

    @property
    def shared(self) -> Combined | None:
        """The one order of ours that is all its network knows of it and others; None where it knows it by itself."""
        return self.combined if self.combined and not self.combined.parts else None

    @property
    def trade(self) -> Trade:
        """As what its network knows it: so it is billed, and so its money goes back."""
        return Trade(self.shared.number, self.shared.fen) if self.shared else Trade(self.number, self.fen)

    @property
    def whole(self) -> Trade:
        """All that is paid by its code, under one number."""
        return Trade(self.combined.number, self.combined.fen) if self.combined else self.trade


class BillBusy(Exception):
    """Another live order holds one of these bills; `order` is that order, where it has been looked up."""

    def __init__(self, number: str, order: Order | None = None) -> None:
        super().__init__(f"order {number} is still open for this bill")
        self.number = number
        self.order = order


class Overtaken(Exception):
    """Somebody else moved the order first: read it again."""


def known(book: "OrderBook", number: str) -> Order | None:
    """The order of this number; None if the book has none."""
    try:
        return book.get(number)
    except KeyError:
        return None


class OrderBook(Protocol):
    """Where orders are kept. Every write is committed before it returns."""

    def add(self, *orders: Order) -> None:
        """Store new orders, all or none. Raises BillBusy if a live order holds one of their bills."""
        ...

    def get(self, number: str) -> Order:
        """The order as stored. Raises KeyError."""
        ...

    def known_as(self, trade: str) -> tuple[Order, ...]:
        """The orders that a network knows by this number: one, or all that are paid by one code (`Order.whole`)."""
        ...

    def paid_for(self, person: int) -> tuple[Order, ...]:
        """Orders with a bill of this person whose money was taken, oldest first."""
        ...

    def all(self) -> tuple[Order, ...]:
        """Every order, oldest first."""
        ...

    def move(self, order: Order, event: OrderEvent, at: datetime) -> Order:
        """Append the event and move the state by `life` in one transaction; returns the order as it now is.

        What its network knows as one with others (`Order.shared`) is paid at once: all of them are Paid in the same
        transaction, unless they have moved on otherwise.

        An order that is no longer in `states.ALIVE` lets go of its bills; a late success takes back what is free.
        The order takes over what was learnt with the event; `at` is when it is written down.
        Raises Overtaken if the stored state is no longer `order.state`, Impossible if the table has no such edge.
        """
        ...

    def unsettled(self) -> tuple[Order, ...]:
        """Orders in `states.UNSETTLED`, oldest first."""
        ...

    def holding(self, bills: Iterable[Bill]) -> tuple[Order, ...]:
        """Orders that hold one of these bills."""
        ...
