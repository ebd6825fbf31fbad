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
        looked = self._walk.property("look").call([self._engine.toScriptValue(whole), QJSValue(SEEN), wanted])
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
