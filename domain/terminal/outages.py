"""When the terminal was out of service and why, for its staff."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from domain.words import Text

KEPT = 50


@dataclass(frozen=True, slots=True)
class Outage:
    """A time out of service. `reason` is a few Chinese words for the staff, impersonal."""

    reason: Text
    since: datetime
    until: datetime


class Outages:
    """Those of this run of the program, oldest first. Adding and reading may happen on different threads."""

    def __init__(self) -> None:
        self._kept: deque[Outage] = deque(maxlen=KEPT)

    def add(self, outage: Outage) -> None:
        """It is over, and goes down as the latest."""
        self._kept.append(outage)

    def recent(self, most: int) -> tuple[Outage, ...]:
        """The latest, newest first, at most so many."""
        return tuple(reversed(self._kept))[:most]
