"""What the terminal asks of the machine that it runs on: the time, sleep, chance, threads. Made once, in the root.

Nothing else asks the machine itself. So a simulation can play a day in a moment, and the very same day again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Protocol

HALL_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The time of the hall and of all three networks: 北京时间, without summer time."""

Clock = Callable[[], datetime]
"""The time now, aware (UTC or any zone). Injected everywhere."""

Uptime = Callable[[], float]
"""Seconds that only ever go on: nobody can set them. For how long something lasts, never for when it was."""


class Chance(Protocol):
    """What nobody can foretell; in a simulation, what its seed says."""

    def below(self, n: int) -> int:
        """A number from 0 up to `n`, without `n`."""
        ...

    def token(self, size: int) -> bytes:
        """`size` bytes."""
        ...


class Sleep(Protocol):
    """One sleeper's bed: whoever has it can wake the sleeper, or stop it for good. Safe from any thread."""

    def rest(self, seconds: float) -> bool:
        """Sleep until the time is up or somebody wakes; at once, if somebody has since the last time.

        False once it is stopped: `while sleep.rest(5)` is a loop that somebody else can end.
        """
        ...

    def wake(self) -> None:
        """End this sleep, or the next."""
        ...

    def stop(self) -> None:
        """End this sleep and all to come."""
        ...


class Thread(Protocol):
    """Work that has been started."""

    def join(self, timeout: float) -> None:
        """Wait until it is done, `timeout` seconds at most."""
        ...


class Runtime(Chance, Protocol):
    """One port for all of it. Safe from any thread."""

    def now(self) -> datetime:
        """A `Clock`, in the hall's time."""
        ...

    def uptime(self) -> float:
        """An `Uptime`."""
        ...

    def sleep(self) -> Sleep:
        """A new sleeper's."""
        ...

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        """Do `work` beside everything else. It does not keep the program from ending.

        With a `niceness` of 19, the most, everybody else goes first.
        """
        ...
