"""A visitor's call as the bureau's desk has it: from which terminal, since when, and who of the staff is on the way."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.terminal.calls import ESCALATES_AFTER_S, LAPSES_AFTER_S

ESCALATES_AFTER = timedelta(seconds=ESCALATES_AFTER_S)
LAPSES_AFTER = timedelta(seconds=LAPSES_AFTER_S)


@dataclass(frozen=True, slots=True)
class DeskCall:
    """Nothing of who calls. `made` is the terminal's time, by which a call is told from the next; `since` the bureau's.

    `screen` is the id of where the visitor stands, `comes` the number of who has answered, empty before.
    """

    terminal: str
    made: datetime
    since: datetime
    screen: str
    rung: int = 1
    comes: str = ""

    def is_urgent(self, now: datetime) -> bool:
        """Nobody has answered for a minute, by either clock."""
        return not self.comes and (self.rung > 1 or now - self.since >= ESCALATES_AFTER)
