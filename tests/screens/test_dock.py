"""The demonstration's dock on a laptop: all of it in sight and large enough, and a clock that takes a date."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.looking import place
from tests.screens.visitor import Visitor
from viewmodels.words.language import CHINESE

LEAST_TEXT, LEAST_CONTROL = 14 - 0.1, 32 - 0.1
"""Pixels of the screen."""
AN_HOUR = timedelta(hours=1)
LAPTOPS = ((1366, 768), (1440, 900), (1920, 1080))


def docked(kiosk: Kiosk) -> list[QQuickItem]:
    """What is shown beside the terminal."""
    inside = set(kiosk.below(kiosk.terminal))
    return [item for item in kiosk.below(kiosk.window.contentItem()) if item not in inside and item.isVisible()]


def pixels(item: QQuickItem) -> float:
    """How many of the screen's are one of the item's."""
    return place(item).height() / item.height()


def grown(kiosk: Kiosk, size: tuple[int, int]) -> None:
    kiosk.window.resize(*size)
    kiosk.rest()


def crowd(ground: Playground, kiosk: Kiosk) -> None:
    """All that the dock can have to say at once."""
    for name in ("dock.card.3", "dock.lever.printer.no_paper", "dock.lever.clock.night"):
        kiosk.touch(name)
    ground.demo.bell.ring(1, "home")
    kiosk.until(lambda: kiosk.has("dock.bell"), "the bell on the dock")


@pytest.mark.parametrize("language", [CHINESE, "en"])
def test_a_laptop_shows_all_of_it(ground: Playground, kiosk: Kiosk, language: str) -> None:
    crowd(ground, kiosk)
    ground.speak(language)
    for size in LAPTOPS:
        grown(kiosk, size)
        window, terminal = place(kiosk.window.contentItem()), place(kiosk.terminal)
        assert (terminal.x(), terminal.height()) == (0, size[1]), "the terminal stands whole at the left"
        shown = docked(kiosk)
        assert max(place(item).right() for item in shown) > size[0] - 1, "and the dock takes the rest"
        controls = [
            item for item in shown if item.objectName().startswith("dock.") and item.property("types") is not None
        ]
        low = [item.objectName() for item in controls if place(item).height() < LEAST_CONTROL]
        out = [item.objectName() for item in controls if not window.contains(place(item))]
        texts = [item for item in shown if item.inherits("QQuickText") and item.property("text")]
        small = [
            item.property("text") for item in texts if item.property("font").pixelSize() * pixels(item) < LEAST_TEXT
        ]
        assert (low, out, small) == ([], [], []), size


def test_the_clock_takes_a_date(ground: Playground, kiosk: Kiosk) -> None:
    world = ground.demo.world

    def types(text: str) -> None:
        kiosk.touch("dock.clock")
        for character in text:
            QTest.keyClick(kiosk.window, Qt.Key(ord(character)))
        QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
        kiosk.settle()

    def says(text: str) -> bool:
        return any(text in item.property("text") for item in docked(kiosk) if item.inherits("QQuickText"))

    began = world.clock()
    types("2026-13-45 22:49")
    assert says("没有这个时间，请写成 2026-12-31 22:49") and world.clock() - began < AN_HOUR
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    types("2099-01-01")
    assert says("时间离今天不能超过十年")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    types("2027-12-31 22:49")
    assert f"{world.clock():%Y-%m-%d %H:%M}" == "2027-12-31 22:49"
    passed = ground.backend.parts.desk.payments.almanac.clock()
    assert f"{passed:%Y-%m-%d}" == "2027-12-31", "the terminal lives then"
    kiosk.touch("dock.clock.step.-1440")
    assert says("往回拨了：已经过去的时长不退") and f"{world.clock():%Y-%m-%d}" == "2027-12-30"
    kiosk.touch("dock.mend")
    assert world.clock() - began < AN_HOUR and says("没有动过")


def test_the_code_of_a_message_is_typed(ground: Playground, kiosk: Kiosk, visitor: Visitor) -> None:
    for name in ("tile.tax_app", "secondary"):
        kiosk.touch(name)
    kiosk.shows("tax_app.login")
    visitor.is_filled_in_as("张建国")
    kiosk.touch("send.code")
    kiosk.touch("dock.sms.fill")
    kiosk.touch("next")
    kiosk.shows("tax_app.menu")
