"""A reader that types: what it says is told at once and gets into no field; what people type comes through whole."""

from collections.abc import Iterator
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.wedge import GAP_MS, LEAST, Wedge

NUMBER = "520199197803150119"


class Desk(QObject):
    """A window with a wedge before it, and all keys that come through."""

    def __init__(self) -> None:
        super().__init__()
        self.window = QQuickWindow()
        self.told: list[str] = []
        self.typed = ""
        self.presses: list[int] = []
        self.releases: list[int] = []
        self.wedge = Wedge(self.window, self.told.append, monotonic)
        self.window.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not self.wedge.takes(event):
            if event.type() == QEvent.Type.KeyPress:
                self.presses.append(event.key())
                self.typed += event.text()
            elif event.type() == QEvent.Type.KeyRelease:
                self.releases.append(event.key())
        return isinstance(event, QKeyEvent)

    def reads(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """As a reader types: all at once."""
        for character in text:
            keys = [(Qt.Key.Key_Shift, ""), (Qt.Key(ord(character)), character)]
            for key, typed in keys if character.isupper() else keys[1:]:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, typed)
                    QCoreApplication.sendEvent(self.window, event)
        QTest.keyClick(self.window, end)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.window.removeEventFilter(desk)
    desk.window.close()
    desk.window.deleteLater()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_burst_that_return_ends_is_a_reader_and_nothing_comes_through(desk: Desk, end: Qt.Key) -> None:
    desk.reads(NUMBER, end)
    assert desk.told == [NUMBER]
    assert (desk.typed, desk.presses, desk.releases) == ("", [], [])


def test_the_next_burst_is_another(desk: Desk) -> None:
    desk.reads(NUMBER)
    desk.reads("DEMO-2026-000018 ABCD2345")
    assert desk.told == [NUMBER, "DEMO-2026-000018 ABCD2345"]
    assert desk.typed == ""


@pytest.mark.parametrize("before", [1, len(NUMBER) - 1, len(NUMBER)])
def test_a_burst_amid_which_the_screen_is_busy_is_still_one(desk: Desk, before: int) -> None:
    for character in NUMBER[:before]:
        QTest.keyClick(desk.window, Qt.Key(ord(character)))
    QThread.msleep(3 * GAP_MS)
    QCoreApplication.processEvents()
    desk.reads(NUMBER[before:])
    assert (desk.told, desk.typed) == ([NUMBER], ""), "its last keys and its Return are nobody's either"


def test_a_short_burst_is_somebody_who_types(desk: Desk) -> None:
    desk.reads("1" * (LEAST - 1))
    assert desk.told == []
    assert desk.typed == "1" * (LEAST - 1) + "\r"


def test_a_burst_without_return_comes_through_after_a_moment(desk: Desk, qtbot: QtBot) -> None:
    for character in NUMBER:
        QTest.keyClick(desk.window, Qt.Key(ord(character)))
    assert desk.typed == ""
    qtbot.waitUntil(lambda: desk.typed != "")
    assert desk.typed == NUMBER
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    assert desk.told == [] and desk.typed == NUMBER + "\r"


def test_whoever_types_with_pauses_is_no_reader(desk: Desk, qtbot: QtBot) -> None:
    for n, character in enumerate(NUMBER, 1):
        QTest.keyClick(desk.window, Qt.Key(ord(character)))
        qtbot.waitUntil(lambda n=n: len(desk.typed) == n)  # type: ignore[misc]
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    assert desk.told == [] and desk.typed == NUMBER + "\r"
    assert len(desk.releases) == len(NUMBER) + 1, "each key came up again"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_other_keys_come_through_at_once_and_behind_what_was_typed(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_7)
    QTest.keyClick(desk.window, key)
    assert desk.presses == [Qt.Key.Key_7, key]
