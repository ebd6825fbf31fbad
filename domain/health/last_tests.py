"""How the latest test of each device ended (测试): what no look can know, and a person or a paper can tell."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Lock

from domain.logs import devices as events
from domain.logs.log import Log
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


class LastTests:
    """The latest test of each device, by the device's key. Safe from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._latest: dict[str, LastTest] = {}

    def of(self, key: str) -> LastTest | None:
        """None as long as it was never tested. Never waits."""
        return self._latest.get(key)

    def ended(self, key: str, end: End, by: str) -> None:
        """A test has ended now, as `by`, the number of one of the staff, has seen it."""
        with self._lock:
            self._latest = {**self._latest, key: LastTest(end, self._clock())}
        log.info(events.DeviceTested(key, end, by))
