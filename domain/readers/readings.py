"""Where readers put what they have read, and a screen that asks for it takes it from."""

from threading import Lock

from domain.readers.reading import Reading
from domain.runtime import Uptime

LEASE_S = 1.0
"""A screen that waits asks several times a second; one that has not asked for so long is gone."""


class Readings:
    """Holds one reading at most, for the screen that waits now: what nobody waits for, nobody gets.

    Safe from any thread, and never waits.
    """

    def __init__(self, uptime: Uptime) -> None:
        self._uptime = uptime
        self._lock = Lock()
        self._held: Reading | None = None
        self._screen: object = None
        self._asked_at = 0.0
        self._waiting = 0

    @property
    def awaited(self) -> int:
        """The number of the screen that waits for something to be read; 0 if none does."""
        with self._lock:
            return self._waiting if self._waits() else 0

    def put(self, reading: Reading, screen: int | None = None) -> None:
        """Something was read; it takes the place of what was there.

        What takes a while to read is for the `screen` that was awaited as it began, and for no other.
        """
        with self._lock:
            self._held = reading if self._waits() and screen in {None, self._waiting} else None

    def take(self, screen: object) -> Reading | None:
        """What was read since `screen` began to ask, once. What was read for another screen is gone."""
        with self._lock:
            held = self._held if screen is self._screen and self._waits() else None
            self._waiting += screen is not self._screen
            self._held, self._screen, self._asked_at = None, screen, self._uptime()
            return held

    def clear(self) -> None:
        """A visitor has gone: nothing is held, and nobody waits."""
        with self._lock:
            self._held = self._screen = None

    def _waits(self) -> bool:
        return self._screen is not None and self._uptime() - self._asked_at < LEASE_S
