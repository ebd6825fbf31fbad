"""What goes wrong on the way to CUPS, and in it: nothing is printed twice, nor called failed while it prints."""

import socket

import pytest

from adapters.printing.cups import CupsPrinter
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState, PrinterFault
from kit.simulators.loopback import free_port
from tests.printing.cups_daemon import left_over, until
from tests.printing.hall import LOST, ON_ITS_WAY, PRINTED, STANDING, Hall, new_title
from tests.printing.wire import Fate, Wire


class TestTroubleWithCups:
    def test_a_paused_queue_goes_on_later(self, hall: Hall, two_sheets: bytes) -> None:
        hall.server.say("cupsdisable", "a4")
        assert hall.printer.condition() is Condition.OFFLINE
        job = hall.printer.start(two_sheets, 1)
        assert hall.printer.look(job) == STANDING
        hall.server.say("cupsenable", "a4")
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED

    def test_paused_in_the_middle_it_begins_again(self, hall: Hall, two_sheets: bytes) -> None:
        """The printer then knows the job twice: once called off, once printed."""
        job = hall.printing(two_sheets)
        hall.server.say("cupsdisable", "a4")
        assert hall.printer.look(job) == STANDING
        hall.device.tell("GOOD")
        hall.server.say("cupsenable", "a4")
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED

    def test_a_closed_queue_takes_nothing(self, hall: Hall, two_sheets: bytes) -> None:
        hall.server.say("cupsreject", "a4")
        assert hall.printer.condition() is Condition.OFFLINE
        with pytest.raises(PrinterFault, match="offline"):
            hall.printer.start(two_sheets, 1)
        assert hall.server.spooled == []

    @pytest.mark.parametrize(
        ("queue", "condition"), [("a4", Condition.OFFLINE), ("none", Condition.UNKNOWN)], ids=["no CUPS", "no queue"]
    )
    def test_nobody_there(self, hall: Hall, two_sheets: bytes, queue: str, condition: Condition) -> None:
        port = hall.server.port if queue == "none" else free_port()
        printer = CupsPrinter("A4", f"ipp://127.0.0.1:{port}/printers/{queue}", Media.A4, new_title)
        assert printer.condition() is condition
        with pytest.raises(PrinterFault, match=condition):
            printer.start(two_sheets, 1)

    def test_silence_says_nothing_of_a_job(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            uri = f"ipp://127.0.0.1:{deaf.getsockname()[1]}/printers/a4"
            printer = CupsPrinter("A4", uri, Media.A4, new_title, timeout=0.05)
            assert printer.condition() is Condition.OFFLINE
            assert printer.look("1") == STANDING
            printer.end("1")
            printer.clear()

    def test_nonsense_is_not_understood(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        job = hall.printer.start(two_sheets, 1)
        line.fates = [Fate.GARBLED] * 3
        assert hall.printer.condition() is Condition.UNKNOWN
        assert hall.printer.look(job) == Job(JobState.PRINTING, Condition.UNKNOWN)
        with pytest.raises(PrinterFault, match="unknown"):
            hall.printer.start(two_sheets, 1)

    def test_without_a_number_there_is_no_document(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        line.fates = [Fate.ANSWER_LOST]
        with pytest.raises(PrinterFault, match="offline"):
            hall.printer.start(two_sheets, 1)
        assert line.fates == []
        assert hall.server.spooled == []

    def test_a_document_whose_receipt_is_lost_is_printed_once(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        line.fates = [Fate.PASSED, Fate.ANSWER_LOST]
        job = hall.printer.start(two_sheets, 1)
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED
        assert len(hall.device.received) == 1

    def test_a_document_that_was_cut_is_not_printed(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        line.fates = [Fate.PASSED, Fate.QUESTION_CUT]
        job = hall.printer.start(two_sheets, 1)
        assert hall.printer.look(job) == ON_ITS_WAY
        hall.printer.end(job)
        assert hall.printer.look(job) == LOST
        assert hall.device.received == []


class TestNoTrace:
    """What CUPS writes down late, it has written when it is gone."""

    def test_of_what_is_printed(self, hall: Hall, two_sheets: bytes) -> None:
        job = hall.printer.start(two_sheets, 1)
        hall.device.tell("GOOD")
        assert hall.ended(job) == PRINTED
        assert hall.server.spooled != []
        hall.printer.end(job)
        assert hall.printer.look(job) == LOST
        hall.server.turn_off()
        assert hall.server.spooled == []
        kept = [path for path in hall.server.folder.rglob("*") if path.is_file()]
        assert kept != []
        assert [path for path in kept if b"%PDF" in path.read_bytes()] == []
        hall.server.turn_on()

    @pytest.mark.parametrize("hangs", [False, True])
    def test_of_what_is_being_printed(self, hall: Hall, two_sheets: bytes, hangs: bool) -> None:
        """And the printer is told, as soon as it listens."""
        job = hall.printing(two_sheets)
        if hangs:
            hall.device.hang()
        hall.printer.end(job)
        assert hall.impatient.look(job).state is JobState.LOST
        assert hall.server.spooled == []
        hall.device.recover()
        until(lambda: not left_over(hall.device.uri + " "), "CUPS has told the printer")
        hall.device.tell("GOOD")
        until(lambda: hall.device.canceled == 1, "the printer has called it off")
        hall.server.turn_off()
        assert hall.server.spooled == []
        hall.server.turn_on()

    def test_of_what_waits(self, hall: Hall, two_sheets: bytes) -> None:
        hall.server.say("cupsdisable", "a4")
        job = hall.printer.start(two_sheets, 1)
        hall.printer.end(job)
        hall.server.say("cupsenable", "a4")
        assert hall.printer.look(job) == LOST
        hall.server.turn_off()
        assert hall.server.spooled == []
        assert hall.device.received == []
        hall.server.turn_on()

    def test_though_cups_was_away(self, hall: Hall, two_sheets: bytes, caplog: pytest.LogCaptureFixture) -> None:
        hall.server.say("cupsdisable", "a4")
        job = hall.printer.start(two_sheets, 1)
        hall.server.turn_off()
        hall.printer.end(job)
        assert "what is over could not be called off yet (offline)" in caplog.text
        assert hall.server.spooled != []
        hall.server.turn_on()
        another = hall.printer.start(two_sheets, 1)
        assert hall.printer.look(job).state is JobState.LOST
        assert hall.printer.look(another) == STANDING
