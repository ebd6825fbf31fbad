"""What a terminal copies up: its log of orders as it stands there, entry by entry, and the orders as they are now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

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

    def word(self, health: str) -> None:
        """That the terminal is there, and how it is: JSON of few words without personal data."""
        ...


class Log(Protocol):
    """The terminal's end: what it has to copy."""

    def since(self, serial: int, most: int) -> tuple[Entry, ...]:
        """At most so many entries after this one, in order."""
        ...

    def get(self, number: str) -> Order:
        """The order as stored. Raises KeyError."""
        ...
