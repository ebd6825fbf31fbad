"""Keeps an eye on all printers, so that whoever wants to know how they are need not wait for one of them."""

from collections.abc import Mapping
from functools import partial
from threading import Lock

from adapters.rounds import Rounds
from domain.logs import devices as events
from domain.logs.log import Log
from domain.printing.printer import Condition, Printer
from domain.runtime import Runtime

log = Log("kiosk.printing")

PATIENCE_S = 10.0
"""How long `stop` waits for all questions that are under way."""


class PrinterWatch:
    """Asks every printer each `seconds`, and at the start: on a thread for each, so that none keeps the others waiting.

    `printers` are by whatever the caller calls them. Safe from any thread.
    """

    def __init__(self, printers: Mapping[str, Printer], runtime: Runtime, seconds: float = 3.0) -> None:
        self._printers, self._lock = dict(printers), Lock()
        self._conditions: dict[str, Condition] = {}
        self._strange: set[str] = set()
        jobs = {f"printer {key}": partial(self._look, key, printer) for key, printer in printers.items()}
        self._rounds = Rounds(runtime, jobs, seconds)

    def start(self) -> None:
        """Begin with a look at every printer."""
        self._rounds.start()

    def stop(self) -> None:
        """Stop after the looks at hand. One that lasts longer than PATIENCE_S is left to end with the program."""
        self._rounds.stop(PATIENCE_S)

    def conditions(self) -> Mapping[str, Condition]:
        """How every printer was when it was last looked at; one that has not answered yet is not in it. Never waits."""
        with self._lock:
            return dict(self._conditions)

    def look_at(self, key: str) -> Condition:
        """Ask one now, however long that takes. Raises KeyError."""
        self._look(key, self._printers[key])
        return self.conditions()[key]

    def look_again(self) -> None:
        """Ask all printers now, instead of when it is time. Never waits."""
        self._rounds.wake()

    def _look(self, key: str, printer: Printer) -> None:
        try:
            condition = printer.condition()
            self._strange.discard(key)
        except Exception:
            if key not in self._strange:  # once: a fault that lasts must not fill the log
                log.exception(events.PrinterUnasked(key))
            self._strange.add(key)
            condition = Condition.UNKNOWN
        self._learn(key, condition)

    def _learn(self, key: str, condition: Condition) -> None:
        with self._lock:
            before, self._conditions[key] = self._conditions.get(key), condition
        if condition is not before:
            log.info(events.PrinterIs(key, condition))
