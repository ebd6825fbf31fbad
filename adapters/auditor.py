"""The auditor: reads all of the store at the start and every night, in slices, for as long as the program runs."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from threading import Event, Thread
from time import monotonic
from typing import Protocol

from domain.ports import Clock, MayPass

log = logging.getLogger("kiosk.auditor")
log.setLevel(logging.INFO)
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
    """Works on a thread of its own. `wait(seconds)` rests, and says whether to stop."""

    def __init__(self, store: Audited, clock: Clock, wait: Callable[[float], bool] | None = None) -> None:
        self._store, self._clock = store, clock
        self._stopping = Event()
        self._wait = wait or self._stopping.wait
        self._found: str | None = None
        self._thread = Thread(target=self._work, name="auditor", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the slice at hand and stop."""
        self._stopping.set()
        self._thread.join(PATIENCE_S)

    def damage(self) -> str | None:
        """What was found wrong with the store, by it or before it began, and not been found sound since."""
        return self._store.damage() or self._found

    def _work(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LEAST)
        done = self._audit()
        due = night_after(self._clock())
        while not self._wait(LOOK_S):
            if self._clock() >= due:
                due = night_after(self._clock())
                log.info("%s", self._store.told())
                done = False
            if not done:
                done = self._audit()

    def _audit(self) -> bool:
        """Whether it came to an end: all was read, or damage was found and is kept in mind."""
        try:
            for fault in self._slices():
                if fault:
                    log.error("the store is damaged: %s", fault)
                    self._found = fault
                    self._store.mark_damage(fault, self._clock())
                    self._found = None
                    break
        except MayPass as trouble:
            log.warning("the store cannot be read through now: %s", trouble)
            return False
        except Exception:
            log.exception("the store could not be read through")
        return True

    def _slices(self) -> Iterator[str | None]:
        began = monotonic()
        for fault in self._store.faults():
            yield fault
            if self._wait((monotonic() - began) * REST):
                return
            began = monotonic()


def night_after(now: datetime) -> datetime:
    """The next time that it is `NIGHT`."""
    tonight = datetime.combine(now.date(), NIGHT, now.tzinfo)
    return tonight if now < tonight else tonight + timedelta(days=1)
