"""A terminal's place in a hall: its print server, the printer beside it, and how a job of theirs can stand."""

from dataclasses import dataclass

from adapters.printing.cups import CupsPrinter
from adapters.runtime import Machine
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState
from tests.printing.cups_daemon import Device, PrintServer, until

ON_ITS_WAY = Job(JobState.PRINTING)
STANDING = Job(JobState.PRINTING, Condition.OFFLINE)
PRINTED, FAILED, LOST = Job(JobState.PRINTED), Job(JobState.FAILED), Job(JobState.LOST)


def new_title() -> str:
    """What no other job is called."""
    return Machine().token(16).hex()


@dataclass
class Hall:
    """One queue, one printer."""

    server: PrintServer
    device: Device
    uri: str
    printer: CupsPrinter

    @property
    def impatient(self) -> CupsPrinter:
        """The same printer, seen by one who does not wait long."""
        return CupsPrinter("A4", self.uri, Media.A4, new_title, timeout=0.5)

    def printing(self, pdf: bytes, copies: int = 1) -> str:
        """Start a job, and see it reach the printer."""
        before = len(self.device.received)
        job = self.printer.start(pdf, copies)
        until(lambda: len(self.device.received) > before, "the document is at the printer")
        until(lambda: "cups-waiting-for-job-completed" in self.server.reasons, "CUPS waits for the printer")
        return job

    def ended(self, job: str) -> Job:
        until(lambda: self.printer.look(job).state is not JobState.PRINTING, "the job is at its end")
        return self.printer.look(job)
