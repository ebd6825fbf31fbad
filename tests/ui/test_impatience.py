"""Which taps and keys count for a new screen: by their own time, and by when that screen could first be seen."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

from ui.impatience import LEAP_S, REST_S, Impatience, PlatformTime

BUTTON, ELSEWHERE = QPointF(700, 1700), QPointF(200, 400)
BOOT_MS = 4_000_000
"""The platform's clock when ours is at 0."""


@dataclass
class Now:
    s: float = 0.0

    def __call__(self) -> float:
        return self.s


class Screens:
    """A window whose frames come when they are told to; times in seconds."""

    def __init__(self, rest_s: float = REST_S) -> None:
        self.now = Now()
        self.window = QQuickWindow()
        self.impatience = Impatience(self.window, self.now, rest_s)

    def draws(self) -> None:
        self.window.afterAnimating.emit()
        self.window.frameSwapped.emit()

    def takes(self, event: QInputEvent, made: float, came: float) -> bool:
        self.now.s = max(self.now.s, came)
        event.setTimestamp(BOOT_MS + round(made * 1000))
        return not self.impatience.is_too_early(event)

    def tapped(self, at: QPointF, made: float, came: float | None = None) -> bool:
        """Whether a tap is for the screen that is there."""
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, button, button, none)
        return self.takes(event, made, made if came is None else came)

    def keyed(self, key: Qt.Key, made: float, repeats: bool = False) -> bool:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeats)
        return self.takes(event, made, made)

    def moves(self, at: float, drawn: float) -> None:
        self.impatience.move()
        self.now.s = drawn
        self.draws()
        assert at <= drawn


@pytest.fixture
def screens(qapp: object) -> Screens:
    return Screens()


def test_a_tap_that_waited_in_the_queue_is_for_the_screen_before(screens: Screens) -> None:
    assert screens.tapped(BUTTON, 1.0)
    screens.moves(1.0, drawn=1.7)
    assert not screens.tapped(BUTTON, 1.2, came=1.71)
    assert not screens.tapped(ELSEWHERE, 1.3, came=1.71), "nor is one at another place: nobody had seen what is there"


def test_a_tap_before_the_new_screen_is_drawn_is_for_the_screen_before(screens: Screens) -> None:
    screens.tapped(BUTTON, 1.0)
    screens.impatience.move()
    assert not screens.tapped(ELSEWHERE, 1.1)
    screens.window.frameSwapped.emit()
    assert not screens.tapped(ELSEWHERE, 1.2), "that frame was drawn for the screen before"


def test_the_second_half_of_a_double_tap_is_not_taken(screens: Screens) -> None:
    screens.tapped(BUTTON, 1.0)
    screens.moves(1.0, drawn=1.1)
    assert not screens.tapped(BUTTON, 1.3)
    assert not screens.tapped(BUTTON, 1.1 + REST_S - 0.01), "nor the third"
    assert screens.tapped(BUTTON, 1.1 + REST_S + 0.01)


def test_two_taps_at_one_place_of_the_new_screen_are_two(screens: Screens) -> None:
    screens.tapped(BUTTON, 1.0)
    screens.moves(1.0, drawn=1.1)
    assert screens.tapped(ELSEWHERE, 1.2) and screens.tapped(ELSEWHERE, 1.3)


@pytest.mark.parametrize("repeats", [False, True])
def test_return_is_not_taken_twice(screens: Screens, repeats: bool) -> None:
    assert screens.keyed(Qt.Key.Key_Return, 1.0)
    screens.moves(1.0, drawn=1.1)
    assert not screens.keyed(Qt.Key.Key_Return, 1.2, repeats)
    assert screens.keyed(Qt.Key.Key_5, 1.2)


def test_a_key_that_is_held_is_for_the_screen_on_which_it_was_pressed(screens: Screens) -> None:
    assert screens.keyed(Qt.Key.Key_Return, 1.0)
    assert screens.keyed(Qt.Key.Key_Return, 1.5, repeats=True)
    screens.moves(1.5, drawn=1.6)
    assert not screens.keyed(Qt.Key.Key_Return, 5.0, repeats=True)
    assert screens.keyed(Qt.Key.Key_Return, 6.0)


def test_a_stamp_that_is_rounded_down_is_not_too_early(screens: Screens) -> None:
    screens.tapped(BUTTON, 1.0)
    screens.moves(1.0, drawn=1.1009)
    assert screens.tapped(ELSEWHERE, 1.100, came=1.1009)


def test_what_bears_no_stamp_counts_when_it_comes(screens: Screens) -> None:
    screens.moves(0.0, drawn=0.1)
    screens.now.s = 1.0
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier)
    assert event.timestamp() == 0 and not screens.impatience.is_too_early(event)


@pytest.mark.parametrize(
    ("stamps", "told"),
    [
        ([(1.0, 5_000), (2.0, 6_000)], 2.0),
        ([(1.0, 5_000), (2.7, 6_000)], 2.0),
        ([(1.7, 5_000), (2.0, 6_000), (3.0, 6_500)], 2.5),
        ([(1.0, 2**32 - 100), (1.5, 400)], 1.5),
        ([(1.0, 5_000), (LEAP_S + 5.0, 5_100)], LEAP_S + 5.0),
    ],
    ids=["at once", "waited", "the first one waited", "32 bits are full", "another clock"],
)
def test_the_platforms_time_on_our_clock(stamps: list[tuple[float, int]], told: float) -> None:
    now = Now()
    time: Callable[[int], float] = PlatformTime(now).of
    for came, stamp in stamps:
        now.s = came
        last = time(stamp)
    assert last == pytest.approx(told)


def test_without_a_rest_no_tap_on_a_screen_that_was_drawn_is_too_early(qapp: object) -> None:
    """The platform stamps whole milliseconds: such a tap may seem to have come just before the frame."""
    screens = Screens(rest_s=0)
    assert screens.tapped(BUTTON, made=1.0)
    screens.moves(at=1.0, drawn=1.0015)
    assert screens.tapped(BUTTON, made=1.001, came=1.0016)
