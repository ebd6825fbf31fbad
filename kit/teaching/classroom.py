"""What a class sees on a second screen: the terminal and the finger's place, what to touch, and the way."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPointF, QSize, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtQml import QmlElement, QQmlComponent
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from kit.teaching.teacher import TeacherViewModel
from ui.window import Window
from viewmodels.typed import Property

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

QML = QUrl.fromLocalFile(Path(__file__).parent / "ClassRoom.qml")
EVERY_MS = 250
"""How old the picture may be."""


class _Mirror(QQuickImageProvider):
    """`image://mirror/<number>`: the last picture; the number only makes it another one."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.picture = QImage(1, 1, QImage.Format.Format_RGB32)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        size.setWidth(self.picture.width())
        size.setHeight(self.picture.height())
        return self.picture

    def requestPixmap(self, id: str, size: QSize, requested: QSize) -> QPixmap:
        return QPixmap.fromImage(self.requestImage(id, size, requested))


@QmlElement
class ClassroomViewModel(QObject):
    """`frame` counts pictures; `finger` is where the terminal was touched last, in its pixels."""

    changed = Signal()

    def __init__(self, window: Window, teacher: TeacherViewModel) -> None:
        super().__init__(teacher)
        self._terminal = window.terminal
        self._mirror = _Mirror()
        self._frame, self._finger = 0, QPointF(-1, -1)
        self._result: Any = None
        window.engine.addImageProvider("mirror", self._mirror)
        teacher.touchedAt.connect(self._touch)
        self._look = QTimer(self, interval=EVERY_MS)
        self._look.timeout.connect(self._grab)
        self._look.start()

    @Slot()
    def _grab(self) -> None:
        """Drawn beside what is shown, so that nobody at the terminal waits for it."""
        if self._result is None and self._terminal.isVisible():
            self._result = self._terminal.grabToImage()
            if self._result is not None:
                self._result.ready.connect(self._grabbed)

    @Slot()
    def _grabbed(self) -> None:
        self._mirror.picture, self._result = self._result.image(), None
        self._frame += 1
        self.changed.emit()

    @Slot(QPointF)
    def _touch(self, at: QPointF) -> None:
        self._finger = at
        self.changed.emit()

    @Property(int, notify=changed)
    def frame(self) -> int:
        return self._frame

    @Property(QPointF, notify=changed)
    def finger(self) -> QPointF:
        return self._finger

    @Property(float, constant=True)
    def wide(self) -> float:
        """How wide and high the terminal is, in its pixels."""
        return self._terminal.width()

    @Property(float, constant=True)
    def high(self) -> float:
        return self._terminal.height()


class Classroom:
    """On all of the second screen; or in a window, where there is none. Raises RuntimeError if it cannot be made."""

    def __init__(self, window: Window, teacher: TeacherViewModel) -> None:
        self._component = QQmlComponent(window.engine, QML)
        self._model = ClassroomViewModel(window, teacher)
        made = self._component.createWithInitialProperties({"step": teacher, "room": self._model})
        if not isinstance(made, QQuickWindow):
            raise RuntimeError(self._component.errorString())
        self.window = made
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            made.setScreen(screens[1])
            made.setGeometry(screens[1].geometry())
            made.showFullScreen()
        else:
            made.show()

    @property
    def pictures(self) -> int:
        """How many it has shown."""
        return self._model.frame

    def close(self) -> None:
        """Before the terminal is: what QML has made does not outlive its engine."""
        self.window.destroy()
        self.window.deleteLater()
