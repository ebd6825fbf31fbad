"""Codes by SMS in the demonstration: they come to the phone beside the terminal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from domain.forms.fields import RESEND
from domain.identity.sms import AT_ONCE, CODES, DAY, GOOD_FOR, SENDS, TRIES
from domain.runtime import Clock


@dataclass(frozen=True, slots=True)
class _Sent:
    """The code that is good; empty once it is spent. `at` are the times of all codes within DAY, oldest first."""

    code: str
    at: tuple[datetime, ...]
    tries: int = 0


class SimulatedSms:
    """Implements `SmsCodes`. `below(n)` gives a random number under n. Safe from any thread."""

    def __init__(self, clock: Clock, below: Callable[[int], int]) -> None:
        self._clock, self._below = clock, below
        self._lock = Lock()
        self._sent: dict[str, _Sent] = {}
        self._last = ""

    @property
    def last(self) -> str:
        """The newest code that came to the phone; empty if none has come."""
        with self._lock:
            return self._last

    def send(self, phone: str) -> timedelta:
        """As `SmsCodes` says: RESEND between two codes, SENDS of them in a day."""
        with self._lock:
            now = self._clock()
            earlier = self._sent.get(phone)
            times = tuple(at for at in earlier.at if now - at < DAY) if earlier else ()
            if times and now - times[-1] < RESEND:
                return RESEND - (now - times[-1])
            if len(times) >= SENDS:
                return DAY - (now - times[0])
            self._last = f"{self._below(CODES):06d}"
            self._sent[phone] = _Sent(self._last, (*times, now))
            return AT_ONCE

    def proves(self, phone: str, code: str) -> bool:
        """As `SmsCodes` says; after TRIES wrong ones none is right."""
        with self._lock:
            sent = self._sent.get(phone)
            if sent is None or sent.tries >= TRIES or self._clock() - sent.at[-1] > GOOD_FOR:
                return False
            if sent.code != code:
                self._sent[phone] = replace(sent, tries=sent.tries + 1)
                return False
            return bool(code)

    def spend(self, phone: str) -> None:
        """As `SmsCodes` says."""
        with self._lock:
            if phone in self._sent:
                self._sent[phone] = replace(self._sent[phone], code="")
