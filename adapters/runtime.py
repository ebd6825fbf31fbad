"""The machine itself: its clocks, its source of randomness, its threads."""

import os
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from domain.runtime import HALL_TIME, Clock, Sleep, Thread


def hall_clock() -> datetime:
    """Now, in the hall's time."""
    return datetime.now(HALL_TIME)


class Machine:
    """Implements `Runtime`. `clock` is for who plays on another day; everything else is real all the same."""

    def __init__(self, clock: Clock = hall_clock) -> None:
        self.now = clock

    def uptime(self) -> float:
        return time.monotonic()

    def below(self, n: int) -> int:
        import secrets

        return secrets.randbelow(n)

    def token(self, size: int) -> bytes:
        return os.urandom(size)

    def sleep(self) -> Sleep:
        return _Sleep()

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        thread = threading.Thread(target=_nicely(work, niceness) if niceness else work, name=name, daemon=True)
        thread.start()
        return thread


def beginning(moment: datetime) -> Machine:
    """The machine, as if it were that time now."""
    began = time.monotonic()
    return Machine(lambda: moment + timedelta(seconds=time.monotonic() - began))


class _Sleep:
    def __init__(self) -> None:
        self._bell = threading.Event()
        self._stopped = False

    def rest(self, seconds: float) -> bool:
        if not self._stopped:
            self._bell.wait(seconds)
            self._bell.clear()
        return not self._stopped

    def wake(self) -> None:
        self._bell.set()

    def stop(self) -> None:
        self._stopped = True
        self._bell.set()


def _nicely(work: Callable[[], None], niceness: int) -> Callable[[], None]:
    def nice() -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
        work()

    return nice
