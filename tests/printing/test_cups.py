"""A printer behind CUPS: real cupsd, real IPP printer, and all that goes wrong at the printer."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from adapters.printing.cups import CupsPrinter
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState
from tests.printing.cups_daemon import left_over, until
from tests.printing.hall import FAILED, LOST, ON_ITS_WAY, PRINTED, STANDING, Hall, new_title

A4_DOTS = QSize(595, 842)


def sheets(pdf: Path | bytes, folder: Path) -> list[QImage]:
    """How its pages look, dot by dot."""
    if isinstance(pdf, bytes):
        (folder / "sent.pdf").write_bytes(pdf)
        pdf = folder / "sent.pdf"
    document = QPdfDocument()
    assert document.load(str(pdf)) is QPdfDocument.Error.None_
    assert document.pagePointSize(0).toSize() == A4_DOTS
    pages = [document.render(page, A4_DOTS) for page in range(document.pageCount())]
    document.close()
    return pages


class TestPrinting:
    def test_what_comes_out_is_what_was_sent(self, hall: Hall, two_sheets: bytes, folder: Path) -> None:
        """CUPS writes the PDF anew, so it is judged by its looks: no page is made smaller, however the queue is set."""
        for setting in ("print-scaling-default=fit", "media-default=na_letter_8.5x11in"):
            hall.server.say("lpadmin", "-p", "a4", "-o", setting)
        assert hall.printer.condition() is Condition.OK
        job = hall.printing(two_sheets, copies=3)
        assert hall.printer.look(job) == ON_ITS_WAY
        [received] = hall.device.received
        assert sheets(received, folder) == sheets(two_sheets, folder)
        assert len(sheets(two_sheets, folder)) == 2
        assert hall.device.settings["IPP_COPIES"] == "3"
        assert "x-dimension=21000 y-dimension=29700" in hall.device.settings["IPP_MEDIA_COL"]
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED

    def test_a_title_tells_nothing(self, hall: Hall, two_sheets: bytes) -> None:
        serial = count(7)
        hall.printer = CupsPrinter("A4", hall.uri, Media.A4, token=lambda: f"t{next(serial)}")
        hall.printing(two_sheets)
        assert hall.device.settings["IPP_JOB_NAME"] == "t7"
        assert hall.device.settings["IPP_JOB_ORIGINATING_USER_NAME"] == "kiosk"

    def test_many_at_once(self, hall: Hall, two_sheets: bytes) -> None:
        hall.server.say("cupsdisable", "a4")
        with ThreadPoolExecutor(4) as threads:
            jobs = list(threads.map(lambda _: hall.printer.start(two_sheets, 1), range(4)))
            assert len(set(jobs)) == 4
            assert list(threads.map(hall.printer.look, jobs)) == [STANDING] * 4
            list(threads.map(hall.printer.end, jobs))
            assert list(threads.map(hall.printer.look, jobs)) == [Job(JobState.LOST, Condition.OFFLINE)] * 4
        assert hall.server.spooled == []


class TestTroubleAtThePrinter:
    def test_what_it_says_is_the_matter(self, hall: Hall, two_sheets: bytes) -> None:
        job = hall.printing(two_sheets)
        for reasons, condition in (
            ("media-empty", Condition.NO_PAPER),
            ("media-needed", Condition.NO_PAPER),
            ("media-jam", Condition.JAM),
            ("cover-open", Condition.COVER_OPEN),
            ("media-empty,cover-open", Condition.COVER_OPEN),
            ("toner-empty", Condition.UNKNOWN),
            ("marker-supply-low", Condition.LOW),
            ("none", Condition.OK),
            ("media-low", Condition.LOW),
        ):
            hall.device.tell(f"STATE: {reasons}")
            until(lambda: hall.printer.condition() is condition, f"{reasons} is {condition}")  # noqa: B023
            assert hall.printer.look(job) == Job(JobState.PRINTING, condition)
        hall.device.tell("STATE: media-empty", "GOOD")
        assert hall.ended(job) == PRINTED
        assert hall.printer.condition() is Condition.NO_PAPER, "an idle printer is asked too"

    def test_it_hangs_and_comes_to_itself(self, hall: Hall, two_sheets: bytes) -> None:
        job = hall.printing(two_sheets)
        hall.device.hang()
        assert hall.impatient.condition() is Condition.OFFLINE
        assert hall.impatient.look(job) == STANDING
        hall.device.recover()
        assert hall.printer.look(job) == ON_ITS_WAY
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED

    def test_it_is_switched_on_late(self, hall: Hall, two_sheets: bytes) -> None:
        hall.device.turn_off()
        assert hall.printer.condition() is Condition.OFFLINE
        job = hall.printer.start(two_sheets, 1)
        assert hall.printer.look(job) == STANDING
        hall.device.turn_on()
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED

    def test_a_power_cut_makes_it_forget(self, hall: Hall, two_sheets: bytes) -> None:
        """CUPS calls such a job completed."""
        job = hall.printing(two_sheets)
        hall.device.turn_off()
        assert hall.printer.look(job) == STANDING
        hall.device.turn_on()
        assert hall.ended(job) == LOST
        another = hall.printer.start(two_sheets, 1)
        hall.device.tell("GOOD")
        assert hall.ended(another) == PRINTED
        assert hall.printer.look(job) == LOST

    def test_it_gives_up(self, hall: Hall, two_sheets: bytes) -> None:
        job = hall.printing(two_sheets)
        hall.device.tell("BAD")
        assert hall.ended(job) == FAILED
        assert len(hall.device.received) == 1, "nothing is printed twice"

    def test_somebody_cancels_at_the_printer(self, hall: Hall, two_sheets: bytes) -> None:
        """CUPS calls that completed, too."""
        job = hall.printing(two_sheets)
        hall.device.cancel()
        assert hall.ended(job) == FAILED

    def test_it_cannot_be_printed(self, hall: Hall) -> None:
        job = hall.printer.start(b"this is no PDF", 1)
        assert hall.ended(job) == FAILED
        assert hall.device.received == []

    def test_cups_loses_sight_of_it(self, hall: Hall, two_sheets: bytes) -> None:
        """CUPS calls a job completed, too, when its own program that watches over it is gone; the printer prints on."""
        job = hall.printing(two_sheets)
        [backend] = left_over(f"{hall.device.uri} {job} ")
        os.kill(backend, signal.SIGKILL)
        until(lambda: "cups-waiting-for-job-completed" not in hall.server.reasons, "CUPS waits no longer")
        assert hall.printer.look(job) == ON_ITS_WAY
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED


class TestAPrinterThatIsNotAsked:
    """Behind a queue with another kind of device, and without filters: CUPS has the last word, and changes no byte."""

    def test_it_is_believed_through_cups(self, hall: Hall, two_sheets: bytes) -> None:
        device = hall.device.uri.replace("ipp:", "http:")
        hall.server.say("lpadmin", "-p", "raw", "-E", "-v", device, "-m", "raw")
        printer = CupsPrinter("A4", hall.uri.replace("a4", "raw"), Media.A4, new_title)
        hall.device.tell("STATE: media-empty")
        job = printer.start(two_sheets, 1)
        until(lambda: printer.look(job) == Job(JobState.PRINTING, Condition.NO_PAPER), "CUPS has heard of it")
        assert [path.read_bytes() for path in hall.device.received] == [two_sheets]
        hall.device.tell("GOOD")
        until(lambda: printer.look(job) == PRINTED, "CUPS has heard of that, too")
        assert printer.condition() is Condition.OK, "of an idle queue nothing is known"
