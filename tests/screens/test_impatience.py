"""Fast fingers: a second tap where the first one was is not taken by a screen that nobody has seen yet."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import main
from adapters.settings import Settings
from kit.play.probe import Kiosk
from ui.host import Host
from ui.terminal import Terminal


@pytest.fixture
def kiosk(qapp: object, tmp_path: Path) -> Iterator[Kiosk]:
    """A terminal as visitors have it: with a rest after each screen."""
    settings = Settings(store=tmp_path / "demo.sqlite")
    terminal = Terminal(
        lambda worker: main.open_backend(settings, worker), main.SIZES["1080x1920"], main.MACHINE, demo=True
    )
    kiosk = Kiosk(terminal.window.root, terminal.window.terminal)
    kiosk.until(lambda: terminal.backend is not None, "the backend")
    yield kiosk
    terminal.close()


def test_a_second_tap_at_the_same_place_is_for_the_screen_before(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    kiosk.settle()
    finger = kiosk.middle(kiosk.find("next"))
    kiosk.tap_at(finger)
    kiosk.shows("wechat.identify")
    kiosk.tap_at(finger)
    kiosk.settle()
    assert not kiosk.has("text.error.number")


def test_a_tap_elsewhere_is_taken_at_once(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.touch("key.5")
    assert kiosk.text("text.counted").startswith("已输入 1 位")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each screen takes longer to make than a new one rests."""
    made = Host._make

    def slowly(self: Host, *args: object, **more: object) -> object:
        time.sleep(0.7)
        return made(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Host, "_make", slowly)


def comes_to_the_entrance(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    kiosk.settle()


def test_a_second_tap_that_waited_is_for_the_screen_before(kiosk: Kiosk, request: pytest.FixtureRequest) -> None:
    comes_to_the_entrance(kiosk)
    finger = kiosk.middle(kiosk.find("next"))
    request.getfixturevalue("slow")
    kiosk.tap_at(finger)
    kiosk.tap_at(finger)
    kiosk.shows("wechat.identify")
    kiosk.settle()
    assert kiosk.has("wechat.identify") and not kiosk.has("text.error.number")


def test_return_pressed_twice_is_once(kiosk: Kiosk, request: pytest.FixtureRequest) -> None:
    comes_to_the_entrance(kiosk)
    kiosk.find("next").forceActiveFocus()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)  # which shows where one is
    request.getfixturevalue("slow")
    for _ in range(2):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    kiosk.shows("wechat.identify")
    kiosk.settle()
    assert kiosk.has("wechat.identify") and not kiosk.has("text.error.number")
