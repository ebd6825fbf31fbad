"""The press: every attempt is counted before it is sent, and followed until the printer says how it ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.runtime import Machine
from adapters.settings import Settings
from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media, TypesettingFailed
from domain.forms.desks import CertificateDesk
from domain.people.person import Person
from domain.printing.press import MOST_COPIES, SHEET, SILENT_FOR, STOPPED_FOR, Press, Run
from domain.printing.printer import Condition, JobState, Printer, PrinterFault
from kit.simulators.printers import PrinterTrouble
from main import DEMO_MORNING, open_backend
from storage.errors import StoreError
from tests.certificates.room import PAGE_S, PrintRoom, Templates, attempts
from tests.documents.paper import pages
from tests.payment.hall import Hall
from tests.storage.test_opening import limit
from viewmodels.worker import Worker

PRINTED, FAILED, UNKNOWN = PrintEnd.PRINTED, PrintEnd.FAILED, PrintEnd.UNKNOWN


@pytest.fixture
def room(tmp_path: Path) -> PrintRoom:
    return PrintRoom(tmp_path / "papers")


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    return Templates.copied(tmp_path / "templates")


@pytest.fixture
def press(hall: Hall, room: PrintRoom, templates: Templates) -> Press:
    return Press(hall.store.certificates, templates.typesetter(), room.printers, lambda: hall.now, lambda: room.now)


@pytest.fixture
def number(desk: CertificateDesk, person: Callable[[str], Person]) -> str:
    zhang, counter = person("张建国"), desk.counter
    return counter.book.issue(counter.draft(CertificateKind.TAX, zhang, counter.lines(zhang), "2026年")).number


def started(press: Press, number: str, copies: int = 1) -> Run:
    return press.start(press.paper(number, "a4"), copies)


def followed(press: Press, room: PrintRoom, run: Run, seconds: float) -> Run:
    room.pass_by(seconds)
    return press.follow(run)


def test_the_paper_that_is_shown_is_the_one_that_is_printed(press: Press, room: PrintRoom, number: str) -> None:
    paper = press.paper(number, "a4")
    run = followed(press, room, press.start(paper, 1), PAGE_S)
    assert (run.over, run.job.state) == (True, JobState.PRINTED)
    assert room.papers() == [paper.pdf]
    (page,) = pages(paper.pdf)
    assert "第1次打印" in page and "副本" not in page and number in page


def test_a_look_at_it_is_no_attempt(press: Press, hall: Hall, number: str) -> None:
    assert [press.paper(number, printer).attempt for printer in ("a4", "roll", "a4")] == [1, 1, 1]
    assert attempts(hall.store, number) == []


@pytest.mark.parametrize("wanted", ["", "995226000100000099"])
def test_a_number_that_was_never_given(press: Press, number: str, wanted: str) -> None:
    with pytest.raises(KeyError):
        press.paper(wanted, "a4")


class TestCounting:
    def test_before_anything_is_sent(self, hall: Hall, room: PrintRoom, press: Press, number: str) -> None:
        seen: list[list[PrintEnd | None]] = []

        class Witness:
            """A printer that looks into the book when it is sent something."""

            name, media = "A4 打印机", Media.A4

            def start(self, pdf: bytes, copies: int) -> str:
                seen.append(attempts(hall.store, number))
                return room.printers["a4"].start(pdf, copies)

        witness: Printer = Witness()  # type: ignore[assignment]
        started(replace(press, printers={"a4": witness}), number)
        assert seen == [[None]]

    def test_the_next_one_says_that_it_is_a_copy(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        for _ in range(3):
            followed(press, room, started(press, number), PAGE_S)
        first, *copies = ("".join(pages(pdf)) for pdf in room.papers())
        assert "第1次打印" in first and "副本" not in first
        for attempt, copy in enumerate(copies, 2):
            assert f"第{attempt}次打印" in copy and "副本" in copy
        assert attempts(hall.store, number) == [PRINTED] * 3
        found = hall.store.certificates.find(number)
        assert found and found.prints == 3

    def test_again_sets_the_next_print_and_sends_it(
        self, hall: Hall, press: Press, room: PrintRoom, number: str
    ) -> None:
        room.pull(PrinterTrouble.SILENT)
        press.give_up(press.again(number, "a4", 1))
        room.pull(PrinterTrouble.NONE)
        run = followed(press, room, press.again(number, "a4", 1), PAGE_S)
        assert run.paper.attempt == 2 and attempts(hall.store, number) == [UNKNOWN, PRINTED]
        assert "第2次打印" in pages(room.papers()[0])[0]

    def test_one_that_came_between_is_told_of_on_the_paper(
        self, hall: Hall, press: Press, room: PrintRoom, number: str
    ) -> None:
        shown = press.paper(number, "a4")
        followed(press, room, started(press, number), PAGE_S)
        run = followed(press, room, press.start(shown, 1), PAGE_S)
        assert (shown.attempt, run.paper.attempt) == (1, 2)
        assert room.papers()[1] == run.paper.pdf != shown.pdf
        assert "第2次打印" in pages(run.paper.pdf)[0]

    @pytest.mark.parametrize(
        ("lever", "condition"),
        [
            (PrinterTrouble.NO_PAPER, Condition.NO_PAPER),
            (PrinterTrouble.JAM, Condition.JAM),
            (PrinterTrouble.COVER_OPEN, Condition.COVER_OPEN),
            (PrinterTrouble.OFFLINE, Condition.OFFLINE),
        ],
    )
    def test_what_the_printer_does_not_take_is_no_attempt(
        self, hall: Hall, press: Press, room: PrintRoom, number: str, lever: PrinterTrouble, condition: Condition
    ) -> None:
        room.pull(lever)
        with pytest.raises(PrinterFault) as refused:
            started(press, number)
        assert refused.value.condition is condition
        assert attempts(hall.store, number) == []
        room.pull(PrinterTrouble.NONE)
        followed(press, room, started(press, number), PAGE_S)
        assert attempts(hall.store, number) == [PRINTED] and "副本" not in pages(room.papers()[0])[0]

    def test_a_template_that_fails_before(self, hall: Hall, press: Press, templates: Templates, number: str) -> None:
        templates.spoil()
        with pytest.raises(TypesettingFailed) as failed:
            press.paper(number, "a4")
        assert "张建国" not in str(failed.value) and number not in str(failed.value)
        assert attempts(hall.store, number) == []
        templates.mend()
        assert press.paper(number, "a4").attempt == 1

    def test_a_template_that_fails_after(
        self, hall: Hall, press: Press, room: PrintRoom, templates: Templates, number: str
    ) -> None:
        shown = press.paper(number, "a4")
        followed(press, room, started(press, number), PAGE_S)
        templates.spoil()
        with pytest.raises(TypesettingFailed):
            press.start(shown, 1)
        assert attempts(hall.store, number) == [PRINTED]
        templates.mend()
        assert press.paper(number, "a4").attempt == 2 and len(room.papers()) == 1

    @pytest.mark.parametrize(("wanted", "made"), [(-1, 1), (0, 1), (1, 1), (3, 3), (4, MOST_COPIES), (99, MOST_COPIES)])
    def test_copies_are_one_attempt(
        self, hall: Hall, press: Press, room: PrintRoom, number: str, wanted: int, made: int
    ) -> None:
        run = followed(press, room, started(press, number, wanted), 3 * PAGE_S)
        assert run.job.state is JobState.PRINTED
        assert len(room.papers()) == made and attempts(hall.store, number) == [PRINTED]


class TestFullDisk:
    def test_what_cannot_be_counted_is_not_sent(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        paper = press.paper(number, "a4")
        with limit(0), pytest.raises(StoreError):
            press.start(paper, 1)
        room.pass_by(PAGE_S)
        room.printers["a4"].condition()
        assert (attempts(hall.store, number), room.papers()) == ([], [])
        assert followed(press, room, press.start(paper, 1), PAGE_S).job.state is JobState.PRINTED

    def test_an_end_that_cannot_be_written_can_be_written_later(
        self, hall: Hall, press: Press, room: PrintRoom, number: str
    ) -> None:
        run = press.follow(started(press, number))
        room.pass_by(PAGE_S)
        assert room.printers["a4"].look(run.id).state is JobState.PRINTED
        with limit(0), pytest.raises(StoreError):
            press.follow(run)
        assert attempts(hall.store, number) == [None]
        assert press.follow(run).job.state is JobState.PRINTED
        assert attempts(hall.store, number) == [PRINTED] and len(room.papers()) == 1


class TestFollowing:
    @pytest.fixture
    def run(self, press: Press, number: str) -> Run:
        return press.follow(started(press, number))

    def test_printed_only_when_the_printer_said_so(
        self, hall: Hall, press: Press, room: PrintRoom, run: Run, number: str
    ) -> None:
        run = followed(press, room, run, PAGE_S - 0.1)
        assert not run.over and attempts(hall.store, number) == [None]
        run = followed(press, room, run, 0.1)
        assert run.over and attempts(hall.store, number) == [PRINTED]
        assert room.printers["a4"].look(run.id).state is JobState.LOST  # it has been forgotten

    @pytest.mark.parametrize(
        ("lever", "stops"), [(PrinterTrouble.JAM, Condition.JAM), (PrinterTrouble.MIDWAY, Condition.NO_PAPER)]
    )
    def test_spoilt_amid_the_document(
        self,
        hall: Hall,
        press: Press,
        room: PrintRoom,
        run: Run,
        number: str,
        lever: PrinterTrouble,
        stops: Condition,
    ) -> None:
        room.pull(lever)
        run = followed(press, room, run, PAGE_S / 2)
        assert (run.over, run.job.condition) == (False, stops)
        room.pull(PrinterTrouble.NONE)
        run = press.follow(run)
        assert (run.job.state, run.job.condition) == (JobState.FAILED, stops)
        assert attempts(hall.store, number) == [FAILED] and room.papers() == []
        followed(press, room, started(press, number), PAGE_S)
        assert attempts(hall.store, number) == [FAILED, PRINTED]
        assert "第2次打印" in pages(room.papers()[0])[0]

    def test_a_tray_into_which_nothing_can_be_written(
        self, hall: Hall, press: Press, room: PrintRoom, run: Run, number: str
    ) -> None:
        room.tray().parent.mkdir()
        room.tray().touch()
        run = followed(press, room, run, PAGE_S)
        assert run.job.state is JobState.FAILED and attempts(hall.store, number) == [FAILED]

    @pytest.mark.parametrize(
        ("lever", "patience"),
        [
            (PrinterTrouble.SILENT, SILENT_FOR + SHEET),
            (PrinterTrouble.NO_PAPER, STOPPED_FOR),
            (PrinterTrouble.JAM, STOPPED_FOR),
            (PrinterTrouble.COVER_OPEN, STOPPED_FOR),
            (PrinterTrouble.OFFLINE, STOPPED_FOR),
        ],
    )
    def test_nobody_waits_for_ever(
        self, hall: Hall, press: Press, room: PrintRoom, run: Run, number: str, lever: PrinterTrouble, patience: float
    ) -> None:
        room.pull(lever)
        run = press.follow(run)
        run = followed(press, room, run, patience)
        assert not run.over
        run = followed(press, room, run, 0.1)
        assert run.job.state is JobState.LOST and attempts(hall.store, number) == [UNKNOWN]
        room.pull(PrinterTrouble.NONE)
        room.pass_by(PAGE_S)
        assert room.printers["a4"].condition() is Condition.OK and room.papers() == []

    def test_three_copies_are_waited_for_three_times_as_long(
        self, hall: Hall, press: Press, room: PrintRoom, number: str
    ) -> None:
        room.pull(PrinterTrouble.SILENT)
        run = press.follow(started(press, number, 3))
        run = followed(press, room, run, SILENT_FOR + 3 * SHEET)
        assert not run.over
        assert followed(press, room, run, 0.1).job.state is JobState.LOST

    def test_each_page_earns_new_patience(self, press: Press, tmp_path: Path, number: str) -> None:
        slow = PrintRoom(tmp_path / "slow", page_s=SILENT_FOR - 1)
        press = replace(press, printers=slow.printers, uptime=lambda: slow.now)
        run = press.follow(started(press, number, 3))
        for page in (1, 2):
            run = followed(press, slow, run, slow.page_s)
            assert (run.over, run.job.pages, run.since) == (False, page, slow.now)
        assert followed(press, slow, run, slow.page_s).job.state is JobState.PRINTED

    def test_paper_that_is_there_again_earns_new_patience(self, press: Press, room: PrintRoom, run: Run) -> None:
        room.pull(PrinterTrouble.NO_PAPER)
        run = followed(press, room, press.follow(run), STOPPED_FOR - 1)
        room.pull(PrinterTrouble.SILENT)
        run = followed(press, room, press.follow(run), SILENT_FOR + SHEET)
        assert not run.over
        assert followed(press, room, run, 0.1).job.state is JobState.LOST


class TestGivingUp:
    def test_nothing_is_printed_then(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        run = press.give_up(started(press, number))
        room.pass_by(PAGE_S)
        room.printers["a4"].condition()
        assert (run.job.state, room.papers()) == (JobState.FAILED, [])
        assert attempts(hall.store, number) == [UNKNOWN]  # how far it came nobody knows

    def test_what_is_printed_is_printed(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        run = started(press, number)
        room.pass_by(PAGE_S)
        assert press.give_up(run).job.state is JobState.PRINTED
        assert len(room.papers()) == 1 and attempts(hall.store, number) == [PRINTED]

    def test_in_the_moment_of_its_end_it_is_printed(
        self, hall: Hall, press: Press, room: PrintRoom, number: str
    ) -> None:
        """Called off from another thread, just when the printer has forgotten the job."""
        run = started(press, number)

        class Interrupted:
            name, media, look = "A4 打印机", Media.A4, room.printers["a4"].look
            called_off = False

            def end(self, job: str) -> None:
                room.printers["a4"].end(job)
                if not self.called_off:
                    self.called_off = True
                    interrupted.give_up(run)

        printer: Printer = Interrupted()  # type: ignore[assignment]
        interrupted = replace(press, printers={"a4": printer})
        room.pass_by(PAGE_S)
        assert interrupted.follow(run).job.state is JobState.PRINTED
        assert attempts(hall.store, number) == [PRINTED]

    def test_the_first_word_stands(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        run = started(press, number)
        assert followed(press, room, run, PAGE_S).job.state is JobState.PRINTED
        press.give_up(run)
        for end in PrintEnd:
            hall.store.certificates.end_print(number, 1, end, hall.now)
        assert attempts(hall.store, number) == [PRINTED]


class TestAfterARestart:
    def test_what_was_under_way_is_unknown(self, hall: Hall, press: Press, room: PrintRoom, number: str) -> None:
        followed(press, room, started(press, number), PAGE_S)
        started(press, number)
        hall.reopen()
        book = hall.store.certificates
        assert [book.abandon_prints(hall.now) for _ in range(2)] == [1, 0]
        assert attempts(hall.store, number) == [PRINTED, UNKNOWN]
        book.end_print(number, 2, PRINTED, hall.now)
        assert attempts(hall.store, number) == [PRINTED, UNKNOWN]
        assert replace(press, book=book).paper(number, "a4").attempt == 3

    def test_the_terminal_sees_to_that_itself(
        self, qapp: object, hall: Hall, press: Press, number: str, tmp_path: Path
    ) -> None:
        started(press, number)
        hall.store.close()
        settings = Settings(store=tmp_path / "hall.sqlite")
        backend = open_backend(settings, Worker(), runtime=Machine(lambda: DEMO_MORNING + timedelta(days=1)))
        backend.close()
        hall.open()
        assert attempts(hall.store, number) == [UNKNOWN]
