"""Texts as they are drawn: which items are texts, what they say, and where on them there are words."""

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

MIDDLE = {Qt.AlignmentFlag.AlignHCenter.value, Qt.AlignmentFlag.AlignVCenter.value}
END = {Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignBottom.value}


def is_text(item: QQuickItem) -> bool:
    # Not by its metaobject: a wrapper of one that QML has freed since can be taken for a later item.
    return item.inherits("QQuickText")


def plain(text: object) -> str:
    """A text without its mark-up and the places where it is broken."""
    return re.sub(r"<[^>]*>|\n|\u2060", "", str(text))


def written(item: QQuickItem) -> QRectF:
    """The part of a text, or of a line that is typed into, that has words in it; in its own pixels."""
    wide = min(float(item.property("contentWidth")), item.width())
    high = min(float(item.property("contentHeight")), item.height())
    left = _begins(_side(item, "effectiveHorizontalAlignment"), item.width() - wide)
    top = _begins(_side(item, "verticalAlignment"), item.height() - high)
    return QRectF(left, top, wide, high)


def _side(item: QQuickItem, name: str) -> int:
    """PySide has no converter for the types of these properties, QML has."""
    context = qmlContext(item)
    assert context is not None, "it was made by QML"
    side, _ = QQmlExpression(context, item, f"+{name}").evaluate()
    return int(side)


def _begins(side: int, free: float) -> float:
    """Where something begins that is at a side, with so much room left."""
    return free / 2 if side in MIDDLE else free if side in END else 0
