"""What was taken: by terminal, channel and time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.money import NONE, Fen


@dataclass(frozen=True, slots=True)
class Taken:
    """How many payments were entered, and how much they come to. `slot` counts stretches of time from 0."""

    terminal: str
    channel: str
    slot: int
    count: int
    fen: Fen


@dataclass(frozen=True, slots=True)
class Sum:
    """How many, and how much."""

    count: int = 0
    fen: Fen = NONE

    def plus(self, taken: "Taken | Sum") -> "Sum":
        return Sum(self.count + taken.count, Fen(self.fen + taken.fen))


class Takings(Protocol):
    """Safe from any thread."""

    def between(self, edges: Sequence[datetime]) -> tuple[Taken, ...]:
        """What was paid from the first edge until the last, and entered; each slot lies between two edges."""
        ...


def summed(taken: Sequence[Taken]) -> Sum:
    """All of it."""
    whole = Sum()
    for one in taken:
        whole = whole.plus(one)
    return whole
