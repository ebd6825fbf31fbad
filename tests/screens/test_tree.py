"""What a screen reader is told: every text that can be seen, headings as such, and no control without a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

import main
from kit.play.playground import Playground
from kit.walks import WALKS
from tests.screens.looking import ready

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
TO_BE_TOUCHED = {Role.Button, Role.RadioButton, Role.CheckBox, Role.EditableText}
FLOWS = ("wechat.flexible.pay_self", "tax_app.bank_account", "alipay.certificate.payment")


@pytest.fixture(autouse=True)
def read_out(qapp: object) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@dataclass(frozen=True, slots=True)
class Read:
    """One thing of the tree, as it is read out."""

    role: QAccessible.Role
    name: str
    description: str
    checked: bool


def tree(ground: Playground) -> list[Read]:
    """All that is there, without what is hidden."""

    def below(one: QAccessibleInterface) -> Iterator[Read]:
        state = one.state()
        if not state.invisible:
            yield Read(one.role(), one.text(NAME), one.text(DESCRIPTION), bool(state.checked))
            for at in range(one.childCount()):
                yield from below(one.child(at))

    return [*below(QAccessible.queryAccessibleInterface(ground.terminal.window.root))]


def bare(text: str) -> str:
    """Without what only says where lines may end."""
    return "".join(text.replace("\u2060", "").split())


def untold(ground: Playground) -> list[str]:
    """Texts that can be seen and are not in the tree."""
    told = {bare(text) for one in tree(ground) for text in (one.name, one.description)}
    return [text for text in ground.kiosk.texts() if bare(text) not in told and "<" not in text]


@pytest.mark.parametrize("flow", FLOWS)
def test_the_tree_says_what_the_screen_says(store: Path, flow: str) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        seen: set[str] = set()
        for stop in WALKS[flow]:
            ground.reaches(stop)
            if stop.screen not in seen:
                seen.add(stop.screen)
                ready(ground, stop)
                assert untold(ground) == [], stop.screen
                there = tree(ground)
                nameless = [one for one in there if one.role in TO_BE_TOUCHED and not one.name]
                assert nameless == [], stop.screen
                title = ground.kiosk.text("title") if stop.screen != "home" else "按渠道办理"
                assert title in {one.name for one in there if one.role == Role.Heading}, stop.screen
            for touch in stop.touches:
                ground.touch(touch)


def press(item: QQuickItem) -> None:
    """As a screen reader does."""
    action = QAccessible.queryAccessibleInterface(item).actionInterface()
    assert action
    action.doAction("Press")


def test_a_press_is_a_touch_and_gets_no_further(ground: Playground) -> None:
    kiosk, idle = ground.kiosk, ground.terminal.shell.idle
    tile = kiosk.find("tile.wechat")
    tile.setEnabled(False)
    press(tile)
    kiosk.settle()
    assert kiosk.has("home")
    tile.setEnabled(True)
    press(tile)
    kiosk.shows("wechat.official_account")
    press(kiosk.find("next"))
    kiosk.shows("wechat.identify")
    ground.terminal.shell.tick()
    assert idle.state.alone_s
    press(kiosk.find("field.name"))
    assert not idle.state.alone_s


def test_what_is_chosen_and_what_is_wrong_is_told(ground: Playground) -> None:
    kiosk = ground.kiosk
    kiosk.touch("access.open")
    kiosk.touch("option.large")
    chosen = [one.name for one in tree(ground) if one.role == Role.RadioButton and one.checked]
    assert {"大", "标准 浅底深字"} <= {*chosen}, "the size, and the usual contrast"
    kiosk.touch("access.done")
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.touch("next")
    kiosk.settle()
    told = [one.name for one in tree(ground) if one.role == Role.AlertMessage]
    assert any(text.startswith("请输入") for text in told)
