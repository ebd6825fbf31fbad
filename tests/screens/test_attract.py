"""Home that nobody touches tells what is out of order, and any touch or key brings it back, and does nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.alone import HOME_S
from tests.screens.looking import UPRIGHT_AND_WIDE, Look, faults, rotate, turn
from tests.screens.test_leaving import alone
from viewmodels.words.language import CHINESE, PSEUDO

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Right, Qt.Key.Key_5, Qt.Key.Key_F9)


def test_a_home_that_nobody_touches(kiosk: Kiosk, ground: Playground) -> None:
    ground.rests()
    shell = ground.terminal.shell
    below = kiosk.middle(kiosk.find("tile.wechat"))
    ground.demo.world.pull("printer", "no_paper")
    kiosk.until(lambda: kiosk.says("A4 打印机缺纸"), "that the printer has no paper")

    def calls() -> None:
        alone(ground, HOME_S)
        kiosk.find_shown("attract")

    calls()
    assert kiosk.text("text.trouble") == "A4 打印机缺纸，可以用蓝牙打印机"
    for size in reversed(UPRIGHT_AND_WIDE):
        rotate(ground, size)
        for language in (PSEUDO, CHINESE):
            turn(ground, Look(1.0, language))
            assert faults(ground, language) == [], (size, language)
    QTest.touchEvent(kiosk.window, kiosk.finger).press(0, below, kiosk.window).commit()
    assert kiosk.has("attract"), "it stays under the finger"
    QTest.touchEvent(kiosk.window, kiosk.finger).release(0, below, kiosk.window).commit()
    kiosk.until(lambda: not kiosk.has("attract"), "Home")
    kiosk.settle()
    assert shell.navigation.welcoming
    for key in KEYS:
        calls()
        QTest.keyClick(kiosk.window, key)
        kiosk.until(lambda: not kiosk.has("attract"), "Home")
        assert shell.navigation.welcoming
    calls()
    kiosk.touch("help")
    kiosk.find_shown("help.sheet")
    assert not kiosk.has("attract")
    kiosk.touch("help.done")
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
