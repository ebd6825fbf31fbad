"""Where visitors get stuck: counts of visits by screen, in which nobody can be found.

A cell is something that happened on a screen: it was shown, it ended so, this was wrong, it was looked at for so long.
Each counts a visit once, however often that happened in it, and is told in whole fives: fewer than five are not told,
and of two days or two looks the difference is no visit. What is counted knows neither an order nor a time within the
day, and is given away by five visits at least together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.desk.stuck import Stuck
from domain.flows.ends import BACK, FAULT
from domain.flows.engine import ANYWHERE, channel_of
from domain.runtime import Uptime

K = 5
"""So many visits at least are behind a figure (k-anonymity)."""
HOME, ALONE, CLOSING = ANYWHERE
LEFT = "left"
"""Home was touched while something was held, which is brought to an end first."""
CLASSES_S = (10, 30, 60, 120, 300)
"""Seconds up to which a screen was looked at; longer is the last class."""
LONGER = "longer"
UNTOLD = frozenset({"staff"})
"""Channels of which nothing is counted: who works there is known."""


class Kind(StrEnum):
    """What a cell counts."""

    CAME = "came"
    ENDED = "ended"
    """by the outcome: of the screen's row, of `ANYWHERE`, `BACK` or `FAULT`"""
    WRONG = "wrong"
    """by the key of a field, or the message of a refusal; never what was typed"""
    LASTED = "lasted"
    """by the class of its seconds"""


@dataclass(frozen=True, slots=True)
class Cell:
    """`which` of its kind; empty where there is one only."""

    screen: str
    kind: Kind
    which: str = ""


Counts = Mapping[Cell, int]
"""Visits."""


class Shelf(Protocol):
    """Where counts are kept, by day. Safe from any thread; may wait for the disk."""

    def add(self, counts: Counts) -> None:
        """To those of today. Raises OSError."""
        ...

    def of(self, days: int) -> Counts:
        """Those of the last so many days, today included. Raises OSError."""
        ...

    def on(self, day: date) -> Counts:
        """Those of a day; none where they are not kept any more. Raises OSError."""
        ...


def lasted(seconds: float) -> str:
    """The class of a length of time: the seconds up to which it goes, or LONGER."""
    return next((str(most) for most in CLASSES_S if seconds <= most), LONGER)


class Tally:
    """Counts one visit after the other; `give` gets what K of them add up to. What is fewer at the end nobody gets."""

    def __init__(self, uptime: Uptime, give: Callable[[Counts], None]) -> None:
        self._uptime, self._give = uptime, give
        self._screen = ""
        self._since = 0.0
        self._visit: set[Cell] = set()
        self._visits = 0
        self._counts: Counter[Cell] = Counter()

    def comes(self, screen: str) -> None:
        """A screen is shown to a visitor."""
        self._screen, self._since = screen, self._uptime()
        self._count(Kind.CAME)

    def errs(self, what: Iterable[str]) -> None:
        """Something is wrong on it: keys of fields, messages of refusals."""
        for which in what:
            self._count(Kind.WRONG, which)

    def ends(self, outcome: str) -> None:
        """It has ended."""
        if self._screen:
            self._count(Kind.ENDED, outcome)
            self._count(Kind.LASTED, lasted(self._uptime() - self._since))
        self._screen = ""

    def leaves(self) -> None:
        """The visit is over."""
        self._screen = ""
        if not self._visit:
            return
        self._counts.update(self._visit)
        self._visit.clear()
        self._visits += 1
        if self._visits >= K:
            counts, self._counts, self._visits = self._counts, Counter(), 0
            self._give(counts)

    def _count(self, kind: Kind, which: str = "") -> None:
        if self._screen and channel_of(self._screen) not in UNTOLD:
            self._visit.add(Cell(self._screen, kind, which))


def told(counts: Counts) -> tuple[Stuck, ...]:
    """All screens that five visits came to; where most were given up first, then where most went wrong."""
    whole = {cell: count - count % K for cell, count in counts.items() if count >= K}
    screens = (_stuck(cell.screen, whole) for cell in whole if cell.kind is Kind.CAME)
    return tuple(sorted(screens, key=lambda one: (-one.given_up, -sum(one.wrong.values()), -one.came, one.screen)))


def _stuck(screen: str, whole: Counts) -> Stuck:
    def of(kind: Kind) -> dict[str, int]:
        """The largest first."""
        found = {cell.which: n for cell, n in whole.items() if cell.screen == screen and cell.kind is kind}
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    ended = of(Kind.ENDED)
    came = whole[Cell(screen, Kind.CAME)]
    back, alone, closed, broken = (ended.pop(end, 0) for end in (BACK, ALONE, CLOSING, FAULT))
    left = ended.pop(HOME, 0) + ended.pop(LEFT, 0)
    return Stuck(screen, came, back, left, alone, closed, broken, ended, of(Kind.WRONG), of(Kind.LASTED))


def hurdles(counts: Counts) -> tuple[Stuck, ...]:
    """Of these the ones at which visits were given up, or went wrong."""
    return tuple(one for one in told(counts) if one.is_hurdle)
