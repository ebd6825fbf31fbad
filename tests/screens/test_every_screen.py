"""What holds on every screen of every flow, in both sizes: readable, touchable, whole, and no number shown in full."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

import main
from kit.play.playground import Playground
from kit.walks import ASTRAY, WALKS
from kit.walks.stops import PHONE
from viewmodels.words.language import CHINESE, PSEUDO

EVERY = {**WALKS, **ASTRAY}
SMALLEST_TEXT = 30
SMALLEST_TARGET = 96
CONTROLS = "option|row|registered|select|item|tile|tier|key|field"
TOUCHABLE = re.compile(rf"^(next|secondary|back|home|up|stay|({CONTROLS})\..+)$")
SAID = {
    "page.previous": "上一页|上一年",
    "page.next": "下一页|下一年",
    "turn.-12": "上一年",
    "turn.-1": "上一月",
    "turn.1": "下一月",
    "turn.12": "下一年",
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
    "yes": "删除|撤销|撤回|通过|已退费|已在商户平台退回|已手工入账|银行退回|改由人工办理",
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
WHOLE_NUMBER = re.compile(r"\d{17}[\dX]")


def place(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def confused(ground: Playground) -> list[str]:
    """What says a word that is another's, on the terminal or beside it."""
    named = [
        item for item in ground.kiosk.below(ground.terminal.window.root.contentItem()) if item.objectName() in SAID
    ]
    said = [(item.objectName(), str(item.property("text"))) for item in named]
    return [f"{name} says {text!r}" for name, text in said if not re.fullmatch(SAID[name], text, re.DOTALL)]


def beyond(ground: Playground) -> list[str]:
    """What of the dock stands where no finger comes: beside the window."""
    window = ground.terminal.window.root.contentItem()
    docked = [item for item in ground.kiosk.below(window) if item.objectName().startswith("dock.")]
    return [f"{item.objectName()} is off the window" for item in docked if not place(window).contains(place(item))]


def faults(ground: Playground) -> list[str]:
    terminal = ground.terminal.window.terminal
    whole = place(terminal).adjusted(-1, -1, 1, 1)
    found = [*confused(ground), *beyond(ground)]
    for item in ground.kiosk.below(terminal):
        name, where = item.objectName(), place(item)
        if item.inherits("QQuickText") and item.property("text"):
            text = str(item.property("text"))
            if item.property("font").pixelSize() < SMALLEST_TEXT:
                found.append(f"{text!r} is written too small")
            if item.property("truncated") or not whole.contains(where):
                found.append(f"{text!r} is cut off")
            if WHOLE_NUMBER.fullmatch(text.replace(" ", "")) and not text.startswith(("52000", "9952", "6217", "GZ")):
                found.append("a whole number is shown")
        if TOUCHABLE.match(name):
            if min(item.width(), item.height()) < SMALLEST_TARGET:
                found.append(f"{name} is {item.width():.0f}x{item.height():.0f}")
            if not whole.contains(where):
                found.append(f"{name} is off the screen")
    return found


def without_texts(shown: str) -> str:
    """What is left of a text of the pseudo-language once its innermost brackets are gone, and those around them."""
    rest = SAID_AS_TEXTS.sub("", shown)
    return rest if rest == shown else without_texts(rest)


def escaped(ground: Playground) -> list[str]:
    """What the pseudo-language does not get hold of: words that no view model has said as a text."""
    ground.terminal.language.choose(PSEUDO)
    ground.kiosk.settle()
    texts = [*ground.kiosk.texts()]
    ground.terminal.language.choose(CHINESE)
    ground.kiosk.settle()
    return [text for text in texts if re.search("[\u4e00-\u9fff]", without_texts(text))]


@pytest.mark.parametrize("size", main.SIZES)
@pytest.mark.parametrize("flow", EVERY)
def test_every_screen(store: Path, size: str, flow: str) -> None:
    with main.playground(main.SIZES[size], store) as ground:
        for stop in EVERY[flow]:
            ground.reaches(stop)
            ground.kiosk.settle()
            assert faults(ground) == [], stop.screen
            assert escaped(ground) == [], stop.screen
            for touch in stop.touches:
                if touch == PHONE:
                    ground.kiosk.find_shown("qr")
                    assert faults(ground) == [], stop.screen
                ground.touch(touch)
