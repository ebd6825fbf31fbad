"""Codes by SMS in the demonstration: they come to the phone beside the terminal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

GOOD_FOR = timedelta(minutes=5)
TRIES = 5
"""After so many wrong answers a code is void: six digits must not be found by trying."""
CODES = 10**6


@dataclass(frozen=True, slots=True)
class _Sent:
    code: str
    at: datetime
    tries: int = 0


class SimulatedSms:
    """Implements `SmsCodes`. `below(n)` gives a random number under n. Safe from any thread."""

    def __init__(self, clock: Callable[[], datetime], below: Callable[[int], int]) -> None:
        self._clock, self._below = clock, below
        self._lock = Lock()
        self._sent: dict[str, _Sent] = {}
        self._last = ""

    @property
    def last(self) -> str:
        """The newest code that came to the phone; empty if none has come."""
        with self._lock:
            return self._last

    def send(self, phone: str) -> None:
        """Send a fresh code; an earlier one to the same phone is void."""
        with self._lock:
            self._last = f"{self._below(CODES):06d}"
            self._sent[phone] = _Sent(self._last, self._clock())

    def prove(self, phone: str, code: str) -> bool:
        """Whether this is the code that was sent to this phone and is still good. It is good once."""
        with self._lock:
            sent = self._sent.get(phone)
            if sent is None or sent.tries >= TRIES or self._clock() - sent.at > GOOD_FOR:
                return False
            if sent.code != code:
                self._sent[phone] = replace(sent, tries=sent.tries + 1)
                return False
            del self._sent[phone]
            return True
