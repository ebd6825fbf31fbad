"""A paper to the phone (下载至手机): the port of what hands it over once, behind a code that nobody can guess."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.words import Text

LASTS_S = 300.0
"""Seconds for which a code is good."""


class Going(StrEnum):
    """How a paper is on its way."""

    WAITING = "waiting"
    TAKEN = "taken"
    """it went out as a whole, and is handed over no more"""
    CUT = "cut"
    """it was asked for, and not all of it went out; it is handed over no more all the same"""
    OVER = "over"
    """nobody has come for it in time, or its visitor has gone"""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that waits for a phone. `link` is the text of its code; it is good until the uptime `until`."""

    link: str
    until: float


class Handover(Protocol):
    """One paper at a time, for nobody else is served meanwhile. Safe from any thread; never waits."""

    def offer(self, paper: bytes, title: Text, ended: Callable[[Going], None]) -> Offer:
        """A PDF waits from now on; the one before waits no more.

        `title` is all that is told of it before it is taken. `ended` is told once how it ended, on any thread.
        """
        ...

    def look(self, offer: Offer) -> Going: ...

    def seconds(self, offer: Offer) -> int:
        """How long it is good for, in whole seconds, rounded up; 0 at its end."""
        ...

    def withdraw(self) -> None:
        """Whoever it is for has gone: nothing waits."""
        ...
