"""What our own books say of payments and refunds, and what bills have said of them before: a port of the store."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Protocol

from domain.money import Fen
from domain.payment.order import Network
from domain.reconciliation.bill import Key, Kind


class Bucket(StrEnum):
    """两边相符, 只有我方, 只有对方, 金额不同; and what another terminal of the merchant has to answer for."""

    MATCH = "match"
    OURS_ONLY = "ours_only"
    THEIRS_ONLY = "theirs_only"
    DIFFERS = "differs"
    ELSEWHERE = "elsewhere"


class Standing(StrEnum):
    """How far a payment or refund has come by our own books."""

    DONE = auto()
    """The money moved."""
    OPEN = auto()
    """It was asked for, and nobody here knows yet."""
    NOT_DONE = auto()
    """It did not move."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A payment or refund of ours. What is DONE happened between `since` and `until`, as far as we know.

    `order` is the order that it belongs to; `transaction` the network's number for a payment, where we know it.
    """

    kind: Kind
    number: str
    order: str
    fen: Fen
    standing: Standing
    since: datetime
    until: datetime
    transaction: str = ""

    @property
    def key(self) -> Key:
        return self.kind, self.number


class Books(Protocol):
    """Safe from any thread; what is written is committed before it returns. `day` is that of a bill."""

    def first_day(self) -> date | None:
        """The hall's day of the first order; None before there is one."""
        ...

    def due(self, network: Network, day: date, since: datetime, until: datetime) -> Iterable[Entry]:
        """What is DONE and may have happened in `[since, until)`, and no other day's bill was held against."""
        ...

    def find(self, network: Network, keys: Collection[Key]) -> Mapping[Key, Entry]:
        """Those of `keys` that we know."""
        ...

    def marks(self, network: Network, day: date) -> Mapping[Key, Bucket]:
        """Where everything was put that a day's bill has been held against."""
        ...

    def mark(self, network: Network, day: date, found: Mapping[Key, Bucket]) -> None:
        """Keep where these were put, for good."""
        ...
