"""A stage for one control: a window of its own, a finger, and what the control has told of."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

import viewmodels.shell.colours  # noqa: F401  # which the theme is made of
from kit.play.probe import Kiosk

CONTROLS = Path(__file__).parents[3] / "ui" / "controls"
SCENE = """
import QtQuick
import "."

Item {
    id: scene
    property var heard: []
    function hear(what: var): void { heard = heard.concat([String(what)]); }
    readonly property var theme: Theme
    readonly property var icons: Icons.paths
    width: 1000
    height: 900
    %s
}
"""


class Stage:
    """`control` is what the QML in the middle of the scene makes."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow, qml: str) -> None:
        component = QQmlComponent(engine)
        component.setData((SCENE % qml).encode(), QUrl.fromLocalFile(CONTROLS / "scene.qml"))
        scene = component.create()
        assert isinstance(scene, QQuickItem), component.errorString()
        self._component = component
        self.scene = scene
        self.scene.setParentItem(window.contentItem())
        self.window = window
        self.kiosk = Kiosk(window, scene)
        self.theme: QObject = scene.property("theme")
        self.theme.setProperty("unit", "元")

    @property
    def control(self) -> QQuickItem:
        return self.scene.childItems()[0]

    @property
    def heard(self) -> list[str]:
        """What the scene's handlers were told."""
        return list(self.scene.property("heard").toVariant())

    def close(self) -> None:
        for name, value in {"channel": "", "contrast": "normal", "scale": 1.0, "landscape": False, "unit": ""}.items():
            self.theme.setProperty(name, value)
        self.scene.setParentItem(None)  # type: ignore[arg-type]  # as Qt has it
        self.scene.deleteLater()

    def says(self) -> list[str]:
        return self.kiosk.texts()

    def tap(self, item: QQuickItem | None = None) -> list[str]:
        """A finger on the middle of an item, or of the control; what has been heard by then."""
        self.kiosk.settle()
        self.kiosk.tap(item or self.control)
        return self.heard

    def tap_named(self, name: str) -> list[str]:
        return self.tap(self.kiosk.find_shown(name))

    def press(self) -> None:
        """A finger comes down on the control and stays."""
        self.kiosk.settle()
        QTest.touchEvent(self.window, self.kiosk.finger).press(0, self.kiosk.middle(self.control), self.window).commit()

    def slip(self) -> list[str]:
        """A finger comes down on the control and is lifted outside."""
        self.press()
        at = self.kiosk.middle(self.control)
        QTest.touchEvent(self.window, self.kiosk.finger).move(0, at + QPoint(0, 600), self.window).commit()
        QTest.touchEvent(self.window, self.kiosk.finger).release(0, at + QPoint(0, 600), self.window).commit()
        return self.heard

    def key(self, key: Qt.Key) -> list[str]:
        QTest.keyClick(self.window, key)
        return self.heard

    def parts(self, kind: str) -> Iterator[QQuickItem]:
        """Visible items of a kind, as QQuickText, below the control and it itself, in drawing order."""
        return (item for item in self.kiosk.below(self.control) if item.inherits(kind))

    def text(self, text: str) -> QQuickItem:
        """The item that says a text."""
        return next(item for item in self.parts("QQuickText") if item.property("text") == text)

    def icons(self) -> list[str]:
        """The icons that can be seen."""
        return [str(item.property("name")) for item in self.parts("QQuickShape") if item.property("name")]

    def colour(self, name: str) -> QColor:
        """A colour of the theme as it is worn now."""
        return QColor(self.theme.property(name))


def border(item: QObject) -> tuple[float, QColor]:
    """Width and colour of a box's edge."""
    return QQmlProperty(item, "border.width").read(), QColor(QQmlProperty(item, "border.color").read())
