"""The watch over the printers: news of each, however the others behave, and nobody waits for it."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from adapters.printing import watch as module
from adapters.printing.watch import PrinterWatch
from adapters.runtime import Machine
from domain.certificates.paper import Media
from domain.printing.printer import Condition
from kit.simulators.printers import DemoPrinter, PrinterTrouble

SECONDS = 10.0
"""How long something that has to come is waited for."""
SELDOM = 3600.0


class Asked(DemoPrinter):
    """A demonstration's printer that is asked how it is in a queue, and answers when its test says what.

    When a question comes, the answer before it has been noted.
    """

    def __init__(self, tray: Path) -> None:
        super().__init__("A4 打印机", Media.A4, tray, lambda: PrinterTrouble.NONE, Machine().uptime)
        self.questions: Queue[None] = Queue()
        self.answers: Queue[Condition | Exception | None] = Queue()

    def condition(self) -> Condition:
        self.questions.put(None)
        match self.answers.get(timeout=SECONDS):
            case Condition() as condition:
                return condition
            case None:
                self.answers.put(None)
                return super().condition()
            case mistake:
                raise mistake

    def is_asked(self) -> None:
        self.questions.get(timeout=SECONDS)

    def says(self, *answers: Condition | Exception) -> None:
        """Answer so many questions, and wait for the one after them."""
        for answer in answers:
            self.answers.put(answer)
            self.is_asked()

    def wakes_up(self) -> None:
        """From now on it answers by itself."""
        self.answers.put(None)


@pytest.fixture
def a4(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


@pytest.fixture
def roll(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


@contextmanager
def watching(seconds: float = 0, **printers: Asked) -> Iterator[PrinterWatch]:
    """A watch that has asked every printer for the first time."""
    watch = PrinterWatch(printers, Machine(), seconds)
    watch.start()
    try:
        for printer in printers.values():
            printer.is_asked()
        yield watch
    finally:
        for printer in printers.values():
            printer.wakes_up()
        watch.stop()


def test_nothing_is_known_before_a_printer_has_answered(a4: Asked) -> None:
    assert PrinterWatch({"a4": a4}, Machine()).conditions() == {}
    with watching(a4=a4) as watch:
        assert watch.conditions() == {}


def test_the_newest_answer_is_told(a4: Asked) -> None:
    with watching(a4=a4) as watch:
        for condition in Condition:
            a4.says(condition)
            assert watch.conditions() == {"a4": condition}


def test_what_was_told_does_not_change(a4: Asked) -> None:
    with watching(a4=a4) as watch:
        a4.says(Condition.OK)
        told = watch.conditions()
        a4.says(Condition.JAM)
        assert told == {"a4": Condition.OK}


def test_one_that_hangs_does_not_keep_back_news_of_the_others(a4: Asked, roll: Asked) -> None:
    with watching(a4=a4, roll=roll) as watch:
        roll.says(Condition.OK, Condition.LOW)
        assert watch.conditions() == {"roll": Condition.LOW}
        a4.says(Condition.OK)
        roll.says(Condition.NO_PAPER)
        assert watch.conditions() == {"a4": Condition.OK, "roll": Condition.NO_PAPER}


def test_a_mistake_is_unknown_and_logged_when_it_begins(a4: Asked, caplog: pytest.LogCaptureFixture) -> None:
    with watching(a4=a4) as watch:
        a4.says(Condition.OK, RuntimeError("a mistake"), RuntimeError("a mistake"))
        assert watch.conditions() == {"a4": Condition.UNKNOWN}
        a4.says(Condition.OK)
        assert watch.conditions() == {"a4": Condition.OK}
        a4.says(Condition.UNKNOWN, ValueError("another mistake"))
        said = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
        assert said == ["printer a4 could not be asked"] * 2


def test_changes_are_logged(a4: Asked, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with watching(a4=a4):
        a4.says(Condition.OK, Condition.OK, Condition.JAM, Condition.JAM)
        assert [record.getMessage() for record in caplog.records] == ["printer a4 is ok", "printer a4 is jam"]


def test_a_wish_is_granted_at_once(a4: Asked) -> None:
    """Also one that comes during a look: it may be about something that this look has not seen."""
    with watching(SELDOM, a4=a4) as watch:
        for condition in (Condition.JAM, Condition.OK):
            watch.look_again()
            a4.says(condition)
            assert watch.conditions() == {"a4": condition}
        a4.answers.put(Condition.LOW)
        watch.look_again()
        a4.is_asked()
        assert watch.conditions() == {"a4": Condition.LOW}


def test_stopped_it_asks_no_more(a4: Asked) -> None:
    """And does not wait until it would have asked again."""
    with watching(SELDOM, a4=a4):
        pass
    assert a4.questions.empty()
    assert "printer a4" not in {thread.name for thread in threading.enumerate()}


def test_it_stops_while_printers_hang(a4: Asked, roll: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    with watching(a4=a4, roll=roll) as watch:
        with monkeypatch.context() as impatient:
            impatient.setattr(module, "PATIENCE_S", 0.01)
            watch.stop()
        assert watch.conditions() == {}
    assert a4.questions.empty() and roll.questions.empty()


def test_no_printers_are_no_news() -> None:
    with watching() as watch:
        assert watch.conditions() == {}


def test_a_lever_is_noticed(tmp_path: Path) -> None:
    """With nothing between: the demonstration's own printer."""
    lever, seen = PrinterTrouble.NONE, Queue[PrinterTrouble]()

    def trouble() -> PrinterTrouble:
        seen.put(lever)
        return lever

    watch = PrinterWatch({"a4": DemoPrinter("A4 打印机", Media.A4, tmp_path, trouble, Machine().uptime)}, Machine(), 0)
    watch.start()
    seen.get(timeout=SECONDS)
    lever = PrinterTrouble.COVER_OPEN
    while seen.get(timeout=SECONDS) is not lever:
        pass
    seen.get(timeout=SECONDS)
    assert watch.conditions() == {"a4": Condition.COVER_OPEN}
    watch.stop()
