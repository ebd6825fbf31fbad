"""The visitor has gone, or the terminal has crashed: nothing more is printed, or kept by CUPS, whoever was away."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from adapters.printing.cups import CupsPrinter
from domain.certificates.paper import Media
from domain.printing.printer import Condition, JobState, PrinterFault
from tests.printing.cups_daemon import left_over, until
from tests.printing.hall import ON_ITS_WAY, PRINTED, STANDING, Hall, new_title
from tests.printing.wire import Fate, Wire


def crash(hall: Hall) -> None:
    """A new program knows of no jobs, and begins by clearing."""
    hall.printer = CupsPrinter("A4 打印机", hall.uri, Media.A4, new_title)
    hall.printer.clear()


def standing(hall: Hall, pdf: bytes) -> str:
    """A job whose printer is switched off."""
    hall.device.turn_off()
    job = hall.printer.start(pdf, 1)
    assert hall.printer.look(job) == STANDING
    return job


def nothing_is_kept(hall: Hall) -> None:
    """What CUPS writes down late, it has written when it is gone."""
    hall.server.turn_off()
    assert hall.server.spooled == []
    hall.server.turn_on()


def only_the_next_is_printed(hall: Hall, pdf: bytes) -> None:
    """Staff mend the printer, and somebody else comes."""
    before = len(hall.device.received)
    hall.device.turn_on()
    another = hall.printing(pdf)
    hall.device.tell("GOOD")
    assert hall.ended(another) == PRINTED
    assert len(hall.device.received) == before + 1
    hall.printer.end(another)
    nothing_is_kept(hall)


class TestAfterACrash:
    def test_what_stood_still_is_not_printed(self, hall: Hall, two_sheets: bytes) -> None:
        """Nor is anything kept of what was printed before."""
        hall.device.tell("GOOD")
        assert hall.ended(hall.printer.start(two_sheets, 1)) == PRINTED
        job = standing(hall, two_sheets)
        crash(hall)
        assert hall.printer.look(job).state is JobState.LOST
        assert hall.server.spooled == []
        only_the_next_is_printed(hall, two_sheets)

    def test_what_prints_is_called_off_at_the_printer(self, hall: Hall, two_sheets: bytes) -> None:
        hall.printing(two_sheets)
        hall.device.tell("STATE: media-empty")
        until(lambda: hall.printer.condition() is Condition.NO_PAPER, "the paper is at its end")
        crash(hall)
        until(lambda: not left_over(hall.device.uri + " "), "CUPS has told the printer")
        hall.device.tell("GOOD")
        until(lambda: hall.device.canceled == 1, "the printer has called it off")
        nothing_is_kept(hall)

    def test_jobs_of_others_go_on(self, hall: Hall, two_sheets: bytes, caplog: pytest.LogCaptureFixture) -> None:
        """Nor is it tried to call them off, which CUPS would refuse."""
        hall.server.say("cupsdisable", "a4")
        document = hall.server.folder / "poster.pdf"
        document.write_bytes(two_sheets)
        hall.server.say("lp", "-d", "a4", str(document))
        theirs = hall.server.spooled
        hall.printer.start(two_sheets, 1)
        assert hall.server.spooled != theirs
        hall.printer.clear()
        assert hall.server.spooled == theirs != []
        assert caplog.messages == []


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(lambda hall, job: hall.printer.end(job), id="given up"),
        pytest.param(lambda hall, _: hall.printer.clear(), id="the visitor has gone"),
        pytest.param(lambda hall, _: crash(hall), id="after a crash"),
    ],
)
def test_though_cups_was_away(hall: Hall, two_sheets: bytes, over: Callable[[Hall, str], object]) -> None:
    """As soon as it answers whoever watches the printers."""
    job = standing(hall, two_sheets)
    hall.server.turn_off()
    over(hall, job)
    assert hall.printer.condition() is Condition.OFFLINE
    assert hall.server.spooled != []
    hall.server.turn_on()
    hall.printer.condition()
    assert hall.server.spooled == []
    only_the_next_is_printed(hall, two_sheets)


def test_it_is_told_once(hall: Hall, line: Wire, two_sheets: bytes) -> None:
    hall.printer.end(hall.printer.start(two_sheets, 1))
    line.fates = [Fate.PASSED, Fate.PASSED]
    assert hall.printer.condition() is Condition.OK
    assert line.fates == [Fate.PASSED], "how the queue is was all that was asked"


def test_what_is_being_sent_when_the_visitor_goes_is_called_off(hall: Hall, two_sheets: bytes) -> None:
    """A title is asked for amid `start`."""
    with ThreadPoolExecutor(1) as visitor:

        def leave() -> str:
            left.append(visitor.submit(hall.printer.clear))
            return "title"

        left: list[Future[None]] = []
        hall.printer = CupsPrinter("A4", hall.uri, Media.A4, token=leave)
        job = hall.printer.start(two_sheets, 1)
        left[0].result()
    assert hall.printer.look(job).state is JobState.LOST
    nothing_is_kept(hall)


class TestTheNextJob:
    """What is owed comes first, and does not strike who comes after."""

    def test_is_not_called_off(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        line.fates = [Fate.ANSWER_LOST]
        hall.printer.clear()
        job = hall.printer.start(two_sheets, 1)
        assert hall.printer.condition() is Condition.OK
        assert hall.printer.look(job) == ON_ITS_WAY

    def test_waits(self, hall: Hall, line: Wire, two_sheets: bytes) -> None:
        line.fates = [Fate.ANSWER_LOST, Fate.PASSED, Fate.ANSWER_LOST]
        hall.printer.clear()
        with pytest.raises(PrinterFault, match="offline"):
            hall.printer.start(two_sheets, 1)
        assert line.fates == []
        assert hall.server.spooled == []
