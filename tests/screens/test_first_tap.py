"""The first tap, made while the terminal is still at its start: before it is open, or amid rehearsal."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

import main
from adapters.settings import Settings
from kit.play.probe import Kiosk
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.worker import Worker

FRAMES = range(0, 36, 5)
"""Of the rehearsal, on which the finger comes down; there is one for each kind of screen."""
RESTS = 3
"""Frames for which it stays."""
TILE = "tile.wechat"


class Start:
    """A terminal that shows its first picture. What stands behind it is opened once `may_open` is set."""

    def __init__(self, store: Path) -> None:
        settings = Settings(store=store / "demo.sqlite")
        self.may_open = Event()

        def open_backend(worker: Worker) -> Backend:
            self.may_open.wait()
            return main.open_backend(settings, worker)

        self.terminal = Terminal(open_backend, main.SIZES["1080x1920"], main.MACHINE, demo=True)
        self.kiosk = Kiosk(self.terminal.window.root, self.terminal.window.terminal)
        self.kiosk.settle()

    def comes_down(self) -> Callable[[], None]:
        """A finger, on a tile; what lifts it again."""
        kiosk = self.kiosk
        at, finger = kiosk.middle(kiosk.find(TILE)), QTest.createTouchDevice()
        QTest.touchEvent(kiosk.window, finger).press(0, at, kiosk.window).commit(False)
        return lambda: QTest.touchEvent(kiosk.window, finger).release(0, at, kiosk.window).commit(False)

    def is_rehearsing(self) -> bool:
        rehearsal = self.terminal.window.rehearsal
        return rehearsal is not None and not rehearsal.over


@pytest.fixture
def start(qapp: object, store: Path) -> Iterator[Start]:
    start = Start(store)
    yield start
    start.may_open.set()
    start.terminal.close()


@pytest.mark.parametrize("frame", FRAMES)
def test_a_tap_amid_rehearsal_is_done(start: Start, frame: int) -> None:
    kiosk = start.kiosk
    start.may_open.set()
    kiosk.until(start.is_rehearsing, "the rehearsal")
    for _ in range(frame):
        kiosk.settle()
    lift = start.comes_down()
    for _ in range(RESTS):
        kiosk.settle()
    lift()
    kiosk.shows("wechat.official_account")


@pytest.mark.parametrize("lifted", ["before it is open", "after it is open"])
def test_a_tap_before_anything_stands_behind_home_is_done(start: Start, lifted: str) -> None:
    lift = start.comes_down()
    if lifted == "before it is open":
        lift()
        start.kiosk.settle()
    start.may_open.set()
    if lifted == "after it is open":
        start.kiosk.until(start.is_rehearsing, "the rehearsal")
        lift()
    start.kiosk.shows("wechat.official_account")


@pytest.fixture
def brief_taps() -> Iterator[None]:
    """A press of more than a millisecond is a long one."""
    hints = QGuiApplication.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(1)
    yield
    hints.setMousePressAndHoldInterval(usual)


def test_a_finger_that_rests_long_is_a_tap(brief_taps: None, start: Start) -> None:
    """As old fingers do; and as it looks to a terminal that was busy between press and release."""
    start.may_open.set()
    lift = start.comes_down()
    waited: list[bool] = []
    QTimer.singleShot(20, lambda: waited.append(True))
    start.kiosk.until(lambda: bool(waited), "a time longer than a tap")
    lift()
    start.kiosk.shows("wechat.official_account")
