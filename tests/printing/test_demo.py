"""The demonstration's printer: page by page on its clock, broken and mended by its lever, papers in its tray."""

import logging
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState, Printer, PrinterFault
from kit.simulators.printers import DemoPrinter, PrinterTrouble

PER_PAGE = 2.0
STOPPING = {
    PrinterTrouble.NO_PAPER: Condition.NO_PAPER,
    PrinterTrouble.JAM: Condition.JAM,
    PrinterTrouble.COVER_OPEN: Condition.COVER_OPEN,
    PrinterTrouble.OFFLINE: Condition.OFFLINE,
}
SHOWN = {
    **STOPPING,
    PrinterTrouble.NONE: Condition.OK,
    PrinterTrouble.LOW: Condition.LOW,
    PrinterTrouble.MIDWAY: Condition.OK,
    PrinterTrouble.SILENT: Condition.OK,
}


def document(pages: int) -> bytes:
    sheets = [Image.new("1", (8, 8), 1) for _ in range(pages)]
    with BytesIO() as file:
        sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
        return file.getvalue()


ONE, THREE = document(1), document(3)


class Stand:
    """A printer with its tray, its lever and its clock."""

    def __init__(self, tray: Path) -> None:
        self.tray = tray
        self.lever = PrinterTrouble.NONE
        self.now = 0.0
        self.printer: Printer = DemoPrinter("A4 打印机", Media.A4, tray, lambda: self.lever, lambda: self.now, PER_PAGE)

    def pull(self, lever: PrinterTrouble) -> None:
        """Whoever pulls a lever sees at once what it does."""
        self.printer.condition()
        self.lever = lever
        self.printer.condition()

    def pass_by(self, pages: float) -> None:
        self.now += pages * PER_PAGE

    def papers(self) -> list[str]:
        return sorted(path.name for path in self.tray.iterdir()) if self.tray.exists() else []


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    return Stand(tmp_path / "tray")


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The system refuses to write on, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def printing(pages: int, condition: Condition = Condition.OK) -> Job:
    return Job(JobState.PRINTING, condition, pages)


def test_it_says_what_it_is(stand: Stand) -> None:
    assert (stand.printer.name, stand.printer.media) == ("A4 打印机", Media.A4)


@pytest.mark.parametrize(("pdf", "copies", "pages"), [(ONE, 1, 1), (THREE, 1, 3), (ONE, 2, 2), (THREE, 2, 6)])
def test_a_document_comes_page_by_page(stand: Stand, pdf: bytes, copies: int, pages: int) -> None:
    job = stand.printer.start(pdf, copies)
    for page in range(pages):
        assert stand.printer.look(job) == printing(page)
        stand.pass_by(0.5)
        assert stand.printer.look(job) == printing(page)
        assert stand.papers() == []
        stand.pass_by(0.5)
    assert stand.printer.look(job) == Job(JobState.PRINTED, Condition.OK, pages)
    assert stand.papers() == ["0001.pdf", "0002.pdf"][:copies]
    assert {(stand.tray / paper).read_bytes() for paper in stand.papers()} == {pdf}


def test_documents_come_one_after_the_other(stand: Stand) -> None:
    first, second = stand.printer.start(THREE, 1), stand.printer.start(ONE, 1)
    stand.pass_by(3)
    assert stand.printer.look(second) == printing(0)
    assert stand.printer.look(first).state is JobState.PRINTED
    stand.pass_by(1)
    assert stand.printer.look(second).state is JobState.PRINTED
    assert [(stand.tray / paper).read_bytes() for paper in stand.papers()] == [THREE, ONE]


def test_time_before_a_document_does_not_count(stand: Stand) -> None:
    stand.pass_by(10)
    assert stand.printer.look(stand.printer.start(ONE, 1)) == printing(0)


def test_papers_are_numbered_on_where_the_program_began_anew(stand: Stand) -> None:
    for _ in range(2):
        stand = Stand(stand.tray)
        stand.printer.start(ONE, 1)
        stand.pass_by(1)
        stand.printer.condition()
    assert stand.papers() == ["0001.pdf", "0002.pdf"]


@pytest.mark.parametrize("lever", PrinterTrouble)
def test_what_it_says_of_a_trouble(stand: Stand, lever: PrinterTrouble) -> None:
    stand.pull(lever)
    assert stand.printer.condition() is SHOWN[lever]
    stand.pull(PrinterTrouble.NONE)
    assert stand.printer.condition() is Condition.OK


@pytest.mark.parametrize(("lever", "condition"), STOPPING.items())
def test_it_takes_nothing_while_it_is_broken(stand: Stand, lever: PrinterTrouble, condition: Condition) -> None:
    stand.pull(lever)
    with pytest.raises(PrinterFault) as refused:
        stand.printer.start(ONE, 1)
    assert refused.value.condition is condition


