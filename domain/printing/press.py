"""The press: sets a certificate's paper, sends it to a printer or a phone, counts the attempt, follows it to its end.

Every method may block on the store and the printer, so callers run it off the GUI thread. None keeps state of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.certificates.book import CertificateBook, PrintEnd
from domain.certificates.certificate import Certificate
from domain.certificates.paper import Media, Typesetter, TypesettingFailed
from domain.handover import Going, Handover, Offer
from domain.printing.printer import Job, JobState, Printer, PrinterFault
from domain.runtime import Clock, Uptime

SILENT_FOR, SHEET = 60.0, 30.0
"""Seconds that a printer may say nothing new of a job that nothing seems to stop, and for each sheet on top.

Then nobody knows how it ended.
"""
LINES_A_SHEET = 20
STOPPED_FOR = 180.0
"""Seconds that a job may stand still for a reason that the printer tells."""
MOST_COPIES = 3

ENDS = {JobState.PRINTED: PrintEnd.PRINTED, JobState.FAILED: PrintEnd.FAILED, JobState.LOST: PrintEnd.UNKNOWN}
HANDED = {Going.TAKEN: PrintEnd.PRINTED, Going.CUT: PrintEnd.UNKNOWN}
"""A paper that a phone has can be printed anywhere: it counts as the print that it says it is."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is shown and printed: the PDF of a certificate's `attempt`th print, for one printer."""

    certificate: Certificate
    printer: str
    attempt: int
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent to a printer. `since` is the uptime at which it last said something new of it."""

    id: str
    since: float
    job: Job

    @property
    def over(self) -> bool:
        return self.job.state is not JobState.PRINTING


@dataclass(frozen=True, slots=True)
class Run(Sent):
    """A paper, in some copies."""

    paper: Paper
    copies: int


@dataclass(frozen=True, slots=True)
class Press:
    """`printers` by their keys; the first is the usual one. `uptime` counts seconds, however the clock is set."""

    book: CertificateBook
    typesetter: Typesetter
    printers: Mapping[str, Printer]
    clock: Clock
    uptime: Uptime

    def paper(self, number: str, printer: str) -> Paper:
        """The next print of a certificate, on A4 if there is no printer.

        Raises TypesettingFailed, and KeyError for a number that was never given.
        """
        certificate = self.book.find(number)
        if certificate is None:
            raise KeyError(number)
        return self._paper(certificate, printer, certificate.prints + 1)

    def start(self, paper: Paper, copies: int) -> Run:
        """Count the attempt and send the paper. Raises PrinterFault or TypesettingFailed: nothing was sent, or counted.

        The paper says which attempt it is; should another have come between, it is set anew.
        """
        number, copies = paper.certificate.number, min(max(copies, 1), MOST_COPIES)
        attempt = self.book.begin_print(number, self.clock())
        try:
            if attempt != paper.attempt:
                paper = self._paper(paper.certificate, paper.printer, attempt)
            job = self.printers[paper.printer].start(paper.pdf, copies)
        except (PrinterFault, TypesettingFailed):
            self.book.forget_print(number, attempt)
            raise
        return Run(job, self.uptime(), Job(JobState.PRINTING), paper, copies)

    def again(self, number: str, printer: str, copies: int) -> Run:
        """Set the next print and send it at once. Raises as `start` does."""
        return self.start(self.paper(number, printer), copies)

    def hand(self, number: str, handover: Handover) -> Offer:
        """Set the next print as a sheet, and let it wait for a phone. It counts unless nobody comes for it.

        Raises TypesettingFailed, and KeyError for a number that was never given.
        """
        handover.withdraw()
        paper = self.paper(number, "")
        attempt = self.book.begin_print(number, self.clock())

        def ended(going: Going) -> None:
            if going in HANDED:
                self.book.end_print(number, attempt, HANDED[going], self.clock())
            else:
                self.book.forget_print(number, attempt)

        try:
            pdf = paper.pdf if attempt == paper.attempt else self._paper(paper.certificate, "", attempt).pdf
        except TypesettingFailed:
            self.book.forget_print(number, attempt)
            raise
        return handover.offer(pdf, paper.certificate.kind.label, ended)

    def follow(self, run: Run) -> Run:
        """Ask the printer. At the end of the job the attempt's end is written, and the printer forgets the job."""
        sheets = -(-len(run.paper.certificate.content.lines) // LINES_A_SHEET) * run.copies
        job = self.printers[run.paper.printer].look(run.id)
        job, since = heard(job, run.job, run.since, self.uptime(), sheets)
        run = replace(run, job=job, since=since)
        return self._closed(run, ENDS[run.job.state]) if run.over else run

    def give_up(self, run: Run) -> Run:
        """Call a job off, unless it has come to its end meanwhile. How far it came is nobody's knowledge."""
        run = self.follow(run)
        if run.over:
            return run
        return self._closed(replace(run, job=replace(run.job, state=JobState.FAILED)), PrintEnd.UNKNOWN)

    def _paper(self, certificate: Certificate, printer: str, attempt: int) -> Paper:
        media = self.printers[printer].media if printer else Media.A4
        return Paper(certificate, printer, attempt, self.typesetter.set(certificate, attempt, media))

    def _closed(self, run: Run, end: PrintEnd) -> Run:
        """The book first: what the printer has forgotten it cannot be asked again."""
        self.book.end_print(run.paper.certificate.number, run.paper.attempt, end, self.clock())
        self.printers[run.paper.printer].end(run.id)
        return run


def heard(job: Job, before: Job, since: float, now: float, sheets: int) -> tuple[Job, float]:
    """What a printer says of a job of so many `sheets`, and since when it says so; LOST once it has long been the same.

    `before` is what it said last, `since` when it began to.
    """
    since = since if job == before else now
    patience = SILENT_FOR + SHEET * sheets if job.condition.ready else STOPPED_FOR
    if job.state is JobState.PRINTING and now - since > patience:
        return replace(job, state=JobState.LOST), since
    return job, since
