"""凭条: what a visitor takes along of what was done, and how it is printed. It proves nothing, and is not kept."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple, Protocol

from domain.certificates.paper import Media
from domain.printing.press import Press, Sent, heard
from domain.printing.printer import Job, JobState


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
    """Makes the PDFs of papers that nobody counts."""

    def slip(self, slip: Slip, media: Media) -> bytes:
        """Raises TypesettingFailed."""
        ...

    def printer_test(self, test: PrinterTest, media: Media) -> bytes:
        """One page. Raises TypesettingFailed."""
        ...


@dataclass(frozen=True, slots=True)
class SlipRun(Sent):
    """A slip, at one of the printers."""

    printer: str


@dataclass(frozen=True, slots=True)
class SlipPress:
    """Prints on the printers of the `press`. Every method may block; none keeps state."""

    setter: SlipSetter
    press: Press

    def start(self, slip: Slip, printer: str) -> SlipRun:
        """Set and send it. Raises PrinterFault or TypesettingFailed: nothing was sent."""
        return self.send(self.setter.slip(slip, self.press.printers[printer].media), printer)

    def test(self, terminal: str, printer: str) -> SlipRun:
        """Set and send a printer's test page. Raises as `start` does."""
        at = self.press.printers[printer]
        page = PrinterTest(terminal, at.name, self.press.clock())
        return self.send(self.setter.printer_test(page, at.media), printer)

    def send(self, pdf: bytes, printer: str) -> SlipRun:
        """Send a paper that is set, and that nobody counts either. Raises PrinterFault: nothing was sent."""
        job = self.press.printers[printer].start(pdf, 1)
        return SlipRun(job, self.press.uptime(), Job(JobState.PRINTING), printer)

    def follow(self, run: SlipRun) -> SlipRun:
        """Ask the printer. At its end the printer forgets the job."""
        now = self.press.uptime()
        job, since = heard(self.press.printers[run.printer].look(run.id), run.job, run.since, now, sheets=1)
        return self._ended(replace(run, job=job, since=since))

    def give_up(self, run: SlipRun) -> SlipRun:
        """Call a job off, unless it has come to its end meanwhile."""
        run = self.follow(run)
        return run if run.over else self._ended(replace(run, job=replace(run.job, state=JobState.FAILED)))

    def _ended(self, run: SlipRun) -> SlipRun:
        if run.over:
            self.press.printers[run.printer].end(run.id)
        return run
