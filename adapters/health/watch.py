"""Looks at every device again and again, so that whoever wants to know how they are need not wait for one of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from math import ceil
from threading import Lock

from adapters.rounds import Rounds
from domain.health.checkup import Checkup
from domain.health.device import Check, Device, Finding, State
from domain.health.doubts import judged
from domain.health.last_tests import End, LastTests, Nowhere
from domain.health.steps import steps
from domain.logs import devices as events
from domain.logs.log import Log
from domain.runtime import Clock, Runtime
from domain.terminal.suspensions import Suspension
from domain.words import Text

log = Log("kiosk.health")

PATIENCE_S = 10.0


def _nobody() -> None:
    """Nobody is told."""


def _within(seconds: float) -> Text:
    """In tenths, so that it is not another one each time."""
    return Text("{s} 秒内应答", s=f"{max(1, ceil(10 * seconds)) / 10:.1f}")


def _nothing() -> tuple[Suspension, ...]:
    """Nothing is taken out of service."""
    return ()


STRANGE = Finding(State.UNKNOWN, Text("状态不明"))


class HealthWatch:
    """Each check as often as it wants; one that takes its time on a thread of its own. Safe from any thread.

    `suspended` is what staff have taken out of service; never waits. `tests` are how tests of the devices ended.
    """

    def __init__(
        self,
        checks: Sequence[Check],
        clock: Clock,
        runtime: Runtime,
        suspended: Callable[[], tuple[Suspension, ...]] = _nothing,
        tests: LastTests | None = None,
    ) -> None:
        self._checks, self._clock, self._suspended = tuple(checks), clock, suspended
        self._tests = tests or LastTests(Nowhere(), clock)
        self._uptime = runtime.uptime
        self._lock = Lock()
        self._devices: dict[str, Device] = {}
        self.changed: Callable[[], None] = _nobody
        """Is told when a device is otherwise than before. May not wait."""
        self._rounds = [Rounds(runtime, dict(jobs), every_s) for every_s, jobs in self._jobs()]

    def start(self) -> None:
        """Begin with a look at every device."""
        for one in self._rounds:
            one.start()

    def stop(self) -> None:
        """Stop after the looks at hand. What lasts longer than PATIENCE_S is left to end with the program."""
        for one in self._rounds:
            one.stop(PATIENCE_S)

    def look_again(self) -> None:
        """Look at all of them now, instead of when it is time. Never waits."""
        for one in self._rounds:
            one.wake()

    def look_at(self, key: str) -> Device:
        """Look at one of them now; how it is. Raises KeyError."""
        check = self._check(key)
        self._look(check, check.ask)
        with self._lock:
            return judged(self._devices[key], self._tests.of(key))

    def tested(self, key: str, end: End, by: str) -> Device:
        """A test of one has ended, as `by` has seen it; look at it now. Raises KeyError."""
        self._tests.ended(self._check(key).key, end, by)
        return self.look_at(key)

    def look(self) -> Checkup:
        """Look at all of them, one after the other; how they are."""
        for check in self._checks:
            self._look(check)
        return self.checkup()

    def checkup(self) -> Checkup:
        """How they were when they were last looked at; what was not yet is not in it. Never waits."""
        with self._lock:
            found = tuple(self._devices[one.key] for one in self._checks if one.key in self._devices)
        devices = tuple(judged(one, self._tests.of(one.key)) for one in found)
        return Checkup(self._clock(), devices, len(found) == len(self._checks), self._suspended())

    def _check(self, key: str) -> Check:
        return {one.key: one for one in self._checks}[key]

    def _jobs(self) -> list[tuple[float, dict[str, Callable[[], None]]]]:
        """By how often they are done: what waits for itself, all else in one."""
        by_time = sorted(self._checks, key=lambda one: one.every_s)
        made = []
        for every_s, group in groupby(by_time, lambda one: one.every_s):
            checks = list(group)
            jobs: dict[str, Callable[[], None]] = {f"health {c.key}": partial(self._look, c) for c in checks if c.waits}
            if quick := [one for one in checks if not one.waits]:
                jobs[f"health {every_s:g}"] = partial(self._look_at, quick)
            made.append((every_s, jobs))
        return made

    def _look_at(self, checks: Sequence[Check]) -> None:
        for check in checks:
            self._look(check)

    def _look(self, check: Check, ask: Callable[[], Finding] | None = None) -> None:
        began = self._uptime()
        try:
            found = (ask or check.look)()
            if check.timed and found.state is State.OK:
                found = replace(found, detail=_within(self._uptime() - began))
        except Exception:
            with self._lock:
                before = self._devices.get(check.key)
            if before is None or before.found is not STRANGE:  # once: a fault that lasts must not fill the log
                log.exception(events.DeviceUnasked(check.key))
            found = STRANGE
        self._learn(check, found)

    def _learn(self, check: Check, found: Finding) -> None:
        now = self._clock()
        with self._lock:
            before = self._devices.get(check.key)
            same = before is not None and before.found.state is found.state
            if before is not None and same:
                device = replace(before, found=found, checked=now)
            else:
                todo = steps(check.kind, found.state)
                device = Device(check.key, check.kind, check.name, found, now, now, check.serves, todo)
            self._devices[check.key] = device
        if not same:
            self.changed()
        if not same and (before is not None or not device.passes):
            tell = log.info if device.passes else log.warning
            tell(events.DeviceIs(check.key, found.state))
