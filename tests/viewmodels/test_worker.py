"""The worker: answers come on the GUI thread, and only to who still lives."""

import threading
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures.thread import _WorkItem
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage
from viewmodels.worker import Questions, Worker


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    garbage, worker = Garbage(), Worker()
    yield worker
    worker.stop()
    worker.deleteLater()
    garbage.stop()


def test_a_job_runs_elsewhere_and_answers_here(worker: Worker, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    owner = QObject()
    worker.run(owner, threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    [(there, here)] = seen
    assert there != here == threading.get_ident()


def test_an_expected_error_is_told(worker: Worker, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def job() -> None:
        raise KeyError("x")

    owner = QObject()
    worker.run(owner, job, lambda _: None, told.append, (KeyError,))
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], KeyError)


def test_any_other_error_is_raised_here(worker: Worker, qtbot: QtBot) -> None:
    def job() -> None:
        raise RuntimeError("a mistake")

    owner = QObject()
    with capture_exceptions() as raised:
        worker.run(owner, job, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is RuntimeError


def test_who_is_gone_is_not_answered(worker: Worker, qtbot: QtBot) -> None:
    go, told = threading.Event(), []
    gone, there = QObject(), QObject()
    worker.run(gone, go.wait, lambda _: told.append("gone"))
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    go.set()
    worker.run(there, lambda: None, lambda _: told.append("there"))
    qtbot.waitUntil(lambda: "there" in told)
    worker.stop()
    assert told == ["there"]


def test_a_mistake_about_what_is_gone_is_logged_and_nobody_is_troubled(
    worker: Worker, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    go, gone = threading.Event(), QObject()

    def job() -> None:
        go.wait()
        raise RuntimeError("a mistake")

    worker.run(gone, job, lambda _: None)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    go.set()
    qtbot.waitUntil(lambda: "a job that nobody waits for any more" in caplog.text)


def test_what_a_job_was_about_dies_here(worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread lets go of what it has run a moment after the answer: by then nothing may hang on that."""
    run, let_go = _WorkItem.run, threading.Event()

    def lingering(item: _WorkItem[object]) -> None:
        run(item)
        let_go.wait(10)

    monkeypatch.setattr(_WorkItem, "run", lingering)
    died: list[int] = []
    owner, answered = QObject(), list[object]()
    weakref.finalize(owner, lambda: died.append(threading.get_ident()))
    worker.run(owner, partial(id, owner), answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    del owner
    assert died == [threading.get_ident()]
    let_go.set()


class ByHand(Worker):
    """Whose jobs end when the test says so, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[Callable[[Any], None], Callable[[Exception], None] | None]] = []

    def run(self, owner: QObject, job: Any, then: Any, failed: Any = None, expected: Any = ()) -> None:
        self.given.append((then, failed))

    def answers(self, question: int, answer: str) -> None:
        self.given[question][0](answer)

    def refuses(self, question: int) -> None:
        failed = self.given[question][1]
        assert failed
        failed(KeyError())


def test_only_the_newest_question_counts(qapp: object) -> None:
    worker, told = ByHand(), list[object]()
    questions = Questions(worker, worker)
    assert (told, questions.waiting) == ([], False)
    for _ in range(3):
        questions.ask(lambda: "", told.append, told.append, (KeyError,))
    worker.refuses(0)
    assert (told, questions.waiting) == ([], True)
    worker.answers(2, "newest")
    assert (list(told), questions.waiting) == (["newest"], False)
    worker.answers(1, "older, and late")
    assert len(told) == 1
    questions.ask(lambda: "", told.append, told.append, (KeyError,))
    assert (len(told), questions.waiting) == (1, True)
    worker.refuses(3)
    assert (len(told), questions.waiting) == (2, False)


def test_an_older_question_that_was_a_mistake_is_raised_all_the_same(worker: Worker, qtbot: QtBot) -> None:
    def job() -> None:
        raise RuntimeError("a mistake")

    owner, told = QObject(), list[object]()
    questions = Questions(worker, owner)
    with capture_exceptions() as raised:
        questions.ask(job, told.append, told.append, (KeyError,))
        questions.ask(lambda: "newest", told.append)
        qtbot.waitUntil(lambda: bool(raised and told))
    assert (raised[0][0], told) == (RuntimeError, ["newest"])
