"""Test pages, one after the other, each watched to its end; then the printer is asked how it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from domain import times
from domain.health.last_tests import End
from domain.runtime import Clock
from viewmodels.model import Stateful
from viewmodels.parts import PrintShop
from viewmodels.steps.slip_job import SlipJob
from viewmodels.words import device_tests
from viewmodels.words.print_phases import Phase
from viewmodels.worker import Worker

ENDS = {Phase.PRINTED: End.PASSED, Phase.FAILED: End.FAILED, Phase.LOST: End.UNKNOWN}
"""What a page says of its printer; one that could not be made, or was called off, says nothing."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The device with the latest test page, by its key, and when that ended; `stopped`: it was called off."""

    key: str = ""
    ended: datetime | None = None
    stopped: bool = False


class PrinterTests(QObject, Stateful[Tried]):
    """`over(key, end)` is called once it is known how a page ended, and what that says of the printer. A page that
    nobody waits for any more is called off with all that is cleared away when the visit ends.
    """

    changed = Signal()

    def __init__(
        self,
        terminal: str,
        clock: Clock,
        shop: PrintShop,
        worker: Worker,
        over: Callable[[str, End | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._terminal, self._clock, self._press, self._over = terminal, clock, shop.slips, over
        self.printers = shop.press.printers
        self.state = Tried()
        self.job = SlipJob(shop, worker, self)
        self.job.changed.connect(self.changed)
        self.job.over.connect(self._ended)

    def print(self, key: str, printer: str) -> bool:
        """Print the page of a device, which the press calls `printer`. Whether it was begun: another may be at work."""
        if printer not in self.printers or self.job.busy:
            return False
        press, terminal = self._press, self._terminal
        self._become(Tried(key))
        self.job.print(lambda: press.test(terminal, printer))
        return True

    def stop(self) -> None:
        """Call the page off: how it ends then says nothing of its printer."""
        self._become(replace(self.state, stopped=True))
        self.job.stop()

    def of(self, key: str) -> device_tests.Test:
        """How the page of a device stands. While one is at work no other is printed."""
        at, now = self.job.state, self._clock()
        if key != self.state.key:
            return device_tests.Test(busy=self.job.busy)
        says = device_tests.page(
            at.phase, at.condition, times.at(self.state.ended or now, now.tzinfo), self.state.stopped
        )
        return device_tests.Test(says, self.job.kind, self.job.busy, self.job.stop_text)

    @Slot()
    def _ended(self) -> None:
        phase = self.job.state.phase
        self._become(replace(self.state, ended=self._clock()))
        called_off = self.state.stopped and phase is Phase.FAILED
        self._over(self.state.key, None if called_off else ENDS.get(phase))
