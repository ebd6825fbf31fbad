"""The port of who is admitted behind the staff's door, and what a PIN has to be."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from itertools import pairwise
from typing import Protocol

PIN_LENGTH = 6

COMMON = frozenset(
    "147258 147852 159357 159753 258456 456852 741852 852456 963852 142536 102030 100200 112358 135790 246810 314159 "
    "131420 131452 520131 521131 110119 110120 119110".split()
)
"""Chosen often, and no rule below says so: shapes on the keypad, numbers that everybody knows, words in digits."""
RUNS = "01234567890 09876543210"


def is_weak(pin: str) -> bool:
    """Whether a PIN is among those that are tried first: repeated parts, pairs, mirrors, runs, and what many choose."""
    halves = (pin[:3], pin[3:])
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return (
        any(pin == pin[:part] * (PIN_LENGTH // part) for part in (2, 3))
        or pin[0::2] == pin[1::2]
        or pin == pin[::-1]
        or len(steps) == 1
        or all(half in RUNS or len(set(half)) == 1 for half in halves)
        or pin in COMMON
    )


class Verdict(Enum):
    """What came of a try to be admitted."""

    ADMITTED = auto()
    WRONG = auto()
    """Number or PIN; not which of them."""
    EARLY = auto()
    """It was not looked at: one has to wait first."""
    LOCKED = auto()
    """The number is locked, whether or not anybody has it, until somebody unlocks it at the console."""
    SAME = auto()
    """The second of two is the first again: it was not looked at."""
    CLOSED = auto()
    """Nobody can be admitted: how often one has tried is not known or cannot be kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, and how long it takes until the next try with this number is looked at."""

    verdict: Verdict
    wait: timedelta = timedelta(0)


class StaffKeys(Protocol):
    """Knows the staff by number and PIN. Safe from any thread; takes its time, so off the GUI thread."""

    @property
    def anybody(self) -> bool:
        """Whether there is any staff to be admitted here."""
        ...

    def admits(self, number: str, pin: str) -> Answer:
        """Whether this is the PIN of that number. What is answered does not tell whether there is such a number."""
        ...


class NotAdmitted(Exception):
    """Something that only staff may do was asked for by nobody who was admitted. A mistake of ours, or an attack."""
