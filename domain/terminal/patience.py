"""How long a terminal waits for whoever stands before it: in seconds without a touch, each a setting."""

from dataclasses import dataclass
from enum import StrEnum

LEAST_HELD_S = 420
"""No screen is left sooner while money moves: its code can still be paid."""


class Stay(StrEnum):
    """Why one stays at a screen without touching it."""

    THINKING = "thinking"
    """a form, a menu, a choice"""
    READING = "reading"
    """a paper is read, and whoever mends the printer has to be fetched"""
    DONE = "done"
    """what became of it has been said, and there is nothing to lose"""


@dataclass(frozen=True, slots=True)
class Patience:
    """Until it is asked whether somebody is there, by why they may not touch anything; then `answer_s` to answer.

    `held_s`: so long at most a screen stays while money or paper moves. `home_s`: Home is left alone for so long before
    it calls the next visitor, and has forgotten what was chosen there.
    """

    ask_s: int = 60
    paper_s: int = 150
    result_s: int = 60
    answer_s: int = 30
    held_s: int = 900
    home_s: int = 60

    def before(self, stay: Stay) -> int:
        """Until it is asked; where nobody is asked, until it is over."""
        return {Stay.THINKING: self.ask_s, Stay.READING: self.paper_s, Stay.DONE: self.result_s}[stay]
