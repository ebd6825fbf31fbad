"""The bookkeeper: holds the networks' bills against the books by itself, after 10:00 of the next day."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import partial

from adapters.rounds import Rounds
from domain.logs import money as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.money import yuan
from domain.payment.order import Network
from domain.reconciliation.books import Bucket
from domain.reconciliation.reconciler import Reconciler
from domain.reconciliation.report import Report
from domain.runtime import Runtime

log = Log("kiosk.bills")
"""The day's line is told even where only warnings are."""

LOOK_S = 60.0
"""How often it looks whether a bill can be there."""
PATIENCE_S = 10.0
"""How long `stop` waits for the bill at hand. What it leaves undone is found at the next start."""


Alone = Callable[[str], AbstractContextManager[bool]]
"""Whether nobody else does what has this name, from now on until it is left."""


def _nobody_else(name: str) -> AbstractContextManager[bool]:
    return nullcontext(True)


class Bookkeeper:
    """Each network's bills on a thread of their own: a large one keeps no order and no other bill waiting.

    What is done with, and when what is not was last asked for, is in the store: a restart changes nothing.
    """

    def __init__(
        self, reconciler: Reconciler, runtime: Runtime, seconds: float = LOOK_S, alone: Alone = _nobody_else
    ) -> None:
        self._reconciler, self._alone = reconciler, alone
        jobs = {f"bills {network}": partial(self._round, network) for network in reconciler.sources}
        self._rounds = Rounds(runtime, jobs, seconds)

    def start(self) -> None:
        """Begin with a look: what a terminal that was off has missed is made up for."""
        self._rounds.start()

    def stop(self) -> None:
        """Finish the bill at hand and stop."""
        self._rounds.stop(PATIENCE_S)

    def sweep(self) -> None:
        """One round of all networks, one after the other."""
        for network in self._reconciler.sources:
            self._round(network)

    def _round(self, network: Network) -> None:
        try:
            with self._alone(f"bills {network}") as alone:
                for day in self._reconciler.due(network) if alone else ():
                    if self._rounds.stopping:
                        return
                    self._reconcile(network, day)
        except Exception:
            log.exception(events.BillsUnread(network))

    def _reconcile(self, network: Network, day: date) -> None:
        report = self._reconciler.reconcile(network, day)
        needs_people = report.unexplained or (report.is_final and report.over) or not report.is_final
        (log.warning if needs_people else log.info)(told(report))


def told(report: Report) -> events.BillRead:
    """A report in a line, nothing personal."""
    line = f": {report.why}" if report.why else ""
    if report.billed.count or report.ours.count:
        counts = ", ".join(f"{bucket} {report.of(bucket).count}" for bucket in Bucket)
        line += f": {counts}; over by {yuan(report.over)} yuan; unexplained {report.unexplained}"
    return events.BillRead(report.network, report.day, report.outcome, Sentence(line))
