"""A machine that is pretended: its clock moves only when it is told, and its chance is what a seed says."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from domain.runtime import Sleep, Thread


class SimulatedRuntime:
    """Implements `Runtime` for a play on one thread: the same seed and the same play, and all goes the same way.

    Who sleeps moves the clock to the end of that sleep; from `until` on every sleep is stopped. What is started waits
    in `started`, by its name, until whoever plays does it.
    """

    def __init__(self, at: datetime, seed: int = 0, until: datetime | None = None) -> None:
        self._began, self._at, self.until = at, at, until
        self._random = Random(seed)  # noqa: S311 - it has to be foretold
        self.started: dict[str, Callable[[], None]] = {}
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._at

    def uptime(self) -> float:
        return (self._at - self._began).total_seconds()

    def pass_by(self, **time: float) -> None:
        """Let time pass, as `timedelta` counts it."""
        self._at += timedelta(**time)

    def below(self, n: int) -> int:
        return self._random.randrange(n)

    def token(self, size: int) -> bytes:
        return self._random.randbytes(size)

    def sleep(self) -> Sleep:
        return _Sleep(self)

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        self.started[name] = work
        return _NoThread()


class _Sleep:
    def __init__(self, runtime: SimulatedRuntime) -> None:
        self._runtime = runtime
        self._awake = self._stopped = False

    def rest(self, seconds: float) -> bool:
        if not self._awake and not self._stopped:
            self._runtime.slept.append(seconds)
            self._runtime.pass_by(seconds=seconds)
        self._awake = False
        return not self._stopped and not (self._runtime.until and self._runtime.now() >= self._runtime.until)

    def wake(self) -> None:
        self._awake = True

    def stop(self) -> None:
        self._stopped = True


class _NoThread:
    def join(self, timeout: float) -> None:
        """There is nobody to wait for."""
