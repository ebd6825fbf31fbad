"""How the latest test of each device ended (测试): what no look can know, and a person or a paper can tell.

It outlasts the program. What cannot be read is no result: nobody is kept from anything by that, and the next test is
kept in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Lock
from typing import Protocol

from domain.logs import devices as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.ports import Unreadable
from domain.runtime import Clock
from domain.words import Text

log = Log("kiosk.health")


class End(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """the printer never said how its page ended"""

    @property
    def label(self) -> Text:
        return {
            End.PASSED: Text("测试通过"),
            End.FAILED: Text("测试没有通过"),
            End.UNKNOWN: Text("测试没有结果"),
        }[self]


@dataclass(frozen=True, slots=True)
class LastTest:
    """`at` is aware."""

    end: End
    at: datetime


class Shelf(Protocol):
    """Where they are kept, by the devices' keys. May wait for the disk."""

    def read(self) -> Mapping[str, LastTest]:
        """None where nothing was ever tested. Raises Unreadable."""
        ...

    def write(self, latest: Mapping[str, LastTest]) -> None:
        """In the place of all that were kept, whole or not at all. Raises OSError."""
        ...


class Nowhere:
    """Implements `Shelf` where nothing outlasts the program."""

    def read(self) -> Mapping[str, LastTest]:
        return {}

    def write(self, latest: Mapping[str, LastTest]) -> None:
        """They are kept in memory alone."""


class LastTests:
    """The latest test of each device, by the device's key. Safe from any thread."""

    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self._shelf, self._clock = shelf, clock
        self._lock = Lock()
        self._latest = self._read()

    def of(self, key: str) -> LastTest | None:
        """None as long as it was never tested. Never waits."""
        return self._latest.get(key)

    def ended(self, key: str, end: End, by: str) -> None:
        """A test has ended now, as `by`, the number of one of the staff, has seen it. May wait for the disk.

        What cannot be written holds as long as the program runs.
        """
        log.info(events.DeviceTested(key, end, by))
        with self._lock:
            self._latest = {**self._latest, key: LastTest(end, self._clock())}
            try:
                self._shelf.write(self._latest)
            except OSError as error:
                log.warning(events.TestsUnkept(Sentence(error.strerror or type(error).__name__)))

    def _read(self) -> Mapping[str, LastTest]:
        try:
            return self._shelf.read()
        except Unreadable as error:
            log.warning(events.TestsUnread(Sentence(error)))
        return {}
