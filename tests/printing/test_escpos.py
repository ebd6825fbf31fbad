"""The thermal printer over a serial line: what falls out is the document, and nothing is printed until it says so."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import zxingcpp

from adapters.printing.escpos import EscPosPrinter
from adapters.printing.raster import ROLLS, rasters
from adapters.printing.streams import SerialStream, StreamBroken
from adapters.runtime import Machine
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState, PrinterFault
from tests.printing.escpos_decoder import Decoder, sheets
from tests.printing.papers import CODE, receipt
from tests.printing.pty_printer import FakePrinter, Trouble, ended, terminal, until

PATIENCE = 0.5
NAME = "蓝牙打印机"
PDF = receipt(80)
QUESTIONS = 4 * len(b"\x10\x04\x01")
"""Bytes by which a printer is asked how it is."""
COMMANDS = 11
"""Of a sheet: it is begun, has eight strips, is fed out and cut."""


@contextmanager
def hall(
    trouble: Trouble | None = None, after: int = 0, media: Media = Media.ROLL_80
) -> Iterator[tuple[EscPosPrinter, FakePrinter]]:
    """The terminal's end and the paper's."""
    with terminal() as (near, far), FakePrinter(near, trouble, after) as paper:
        printer = EscPosPrinter(NAME, media, lambda: SerialStream(far), Machine(), PATIENCE)
        yield printer, paper
        printer.clear()


class TestPrinting:
    @pytest.mark.parametrize(("media", "mm"), [(Media.ROLL_80, 80), (Media.ROLL_58, 58)])
    def test_what_falls_out_is_the_document(self, media: Media, mm: int) -> None:
        """Dot for dot, its pages in order, and all of it again for another copy."""
        pdf = receipt(mm, pages=2)
        with hall(media=media) as (printer, paper):
            job = printer.start(pdf, copies=2)
            assert ended(printer, job) == Job(JobState.PRINTED, Condition.OK, 4)
        fallen = sheets(bytes(paper.received))
        assert [sheet.size for sheet in fallen] == [(ROLLS[media].dots, 480)] * 4
        assert [sheet.tobytes() for sheet in fallen] == [page.tobytes() for page in rasters(pdf, ROLLS[media]) * 2]
        assert fallen[0].tobytes() != fallen[1].tobytes()
        assert [code.text for code in zxingcpp.read_barcodes(fallen[0].convert("L"))] == [CODE]

    def test_one_document_after_the_other(self) -> None:
        with hall() as (printer, paper):
            for copies in (1, 2):
                job = printer.start(PDF, copies)
                assert ended(printer, job).state is JobState.PRINTED
                printer.end(job)
                assert printer.look(job) == Job(JobState.LOST, Condition.UNKNOWN)
        assert len(sheets(bytes(paper.received))) == 3
        assert not paper.cleared.is_set(), "nothing remained that had to be taken back"

    def test_paper_that_will_soon_run_out_is_printed_on(self) -> None:
        with hall(Trouble.NEAR_END) as (printer, _):
            assert ended(printer, printer.start(PDF, 1)) == Job(JobState.PRINTED, Condition.LOW, 1)

    def test_it_says_what_it_is(self) -> None:
        with hall(media=Media.ROLL_58) as (printer, _):
            assert (printer.name, printer.media) == (NAME, Media.ROLL_58)


CONDITIONS = [
    (None, Condition.OK),
    (Trouble.NEAR_END, Condition.LOW),
    (Trouble.NO_PAPER, Condition.NO_PAPER),
    (Trouble.COVER_OPEN, Condition.COVER_OPEN),
    (Trouble.JAM, Condition.JAM),
    (Trouble.HOT, Condition.OFFLINE),
    (Trouble.SILENT, Condition.OFFLINE),
    (Trouble.NONSENSE, Condition.UNKNOWN),
]


@pytest.mark.parametrize(("trouble", "condition"), CONDITIONS)
def test_it_tells_how_it_is(trouble: Trouble | None, condition: Condition) -> None:
    with hall(trouble) as (printer, _):
        assert printer.condition() is condition


class TestBefore:
    """Nothing of a document is sent."""

    @pytest.mark.parametrize(("trouble", "condition"), [row for row in CONDITIONS if not row[1].ready])
    def test_a_printer_that_is_not_ready_takes_no_document(self, trouble: Trouble, condition: Condition) -> None:
        with hall(trouble) as (printer, paper):
            with pytest.raises(PrinterFault) as refused:
                printer.start(PDF, 1)
            assert refused.value.condition is condition
        assert commands(paper) <= {"DLE EOT"}

    @pytest.mark.parametrize("document", [b"no PDF", receipt(58)])
    def test_nor_does_one_with_other_paper(self, document: bytes) -> None:
        with hall() as (printer, paper):
            with pytest.raises(PrinterFault) as refused:
                printer.start(document, 1)
            assert refused.value.condition is Condition.UNKNOWN
        assert not paper.received

    def test_one_that_falls_silent_in_time_has_taken_nothing(self) -> None:
        with hall(Trouble.SILENT, after=QUESTIONS + 1) as (printer, paper):
            assert ended(printer, printer.start(PDF, 1)) == Job(JobState.FAILED, Condition.OFFLINE, 0)
        assert commands(paper) == {"DLE EOT"}


class TestAmidst:
    """Something happens when a third of the first sheet is there."""

    THIRD = 15_000

    @pytest.mark.parametrize(
        ("trouble", "state", "condition"),
        [
            (Trouble.NO_PAPER, JobState.FAILED, Condition.NO_PAPER),
            (Trouble.COVER_OPEN, JobState.FAILED, Condition.COVER_OPEN),
            (Trouble.JAM, JobState.FAILED, Condition.JAM),
            (Trouble.NONSENSE, JobState.FAILED, Condition.UNKNOWN),
            (Trouble.SILENT, JobState.LOST, Condition.OFFLINE),
        ],
    )
    def test_the_rest_is_not_sent(self, trouble: Trouble, state: JobState, condition: Condition) -> None:
        with hall(trouble, self.THIRD) as (printer, paper):
            assert ended(printer, printer.start(PDF, 2)) == Job(state, condition, 0)
        assert self.THIRD <= len(paper.received) < 1.5 * self.THIRD
        assert paper.cleared.is_set() is (state is JobState.FAILED)

    def test_what_had_begun_is_cut_off_and_not_gone_on_with(self) -> None:
        """When there is paper again: the printer was made to forget the rest."""
        with hall(Trouble.NO_PAPER, self.THIRD) as (printer, paper):
            ended(printer, printer.start(PDF, 1))
            until(lambda: CUT in paper.received, "the cut")
            paper.trouble = None
            assert ended(printer, printer.start(PDF, 1)) == Job(JobState.PRINTED, Condition.OK, 1)
        begun, whole = sheets(bytes(paper.received))
        (page,) = rasters(PDF, ROLLS[Media.ROLL_80])
        assert begun.height < page.height
        assert whole.tobytes() == page.tobytes()

    def test_what_was_lost_is_cut_off_before_the_next(self) -> None:
        with hall(Trouble.SILENT, self.THIRD) as (printer, paper):
            ended(printer, printer.start(PDF, 1))
            paper.trouble, lost = None, len(paper.received)
            assert ended(printer, printer.start(PDF, 1)).state is JobState.PRINTED
        assert sheets(bytes(paper.received[lost:]))[0].tobytes() == rasters(PDF, ROLLS[Media.ROLL_80])[0].tobytes()
        assert bytes(paper.received[lost:]).replace(b"\x10\x04\x02", b"").split(CUT)[0].count(b"\x1dv0") == 0


class TestAtTheEnd:
    """The printer has got all of it, and is not yet done."""

    @pytest.fixture
    def printing(self) -> Iterator[tuple[EscPosPrinter, FakePrinter, str]]:
        with hall(Trouble.BUSY, after=QUESTIONS) as (printer, paper):
            job = printer.start(PDF, 1)
            until(lambda: b"\x1dr\x01" in paper.received, "the last question")
            assert printer.look(job) == Job(JobState.PRINTING, Condition.OK, 0, progress=COMMANDS)
            yield printer, paper, job

    @pytest.mark.parametrize(
        ("trouble", "job"),
        [
            (None, Job(JobState.PRINTED, Condition.OK, 1)),
            (Trouble.NEAR_END, Job(JobState.PRINTED, Condition.LOW, 1)),
            (Trouble.NO_PAPER, Job(JobState.FAILED, Condition.NO_PAPER, 0)),
            (Trouble.JAM, Job(JobState.FAILED, Condition.JAM, 0)),
            (Trouble.SILENT, Job(JobState.LOST, Condition.OFFLINE, 0)),
        ],
    )
    def test_its_word_decides(
        self, printing: tuple[EscPosPrinter, FakePrinter, str], trouble: Trouble | None, job: Job
    ) -> None:
        printer, paper, number = printing
        paper.trouble = trouble
        assert ended(printer, number) == job

    def test_another_document_has_to_wait(self, printing: tuple[EscPosPrinter, FakePrinter, str]) -> None:
        printer, _, _ = printing
        with pytest.raises(PrinterFault):
            printer.start(PDF, 1)
        assert printer.condition() is Condition.OK

    def test_it_can_be_called_off(self, printing: tuple[EscPosPrinter, FakePrinter, str]) -> None:
        printer, paper, job = printing
        printer.end(job)
        assert paper.cleared.is_set()
        assert printer.look(job) == Job(JobState.LOST, Condition.UNKNOWN)
        paper.trouble = None
        assert ended(printer, printer.start(PDF, 1)).state is JobState.PRINTED


class TestClear:
    """The visitor has gone."""

    THIRD = 15_000

    def test_what_runs_is_called_off_and_forgotten(self) -> None:
        with hall(Trouble.BUSY, after=QUESTIONS) as (printer, paper):
            job = printer.start(PDF, 1)
            until(lambda: printer.look(job).progress > 0, "a strip")
            printer.clear()
            assert paper.cleared.is_set()
            assert paper.received.endswith(CUT + b"\x10\x04\x02"), (
                "its answer was waited for before the line was closed"
            )
            assert printer.look(job) == Job(JobState.LOST, Condition.UNKNOWN)

    def test_the_line_is_free_for_others(self) -> None:
        with terminal() as (near, far), FakePrinter(near):
            printer = EscPosPrinter(NAME, Media.ROLL_80, lambda: SerialStream(far), Machine(), PATIENCE)
            for _ in range(2):
                assert ended(printer, printer.start(PDF, 1)).state is JobState.PRINTED
                printer.clear()
                SerialStream(far).close()

    @pytest.mark.parametrize("ends_first", [True, False], ids=["lost before", "called off"])
    def test_of_one_that_is_silent_it_is_taken_back_when_it_answers(self, ends_first: bool) -> None:
        """Once, and though nobody prints."""
        with hall(Trouble.SILENT, self.THIRD) as (printer, paper):
            job = printer.start(PDF, 1)
            until(lambda: len(paper.received) >= self.THIRD, "a third")
            if ends_first:
                assert ended(printer, job).state is JobState.LOST
            printer.clear()
            assert printer.condition() is Condition.OFFLINE
            assert CUT not in paper.received
            paper.trouble = None
            for _ in range(2):
                assert printer.condition() is Condition.OK
            assert paper.cleared.is_set()
            assert paper.received.count(CUT) == 1

    def test_one_that_is_not_there_does_not_mind(self) -> None:
        printer = EscPosPrinter(NAME, Media.ROLL_80, lambda: SerialStream("/dev/no-such-line"), Machine())
        printer.clear()


class TestLines:
    def test_a_line_that_was_cut_is_opened_anew(self) -> None:
        """A printer that was switched off and on again is not offline."""
        with terminal() as (first, dying), terminal() as (second, living):
            ports = iter((dying, living))
            printer = EscPosPrinter(NAME, Media.ROLL_80, lambda: SerialStream(next(ports)), Machine(), PATIENCE)
            with FakePrinter(first):
                assert printer.condition() is Condition.OK
            with FakePrinter(second):
                assert printer.condition() is Condition.OK
            printer.clear()

    def test_a_line_that_is_not_there_is_a_printer_that_is_offline(self) -> None:
        printer = EscPosPrinter(NAME, Media.ROLL_80, lambda: SerialStream("/dev/no-such-line"), Machine())
        assert printer.condition() is Condition.OFFLINE
        with pytest.raises(PrinterFault) as refused:
            printer.start(PDF, 1)
        assert refused.value.condition is Condition.OFFLINE

    def test_a_line_is_opened_once(self) -> None:
        with terminal() as (_, far):
            stream = SerialStream(far)
            with pytest.raises(StreamBroken):
                SerialStream(far)
            stream.close()
            stream.close()
            with pytest.raises(StreamBroken):
                stream.write(b".")

    def test_what_nobody_takes_breaks_the_line(self) -> None:
        with terminal() as (_, far):
            stream = SerialStream(far, write_timeout=0.1)
            with pytest.raises(StreamBroken):
                stream.write(bytes(1_000_000))
            stream.close()

    def test_a_line_that_is_cut_while_it_is_listened_to_is_broken(self) -> None:
        near, far = os.openpty()
        stream = SerialStream(os.ttyname(far))
        os.close(far)
        os.close(near)
        with pytest.raises(StreamBroken):
            stream.read(1, PATIENCE)
        stream.close()


CUT = b"\x1dV\x00"


def commands(paper: FakePrinter) -> set[str]:
    return {command.name for command in Decoder().feed(bytes(paper.received))}
