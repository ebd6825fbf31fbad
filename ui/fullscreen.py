"""A window as large as its screen, whatever that is and becomes, with or without a window manager."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow


class FullScreen(QObject):
    """Shows `window` on the primary screen and keeps it as large, also when that is changed, turned or pulled out."""

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for screen in app.screens():
            self._watch(screen)
        app.screenAdded.connect(self._watch)
        app.primaryScreenChanged.connect(self._fill)
        self._fill()
        window.showFullScreen()
        self._fill()  # to show it may have brought back the size it had

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        screen = QGuiApplication.primaryScreen()
        if screen is None or screen.geometry().isEmpty():
            return  # its plug was pulled; it is heard of again
        place = screen.geometry()
        self._window.setScreen(screen)
        # A window manager does this by itself; without one "full screen" is only a word.
        self._window.setGeometry(place)


def wide(turned: int = 0) -> bool:
    """Whether the primary screen is wider than high, seen with the picture turned by so many degrees."""
    screen = QGuiApplication.primaryScreen()
    return screen is not None and _is_wide(screen, turned)


def _is_wide(screen: QScreen, turned: int) -> bool:
    width, height = screen.geometry().width(), screen.geometry().height()
    return width < height if turned % 180 else width > height
