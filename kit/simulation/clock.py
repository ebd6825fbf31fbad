"""Virtual time, and one terminal's idea of it."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from domain.runtime import Sleep, Thread
from kit.simulators.runtime import SimulatedRuntime


class Timeline:
    """What is to happen, in the order of its time; time jumps from one to the next."""

    def __init__(self, world: SimulatedRuntime) -> None:
        self.world = world
        self._serial = count()
        self._waiting: list[tuple[float, int, Callable[[], None]]] = []

    def at(self, seconds: float, what: Callable[[], None]) -> None:
        """Do it `seconds` after the beginning; at once if that is over."""
        heapq.heappush(self._waiting, (seconds, next(self._serial), what))

    def after(self, seconds: float, what: Callable[[], None]) -> None:
        self.at(self.world.uptime() + seconds, what)

    def run(self) -> None:
        """Until nothing is left."""
        while self._waiting:
            at, _, what = heapq.heappop(self._waiting)
            self.world.pass_by(seconds=max(0.0, at - self.world.uptime()))
            what()


class HallRuntime:
    """Implements `Runtime` for one terminal: its clock can be set wrong, its uptime begins at its start."""

    def __init__(self, world: SimulatedRuntime) -> None:
        self._world, self._began = world, world.uptime()
        self.ahead = 0.0
        """Seconds by which its clock is wrong."""

    def start_anew(self) -> None:
        self._began = self._world.uptime()

    def now(self) -> datetime:
        return self._world.now() + timedelta(seconds=self.ahead)

    def uptime(self) -> float:
        return self._world.uptime() - self._began

    def below(self, n: int) -> int:
        return self._world.below(n)

    def token(self, size: int) -> bytes:
        return self._world.token(size)

    def sleep(self) -> Sleep:
        return self._world.sleep()

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        return self._world.start(name, work, niceness)
