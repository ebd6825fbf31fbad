"""The window: made with nothing but Home in it, so that the first picture is quick; the rest is loaded after that."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QFont, QGuiApplication, QPointerEvent
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.fullscreen import FullScreen, wide
from ui.host import Host
from ui.pages import PageImages
from ui.qr import QrImages
from viewmodels.shell import ShellViewModel

if TYPE_CHECKING:
    from ui.rehearsal import Rehearsal
    from viewmodels.parts import Parts

HERE = Path(__file__).parent
FONT = "Noto Sans CJK SC"
REST_S = 0.6
"""How long a new screen takes no second tap at the place of the first: buttons stand where the last screen's stood."""
NEAR_PX = 120
PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
TOUCHES = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
}


class Window(QObject):
    """One terminal on the screen. Close it before the application ends."""

    def __init__(
        self, shell: ShellViewModel, size: tuple[int, int] | None, fullscreen: bool = False, rest_s: float = REST_S
    ) -> None:
        """`size` names the layout too; without one, on the full screen, it is upright or wide as the screen is now."""
        super().__init__()
        self._shell = shell
        self._rest_s = rest_s
        self._moved_at = 0.0
        self._pressed_at = QPointF()
        self.rehearsal: Rehearsal | None = None
        shell.moved.connect(self._note_move)
        shell.turned.connect(self._note_move)
        shell.left.connect(self._forget)
        QGuiApplication.setFont(QFont(FONT))
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(HERE / "styles"))
        self.engine.addImageProvider("qr", QrImages())
        self.engine.addImageProvider("page", PageImages(shell))
        self.engine.setInitialProperties({"shell": shell, "landscape": size[0] > size[1] if size else wide()})
        self.engine.load(QUrl.fromLocalFile(HERE / "Main.qml"))
        if not self.engine.rootObjects():
            raise RuntimeError("the window's QML could not be loaded")
        root = self.engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        self.terminal = _child(root, "terminal")
        self._host = Host(self.engine, _child(root, "holder"), shell)
        root.installEventFilter(self)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(shell.tick)
        if fullscreen:
            self._full_screen = FullScreen(root, self)
        else:
            assert size is not None
            root.resize(*size)
            root.show()
        root.requestActivate()

    def after_first_frame(self, then: Callable[[], None]) -> None:
        """Call `then` once, when the first picture is on the screen."""

        @Slot()
        def swapped() -> None:
            self.root.frameSwapped.disconnect(swapped)
            QTimer.singleShot(0, self, then)

        self.root.frameSwapped.connect(swapped)

    def complete(self) -> None:
        """What the first picture did without: the other screens' QML, the keyboard, the clock's ticking."""
        self._host.prepare()
        # Queued, so that Qt calls it and Python's lock is free: the threads that load QML may have a word to log.
        QMetaObject.invokeMethod(self.root, "complete", Qt.ConnectionType.QueuedConnection)
        self._seconds.start()

    def rehearse(self, parts: "Parts") -> None:
        """Make the screens' acquaintance while nobody is there; a visit that begins ends it."""
        from ui.rehearsal import Rehearsal

        self.rehearsal = Rehearsal(self._host, self.root, parts, self)
        self._shell.moved.connect(self.rehearsal.end)
        self.rehearsal.begin()

    def watch(self, mistaken: Callable[[str], None]) -> None:
        """Tell `mistaken` of each fault in QML or in a slot called from it, by its place.

        Qt would print it with its message, which may hold what the visitor typed; so its own printing is off.
        """
        self.engine.setOutputWarningsToStandardError(False)

        def told(faults: list[QQmlError]) -> None:
            for fault in faults:
                mistaken(_place(fault))

        self.engine.warnings.connect(told)

    def show_dock(self, dock: QObject) -> None:
        """The demonstration's dock, at the right of the terminal."""
        self.root.setProperty("dockModel", dock)
        self.root.setProperty("dock", QUrl.fromLocalFile(HERE / "Dock.qml"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a finger or a key does tells the shell that somebody is there.

        Except while it asks so: the question must not vanish under the finger, or the screen below would be touched.
        """
        if event.type() in TOUCHES and not self._shell.property("warning"):
            self._shell.touched()
        if event.type() in PRESSES and isinstance(event, QPointerEvent):
            return self._is_impatient(event.points()[0].position())
        return super().eventFilter(watched, event)

    def _is_impatient(self, at: QPointF) -> bool:
        """Whether this tap was meant for the screen before: another one at the same place, before this one was seen."""
        near = (at - self._pressed_at).manhattanLength() < NEAR_PX
        self._pressed_at = at
        return near and monotonic() - self._moved_at < self._rest_s

    @Slot()
    def _forget(self) -> None:
        """What QML's engine still holds of the visit."""
        self.engine.collectGarbage()

    @Slot()
    def _note_move(self) -> None:
        self._moved_at = monotonic()

    def close(self) -> None:
        """The engine goes before the view models do."""
        self._seconds.stop()
        self.root.removeEventFilter(self)
        self.root.close()
        self.engine.deleteLater()
        self.deleteLater()


def _place(fault: QQmlError) -> str:
    return f"{fault.url().fileName()}:{fault.line()}"


def _child(root: QQuickWindow, name: str) -> QQuickItem:
    item = root.findChild(QQuickItem, name)
    assert item is not None, name
    return item
