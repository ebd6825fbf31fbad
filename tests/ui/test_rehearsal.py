"""Before the first visitor: every kind of screen is played once, unseen, and nobody is asked anything."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

import main
from kit.play.playground import Playground
from ui.host import Host
from ui.kinds import KINDS
from ui.rehearsal import STAFFS
from ui.window import Window


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The QML of each screen that is rehearsed."""
    files: list[str] = []
    make = Host.make_unseen

    def note(host: Host, file: str, step: QObject) -> QQuickItem:
        files.append(file)
        return make(host, file, step)

    monkeypatch.setattr(Host, "make_unseen", note)
    return files


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> list[Window]:
    """Once for each visit that the window has forgotten."""
    windows: list[Window] = []
    forget = Window.forget

    def note(window: Window) -> None:
        forget(window)
        windows.append(window)

    monkeypatch.setattr(Window, "forget", note)
    return windows


@pytest.fixture
def ground(played: list[str], forgotten: list[Window], qapp: object, tmp_path: Path) -> Iterator[Playground]:
    with main.playground(main.SIZES["1080x1920"], tmp_path) as ground:
        yield ground


def test_every_kind_is_played_and_nothing_stays_on_the_stage(ground: Playground, played: list[str]) -> None:
    ground.rests()
    assert sorted(played) == sorted(kind.qml for step, kind in KINDS.items() if step not in STAFFS)
    assert ground.orders() == ()
    holder = ground.terminal.window.root.findChild(QQuickItem, "holder")
    assert holder is not None
    ground.kiosk.until(lambda: [item.objectName() for item in holder.childItems()] == ["home"], "Home alone")


def test_no_screen_outlives_its_window(played: list[str], qapp: object, tmp_path: Path) -> None:
    with main.playground(main.SIZES["1080x1920"], tmp_path) as ground:
        ground.kiosk.until(lambda: len(played) > 1, "a screen on the stage")
        holder = ground.terminal.window.root.findChild(QQuickItem, "holder")
        assert holder is not None
        screens = holder.childItems()
    assert len(screens) > 1 and not any(map(isValid, screens))


def test_a_visit_that_begins_ends_it(ground: Playground) -> None:
    ground.terminal.shell.navigation.begin("wechat")
    ground.rests()
    ground.kiosk.shows("wechat.official_account")


def test_what_stays_is_looked_through_before_the_first_visitor(ground: Playground) -> None:
    gc.unfreeze()
    ground.rests()
    assert gc.get_freeze_count() > 0


def test_screens_that_are_gone_leave_nothing_in_python(ground: Playground, forgotten: list[Window]) -> None:
    ground.rests()
    for _ in range(4):
        forgotten.clear()
        ground.kiosk.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        ground.kiosk.touch("home")
        ground.kiosk.until(lambda: bool(forgotten), "the end of the visit")
    assert dead_items() == 0


def dead_items() -> int:
    gc.collect()
    return sum(type(thing) is QQuickItem and not isValid(thing) for thing in gc.get_objects())