@pytest.mark.parametrize(("pdf", "copies"), [(b"", 1), (b"no document", 1), (ONE[:100], 1), (ONE, 0)])
def test_it_takes_nothing_that_has_no_pages(stand: Stand, pdf: bytes, copies: int) -> None:
    with pytest.raises(PrinterFault) as refused:
        stand.printer.start(pdf, copies)
    assert refused.value.condition is Condition.UNKNOWN


def test_low_paper_is_enough_for_a_document(stand: Stand) -> None:
    stand.pull(PrinterTrouble.LOW)
    job = stand.printer.start(ONE, 1)
    assert stand.printer.look(job) == printing(0, Condition.LOW)
    stand.pass_by(1)
    assert stand.printer.look(job).state is JobState.PRINTED


class TestBroken:
    """A document of three pages, broken in the middle of its second."""

    @pytest.fixture
    def job(self, stand: Stand) -> str:
        job = stand.printer.start(THREE, 1)
        stand.pass_by(1.5)
        assert stand.printer.look(job) == printing(1)
        return job

    @pytest.mark.parametrize(
        ("lever", "says"),
        [
            (PrinterTrouble.NO_PAPER, printing(1, Condition.NO_PAPER)),
            (PrinterTrouble.JAM, printing(1, Condition.JAM)),
            (PrinterTrouble.COVER_OPEN, printing(1, Condition.COVER_OPEN)),
            (PrinterTrouble.OFFLINE, Job(JobState.PRINTING, Condition.OFFLINE)),
            (PrinterTrouble.SILENT, printing(1)),
        ],
    )
    def test_it_stands_still(self, stand: Stand, job: str, lever: PrinterTrouble, says: Job) -> None:
        stand.pull(lever)
        for _ in range(3):
            assert stand.printer.look(job) == says
            stand.pass_by(10)
        assert stand.papers() == []

    @pytest.mark.parametrize("lever", [PrinterTrouble.NO_PAPER, PrinterTrouble.COVER_OPEN, PrinterTrouble.OFFLINE])
    def test_mended_it_goes_on(self, stand: Stand, job: str, lever: PrinterTrouble) -> None:
        stand.pull(lever)
        stand.pass_by(10)
        stand.pull(PrinterTrouble.NONE)
        assert stand.printer.look(job) == printing(1)
        stand.pass_by(1.5)
        assert stand.printer.look(job) == Job(JobState.PRINTED, Condition.OK, 3)
        assert stand.papers() == ["0001.pdf"]

    def test_after_a_jam_it_has_failed_and_can_be_printed_anew(self, stand: Stand, job: str) -> None:
        stand.pull(PrinterTrouble.JAM)
        stand.pull(PrinterTrouble.NONE)
        assert stand.printer.look(job) == Job(JobState.FAILED, Condition.JAM, 1)
        assert stand.papers() == []
        again = stand.printer.start(THREE, 1)
        stand.pass_by(3)
        assert stand.printer.look(again).state is JobState.PRINTED
        assert stand.printer.look(job) == Job(JobState.FAILED, Condition.JAM, 1)

    def test_one_that_waited_behind_a_jam_is_printed(self, stand: Stand, job: str) -> None:
        behind = stand.printer.start(ONE, 1)
        stand.pull(PrinterTrouble.JAM)
        stand.pull(PrinterTrouble.NONE)
        assert stand.printer.look(job).state is JobState.FAILED
        stand.pass_by(1)
        assert stand.printer.look(behind).state is JobState.PRINTED


@pytest.mark.parametrize(("pdf", "whole"), [(ONE, 0), (THREE, 2)])
def test_midway_the_paper_ends_amid_the_last_page(stand: Stand, pdf: bytes, whole: int) -> None:
    stand.pull(PrinterTrouble.MIDWAY)
    job = stand.printer.start(pdf, 1)
    stand.pass_by(whole + 0.25)
    assert stand.printer.look(job) == printing(whole)
    stand.pass_by(0.25)
    assert stand.printer.look(job) == printing(whole, Condition.NO_PAPER)
    stand.pass_by(5)
    assert stand.printer.look(job) == printing(whole, Condition.NO_PAPER)
    assert stand.printer.condition() is Condition.NO_PAPER
    stand.pull(PrinterTrouble.NONE)
    assert stand.printer.look(job) == Job(JobState.FAILED, Condition.NO_PAPER, whole)
    assert stand.papers() == []


def test_midway_breaks_one_document_and_is_mended_by_hand(stand: Stand) -> None:
    """Calling the document off brings no paper; a lever that was moved away and back is good for the next one."""
    stand.pull(PrinterTrouble.MIDWAY)
    for _ in range(2):
        job = stand.printer.start(ONE, 1)
        stand.pass_by(1)
        assert stand.printer.look(job) == printing(0, Condition.NO_PAPER)
        stand.printer.end(job)
        assert stand.printer.condition() is Condition.NO_PAPER
        with pytest.raises(PrinterFault):
            stand.printer.start(ONE, 1)
        stand.pull(PrinterTrouble.NO_PAPER)
        assert stand.printer.condition() is Condition.NO_PAPER
        stand.pull(PrinterTrouble.MIDWAY)
        assert stand.printer.condition() is Condition.OK


