"""The auditor: reads all of the store at the start and every night, in slices, for as long as the program runs."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Protocol

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.ports import MayPass
from domain.runtime import Clock, Runtime, Thread

log = Log("kiosk.auditor")
"""The day's line is told even where only warnings are."""

NIGHT = time(3, 0)
"""When the store is read again, by the given clock: nobody stands at the terminal."""
REST = 9
"""How many times as long as a slice took it rests after it: others have nine tenths of the machine."""
LOOK_S = 30.0
"""How often it looks at the clock."""
PATIENCE_S = 10.0
"""How long `stop` waits for the slice that is under way."""
LEAST = 19
"""The niceness of its thread: everybody else goes first."""


class Audited(Protocol):
    """What the auditor needs of the store."""

    def faults(self) -> Iterator[str | None]:
        """Faults in sentences, and a None after each slice of the work. Raises MayPass."""
        ...

    def mark_damage(self, what: str, at: datetime) -> None:
        """Keep in mind, over restarts, what was found. Raises MayPass."""
        ...

    def damage(self) -> str | None:
        """What is kept in mind."""
        ...

    def told(self) -> str:
        """How far the store has come, in a line."""
        ...


class Auditor:
    """Works on a thread of its own, by the `clock` of whom it serves."""

    def __init__(self, store: Audited, clock: Clock, runtime: Runtime) -> None:
        self._store, self._clock, self._runtime = store, clock, runtime
        self._sleep = runtime.sleep()
        self._found: str | None = None
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to read."""
        self._thread = self._runtime.start("auditor", self._work, LEAST)

    def stop(self) -> None:
        """Finish the slice at hand and stop."""
        self._sleep.stop()
        if self._thread:
            self._thread.join(PATIENCE_S)

    def damage(self) -> str | None:
        """What was found wrong with the store, by it or before it began, and not been found sound since."""
        return self._store.damage() or self._found

    def _work(self) -> None:
        done = self._audit()
        due = night_after(self._clock())
        while self._sleep.rest(LOOK_S):
            if self._clock() >= due:
                due = night_after(self._clock())
                log.info(events.StoreStands(Sentence(self._store.told())))
                done = False
            if not done:
                done = self._audit()

    def _audit(self) -> bool:
        """Whether it came to an end: all was read, or damage was found and is kept in mind."""
        try:
            for fault in self._slices():
                if fault:
                    log.error(events.StoreDamaged(Sentence(fault)))
                    self._found = fault
                    self._store.mark_damage(fault, self._clock())
                    self._found = None
                    break
        except MayPass as trouble:
            log.warning(events.StoreBusy(Sentence(trouble)))
            return False
        except Exception:
            log.exception(events.StoreUnread())
        return True

    def _slices(self) -> Iterator[str | None]:
        began = self._runtime.uptime()
        for fault in self._store.faults():
            yield fault
            if not self._sleep.rest((self._runtime.uptime() - began) * REST):
                return
            began = self._runtime.uptime()


def night_after(now: datetime) -> datetime:
    """The next time that it is `NIGHT`."""
    tonight = datetime.combine(now.date(), NIGHT, now.tzinfo)
    return tonight if now < tonight else tonight + timedelta(days=1)
