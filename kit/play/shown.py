"""What of the scene can be seen, and is looked for: one walk from above, by the engine that drew it (`shown.mjs`)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtQml import QJSValue, QQmlEngine, qmlContext
from PySide6.QtQuick import QQuickItem

SEEN = 0.01
"""Below this opacity nothing can be seen."""
WALK = str(Path(__file__).with_suffix(".mjs"))
ALL, NAMED, TEXTS, OVERLAYS = "all", "named", "texts", "overlays"
"""What can be looked for."""


class Shown:
    """Looks around in the scene of an item that QML has made. Nothing is remembered between looks.

    Python would make an object for each item on the way, which takes several times as long.
    """

    def __init__(self, item: QQuickItem) -> None:
        self._item = item
        self._walk = self._engine.importModule(WALK)

    def of(
        self, whole: QQuickItem, wanted: str, also: Callable[[QQuickItem], bool] = lambda _: True
    ) -> list[QQuickItem]:
        """What of an item is wanted, and `also` so, and can be seen, in drawing order.

        Nothing around it is hidden or transparent, or clips its middle away.
        """
        return self._look(whole, self._walk.property(wanted), also)

    def called(self, whole: QQuickItem, name: str) -> list[QQuickItem]:
        """The same of those with a name."""
        return self._look(whole, self._walk.property("called").call([QJSValue(name)]))

    def _look(
        self, whole: QQuickItem, wanted: QJSValue, also: Callable[[QQuickItem], bool] = lambda _: True
    ) -> list[QQuickItem]:
        if not _lets_through(whole.parentItem()):
            return []
        engine = self._engine
        given = [engine.toScriptValue(whole), engine.toScriptValue(_window_of(whole)), QJSValue(SEEN), wanted]
        looked = self._walk.property("look").call(given)
        if looked.isError():
            raise RuntimeError(looked.toString())
        found, through, windows = looked.toVariant()
        places = zip(found, through, strict=True)
        return [item for item, at in places if also(item) and _is_within(windows[at], item)]

    @property
    def _engine(self) -> QQmlEngine:
        """Asked for each time: it goes with its window, whoever still knows the item."""
        context = qmlContext(self._item)
        assert context is not None, "it was made by QML"
        return context.engine()


def _is_within(window: QRectF | None, item: QQuickItem) -> bool:
    if window is None:
        return True
    place = item.mapRectToScene(item.boundingRect())
    return place.isEmpty() or window.contains(place.center())


def _window_of(item: QQuickItem) -> QRectF | None:
    """The window in which an item itself is seen."""
    around = item.parentItem()
    return None if around is None else _clipped(around, _window_of(around))


def _clipped(item: QQuickItem, window: QRectF | None) -> QRectF | None:
    """The window in which is seen what an item has in it."""
    if not item.clip():
        return window
    own = item.mapRectToScene(item.boundingRect())
    return own if window is None else own.intersected(window)


def _lets_through(item: QQuickItem | None) -> bool:
    """Whether neither an item nor anything around it is transparent."""
    while item is not None and item.opacity() >= SEEN:
        item = item.parentItem()
    return item is None
