"""The janitor: sweeps up unsettled orders for as long as the program runs, whatever the screen shows."""

import logging
from threading import Event, Thread

from domain.payment.cashier import Cashier
from domain.ports import ForStaff, Unreachable

log = logging.getLogger("kiosk.janitor")


class Janitor:
    """Sweeps every `seconds` on a thread of its own, and once at the start: what a crash left is found then."""

    def __init__(self, cashier: Cashier, seconds: float = 5.0) -> None:
        self._cashier = cashier
        self._seconds = seconds
        self._stopping = Event()
        self._thread = Thread(target=self._work, name="janitor", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish the sweep that is running and stop."""
        self._stopping.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                self._cashier.sweep()
            except (ForStaff, Unreachable) as error:
                log.warning("a sweep ended early: %s", error)
            self._stopping.wait(self._seconds)
