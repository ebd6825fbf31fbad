"""Looks at devices that staff ask for: at one, at all, or after a test of one. Off the GUI thread, each for itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from domain.health.device import Device
from domain.health.last_tests import End
from domain.health.watch import Health
from viewmodels.model import Stateful
from viewmodels.worker import Worker

NOBODY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Looking:
    """`asked` are those that are being looked at, `every`: because all of them are; `done` is when that was, last."""

    asked: frozenset[str] = NOBODY
    every: bool = False
    done: datetime | None = None


class DeviceLooks(QObject, Stateful[Looking]):
    """`number` is whose who asks. `found`: a look has come to its end. Where nobody looks nothing is asked."""

    changed = Signal()
    found = Signal()

    def __init__(self, health: Health | None, number: str, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._health, self._number, self._worker = health, number, worker
        self.state = Looking()

    def at(self, key: str) -> None:
        """At one; once, however often that is asked for meanwhile."""
        health = self._health
        if health is not None and key not in self.state.asked:
            self._ask(key, lambda: health.look_at(key))

    def at_every(self, keys: Iterable[str]) -> None:
        """At all of them."""
        every = list(keys)
        self._become(replace(self.state, every=True, done=None))
        for key in every:
            self.at(key)

    def tested(self, key: str, end: End | None) -> None:
        """However a test has ended, the device is asked: if it is well, what was ended because of it can be done."""
        health = self._health
        if health is None or end is None:
            self.at(key)
        else:
            self._ask(key, lambda: health.tested(key, end, self._number))

    def _ask(self, key: str, job: Callable[[], Device]) -> None:
        self._become(replace(self.state, asked=self.state.asked | {key}))
        self._worker.run(self, job, self._found)

    def _found(self, device: Device) -> None:
        asked = self.state.asked - {device.key}
        over = self.state.every and not asked
        done = device.checked if over else self.state.done
        self._become(Looking(asked, self.state.every and not over, done))
        self.found.emit()
