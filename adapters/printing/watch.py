"""Keeps an eye on all printers, so that whoever wants to know how they are need not wait for one of them."""

import logging
import time
from collections.abc import Mapping
from threading import Event, Lock, Thread

from domain.printing.printer import Condition, Printer

log = logging.getLogger(__name__)

PATIENCE_S = 10.0
"""How long `stop` waits for all questions that are under way."""


class PrinterWatch:
    """Asks every printer each `seconds`, and at the start: on a thread for each, so that none keeps the others waiting.

    `printers` are by whatever the caller calls them. Safe from any thread.
    """

    def __init__(self, printers: Mapping[str, Printer], seconds: float = 3.0) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._conditions: dict[str, Condition] = {}
        self._stopping = Event()
        self._wakes = {key: Event() for key in printers}
        self._threads = [
            Thread(target=self._watch, args=(key, printer), name=f"printer {key}", daemon=True)
            for key, printer in printers.items()
        ]

    def start(self) -> None:
        """Begin with a look at every printer."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Stop after the looks at hand. One that lasts longer than PATIENCE_S is left to end with the program."""
        self._stopping.set()
        self.look_again()
        until = time.monotonic() + PATIENCE_S
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def conditions(self) -> Mapping[str, Condition]:
        """How every printer was when it was last looked at; one that has not answered yet is not in it. Never waits."""
        with self._lock:
            return dict(self._conditions)

    def look_again(self) -> None:
        """Ask all printers now, instead of when it is time. Never waits."""
        for wake in self._wakes.values():
            wake.set()

    def _watch(self, key: str, printer: Printer) -> None:
        wake, understood = self._wakes[key], True
        while not self._stopping.is_set():
            try:
                condition, understood = printer.condition(), True
            except Exception:
                if understood:  # once: a fault that lasts must not fill the log
                    log.exception("printer %s could not be asked", key)
                condition, understood = Condition.UNKNOWN, False
            self._learn(key, condition)
            wake.wait(self._seconds)
            # After the wait and before the next look: a wish during a look may be about what it has not seen.
            wake.clear()

    def _learn(self, key: str, condition: Condition) -> None:
        with self._lock:
            before, self._conditions[key] = self._conditions.get(key), condition
        if condition is not before:
            log.info("printer %s is %s", key, condition)
