"""隐藏: whoever is looked at over the shoulder hides the picture at a touch, and goes on where they were."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.alone import ALONE_S, WARN_S
from tests.screens.looking import Look as Seen
from tests.screens.looking import faults, turn
from tests.screens.test_leaving import alone
from tests.screens.visitor import Visitor
from viewmodels.words.language import CHINESE, PSEUDO


def colours(kiosk: Kiosk) -> set[str]:
    """Of all that lies above the strip and is not the curtain's own."""
    picture = kiosk.picture()
    return {picture.pixelColor(x, y).name() for x in range(0, 1080, 8) for y in range(0, 60, 4)}


def test_the_picture_is_hidden_at_a_touch(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    assert not kiosk.has("hide"), "nobody is at Home who has anything to hide"
    visitor.enters("张建国")
    below = kiosk.middle(kiosk.find("item.flexible_self"))
    kiosk.touch("hide")
    kiosk.find_shown("curtain")
    kiosk.settle()
    assert colours(kiosk) == {"#000000"}, "neither the header nor a name"
    kiosk.tap_at(below)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
    assert ground.terminal.window.inputs.focus.at.startswith("curtain."), "keys get no further than the curtain"
    kiosk.settle()
    assert kiosk.has("curtain") and kiosk.has("wechat.menu")
    for language in (PSEUDO, CHINESE):
        turn(ground, Seen(1.5, language))
        assert faults(ground, language) == []
        turn(ground, Seen(1.0, language))
        assert faults(ground, language) == []
    kiosk.touch("help")
    kiosk.find_shown("help.sheet")
    kiosk.settle()
    assert colours(kiosk) == {"#000000"}, "a sheet lies over it, and the header below"
    kiosk.touch("help.done")
    alone(ground, ALONE_S - WARN_S)
    kiosk.touch("stay")
    kiosk.until(lambda: not kiosk.has("warning"), "the question to go away")
    kiosk.touch("curtain.show")
    kiosk.until(lambda: not kiosk.has("curtain"), "the picture")
    kiosk.touch("item.flexible_self")
    kiosk.shows("wechat.confirm_flexible")
    kiosk.touch("hide")
    kiosk.find_shown("curtain")
    alone(ground, ALONE_S)
    kiosk.shows("tile.wechat")
    assert not kiosk.has("curtain"), "it is gone with who drew it"
