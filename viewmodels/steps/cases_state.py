"""Where a page of cases stands."""

from dataclasses import dataclass

from domain.flows.steps import WayOut
from domain.words import NOTHING, Text
from viewmodels.asking import Asking
from viewmodels.words import cases
from viewmodels.words.case_rows import Told

A_BATCH = 20
"""So many are folded below the open one at once: a hall's desk may hold the refunds of a whole region."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A case in words, with the ways out of it."""

    told: Told
    ways: tuple[WayOut, ...]


@dataclass(frozen=True, slots=True)
class State:
    """`opened` is the case that is open, `chosen` the way out of it that somebody has chosen; empty: what comes first.

    `busy` while it is taken. What has been done is `doing` until the cases are read as they are now, then `done`.
    `owed` is how much in all goes back and has not gone. `batch` counts which of the folded ones are shown, from 0.
    """

    lying: tuple[Lying, ...] = ()
    opened: str = ""
    chosen: str = ""
    asking: Asking = Asking.ANSWERED
    busy: bool = False
    problem: Text = NOTHING
    done: Text = NOTHING
    doing: Text = NOTHING
    caution: Text = NOTHING
    owed: Text = NOTHING
    batch: int = 0

    @property
    def open(self) -> Lying | None:
        """The one that somebody has opened, else the oldest that waits for somebody, else the oldest."""
        asked = (one for one in self.lying if one.told.id == self.opened)
        waiting = (one for one in self.lying if one.ways)
        return next(asked, None) or next(waiting, None) or next(iter(self.lying), None)

    @property
    def folded(self) -> tuple[Lying, ...]:
        """All others."""
        return tuple(one for one in self.lying if one != self.open)

    @property
    def following(self) -> Lying | None:
        """The one after the open one that waits for somebody; None if that is the last."""
        behind = self.lying[self.lying.index(self.open) + 1 :] if self.open else ()
        return next((one for one in behind if one.ways), None)

    @property
    def way(self) -> WayOut | None:
        """What is chosen."""
        ways = self.open.ways if self.open else ()
        return next((way for way in ways if way.id == self.chosen), None) or cases.first_choice(ways)
