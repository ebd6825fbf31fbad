"""What is to be called off in a queue of CUPS: owed for as long as CUPS does not answer, and nothing is sent before."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from adapters.printing.ipp import NOT_FOUND, Attribute, Operation, Tag
from adapters.printing.ipp_http import IppClient, granted
from domain.logs import devices as events
from domain.logs.log import Log
from domain.printing.printer import PrinterFault

log = Log("kiosk.printing")

USER = Attribute(Tag.NAME, "requesting-user-name", ("kiosk",))
OURS = Attribute(Tag.BOOLEAN, "my-jobs", (True,))
WHICH = tuple(Attribute(Tag.KEYWORD, "which-jobs", (which,)) for which in ("not-completed", "completed"))
"""In this order a job that ends meanwhile is seen once at least."""
PURGE = Attribute(Tag.BOOLEAN, "purge-job", (True,))
"""CUPS's own: nothing is kept of a job, whether it was at its end or not."""
CALLING_OFF = ((), (PURGE,), (PURGE,))
"""A purge alone kills what talks to the printer, so that the printer is not told and goes on. And of a job whose end is
still under way a purge removes the document only, the next one what is known of it."""


class Owed:
    """What is owed to the queue `uri`. Safe from any thread."""

    def __init__(self, ipp: IppClient, uri: str) -> None:
        self._ipp, self._uri = ipp, uri
        self._lock = RLock()
        self._jobs: set[str] = set()
        self._all = False

    def call_off(self, job: str) -> None:
        """One job, now or as soon as CUPS answers."""
        with self._lock:
            self._jobs.add(job)
            self._try()

    def call_off_all(self) -> None:
        """All that is of the terminal, its own program's or that of one that ran before; now or as soon as possible."""
        with self._lock:
            self._all = True
            self._try()

    def settle(self) -> None:
        """Call off what is owed. Raises PrinterFault if something still is."""
        with self._lock:
            if self._all:
                self._jobs.update(self._ours())
                self._all = False
            for job in tuple(self._jobs):
                self._call_off(job)
                self._jobs.discard(job)

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Nothing is owed, and nobody calls anything off meanwhile. Raises PrinterFault as `settle` does."""
        with self._lock:
            self.settle()
            yield

    def _try(self) -> None:
        try:
            self.settle()
        except PrinterFault as fault:
            log.warning(events.NotCalledOff(fault.condition))

    def _ours(self) -> set[str]:
        ask = Attribute(Tag.KEYWORD, "requested-attributes", ("job-id",))
        answers = [granted(self._ipp.ask(self._uri, Operation.GET_JOBS, USER, OURS, which, ask)) for which in WHICH]
        numbers = {job.number("job-id") for answer in answers for job in answer.all(Tag.JOB)}
        return {str(number) for number in numbers if number is not None}

    def _call_off(self, job: str) -> None:
        answers = [self._ipp.ask(self._uri, Operation.CANCEL_JOB, job_id(job), USER, *how) for how in CALLING_OFF]
        if answers[-1].refused and answers[-1].status != NOT_FOUND:
            log.warning(events.JobMayLast(job, answers[-1].status))


def job_id(job: str) -> Attribute:
    return Attribute(Tag.INTEGER, "job-id", (int(job),))