def test_silent_it_takes_documents_and_never_finishes(stand: Stand) -> None:
    stand.pull(PrinterTrouble.SILENT)
    job = stand.printer.start(ONE, 1)
    stand.pass_by(100)
    assert stand.printer.look(job) == printing(0)
    assert stand.printer.condition() is Condition.OK


class TestEnd:
    def test_what_is_left_is_called_off(self, stand: Stand) -> None:
        job = stand.printer.start(ONE, 1)
        stand.pass_by(0.5)
        stand.printer.end(job)
        stand.pass_by(5)
        assert stand.printer.look(job) == Job(JobState.LOST)
        assert stand.papers() == []

    def test_what_was_printed_stays_in_the_tray(self, stand: Stand) -> None:
        job = stand.printer.start(ONE, 1)
        stand.pass_by(1)
        stand.printer.look(job)
        stand.printer.end(job)
        assert stand.printer.look(job) == Job(JobState.LOST)
        assert stand.papers() == ["0001.pdf"]

    def test_the_next_document_begins_then(self, stand: Stand) -> None:
        first, second = stand.printer.start(THREE, 1), stand.printer.start(ONE, 1)
        stand.pass_by(2.5)
        stand.printer.end(first)
        assert stand.printer.look(second) == printing(0)
        stand.pass_by(1)
        assert stand.printer.look(second).state is JobState.PRINTED

    @pytest.mark.parametrize("job", ["", "7", "nobody's"])
    def test_nobody_knows_of_a_job_that_never_was(self, stand: Stand, job: str) -> None:
        stand.printer.end(job)
        assert stand.printer.look(job).state is JobState.LOST


class TestClear:
    def test_the_visitor_takes_the_papers_along(self, stand: Stand) -> None:
        stand.printer.clear()
        for _ in range(2):
            stand.printer.start(ONE, 2)
            stand.pass_by(2)
            stand.printer.condition()
            assert stand.papers() == ["0001.pdf", "0002.pdf"]
            stand.printer.clear()
            assert stand.papers() == []

    def test_what_prints_is_called_off(self, stand: Stand) -> None:
        jobs = [stand.printer.start(ONE, 1) for _ in range(2)]
        stand.printer.clear()
        stand.pass_by(5)
        assert [stand.printer.look(job) for job in jobs] == [Job(JobState.LOST)] * 2
        assert stand.papers() == []

    def test_a_tray_that_a_crash_left_is_emptied(self, stand: Stand) -> None:
        stand.printer.start(ONE, 2)
        stand.pass_by(2)
        stand.printer.condition()
        (stand.tray / "unfinished").touch()
        assert stand.papers() == ["0001.pdf", "0002.pdf", "unfinished"]
        after_the_crash = Stand(stand.tray)
        after_the_crash.printer.clear()
        assert stand.papers() == []

    def test_what_cannot_be_taken_stays_alone(self, stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
        (stand.tray / "0001.pdf").mkdir(parents=True)
        (stand.tray / "0002.pdf").touch()
        stand.printer.clear()
        assert stand.papers() == ["0001.pdf"]
        assert [record.levelno for record in caplog.records] == [logging.WARNING]

    def test_only_papers_are_taken(self, stand: Stand) -> None:
        stand.tray.mkdir()
        (stand.tray / "README").touch()
        (stand.tray / "unfinished").touch()
        stand.printer.clear()
        assert stand.papers() == ["README"]


class TestTray:
    def test_no_paper_comes_where_there_is_no_tray(self, stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
        stand.tray.touch()
        job = stand.printer.start(ONE, 1)
        stand.pass_by(1)
        assert stand.printer.look(job) == Job(JobState.FAILED, Condition.UNKNOWN)
        assert [record.levelno for record in caplog.records] == [logging.WARNING]

    def test_no_half_paper_comes_where_the_disk_is_full(self, stand: Stand) -> None:
        job = stand.printer.start(ONE + bytes(100_000), 1)
        stand.pass_by(1)
        with no_file_larger_than(50_000):
            assert stand.printer.look(job) == Job(JobState.FAILED, Condition.UNKNOWN)
        assert stand.papers() == []
        again = stand.printer.start(ONE, 1)
        stand.pass_by(1)
        assert stand.printer.look(again).state is JobState.PRINTED


def test_many_threads_may_look_and_one_paper_comes(stand: Stand) -> None:
    job = stand.printer.start(ONE, 1)
    stand.pass_by(1)
    seen: list[JobState] = []
    threads = [Thread(target=lambda: seen.append(stand.printer.look(job).state)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert seen == [JobState.PRINTED] * 8
    assert stand.papers() == ["0001.pdf"]
