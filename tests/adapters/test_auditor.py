"""The auditor: when it reads the store, how it rests, and what it does with what it finds."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from adapters.auditor import LOOK_S, REST, Auditor, night_after
from domain.ports import MayPass
from domain.runtime import HALL_TIME
from kit.simulators.runtime import SimulatedRuntime

EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=HALL_TIME)


class Book:
    """A store that is read in slices, as it was `scripted` for each time; then it is sound."""

    def __init__(self, *scripted: list[str | Exception | None]) -> None:
        self.scripted = list(scripted)
        self.read = 0
        self.marks: list[tuple[str, datetime]] = []
        self.unmarked = 0

    def faults(self) -> Iterator[str | None]:
        self.read += 1
        for one in self.scripted.pop(0) if self.scripted else [None]:
            if isinstance(one, Exception):
                raise one
            yield one

    def mark_damage(self, what: str, at: datetime) -> None:
        if self.unmarked:
            self.unmarked -= 1
            raise MayPass("the disk is full")
        self.marks.append((what, at))

    def damage(self) -> str | None:
        return self.marks[0][0] if self.marks else None

    def told(self) -> str:
        return "anchor 12ab"


def lives(book: Book, hours: float) -> tuple[Auditor, SimulatedRuntime]:
    """An auditor on a machine whose clock goes on only while it rests, `hours` later."""
    runtime = SimulatedRuntime(EVENING, until=EVENING + timedelta(hours=hours))
    auditor = Auditor(book, runtime.now, runtime)
    auditor.start()
    runtime.started["auditor"]()
    return auditor, runtime


@pytest.mark.parametrize(("hours", "times"), [(1, 1), (6.9, 1), (7.1, 2), (31.1, 3)])
def test_it_reads_at_the_start_and_at_three_every_night(hours: float, times: int) -> None:
    book = Book()
    auditor, _ = lives(book, hours)
    assert book.read == times and auditor.damage() is None


@pytest.mark.parametrize(("hour", "day"), [(2, 23), (3, 24), (23, 24)])
def test_the_next_night(hour: int, day: int) -> None:
    assert night_after(EVENING.replace(hour=hour)) == datetime(2026, 11, day, 3, tzinfo=HALL_TIME)


def test_it_rests_after_every_slice() -> None:
    _, runtime = lives(Book([None] * 5), 1)
    assert len([seconds for seconds in runtime.slept if seconds < LOOK_S]) == 5 and REST >= 9


def test_damage_is_marked_with_its_time_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    book = Book([None, "page 7 is damaged", None])
    auditor, _ = lives(book, 1)
    ((what, at),) = book.marks
    assert (what, at.date()) == ("page 7 is damaged", EVENING.date()) and book.read == 1
    assert auditor.damage() == "page 7 is damaged"
    assert [r.message for r in caplog.records if r.levelno == logging.ERROR] == [
        "the store is damaged: page 7 is damaged"
    ]


def test_what_may_pass_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    book = Book([None, MayPass("locked")], [MayPass("locked")])
    lives(book, 1)
    assert book.read == 3 and not book.marks


def test_damage_that_cannot_be_marked_is_known_all_the_same_and_marked_later() -> None:
    book = Book(["page 7 is damaged"], ["page 7 is damaged"])
    book.unmarked = 1
    auditor, _ = lives(book, 0.001)
    assert auditor.damage() == "page 7 is damaged" and not book.marks
    book = Book(["page 7 is damaged"], ["page 7 is damaged"])
    book.unmarked = 1
    lives(book, 1)
    assert [what for what, _ in book.marks] == ["page 7 is damaged"]


def test_what_is_wrong_with_itself_is_logged_and_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    book = Book([ValueError("a name")])
    lives(book, 7.1)
    assert book.read == 2
    assert [r.message for r in caplog.records if r.levelno == logging.ERROR] == ["the store could not be read through"]


def test_how_far_the_store_has_come_is_told_every_night(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    lives(Book(), 31.1)
    assert [r.message for r in caplog.records if r.levelno == logging.INFO] == ["anchor 12ab"] * 2
