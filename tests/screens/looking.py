"""How a screen is looked at, at every size of text, in every language, page by page; and what is wrong with it then."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

import main
from kit.play.playground import Playground
from kit.play.shown import SEEN
from kit.play.walkthrough import usable
from kit.walks import ASTRAY, WALKS
from kit.walks.money import SEND
from kit.walks.stops import Stop
from viewmodels.shell.access import SCALES as ACCESS_SCALES
from viewmodels.shell.access import Contrast
from viewmodels.words.language import CHINESE, PSEUDO

SCALES = tuple(sorted(ACCESS_SCALES.values(), reverse=True))
ENGLISH = "en"
LANGUAGES = (PSEUDO, CHINESE, ENGLISH)
UPRIGHT_AND_WIDE = ("1080x1920", "1920x1080")
"""What most is tried at; a nearly square window is looked at on the walks that have most kinds of screens."""
SMALLEST_TEXT = 30
SMALLEST_TARGET = 96
CONTROLS = "option|row|registered|select|item|tile|tier|key|field|tab|list|corner"
TOUCHABLE = re.compile(rf"^(next|secondary|back|lock|home|up|stay|({CONTROLS})\..+)$")
OVERLAYS = {
    "question",
    "reading",
    "warning",
    "go_home",
    "attract",
    "frozen",
    "broken_off",
    "large",
    "access",
    "help.sheet",
    "review",
    "unplugged",
    "curtain",
    "touch_test",
}
"""What lies over the whole screen."""
WHOLE_NUMBER = re.compile(r"\d{17}[\dX]")
MARKUP = re.compile("<[^>]*>")
BETWEEN_WORDS = re.compile(r"[\s/\u2060\u2e80-\U0003ffff-]+")
ENDLESS = re.compile(r"\d{28,}")
"""The networks' own numbers: where one has no room as small as can be, it stands on two lines of the same length."""
SLACK = 2.0
"""Pixels: a font's measures are rounded."""
LEADING = 0.12
"""Of its size: what is free above and below the letters of a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How large, in which language and in which contrast a screen is seen."""

    scale: float = 1.0
    language: str = CHINESE
    contrast: Contrast = Contrast.NORMAL


EVERY = {**WALKS, **ASTRAY}
USUAL = Look()


def first(key: Callable[[Stop], object]) -> set[tuple[str, int]]:
    """The stops, by flow and place, at which something is there for the first time on all walks."""
    found = {key(stop): (flow, at) for flow in reversed(EVERY) for at, stop in reversed([*enumerate(EVERY[flow])])}
    return set(found.values())


NEW = first(lambda stop: (stop.screen, stop.says, stop.touches))
NEW_SCREEN = first(lambda stop: (stop.screen, SEND in stop.touches[:1]))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it is drawn: how large, where its letters are in the window, and what is around them in its item."""

    text: str
    pixels: float
    letters: QRectF
    wraps: bool
    spare: QSizeF


def turn(ground: Playground, look: Look) -> None:
    """Show the screen that is there so, from the next frame on."""
    ground.enlarge(look.scale)
    ground.speak(look.language)
    ground.terminal.shell.access.chooseContrast(look.contrast)
    ground.kiosk.rest()


def rotate(ground: Playground, size: str) -> None:
    """Have the window so wide and high from the next frame on, and its screen laid out for that."""
    window, (width, height) = ground.terminal.window, main.SIZES[size]
    window.root.setProperty("landscape", width > height)
    window.root.setProperty("asked", width / height)
    whole = window.terminal.width() + window.root.property("besideWidth")
    window.root.resize(math.ceil(height / window.terminal.height() * whole), height)
    ground.kiosk.rest()


def pages(ground: Playground) -> Iterator[int]:
    """Each page of what does not fit on the screen, as it is shown; and back to the first."""
    found = [item for item, _ in shown(ground) if item.objectName() == "pages"]
    yield 0
    if not found or found[-1].property("whole") or found[-1].property("typing"):
        return
    column = found[-1]
    first = column.property("shown")
    for page in range(1, column.property("pages")):
        column.setProperty("shown", page)
        ground.kiosk.rest()
        yield page
    column.setProperty("shown", first)


def shown(ground: Playground) -> list[tuple[QQuickItem, QRectF]]:
    """What is drawn of the whole screen, or of what lies over it; each with where in the window it can be seen."""
    terminal = ground.terminal.window.terminal
    items = list(unclipped(terminal, place(terminal)))
    over = [at for at, (item, _) in enumerate(items) if item.objectName() in OVERLAYS]
    return list(unclipped(*items[over[-1]])) if over else items


def unclipped(item: QQuickItem, clip: QRectF) -> Iterator[tuple[QQuickItem, QRectF]]:
    waiting = [(item, clip)]
    while waiting:
        item, clip = waiting.pop()
        if item.isVisible() and item.opacity() >= SEEN:
            yield item, clip
            within_it = clip.intersected(place(item)) if item.clip() else clip
            waiting += [(child, within_it) for child in reversed(item.childItems())]


def faults(ground: Playground, language: str = CHINESE) -> list[str]:
    """What is wrong with what can be seen now: cut off, too small, over another, or somebody's whole number."""
    found: list[str] = []
    seen: list[Drawn] = []
    for item, clip in shown(ground):
        if item.inherits("QQuickText") and item.property("text"):
            text = drawn(item)
            if text.letters.intersects(grown(clip, -3 * SLACK)):
                seen.append(text)
                found += [f"{text.text!r} {wrong}" for wrong in misread(item, text, clip, language)]
        if TOUCHABLE.match(item.objectName()) and item.property("pressed") is not None:
            if min(item.width(), item.height()) < SMALLEST_TARGET:
                found.append(f"{item.objectName()} is {item.width():.0f}x{item.height():.0f}")
            if place(item).intersects(grown(clip, -3 * SLACK)) and not within(place(item), clip):
                found.append(f"{item.objectName()} is cut off")
    inner = [(text, grown(text.letters, -3 * SLACK)) for text in seen]
    return found + [
        f"{one.text!r} lies over {other.text!r}"
        for (one, letters), (other, others) in combinations(inner, 2)
        if letters.intersects(others)
    ]


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def grown(rect: QRectF, by: float) -> QRectF:
    return rect.adjusted(-by, -by, by, by)


