"""What on the terminal can be used now: what a finger could touch, part by part."""

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from ui.reading import Group, Spot, in_reading_order

SEEN = 0.01
"""Below this opacity nothing can be seen."""


class Scene:
    """One look at the terminal. Items are looked for anew each time: QML may free them at any moment.

    `over` is what lies over the whole screen (`Overlay.qml`), the last that was laid: then there is nothing else.
    """

    def __init__(self, terminal: QQuickItem) -> None:
        self._terminal = terminal
        self.over: QQuickItem | None = None
        found = self._controls(terminal, None)
        self.spots = in_reading_order(self._controls(self.over, None) if self.over is not None else found)

    @property
    def typed(self) -> Spot | None:
        """What is being typed into."""
        return next((spot for spot in self.spots if spot.typed), None)

    def within(self, part: QQuickItem) -> list[Spot]:
        """Those of one part of the terminal, in reading order."""
        return in_reading_order(self._controls(part, None))

    def named(self, name: str) -> Spot | None:
        """The one of that name."""
        return next((spot for spot in self.spots if spot.name == name), None)

    def item(self, name: str) -> QQuickItem | None:
        """The control itself."""
        return _named(name, self.over if self.over is not None else self._terminal)

    def can_be_touched(self, control: QQuickItem) -> bool:
        """By a finger, also beside the terminal: it is there, switched on, and nothing lies over it."""
        over = self.over
        free = over is None or over.isAncestorOf(control) or not self._box(over).contains(self._box(control).center())
        return free and is_there(control)

    def _controls(self, item: QQuickItem, seen: QRectF | None) -> Group:
        """`seen` is the part of the terminal in which they are not clipped away."""
        if not is_there(item) or item.property("hides"):
            return ()
        if (types := item.property("types")) is not None:
            box = self._box(item)
            if seen is not None and not seen.contains(box.center()):
                return ()
            return (Spot(item.objectName(), box, types, bool(item.property("typing")), item.property("radius")),)
        if item.property("overlay"):
            self.over = item
        if item.clip():
            seen = self._box(item) if seen is None else seen.intersected(self._box(item))
        inner = (self._controls(child, seen) for child in item.childItems())
        return [part[0] if len(part) == 1 else part for part in inner if part]

    def _box(self, item: QQuickItem) -> QRectF:
        return item.mapRectToItem(self._terminal, QRectF(0, 0, item.width(), item.height()))


def control_around(item: QQuickItem | None) -> QQuickItem | None:
    """The control that an item is, or is a part of."""
    while item is not None and item.property("types") is None:
        item = item.parentItem()
    return item


def _named(name: str, item: QQuickItem) -> QQuickItem | None:
    if not is_there(item):
        return None
    if item.property("types") is not None:
        return item if item.objectName() == name else None
    return next((found for child in item.childItems() if (found := _named(name, child)) is not None), None)


def is_there(item: QQuickItem, disabled: bool = False) -> bool:
    """Whether an item can be seen, and used; or only seen, `disabled` as it may be."""
    return item.isVisible() and (disabled or item.isEnabled()) and item.opacity() >= SEEN
