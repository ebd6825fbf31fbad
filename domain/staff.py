"""The port of who is admitted behind the staff's door."""

from datetime import timedelta
from typing import Protocol

TRIES = 5
"""After so many wrong PINs in a row a number is shut out: four digits must not be found by trying."""
SHUT_OUT = timedelta(minutes=10)
DEMO_NUMBER, DEMO_PIN = "0001", "2468"
"""The demonstration's one staff member. No secret: the dock says it."""


class StaffKeys(Protocol):
    """Knows the staff by number and PIN. Safe from any thread; takes its time, so off the GUI thread."""

    @property
    def anybody(self) -> bool:
        """Whether there is any staff to be admitted here."""
        ...

    def admits(self, number: str, pin: str) -> bool:
        """Whether this is the PIN of that number. After TRIES wrong ones in a row no PIN is right for SHUT_OUT.

        False tells neither which of the two was wrong nor that the number is shut out.
        """
        ...
