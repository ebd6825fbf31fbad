"""The worker: answers come on the GUI thread, and only to who still lives."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage
from viewmodels.worker import Worker


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