def within(inner: QRectF, outer: QRectF) -> bool:
    return grown(outer, SLACK).contains(inner)


def drawn(item: QQuickItem) -> Drawn:
    context = qmlContext(item)
    assert context is not None
    # By QML: Python cannot read some of these.
    asked = "[wrapMode, fontInfo.pixelSize, effectiveHorizontalAlignment, verticalAlignment]"
    wraps, pixels, across, down = QQmlExpression(context, item, asked).evaluate()[0].toVariant()
    wide = item.property("contentWidth")
    high = item.property("contentHeight") + item.property("topPadding") + item.property("bottomPadding")
    free = LEADING * pixels
    spare = QSizeF(item.width() - wide, item.height() - high + 2 * free)
    x = spare.width() * {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(across, 0.0)
    y = (item.height() - high) * {Qt.AlignmentFlag.AlignBottom: 1.0, Qt.AlignmentFlag.AlignVCenter: 0.5}.get(down, 0.0)
    letters = item.mapRectToScene(QRectF(x, y + free, wide, high - 2 * free))
    return Drawn(MARKUP.sub("", str(item.property("text"))), pixels, letters, wraps != 0, spare)


def misread(item: QQuickItem, text: Drawn, clip: QRectF, language: str) -> Iterator[str]:
    """What is wrong with a text where it stands."""
    if text.pixels < SMALLEST_TEXT:
        yield "is written too small"
    if item.property("truncated") or not within(text.letters, clip):
        yield "is cut off"
    if text.spare.width() < -SLACK or text.spare.height() < -SLACK:
        yield f"is larger than its place by {-text.spare.width():.0f}x{-text.spare.height():.0f}"
    if language == ENGLISH and text.wraps and (word := broken(item, text)):
        yield f"is broken within {word!r}"
    if WHOLE_NUMBER.fullmatch(text.text.replace(" ", "")) and not text.text.startswith(("52000", "9952", "6217", "GZ")):
        yield "is somebody's whole number"
    box = item.parentItem()
    while box is not None and not (box.inherits("QQuickRectangle") and box.property("color").alpha()):
        box = box.parentItem()
    if box is not None and not within(text.letters, place(box)):
        yield "crosses the edge of its box"


def broken(item: QQuickItem, text: Drawn) -> str:
    """The longest word, if it does not fit on a line."""
    word = max((word for word in BETWEEN_WORDS.split(text.text) if not ENDLESS.fullmatch(word)), key=len, default="")
    font = QFont(item.property("font"))
    font.setPixelSize(round(text.pixels))
    return word if QFontMetricsF(font).horizontalAdvance(word) > item.width() + SLACK else ""


def ready(ground: Playground, stop: Stop) -> None:
    """Wait for what is touched, if it comes later than its screen: what is loaded, a code, a captcha, a paper."""
    for touch in stop.touches[:1]:
        usable(ground.kiosk, touch)
    ground.hears(stop)
    ground.kiosk.rest()


def held(ground: Playground) -> tuple[list[str], ...]:
    """What a screen holds: what it says, but for how late it is; what is chosen there, and what is in use."""
    items = ground.kiosk.below(ground.terminal.window.terminal)
    # What stands beside others is drawn in another order once it has been below them.
    said = sorted(re.sub(r"\d+:\d\d|(\d+ 分 )?\d+ ?秒", "…", text) for text in ground.kiosk.texts())
    return said, *(sorted(item.objectName() for item in items if item.property(is_)) for is_ in ("chosen", "active"))
