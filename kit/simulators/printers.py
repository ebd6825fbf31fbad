"""The demonstration's printer: its papers are PDF files in a tray, and a lever breaks and mends it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from threading import Lock

from domain.certificates.paper import Media
from domain.logs import devices as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.printing.printer import Condition, Job, JobState, PrinterFault
from domain.runtime import Uptime

log = Log("kiosk.printing")

HALF_A_PAGE = 0.5
UNFINISHED = "unfinished"
"""The file of a paper that is being written: only whole ones end in .pdf."""


class PrinterTrouble(StrEnum):
    """Where the printer's lever stands."""

    NONE = "none"
    LOW = "low"
    NO_PAPER = "no_paper"
    JAM = "jam"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    MIDWAY = "midway"
    """all is well until half of a document's last page is printed; there the paper ends"""
    SILENT = "silent"
    """it says that all is well, takes documents, and prints nothing"""


SHOWN = {
    PrinterTrouble.LOW: Condition.LOW,
    PrinterTrouble.NO_PAPER: Condition.NO_PAPER,
    PrinterTrouble.JAM: Condition.JAM,
    PrinterTrouble.COVER_OPEN: Condition.COVER_OPEN,
    PrinterTrouble.OFFLINE: Condition.OFFLINE,
}
"""What the printer itself says of a trouble; of the others nothing."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A document on its way. `printed` counts sheets and parts of one, of all copies.

    `torn` is what has spoilt a sheet, and `ended` how the job ended, if that is so.
    """

    pdf: bytes
    copies: int
    sheets: int
    printed: float = 0.0
    torn: Condition | None = None
    ended: Job | None = None


def pages(pdf: bytes) -> int:
    """How many pages it has; none if it is no PDF. Loads Qt, which those whose papers are all alike need not."""
    from adapters.documents.pdf import NotAPdf, Pdf

    try:
        document = Pdf(pdf)
    except NotAPdf:
        return 0
    found = document.count
    document.close()
    return found


class DemoPrinter:
    """Implements `Printer`. Prints a page in `seconds_per_page` into `tray`, a folder of its own: 0001.pdf and so on.

    A trouble stops it where it is. Mended, it goes on from there; but what was in it when it jammed, or when its paper
    ended amid a page, has failed. Time passes and troubles are noticed when the printer is asked for something.
    """

    def __init__(
        self,
        name: str,
        media: Media,
        tray: Path,
        trouble: Callable[[], PrinterTrouble],
        uptime: Uptime,
        seconds_per_page: float = 3.0,
        count_pages: Callable[[bytes], int] = pages,
    ) -> None:
        self._name, self._media, self._tray, self._pages = name, media, tray, count_pages
        self._trouble, self._uptime, self._seconds_per_page = trouble, uptime, seconds_per_page
        self._lock = Lock()
        self._ids = count(1)
        self._works: dict[str, _Work] = {}
        self._paper_ended = False
        self._now = uptime()

    @property
    def name(self) -> str:
        return self._name

    @property
    def media(self) -> Media:
        return self._media

    def condition(self) -> Condition:
        """As `Printer` says."""
        with self._lock:
            return self._go_on()

    def start(self, pdf: bytes, copies: int) -> str:
        """As `Printer` says; what is no PDF, or no copy at all, is not taken and the condition is UNKNOWN."""
        sheets = self._pages(pdf) * copies
        with self._lock:
            condition = self._go_on()
            if not condition.ready:
                raise PrinterFault(condition)
            if sheets < 1:
                raise PrinterFault(Condition.UNKNOWN)
            job = str(next(self._ids))
            self._works[job] = _Work(pdf, copies, sheets)
            return job

    def look(self, job: str) -> Job:
        """As `Printer` says. A job that it knows nothing of is LOST; one whose paper cannot be written has FAILED."""
        with self._lock:
            condition = self._go_on()
            work = self._works.get(job)
            if condition is Condition.OFFLINE:
                return Job(JobState.PRINTING, condition)
            if work is None:
                return Job(JobState.LOST, condition)
            return work.ended or Job(JobState.PRINTING, condition, int(work.printed))

    def end(self, job: str) -> None:
        """As `Printer` says. Papers that are in the tray stay there."""
        with self._lock:
            self._go_on()
            self._works.pop(job, None)

    def clear(self) -> None:
        """As `Printer` says: somebody takes all papers out of the tray. What cannot be taken is there the next time."""
        with self._lock:
            self._works.clear()
            for paper in (*self._tray.glob("*.pdf"), self._tray / UNFINISHED):
                try:
                    paper.unlink(missing_ok=True)
                except OSError as refused:
                    log.warning(events.TrayKeeps(Sentence(refused.strerror or "")))

    def _go_on(self) -> Condition:
        """Print what can have been printed since it was last asked, one document after the other; how it is then."""
        trouble, now = self._trouble(), self._uptime()
        sheets, self._now = (now - self._now) / self._seconds_per_page, now
        self._paper_ended = self._paper_ended and trouble is PrinterTrouble.MIDWAY
        for job, work in self._works.items():
            if work.ended is None:
                self._works[job] = self._further(work, sheets, trouble)
                break
        return self._shown(trouble)

    def _shown(self, trouble: PrinterTrouble) -> Condition:
        return Condition.NO_PAPER if self._paper_ended else SHOWN.get(trouble, Condition.OK)

    def _further(self, work: _Work, sheets: float, trouble: PrinterTrouble) -> _Work:
        """The work with so many more sheets printed, as far as the trouble allows."""
        if trouble is PrinterTrouble.JAM:
            return replace(work, torn=Condition.JAM)
        if trouble is PrinterTrouble.SILENT or not self._shown(trouble).ready:
            return work
        if work.torn is not None:
            return replace(work, ended=Job(JobState.FAILED, work.torn, int(work.printed)))
        printed, midway = work.printed + sheets, work.sheets - HALF_A_PAGE
        if trouble is PrinterTrouble.MIDWAY and printed >= midway:
            self._paper_ended = True
            return replace(work, printed=midway, torn=Condition.NO_PAPER)
        if printed < work.sheets:
            return replace(work, printed=printed)
        return replace(work, ended=self._deliver(work))

    def _deliver(self, work: _Work) -> Job:
        """Put the papers into the tray. One that is there is there as a whole."""
        unfinished = self._tray / UNFINISHED
        try:
            self._tray.mkdir(mode=0o700, parents=True, exist_ok=True)
            for _ in range(work.copies):
                places = (self._tray / f"{number:04}.pdf" for number in count(1))
                try:
                    unfinished.write_bytes(work.pdf)
                    unfinished.replace(next(place for place in places if not place.exists()))
                finally:
                    unfinished.unlink(missing_ok=True)
        except OSError as refused:
            log.warning(events.TrayEmpty(Sentence(refused.strerror or "")))
            return Job(JobState.FAILED, Condition.UNKNOWN)
        return Job(JobState.PRINTED, Condition.OK, work.sheets)


def demo_printers(
    papers: Path, trouble: Callable[[], PrinterTrouble], uptime: Uptime, seconds_per_page: float
) -> dict[str, DemoPrinter]:
    """The demonstration's two printers, each with a tray under `papers`. Only the first can be broken."""
    return {
        "a4": DemoPrinter("A4 打印机", Media.A4, papers / "a4", trouble, uptime, seconds_per_page),
        "roll": DemoPrinter(
            "蓝牙打印机", Media.ROLL_80, papers / "roll", lambda: PrinterTrouble.NONE, uptime, seconds_per_page
        ),
    }
