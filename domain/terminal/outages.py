"""What the terminal has to tell its staff: when it was out of service and why, and what is amiss with it now."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.words import NOTHING, Text, joined

KEPT = 50


@dataclass(frozen=True, slots=True)
class Outage:
    """A time out of service. `reason` is a few Chinese words for the staff, impersonal."""

    reason: Text
    since: datetime
    until: datetime


class Outages:
    """Those of this run of the program, oldest first. Adding and reading may happen on different threads.

    `amiss` are those who know what staff should see to: a sentence each, empty if nothing is. `began` is when the
    program did.
    """

    def __init__(self, *amiss: Callable[[], Text], began: datetime | None = None) -> None:
        self._amiss = amiss
        self.began = began
        self._kept: deque[Outage] = deque(maxlen=KEPT)

    def amiss(self) -> Text:
        """What staff should see to now; empty if nothing is."""
        return joined(NOTHING, (told() for told in self._amiss))

    def add(self, outage: Outage) -> None:
        """It is over, and goes down as the latest."""
        self._kept.append(outage)

    def all(self) -> tuple[Outage, ...]:
        """Those that are kept, oldest first."""
        return tuple(self._kept)

    def recent(self, most: int) -> tuple[Outage, ...]:
        """The latest, newest first, at most so many."""
        return tuple(reversed(self._kept))[:most]
