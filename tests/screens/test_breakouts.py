"""What people try at a kiosk to get out of it, by real keys and fingers: nothing comes of it. Then it is frozen."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from domain.logs import terminal as events
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from ui.breakouts import MOST
from viewmodels.shell.frozen import FROZEN_S

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT, META = (
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ShiftModifier,
    Modifier.MetaModifier,
)
NOTHING = Modifier.NoModifier
PRESSED: dict[str, tuple[Qt.KeyboardModifier, list[Qt.Key]]] = {
    "closes or switches a window": (ALT, [Key.Key_F4, Key.Key_Tab, Key.Key_Escape, Key.Key_Space, Key.Key_F10]),
    "switches the console": (CTRL | ALT, [Key(Key.Key_F1.value + n) for n in range(12)]),
    "ends the session": (CTRL | ALT, [Key.Key_Delete, Key.Key_Backspace, Key.Key_SysReq, Key.Key_T]),
    "of the desktop": (META, [Key.Key_D, Key.Key_E, Key.Key_L, Key.Key_R, Key.Key_Tab]),
    "of the keyboard's own": (
        NOTHING,
        [Key.Key_Super_L, Key.Key_Menu, Key.Key_Print, Key.Key_SysReq, Key.Key_F7, Key.Key_F10, Key.Key_F11],
    ),
    "opens a menu": (SHIFT, [Key.Key_F10, Key.Key_Menu]),
    "of a program": (CTRL, [Key(ord(letter)) for letter in "OSPNTHLWRQZXCVAYFKUJ"]),
    "of its tools": (CTRL | SHIFT, [Key.Key_Escape, Key.Key_I, Key.Key_J, Key.Key_T, Key.Key_N]),
    "of all at once": (CTRL | ALT | SHIFT, [Key.Key_Q, Key.Key_Z, Key.Key_F1]),
    "five times Shift": (NOTHING, [Key.Key_Shift] * 5),
    "NumLock": (NOTHING, [Key.Key_NumLock, Key.Key_CapsLock, Key.Key_ScrollLock]),
}
"""By what they do elsewhere."""


def fingers(kiosk: Kiosk, ways: list[tuple[QPoint, QPoint]]) -> None:
    """Down together, along their ways in four steps, and up."""
    touch = QTest.touchEvent(kiosk.window, kiosk.finger)
    for at, (begins, _) in enumerate(ways):
        touch.press(at, begins, kiosk.window)
    touch.commit()
    for step in range(1, 5):
        for at, (begins, ends) in enumerate(ways):
            touch.move(at, begins + (ends - begins) * step / 4, kiosk.window)
        touch.commit()
    for at, (_, ends) in enumerate(ways):
        touch.release(at, ends, kiosk.window)
    touch.commit()


def places(kiosk: Kiosk) -> tuple[int, int]:
    return kiosk.window.width() - 1, kiosk.window.height() - 1


def swipes(kiosk: Kiosk) -> Iterator[list[tuple[QPoint, QPoint]]]:
    """From each of the four edges into the middle."""
    right, bottom = places(kiosk)
    x, y = right // 2, bottom // 2
    for begins in (QPoint(2, y), QPoint(right - 2, y), QPoint(x, 2), QPoint(x, bottom - 2)):
        yield [(begins, QPoint(x, y))]


def gestures(kiosk: Kiosk) -> Iterator[list[tuple[QPoint, QPoint]]]:
    """Three to five fingers upwards, and as many together into the middle."""
    right, bottom = places(kiosk)
    for count in (3, 4, 5):
        beside = [QPoint(right * (at + 2) // 8, bottom * 2 // 3) for at in range(count)]
        yield [(at, at - QPoint(0, bottom // 3)) for at in beside]


def taps(kiosk: Kiosk, at: QPoint, times: int) -> None:
    for _ in range(times):
        kiosk.tap_at(at)


def clumsy(kiosk: Kiosk) -> Iterator[Callable[[], None]]:
    """What a trembling hand does, and what is tried with it: two fingers, pinch, palm, drag off, rests, 20 taps."""
    right, bottom = places(kiosk)
    field, button = (kiosk.middle(kiosk.find(name)) for name in ("field.number", "next"))
    middle, empty = QPoint(right // 2, bottom // 2), QPoint(right // 2, 4)
    shake = [(middle + QPoint(9 * n, 5 * n), middle + QPoint(9 * n + 40, 5 * n - 30)) for n in range(10)]
    yield lambda: fingers(kiosk, [(middle - QPoint(60, 0), middle - QPoint(300, 0)), (middle, middle + QPoint(240, 0))])
    yield lambda: fingers(kiosk, shake)
    yield lambda: fingers(kiosk, [(button, middle)])
    yield lambda: fingers(kiosk, [(button, empty), (field, empty + QPoint(9, 0))])
    yield lambda: taps(kiosk, empty, 20)
    yield lambda: QTest.mouseClick(kiosk.window, Qt.MouseButton.RightButton, NOTHING, field)
    yield lambda: QTest.mouseClick(kiosk.window, Qt.MouseButton.MiddleButton, NOTHING, field)
    yield lambda: QTest.mouseDClick(kiosk.window, Qt.MouseButton.LeftButton, NOTHING, empty)


def test_nothing_leads_out(kiosk: Kiosk, ground: Playground, caplog: pytest.LogCaptureFixture) -> None:
    shell, window = ground.terminal.shell, ground.terminal.window.root
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.type("5201")
    kiosk.settle()
    typed = shell.navigation.step.property("shown")

    def is_as_it_was(what: str) -> None:
        kiosk.settle()
        assert shell.navigation.screen == "wechat.identify" and window.isVisible(), what
        assert QGuiApplication.topLevelWindows() == [window], f"{what}: no menu, dialog or second window"
        assert shell.navigation.step.property("shown") == typed, what
        assert (shell.sheets.shown, shell.speech.on, shell.speech.curtain) == ("", False, False), what

    def thaw() -> None:
        for _ in range(FROZEN_S):
            shell.tick()
        kiosk.until(lambda: not kiosk.has("frozen"), "the screen")
        kiosk.settle()

    for what, (modifier, keys) in PRESSED.items():
        for key in keys:
            QTest.keyClick(kiosk.window, key, modifier)
        is_as_it_was(what)
        if shell.frozen.shown:
            thaw()
    while not shell.frozen.shown:
        QTest.keyClick(kiosk.window, Key.Key_Q, CTRL)
    thaw()
    for act in clumsy(kiosk):
        act()
        is_as_it_was("a clumsy hand")
        assert not shell.frozen.shown, "whoever trembles is not frozen out"
    caplog.clear()
    for ways in (*swipes(kiosk), *gestures(kiosk)):
        fingers(kiosk, ways)
        is_as_it_was("a swipe")
    kiosk.find_shown("frozen")
    logged = [one.msg for one in caplog.records if one.name == "kiosk.breakouts"]
    assert logged == [events.Frozen(commands=0, keys=0, edges=4, gestures=1, seconds=FROZEN_S)]
    taps(kiosk, kiosk.middle(kiosk.find_shown("home")), 3)
    QTest.keyClick(kiosk.window, Key.Key_Escape)
    is_as_it_was("frozen")
    left = int(kiosk.text("text.seconds_left"))
    shell.tick()
    assert int(kiosk.text("text.seconds_left")) in {left - 1, left - 2}, "its own second may have passed as well"
    thaw()
    assert shell.idle.state.alone_s <= MOST, "nobody loses time by it"
    kiosk.touch("home")
    kiosk.touch("home.leave")
    kiosk.shows("tile.wechat")


STRANGE = {
    "far too long": "张" * 4000,
    "from right to left": "\u202e国建张\u202c",
    "of no width": "张\u200b建\u2060国\ufeff",
    "markup": "<b>张</b><img src='file:///etc/passwd'><a href='about:blank'>x</a>",
    "a formula": '=HYPERLINK("file:///etc")',
    "a scanner's": "https://example.invalid/?q=1\nalt+f4",
    "10^9": "1000000000",
}


def test_what_is_typed_is_text_and_nothing_else(kiosk: Kiosk, ground: Playground) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.touch("field.name")
    for what, text in STRANGE.items():
        field = kiosk.window.activeFocusItem()
        assert field is not None, what
        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(field, event)
        kiosk.settle()
        assert QGuiApplication.topLevelWindows() == [ground.terminal.window.root], what
        if kiosk.has("next"):
            kiosk.touch("next")
        kiosk.settle()
        assert ground.terminal.shell.navigation.screen == "wechat.identify", what
        assert len(str(field.property("text"))) < 200, what
        if kiosk.has("field.name"):
            kiosk.touch("field.name")
        field.setProperty("text", "")


def test_nothing_of_qt_that_leads_out_is_used() -> None:
    """No dialog, menu, web page, tool tip or address of the desktop, by name; and no widgets, which have them all."""
    root, words = Path(__file__).parents[2], ("FileDialog", "ColorDialog", "FontDialog", "PrintDialog", "MessageDialog")
    leads = re.compile("|".join((*words, "ToolTip", "openUrl", "WebEngine", "DropArea", "ContextMenu", "QtWidgets")))
    files = [file for room in ("ui", "viewmodels", "commands") for file in (root / room).rglob("*.[pq][ym]*")]
    assert {file.suffix for file in files} >= {".py", ".qml"}
    assert [file.name for file in files if file.suffix != ".pyc" and leads.search(file.read_text("utf-8"))] == []
