"""What holds on every screen of every flow, in both sizes: readable, touchable, in reach of keys, no number in full.

Where a screen is new on the walks its words are said in the pseudo-language, and once they are written as large as can
be; then the screen is as it was. Every size of text in every language: `scripts/every-size`.
"""

import re
from pathlib import Path

import pytest

import main
from kit.play.playground import Playground
from kit.walks.stops import LEVER
from tests.screens.keyed import lost
from tests.screens.looking import (
    EVERY,
    NEW,
    NEW_SCREEN,
    SCALES,
    UPRIGHT_AND_WIDE,
    USUAL,
    Look,
    faults,
    held,
    pages,
    place,
    ready,
    rotate,
    turn,
)
from viewmodels.words.language import PSEUDO

UPRIGHT, WIDE = UPRIGHT_AND_WIDE
LARGEST = Look(max(SCALES), PSEUDO)
LARGE = ("wechat.flexible.pay_self", "tax_app.bank_account")
"""What is walked with the largest text: forms, lists, choices and a payment."""
SQUARE = (*LARGE, "wechat.certificate.payment")
"""What is looked at in a nearly square window."""
SAID = {
    "page.previous": "上一页|上一年",
    "page.next": "下一页|下一年",
    "paper.previous": "上一页",
    "paper.next": "下一页",
    "part.year": r"\d{4} 年",
    "part.month": r"\d+ 月",
    "key.delete": "删除",
    "key.clear": "清空",
    "key.next": "下一项",
    "captcha.again": "换一张",
    "captcha.other": "看不清，做加法|改看图片",
    "agree": "同意",
    "disagree": "不同意",
    "text.reading": ".*(协议|知情|须知|书).*",
    "text.question": ".*？",
    "no": "不了",
    "yes": "删除|撤销|撤回|恢复办理|关闭|重新启动",
    "zoom": "放大查看",
    "dock.confirm": "指纹验证",
    "dock.cancel": "取消",
    "dock.done": "完成",
    "text.sample": "样张",
    "text.copies_of": "打印份数",
}
"""What controls say, by their names: each its own word, not its neighbour's."""
SAID_AS_TEXTS = re.compile("⟦[^⟦⟧‹›]*⟧|‹[^⟦⟧‹›]*›")
"""What stands in the brackets of the pseudo-language, and names that are the same in every language."""


def confused(ground: Playground) -> list[str]:
    """What says a word that is another's, on the terminal or beside it."""
    said = [(item.objectName(), str(item.property("text"))) for item in ground.kiosk.called(SAID.__contains__)]
    return [f"{name} says {text!r}" for name, text in said if not re.fullmatch(SAID[name], text, re.DOTALL)]


def beyond(ground: Playground) -> list[str]:
    """What of the dock stands where no finger comes: beside the window."""
    window = ground.terminal.window.root.contentItem()
    docked = ground.kiosk.called(lambda name: name.startswith("dock."))
    return [f"{item.objectName()} is off the window" for item in docked if not place(window).contains(place(item))]


def without_texts(shown: str) -> str:
    """What is left of a text of the pseudo-language once its innermost brackets are gone, and those around them."""
    rest = SAID_AS_TEXTS.sub("", shown)
    return rest if rest == shown else without_texts(rest)


def escaped(ground: Playground) -> list[str]:
    """What the pseudo-language does not get hold of: words that no view model has said as a text."""
    return [text for text in ground.kiosk.texts() if re.search("[\u4e00-\u9fff]", without_texts(text))]


def judge(ground: Playground, screen: str) -> None:
    """A screen in Chinese, at the usual size of text."""
    assert faults(ground) + confused(ground) + beyond(ground) == [], screen
    assert lost(ground) == [], screen


def look_at_largest(ground: Playground, screen: str) -> None:
    """Page by page, in the pseudo-language."""
    turn(ground, LARGEST)
    for page in pages(ground):
        assert faults(ground, LARGEST.language) == [], (screen, page)
    ground.enlarge(USUAL.scale)


def look_at(ground: Playground, screen: str, largest: bool) -> None:
    """A stop of a walk, upright and wide; if in the largest text as well, nothing typed or chosen is lost by that."""
    judge(ground, screen)
    before = held(ground)
    ground.speak(PSEUDO)
    assert escaped(ground) == [], screen
    if largest:
        look_at_largest(ground, screen)
    rotate(ground, WIDE)
    assert escaped(ground) == [], screen
    if largest:
        look_at_largest(ground, screen)
    turn(ground, USUAL)
    judge(ground, screen)
    rotate(ground, UPRIGHT)
    assert not largest or held(ground) == before, screen


@pytest.mark.parametrize("flow", EVERY)
def test_every_screen(store: Path, flow: str) -> None:
    """Each walk to its end, upright; where something is new on it the screen is turned, looked at, and turned back."""
    with main.playground(main.SIZES[UPRIGHT], store) as ground:
        for at, stop in enumerate(EVERY[flow]):
            ground.reaches(stop)
            if (flow, at) in NEW or (stop.touches[:1] and stop.touches[0].startswith(LEVER)):
                ready(ground, stop)
            if (flow, at) in NEW:
                look_at(ground, stop.screen, (flow, at) in NEW_SCREEN)
            for touch in stop.touches:
                ground.touch(touch)


@pytest.mark.parametrize("size", UPRIGHT_AND_WIDE)
@pytest.mark.parametrize("flow", LARGE)
def test_what_does_not_fit_can_be_reached(store: Path, size: str, flow: str) -> None:
    with main.playground(main.SIZES[size], store) as ground:
        ground.enlarge(max(SCALES))
        for stop in EVERY[flow]:
            ground.reaches(stop)
            for touch in stop.touches:
                ground.touch(touch)


@pytest.mark.parametrize("flow", SQUARE)
def test_a_nearly_square_window(store: Path, flow: str) -> None:
    with main.playground(main.SIZES["1280x1024"], store) as ground:
        seen: set[str] = set()
        for stop in EVERY[flow]:
            ground.reaches(stop)
            ready(ground, stop)
            if stop.screen not in seen:
                seen.add(stop.screen)
                assert faults(ground) + beyond(ground) == [], stop.screen
                turn(ground, Look(max(SCALES)))
                for page in pages(ground):
                    assert faults(ground) == [], (stop.screen, page)
                turn(ground, USUAL)
            for touch in stop.touches:
                ground.touch(touch)
