"""The bill of a day (对账单): what a network says that it took and sent back. And what it may answer instead of one."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

from domain.money import NONE, Fen
from domain.payment.order import Network


class Kind(StrEnum):
    """Which way money went: from a payer, or back."""

    PAYMENT = "payment"
    REFUND = "refund"


Key = tuple[Kind, str]
"""What a payment or refund is known by on both sides: its kind, and our own number for it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One payment or refund as a bill has it; `fen` is never negative, `at` aware.

    `number` is our own for it, `order` our own for the payment; either may be empty, for not every bill tells both.
    `transaction` is the network's. `failed` is a refund that did not go out after all.
    """

    kind: Kind
    number: str
    order: str
    transaction: str
    fen: Fen
    at: datetime
    failed: bool = False

    @property
    def key(self) -> Key:
        return self.kind, self.number


@dataclass(frozen=True, slots=True)
class Tally:
    """How many payments and refunds, and how much of each, in fen."""

    count: int = 0
    paid: Fen = NONE
    refunded: Fen = NONE

    @property
    def net(self) -> Fen:
        return Fen(self.paid - self.refunded)

    def plus(self, kind: Kind, fen: Fen) -> "Tally":
        """With one more."""
        if kind is Kind.PAYMENT:
            return Tally(self.count + 1, Fen(self.paid + fen), self.refunded)
        return Tally(self.count + 1, self.paid, Fen(self.refunded + fen))


ZERO = Tally()

Reading = Generator[Row, None, Tally | None]
"""The rows of a bill as they are read, and at the end the totals that it tells of itself, if it does.

Raises BrokenBill where the bill is not what it should be: only what was read to its end can be believed.
"""


class BrokenBill(Exception):
    """The bill is cut off, changed, of another day or merchant, or contradicts itself. The message is for the log."""


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill that was read to its end once, and nothing was wrong with it. `rows` begins anew with every call.

    `own` are the totals that it tells of itself; None if it tells none.
    """

    rows: Callable[[], Iterable[Row]]
    own: Tally | None


@dataclass(frozen=True, slots=True)
class NotReady:
    """The network is still making it: ask again later."""

    why: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The network has none: it is not made yet, or nothing happened on that day. Nobody can tell which."""

    why: str


@dataclass(frozen=True, slots=True)
class Empty:
    """The network says that nothing happened on that day."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What came is no bill to be believed."""

    why: str


@dataclass(frozen=True, slots=True)
class Silent:
    """No answer, or a refusal: nothing is known of the bill."""

    why: str


BillAnswer = Bill | NotReady | Absent | Empty | Broken | Silent


@runtime_checkable
class BillSource(Protocol):
    """A network that gives bills. What it says or fails to say is a value: it raises nothing of that."""

    @property
    def day_begins(self) -> timedelta:
        """When the day of a bill begins, from midnight in the hall: before it, if negative."""
        ...

    def bill(self, day: date) -> BillAnswer:
        """The bill of a day. Takes a minute at worst."""
        ...


def sources(networks: Mapping[Network, object]) -> dict[Network, BillSource]:
    """Those of some networks that give bills."""
    return {name: network for name, network in networks.items() if isinstance(network, BillSource)}


def whole(read: Callable[[], Reading]) -> Bill | Broken:
    """The bill that `read` reads, if it comes to its end, and if its own totals are those of its rows.

    A bill is not kept unpacked: whoever wants the rows reads them once more.
    """
    try:
        told, own = _sum(read())
    except BrokenBill as broken:
        return Broken(str(broken))
    if own is not None and own != told:
        return Broken(f"its rows are {told}, its own totals {own}")
    return Bill(read, own)


def _sum(reading: Reading) -> tuple[Tally, Tally | None]:
    kept: list[Tally | None] = []

    def rows() -> Iterator[Row]:
        kept.append((yield from reading))

    told = tally(rows())
    return told, kept[0]


def tally(rows: Iterable[Row]) -> Tally:
    """What rows come to."""
    count, paid, refunded = 0, 0, 0
    for row in rows:
        count += 1
        if row.kind is Kind.PAYMENT:
            paid += row.fen
        else:
            refunded += row.fen
    return Tally(count, Fen(paid), Fen(refunded))
