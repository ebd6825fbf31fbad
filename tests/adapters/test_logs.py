"""Logs: an event is a line of JSON with its facts; of all else only kinds and places; files that begin anew."""

import json
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qSetMessagePattern

from adapters import logs
from adapters.logs import Lines, sentence
from adapters.release import release
from adapters.settings.logs import LogSettings
from domain.logs import devices, money
from domain.logs.event import Event, Sentence
from domain.logs.log import Log
from domain.printing.printer import Condition
from tests import told
from ui import messages

NUMBER, NAME, PHONE, CARD = "520199197803150119", "张建国", "19900000001", "6217790000000000016"
ROOT = Path(__file__).parents[2]


def line(message: object, error: BaseException | None = None) -> dict[str, object]:
    return dict(json.loads(Lines("T0001").format(record(message, error))))


def record(message: object, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("kiosk.x", logging.WARNING, __file__, 7, message, None, info)


def raised(text: str) -> BaseException:
    try:
        try:
            raise KeyError(text)
        except KeyError as first:
            raise ValueError(text) from first
    except ValueError as error:
        return error


def test_an_event_is_a_line_with_its_facts() -> None:
    written = line(devices.PrinterIs("a4", Condition.NO_PAPER))
    assert str(written.pop("at")).endswith("+08:00")
    assert written == {
        "level": "warning",
        "terminal": "T0001",
        "release": release(),
        "part": "kiosk.x",
        "event": "printer_is",
        "told": "printer a4 is no_paper",
        "printer": "a4",
        "condition": "no_paper",
    }


def test_what_a_library_says_is_not_written() -> None:
    written = line(f"GET /people/{NUMBER}?name={NAME}")
    assert (written["event"], written["place"]) == ("of_a_library", "tests/adapters/test_logs.py:7")
    assert NUMBER not in str(written) and NAME not in str(written)


def test_of_an_error_kinds_and_places_are_written() -> None:
    written = line(devices.SpeechLost(), raised(NUMBER))
    error = written["error"]
    assert isinstance(error, dict) and error["kinds"] == ["ValueError", "KeyError"]
    assert error["places"][0].startswith("tests/adapters/test_logs.py:") and NUMBER not in str(written)
    assert line(devices.SpeechLost(), ValueError(NUMBER))["error"] == {"kinds": ["ValueError"], "places": []}


def test_the_same_in_a_sentence() -> None:
    first, *others = sentence(record(devices.SpeechLost(), raised(NUMBER))).split("\n")
    assert (first, others[0]) == ("nothing is read aloud any more", "ValueError at")
    assert sentence(record(NUMBER)) == "kiosk.x at tests/adapters/test_logs.py:7"


def test_what_qt_says_is_written_without_its_text() -> None:
    messages.discreet("T0001", "1.2.3")
    try:
        written = json.loads(qFormatLogMessage(QtMsgType.QtWarningMsg, QMessageLogContext(), NUMBER))
    finally:
        qSetMessagePattern(messages.USUAL)
    assert (written["level"], written["terminal"], written["event"]) == ("warning", "T0001", "qt_said")
    assert NUMBER not in str(written)


class Anything(Event):
    told = "{what} and {said}"
    what: object
    said: str = ""


@pytest.mark.parametrize("what", [NAME, NUMBER, f"{NUMBER[:17]}X", PHONE, CARD, "two words", int(CARD), [1], "a" * 101])
def test_what_is_no_word_is_withheld(what: object) -> None:
    assert str(Anything(what)) == "? and "


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("GZT0001202611241024000012345678", "GZT0001202611241024000012345678"),
        ("wechat.pay_by_qr", "wechat.pay_by_qr"),
        (7, 7),
        (-1.5, -1.5),
        (True, True),
        (Condition.JAM, "jam"),
        (date(2026, 11, 24), "2026-11-24"),
        ("", ""),
    ],
)
def test_what_may_be_written(what: object, written: object) -> None:
    assert Anything(what).facts()["what"] == written


def test_a_sentence_leaves_people_out() -> None:
    said = Sentence(f"{NAME} ({NUMBER}, {PHONE}) paid GZT0001202611241024000012345678 by {CARD}")
    assert said == "? (?, ?) paid GZT0001202611241024000012345678 by ?"
    assert money.NoReply("wechat", Sentence("ConnectError")).facts() == {"network": "wechat", "why": "ConnectError"}


