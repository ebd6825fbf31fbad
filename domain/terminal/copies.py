"""What a terminal copies up: its log of orders as it stands there, entry by entry, and the orders as they are now."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.payment.office import CaseFile
from domain.payment.order import Order


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log of orders. `learnt` is JSON, `hash` hexadecimal; `serial` counts without gaps from 1."""

    serial: int
    order: str
    event: str
    state: str
    at: datetime
    detail: str
    learnt: str
    hash: str
    terminal: str | None = None
    who: str | None = None


class Forked(Exception):
    """The entries do not follow those that are there: this log is another than the one that was copied before."""


class WishKind(StrEnum):
    """What the bureau wants a terminal to do about an order of its own."""

    ASK = "ask"
    """its network knows more"""
    SENT_BACK = "sent_back"
    POSTED_BY_HAND = "posted_by_hand"


@dataclass(frozen=True, slots=True)
class Wish:
    """`who` is one or two of the bureau's staff, or a part of it; `proof` and `reason` are as they gave them."""

    number: int
    order: str
    kind: WishKind
    who: str
    proof: str = ""
    reason: str = field(default="", repr=False)


class Copies(Protocol):
    """The bureau's end. All raise Unreachable."""

    def upto(self) -> int:
        """The serial of the last entry that is there; 0 before the first."""
        ...

    def copy(self, entries: tuple[Entry, ...], orders: tuple[Order, ...]) -> int:
        """Take what follows, in order, with the orders that it is about; as `upto` then. Again changes nothing.

        Raises Forked.
        """
        ...

    def word(self, health: str) -> tuple[Wish, ...]:
        """That the terminal is there, and how it is: JSON of few words without personal data. What is wished of it."""
        ...

    def done(self, wish: int, outcome: str) -> None:
        """What came of a wish: empty if it was done, else why not, in a word."""
        ...


class Log(CaseFile, Protocol):
    """The terminal's end: what it has to copy, and where it does what is wished."""

    def since(self, serial: int, most: int) -> tuple[Entry, ...]:
        """At most so many entries after this one, in order."""
        ...

    def get(self, number: str) -> Order:
        """The order as stored. Raises KeyError."""
        ...
