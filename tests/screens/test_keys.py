"""The terminal by four arrows, OK and Back: whole flows, where the focus is, and the ring that shows it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from shiboken6 import isValid

import main
from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.play.by_keys import BACK, OK, KeyedKiosk
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from kit.play.walkthrough import Look, play
from tests.alone import ALONE_S
from tests.screens.looking import UPRIGHT_AND_WIDE
from tests.screens.standing import Standing
from tests.screens.test_leaving import alone
from tests.screens.visitor import Visitor
from tests.ui.wcag import Colour, ratio
from ui.terminal import Terminal
from viewmodels.backend import Backend
from viewmodels.shell.access import Contrast
from viewmodels.shell.frozen import FROZEN_S
from viewmodels.worker import Worker

FLOWS = {
    "wechat.flexible.pay_self": "1080x1920",
    "wechat.certificate.payment": "1920x1080",
    "tax_app.bank_account": "1080x1920",
}
"""A payment; a captcha and a paper; a form with everything that one fills in and looks over."""
NAME = "王秀英"
SEEN_FROM = 3.0
"""By how much the ring has to stand out from what was there before (WCAG 2.2, 1.4.11 and 2.4.13)."""
OTHERS = (Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_Menu, Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Q)
COMMANDS = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier)


@pytest.fixture
def ground(standing: Standing) -> Iterator[Playground]:
    """Somebody before has used fingers."""
    with standing.visit() as ground:
        ground.kiosk.tap_at(QPoint())
        yield ground


@pytest.fixture
def keyed(ground: Playground) -> KeyedKiosk:
    ground.kiosk.shows("home")
    ground.by_keys()
    assert isinstance(ground.kiosk, KeyedKiosk)
    return ground.kiosk


def comes_to_the_form(keyed: KeyedKiosk) -> None:
    keyed.touch("tile.wechat")
    keyed.shows("wechat.official_account")
    keyed.touch("next")
    keyed.shows("wechat.identify")
    keyed.settle()


@pytest.mark.parametrize("flow", FLOWS)
def test_a_flow_by_keys_alone(store: Path, tmp_path: Path, flow: str) -> None:
    look = Look(main.SIZES[FLOWS[flow]], keys=True)
    assert play([flow], tmp_path, look, lambda size: main.playground(size, store)) == 0


def test_the_first_key_shows_where_one_is_and_a_finger_takes_the_ring_away(keyed: KeyedKiosk) -> None:
    assert (keyed.focus.at, keyed.focus.shown) == ("tile.wechat", False)
    keyed.key(OK)
    assert (keyed.focus.at, keyed.focus.shown) == ("tile.wechat", True) and keyed.has("home")
    keyed.key(Qt.Key.Key_Right)
    assert keyed.focus.at == "tile.alipay"
    Kiosk.finger_on(keyed, keyed.find("access.open"))
    keyed.find_shown("access")
    ring = keyed.terminal.findChild(QQuickItem, "ring")
    assert ring is not None and not ring.isVisible()
    keyed.key(OK)
    assert ring.isVisible() and keyed.has("access"), "nothing was chosen by a key that nobody saw the place of"


def test_a_sheet_holds_the_focus_and_gives_it_back(keyed: KeyedKiosk) -> None:
    keyed.touch("access.open")
    keyed.find_shown("access")
    seen = set()
    for _ in range(30):
        keyed.key(Qt.Key.Key_Right)
        seen.add(keyed.focus.at)
    assert {"option.largest", "option.dark", "access.done"} <= seen
    assert not seen & {"tile.wechat", "help", "language", "access.open"}
    keyed.key(BACK)
    keyed.settle()
    assert not keyed.has("access") and keyed.focus.at == "access.open"


def test_back_goes_back_and_leaves_the_focus_where_it_was(keyed: KeyedKiosk) -> None:
    keyed.key(BACK)
    assert keyed.has("home"), "there is nothing to go back to"
    keyed.touch("tile.alipay")
    keyed.shows("alipay.city_hall")
    keyed.key(BACK)
    keyed.shows("home")
    keyed.settle()
    assert keyed.focus.at == "tile.wechat", "a visit that is over leaves nothing"
    comes_to_the_form(keyed)
    keyed.key(BACK)
    keyed.shows("wechat.official_account")
    keyed.settle()
    assert keyed.focus.at == "next"


@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
def test_a_name_and_a_number_are_typed_by_keys(store: Path, size: str) -> None:
    with main.playground(main.SIZES[size], store) as ground:
        ground.by_keys()
        keyed = ground.kiosk
        assert isinstance(keyed, KeyedKiosk)
        comes_to_the_form(keyed)
        keyed.reach("field.name")
        assert not keyed.has("letter.a"), "to come by a field opens nothing"
        keyed.key(OK)
        keyed.until(lambda: keyed.focus.at.startswith("letter."), "a key in focus")
        keyed.write(NAME)
        keyed.until(lambda: keyed.text("field.name") == NAME, "the name")
        keyed.key(BACK)
        assert keyed.focus.at == "field.name" and keyed.has("wechat.identify"), "from the keys to what they type"
        keyed.touch("field.number")
        keyed.until(lambda: keyed.focus.at == "key.1", "the keypad")
        keyed.type("52")
        keyed.until(lambda: keyed.text("text.counted").startswith("已输入 2 位"), "two figures")


def test_a_page_over_the_whole_screen_is_moved_by_arrows(ground: Playground, visitor: Visitor) -> None:
    visitor.walks("wechat.certificate.payment", "wechat.payment_document")
    ground.by_keys()
    for control in ("zoom", "larger", "larger"):
        ground.kiosk.touch(control)
    page = next(item for item in ground.kiosk.below(ground.kiosk.find("large")) if item.inherits("QQuickFlickable"))
    where = [page.property("contentY")]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(ground.kiosk.window, key)
        where.append(page.property("contentY"))
    assert where[1] > where[0] and where[2] < where[1]
    QTest.keyClick(ground.kiosk.window, BACK)
    ground.kiosk.until(lambda: not ground.kiosk.has("large"), "the screen below")


def test_after_the_last_field_comes_what_is_read_next(keyed: KeyedKiosk) -> None:
    comes_to_the_form(keyed)
    keyed.touch("field.name")
    keyed.touch("board.done")
    keyed.until(lambda: not keyed.has("board.done"), "no keyboard")
    keyed.settle()
    assert keyed.focus.at == "next"


def test_whoever_is_asked_whether_they_are_there_is_by_pressing_ok(ground: Playground, visitor: Visitor) -> None:
    visitor.enters("张建国")
    alone(ground, ALONE_S - 30)
    ground.kiosk.find_shown("warning")
    ground.kiosk.settle()
    for _ in range(2):
        QTest.keyClick(ground.kiosk.window, OK)
    ground.kiosk.until(lambda: not ground.kiosk.has("warning"), "the question to go away")
    ground.kiosk.shows("wechat.menu")


def test_staff_come_in_by_holding_back_on_home_and_no_key_is_a_finger_in_a_corner(keyed: KeyedKiosk) -> None:
    keyed.hold("staff.door", until="staff.pin")
    keyed.type(DEMO_NUMBER)
    keyed.touch("key.next")
    keyed.type(DEMO_PIN)
    keyed.touch("next")
    keyed.shows("staff.refunds")
    keyed.touch("tab.devices")
    keyed.shows("staff.devices")
    for control in ("line.screen", "test.screen"):
        keyed.touch(control)
    keyed.reach("corner.bottom_left")
    keyed.key(OK)
    keyed.until(lambda: keyed.says("按键不算") and keyed.says("点到 0 个"), "that it takes a finger")
    keyed.key(BACK)
    keyed.until(lambda: not keyed.has("corner.fails"), "the page behind it")
    assert keyed.says("还没有测过")


def test_a_keyboard_that_somebody_has_brought_commands_nothing(keyed: KeyedKiosk, ground: Playground) -> None:
    comes_to_the_form(keyed)
    keyed.reach("field.number")
    for key in (*OTHERS, Qt.Key.Key_Space):
        keyed.key(key)
    strange = QKeyEvent(QEvent.Type.KeyPress, 0x010000F0, Qt.KeyboardModifier.NoModifier, "")
    QGuiApplication.sendEvent(keyed.window, strange)  # a key that has no name
    for modifier in COMMANDS:
        for key in (Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_A):
            QTest.keyClick(keyed.window, key, modifier)
    for _ in range(FROZEN_S):  # whoever tries that often is made to wait
        ground.terminal.shell.tick()
    keyed.settle()
    assert keyed.focus.at == "field.number" and keyed.has("wechat.identify") and keyed.window.isVisible()


def test_a_full_screen_is_not_closed_by_whoever_stands_before_it(qapp: object) -> None:
    def opens(worker: Worker) -> Backend:
        raise RuntimeError("only the window is looked at")

    terminal = Terminal(opens, None, main.MACHINE, demo=True, fullscreen=True)
    window = terminal.window.root
    assert not window.close() and window.isVisible()
    terminal.close()
    assert not isValid(window)


def test_a_key_that_is_held_moves_on_and_taps_once(keyed: KeyedKiosk) -> None:
    def repeat(key: Qt.Key) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QGuiApplication.sendEvent(keyed.window, event)

    keyed.reach("tile.wechat")
    repeat(Qt.Key.Key_Down)
    assert keyed.focus.at == "tile.tax_app"
    repeat(OK)
    keyed.settle()
    assert keyed.has("home")


@pytest.mark.parametrize("contrast", Contrast)
def test_the_ring_stands_out_wherever_it_is(keyed: KeyedKiosk, ground: Playground, contrast: Contrast) -> None:
    ground.terminal.shell.access.chooseContrast(contrast)
    for name in ("tile.alipay", "tile.matter.refund", "language"):
        keyed.reach(name)
        assert change(keyed, ground) >= 2, name
    comes_to_the_form(keyed)
    for name in ("home", "field.number", "next"):
        keyed.reach(name)
        assert change(keyed, ground) >= 2, name


def change(keyed: KeyedKiosk, ground: Playground) -> float:
    """How broad a line around the control has changed enough by the ring, in pixels."""
    ring = keyed.find_shown("ring")
    box = ring.mapRectToItem(ground.terminal.window.terminal, ring.boundingRect()).toRect()
    keyed.settle()
    ringed = rgb(keyed.picture().copy(box))
    ring.setOpacity(0)
    keyed.settle()
    bare = rgb(keyed.picture().copy(box))
    ring.setOpacity(1)
    pairs = Counter(zip(ringed, bare, strict=True))
    changed = sum(times for (one, other), times in pairs.items() if ratio(one, other) >= SEEN_FROM)
    return changed / (2 * (box.width() + box.height()))


def rgb(picture: QImage) -> list[Colour]:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    image = Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)
    return cast("list[Colour]", list(image.get_flattened_data()))
