"""What can be seen of a terminal at a moment, found by what is drawn and not by what is said of it to readers.

A text is what Qt draws as one; a heading is a line of the house's titles that stands by itself; what is wrong is
written in the colour of errors; a control is what answers a finger.
"""

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kit.play.playground import Playground
from kit.play.texts import is_text, plain

STANDS_OUT = {
    *("text.agency", "text.count", "text.holder", "text.tail_label"),
    *("text.notice", "text.read", "text.sentence", "text.state"),
}
"""What is set as large as headings, and nothing stands under it."""
STANDS_SO = {"text.happened", "text.standing"}
"""How something came out that is over: told in red where that was badly, and nothing that is wrong now."""


@dataclass(frozen=True, slots=True)
class Control:
    """What can be touched: whether words stand on it, it is in use, chosen or opened, typed into.

    `id` is the tree's; `called` is for people.
    """

    id: int
    called: str
    shows: bool
    enabled: bool
    chosen: bool
    active: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """In drawing order. Of the texts on no control `headings` are set as such, `wrong` in the colour of errors."""

    screen: str
    texts: tuple[str, ...]
    headings: tuple[str, ...]
    wrong: tuple[str, ...]
    controls: tuple[Control, ...]

    def written(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def read(cls, written: dict[str, Any]) -> "Seen":
        """Out of JSON."""
        lists = {name: tuple(written[name]) for name in ("texts", "headings", "wrong")}
        return cls(written["screen"], **lists, controls=tuple(Control(**one) for one in written["controls"]))


def look(ground: Playground, screen: str) -> Seen:
    """At the terminal as it is drawn now."""
    items = ground.kiosk.below(ground.terminal.window.terminal)
    texts = [item for item in items if is_text(item) and item.property("text")]
    on = [control(text) for text in texts]
    loose = [text for text, beneath in zip(texts, on, strict=True) if beneath is None]
    shows = {id(beneath) for beneath in on}
    return Seen(
        screen,
        tuple(said(text) for text in texts),
        tuple(said(text) for text in loose if is_heading(text)),
        tuple(said(text) for text in loose if is_wrong(text)),
        tuple(told(item, id(item) in shows) for item in items if is_control(item)),
    )


def said(text: QQuickItem) -> str:
    return plain(text.property("text"))


def is_control(item: QQuickItem) -> bool:
    return item.property("types") is not None


def control(text: QQuickItem) -> QQuickItem | None:
    """On which a text stands."""
    item: QQuickItem | None = text
    while item is not None and not is_control(item):
        item = item.parentItem()
    return item


def told(item: QQuickItem, shows: bool) -> Control:
    tree = QAccessible.queryAccessibleInterface(item)
    return Control(
        QAccessible.uniqueId(tree) if tree else 0,
        item.objectName(),
        shows,
        item.isEnabled(),
        bool(item.property("chosen") or item.property("opened")),
        bool(item.property("active")),
    )


def is_heading(text: QQuickItem) -> bool:
    """Bold, as large as headings are, and of words: an amount or a clock heads nothing, nor does `STANDS_OUT`."""
    if text.objectName() in STANDS_OUT:
        return False
    font, amount = QFont(text.property("font")), text.parentItem()
    sum_of_money = amount is not None and amount.property("figure") is not None
    words = any(letter.isalpha() for letter in said(text))
    return words and not sum_of_money and font.bold() and font.pixelSize() >= int(_theme(text, "Theme.heading"))


def is_wrong(text: QQuickItem) -> bool:
    color = QColor(text.property("color"))
    return text.objectName() not in STANDS_SO and color.rgb() in {
        QColor(_theme(text, name)).rgb() for name in ("Theme.error", "Theme.errorInk")
    }


def _theme(item: QQuickItem, what: str) -> Any:
    context = qmlContext(item)
    assert context is not None
    return QQmlExpression(context, item, what).evaluate()[0]