@pytest.fixture
def _quiet() -> Iterator[None]:
    """As it was before: handlers and levels."""
    root, raises = logging.getLogger(), logging.raiseExceptions
    before = list(root.handlers)
    levels = {name: logging.getLogger(name).level for name in (*logs.OURS, "kiosk.networks", "kiosk.x")}
    yield
    for one in set(root.handlers) - set(before):
        root.removeHandler(one)
        one.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.raiseExceptions = raises


@pytest.mark.usefixtures("_quiet")
class TestFiles:
    def test_they_begin_anew_and_the_oldest_go(self, tmp_path: Path) -> None:
        logs.follow(LogSettings(megabytes=1, files=1), "T0007", tmp_path / "logs")
        log, long = Log("kiosk.x"), money.NoFile(Sentence("w" * 300))
        for _ in range(3500):
            log.info(long)
        names = sorted(one.name for one in (tmp_path / "logs").iterdir())
        assert names == ["kiosk.jsonl", "kiosk.jsonl.1"]
        assert all(one.stat().st_size <= 2**20 for one in (tmp_path / "logs").iterdir())
        first = json.loads((tmp_path / "logs" / "kiosk.jsonl").read_text("utf-8").splitlines()[0])
        assert (first["terminal"], first["release"]) == ("T0007", release())

    def test_each_part_has_its_level(self, tmp_path: Path) -> None:
        logs.follow(LogSettings(level="warning", levels={"kiosk.x": "debug"}), "T0007", tmp_path)
        for name in ("kiosk.x", "kiosk.y"):
            Log(name).debug(devices.SpeechLost())
            Log(name).warning(devices.SpeechLost())
        written = [json.loads(one) for one in (tmp_path / "kiosk.jsonl").read_text("utf-8").splitlines()]
        assert [(one["part"], one["level"]) for one in written] == [
            ("kiosk.x", "debug"),
            ("kiosk.x", "warning"),
            ("kiosk.y", "warning"),
        ]

    def test_without_a_folder_the_terminal_serves(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        (tmp_path / "logs").write_text("")
        logs.follow(LogSettings(), "T0007", tmp_path / "logs")
        assert caplog.messages == ["no log can be written into files: File exists"]


@pytest.mark.parametrize("message", [f"it was {NAME}", f"it was {CARD}"])
def test_a_line_that_tells_of_somebody_fails_the_session(message: str) -> None:
    """Wherever it was written: of the process itself, and of one that xdist had."""

    class Leaky(Event):
        told = message

    outputs: tuple[dict[str, object] | None, ...] = ({}, None, None)
    worker, alone, first = (SimpleNamespace(stash=pytest.Stash(), workeroutput=output) for output in outputs)
    for config in (worker, alone, first):
        config.stash[told.TOLD] = told.Told()
    for config in (worker, alone):
        config.stash[told.TOLD].handle(record(devices.SpeechLost()))
        config.stash[told.TOLD].handle(record(Leaky()))
    ends = [SimpleNamespace(config=config, exitstatus=0) for config in (worker, alone, first)]
    for session in ends:
        told.pytest_sessionfinish(cast(pytest.Session, session))
    told.pytest_testnodedown(SimpleNamespace(workeroutput=worker.workeroutput, config=first), None)
    told.pytest_sessionfinish(cast(pytest.Session, ends[2]))
    assert [session.exitstatus for session in ends] == [0, 1, 1]
    assert (first.stash[told.TOLD].counted, len(first.stash[told.TOLD].leaked)) == (2, 1)


def test_nobody_but_the_log_writes() -> None:
    """Our own rooms tell events; who hears what is logged, or turns it off, is named here."""
    hearing = {"adapters/logs.py", "domain/logs/log.py", "kit/trace/trace.py", "kit/simulation/play.py"}
    rooms = ("commands", "ui", "kit", "bureau", "viewmodels", "domain", "storage", "adapters")
    files = (file for room in rooms for file in (ROOT / room).rglob("*.py"))
    using = {str(file.relative_to(ROOT)) for file in files if "import logging" in file.read_text("utf-8")}
    assert using == hearing
