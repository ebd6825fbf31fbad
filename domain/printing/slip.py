"""凭条: what a visitor takes along of what was done, and how it is printed. It is counted, proves nothing, and is not
kept.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple, Protocol

from domain.certificates.book import PrintEnd
from domain.certificates.paper import Media
from domain.printing.press import ENDS, Press, Sent, heard
from domain.printing.printer import Job, JobState, PrinterFault


class Said(NamedTuple):
    """A text in Chinese, and in the visitor's language; empty where it says the same, or that is Chinese."""

    chinese: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on it: what is true now, how much (yuan; empty if unknown), lines by their names, what comes next.

    `foot` is what it is worth and where to ask, `reprint` what marks it as 补打; `printed` stands before the time.
    """

    title: Said
    state: Said
    sum: Said
    amount: str
    lines: tuple[tuple[Said, Said], ...]
    after: tuple[Said, ...]
    foot: tuple[Said, ...]
    reprint: Said
    printed: Said
    at: datetime
    again: bool = False


@dataclass(frozen=True, slots=True)
class PrinterTest:
    """测试页: by which staff judge a printer. It says nothing of anybody: `terminal` is a number, `printer` a name."""

    terminal: str
    printer: str
    at: datetime


class SlipSetter(Protocol):
    """Makes the PDFs of slips, and of test pages."""

    def slip(self, slip: Slip, media: Media) -> bytes:
        """Raises TypesettingFailed."""
        ...

    def printer_test(self, test: PrinterTest, media: Media) -> bytes:
        """One page. Raises TypesettingFailed."""
        ...


class SlipBook(Protocol):
    """Counts slips, and knows nothing of what stands on them. Safe from any thread. All of them raise ForStaff."""

    def begin(self, again: bool, at: datetime) -> int:
        """One is on its way, `again` if it is marked as 补打: its number here. It counts, however it ends."""
        ...

    def forget(self, number: int) -> None:
        """It never came to the printer, and does not count."""
        ...

    def end(self, number: int, end: PrintEnd, at: datetime) -> None:
        """How it ended. The first word stands; without any nobody knows."""
        ...


@dataclass(frozen=True, slots=True)
class SlipRun(Sent):
    """A paper at one of the printers; a slip with its number in the book, None of what is not counted."""

    printer: str
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class SlipPress:
    """Prints on the printers of the `press`. Every method may block; none keeps state."""

    setter: SlipSetter
    press: Press
    book: SlipBook

    def start(self, slip: Slip, printer: str) -> SlipRun:
        """Set, count and send it. Raises PrinterFault, TypesettingFailed or ForStaff: nothing was sent."""
        pdf = self.setter.slip(slip, self.press.printers[printer].media)
        number = self.book.begin(slip.again, self.press.clock())
        try:
            run = self.send(pdf, printer)
        except PrinterFault:
            self.book.forget(number)
            raise
        return replace(run, counted=number)

    def test(self, terminal: str, printer: str) -> SlipRun:
        """Set and send a printer's test page, which is not counted. Raises PrinterFault, TypesettingFailed."""
        at = self.press.printers[printer]
        page = PrinterTest(terminal, at.name, self.press.clock())
        return self.send(self.setter.printer_test(page, at.media), printer)

    def send(self, pdf: bytes, printer: str) -> SlipRun:
        """Send a paper that is set, and that nobody counts. Raises PrinterFault: nothing was sent."""
        job = self.press.printers[printer].start(pdf, 1)
        return SlipRun(job, self.press.uptime(), Job(JobState.PRINTING), printer)

    def follow(self, run: SlipRun) -> SlipRun:
        """Ask the printer. At its end that is written down, and the printer forgets the job. Raises ForStaff."""
        now = self.press.uptime()
        job, since = heard(self.press.printers[run.printer].look(run.id), run.job, run.since, now, sheets=1)
        run = replace(run, job=job, since=since)
        return self._closed(run, ENDS[job.state]) if run.over else run

    def give_up(self, run: SlipRun) -> SlipRun:
        """Call a job off, unless it has come to its end meanwhile. How far it came is nobody's knowledge."""
        run = self.follow(run)
        if run.over:
            return run
        return self._closed(replace(run, job=replace(run.job, state=JobState.FAILED)), PrintEnd.UNKNOWN)

    def _closed(self, run: SlipRun, end: PrintEnd) -> SlipRun:
        """The book first: what the printer has forgotten it cannot be asked again."""
        if run.counted is not None:
            self.book.end(run.counted, end, self.press.clock())
        self.press.printers[run.printer].end(run.id)
        return run
