"""The floor: a Qt Quick window of the terminal's size with nothing but a colour in it, another after each tap.

`python -m tests.benchmarks.bare` prints `frame` at its first picture; `once` makes it end then.
"""

import sys

SIZE = (1080, 1920)
BARE = b"""
import QtQuick
Rectangle {
    property bool tapped
    color: tapped ? 'silver' : 'white'
    TapHandler { onTapped: parent.tapped = !parent.tapped }
}
"""


def show(once: bool) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent, QQmlEngine
    from PySide6.QtQuick import QQuickItem, QQuickWindow

    app = QGuiApplication(sys.argv[:1])
    engine = QQmlEngine()
    window = QQuickWindow()
    window.resize(*SIZE)
    component = QQmlComponent(engine)
    component.setData(BARE, QUrl())
    item = component.create()
    assert isinstance(item, QQuickItem)
    item.setParentItem(window.contentItem())
    item.setSize(window.size().toSizeF())

    def shown() -> None:
        window.frameSwapped.disconnect(shown)
        print("frame", flush=True)
        if once:
            app.quit()

    window.frameSwapped.connect(shown)
    window.show()
    app.exec()


if __name__ == "__main__":
    show(sys.argv[1:] == ["once"])
