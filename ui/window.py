"""The window: made with nothing but Home in it, so that the first picture is quick; the rest is loaded after that."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from ui.breakouts import Breakouts
from ui.focus import Focus
from ui.fullscreen import FullScreen, wide
from ui.host import Host
from ui.impatience import REST_S as REST_S
from ui.impatience import Impatience
from ui.pages import PageImages
from ui.qr import QrImages
from ui.scene import Scene
from viewmodels.shell.colours import ChannelColours as ChannelColours  # QML makes them
from viewmodels.shell.shell import ShellViewModel

if TYPE_CHECKING:
    from domain.runtime import Uptime
    from domain.speech.voice import Voice
    from ui.rehearsal import Rehearsal
    from ui.speaker import Speaker
    from ui.wedge import Wedge
    from viewmodels.parts import Parts

HERE = Path(__file__).parent
log = Log("kiosk.window")
PRIVATE = re.compile(r"\w+://\S+|\d{4,}|[\u2e80-\U0003ffff]+")
FONT = "Noto Sans CJK SC"
TOUCHES = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
}


class Window(QObject):
    """One terminal on the screen. Close it before the application ends."""

    def __init__(
        self,
        shell: ShellViewModel,
        size: tuple[int, int] | None,
        uptime: "Uptime",
        fullscreen: bool = False,
        rest_s: float = REST_S,
        turned: int = 0,
    ) -> None:
        """`size` names the layout too; without one, on the full screen, it is upright or wide as the screen is now.

        `turned` is how far the picture is turned clockwise, in degrees, by right angles.
        """
        super().__init__()
        self._shell, self._uptime = shell, uptime
        self.rehearsal: Rehearsal | None = None
        QGuiApplication.setFont(QFont(FONT))
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("qr", QrImages())
        self.engine.addImageProvider("page", PageImages(shell.navigation))
        layout = {"landscape": size[0] > size[1], "asked": size[0] / size[1]} if size else {"landscape": wide(turned)}
        self.engine.setInitialProperties({"shell": shell, "turned": turned, **layout})
        self.engine.load(QUrl.fromLocalFile(HERE / "Main.qml"))
        if not self.engine.rootObjects():
            raise RuntimeError("the window's QML could not be loaded")
        root = self.engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        self.terminal = _child(root, "terminal")
        self._impatience = Impatience(root, uptime, rest_s)
        shell.navigation.moved.connect(self._impatience.move)
        shell.navigation.turned.connect(self._impatience.move)
        shell.attract.woken.connect(self._impatience.move)
        shell.frozen.thawed.connect(self._impatience.move)
        self._breakouts = Breakouts(root, shell.frozen, uptime)
        self._wedge: Wedge | None = None
        self._speaker: Speaker | None = None
        self._host = Host(self.engine, _child(root, "holder"), shell.navigation)
        self.focus = Focus(root, self.terminal, shell)
        root.pressed.connect(self._press)  # type: ignore[attr-defined]  # of Main.qml
        root.installEventFilter(self)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(shell.tick)
        self._full_screen = FullScreen(root, self) if fullscreen else None
        if self._full_screen is None:
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
        from PySide6.QtCore import Qt

        from viewmodels.keyboard import KeyboardViewModel

        self.root.setProperty("keys", KeyboardViewModel(self._shell.language, self))
        self._host.prepare()
        # Queued, so that Qt calls it and Python's lock is free: the threads that load QML may have a word to log.
        QMetaObject.invokeMethod(self.root, "complete", Qt.ConnectionType.QueuedConnection)
        self._seconds.start()

    def rehearse(self, parts: "Parts", then: Callable[[], None]) -> None:
        """Make the screens' acquaintance while nobody is there, and `then`; a visit that begins ends it."""
        from ui.rehearsal import Rehearsal

        self.rehearsal = Rehearsal(self._host, self.root, parts, then, self)
        self._shell.navigation.moved.connect(self.rehearsal.end)
        self.rehearsal.begin()

    def watch(self) -> None:
        """Write each warning of QML into the log, with the screen, once. None of them ends anything.

        Qt would print it whole; so its own printing is off.
        """
        self.engine.setOutputWarningsToStandardError(False)
        known: set[events.QmlWarned] = set()

        def told(warnings: list[QQmlError]) -> None:
            for warning in warnings:
                event = events.QmlWarned(self._shell.navigation.screen, Sentence(said(warning)))
                if event not in known:
                    known.add(event)
                    log.warning(event)

        self.engine.warnings.connect(told)

    def hear(self, read: Callable[[str], None]) -> None:
        """A reader types, as a keyboard does: from now on `read` is told what."""
        from ui.wedge import Wedge

        self._wedge = Wedge(self.root, read, self._uptime)

    def read_aloud(self, voice: "Voice") -> None:
        """From now on screens are read aloud, if somebody asks for that."""
        from ui.speaker import Speaker

        self._speaker = Speaker(self.terminal, self.focus, self._shell, voice)

    def show_beside(self, file: QUrl, model: QObject) -> None:
        """Something of QML at the right of the terminal, with its `step`."""
        self.root.setProperty("besideModel", model)
        self.root.setProperty("beside", file)

    def lay_over(self, file: QUrl, model: QObject) -> None:
        """An `OverAll` of QML over the terminal, with its `step`."""
        self.root.setProperty("overModel", model)
        self.root.setProperty("over", file)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a finger or a key does tells the shell that somebody is there.

        Except while it asks so: the question must not vanish under the finger, or the screen below would be touched.
        A full screen is closed by nobody who stands before it, whatever keys they have.
        """
        if event.type() == QEvent.Type.Close and self._full_screen is not None:
            event.ignore()
            return True
        if event.type() in TOUCHES:
            self._tell_of_touch()
        if isinstance(event, QKeyEvent) and self.typed_beside:
            return super().eventFilter(watched, event)
        if self._wedge and self._wedge.takes(event):
            return True
        if self._breakouts.takes(event):
            return True
        if self._speaker and self._speaker.takes(event):
            return True
        if event.type() == QEvent.Type.KeyPress and self._shell.attract.shown:
            self._shell.attract.wake()
            return True
        taken = self._impatience.is_too_early(event) or self.focus.takes(event)
        if self._speaker:
            self._speaker.used(event)
        return taken or super().eventFilter(watched, event)

    @property
    def typed_beside(self) -> bool:
        """Whether keys are meant for what stands beside the terminal, in a demonstration."""
        item = self.root.activeFocusItem()
        return item is not None and item.property("typing") is True and not self.terminal.isAncestorOf(item)

    @Slot(QQuickItem)
    def _press(self, control: QQuickItem) -> None:
        """For a screen reader: it is a touch, and gets no further than a finger does."""
        if Scene(self.terminal).can_be_touched(control):
            self._tell_of_touch()
            QMetaObject.invokeMethod(control, "tapped")

    def _tell_of_touch(self) -> None:
        if not self._shell.idle.warning:
            self._shell.touched()

    def forget(self) -> None:
        """What the keyboard and QML's engine still hold of a visit, once its screens are gone."""
        if not self._shell.navigation.session:
            self._touch_blank_line()
        self.engine.collectGarbage()

    def _touch_blank_line(self) -> None:
        """Qt's keyboard keeps the text of the line that was typed into until another one is."""
        line = QQmlComponent(self.engine)
        line.setData(b"import QtQuick\nTextInput {}", QUrl())
        blank = line.createWithInitialProperties({"parent": self.root.contentItem()})
        assert isinstance(blank, QQuickItem)
        blank.setParent(None)  # else its shell stays for good, as for a screen (ui/host.py)
        blank.forceActiveFocus()
        self.terminal.forceActiveFocus()  # and the line goes with its name

    def close(self) -> None:
        """The engine goes before the view models do."""
        self._seconds.stop()
        self.root.removeEventFilter(self)
        self.root.close()
        self._host.close()
        self.engine.deleteLater()
        self.deleteLater()


def said(warning: QQmlError) -> str:
    """A warning of QML without what may be somebody's: the message of an exception, an address, figures, Chinese."""
    place, text = f"{warning.url().fileName()}:{warning.line()}", " ".join(warning.description().split())
    if text.startswith("Error:"):  # what a slot has raised: that is logged with its place in Python
        return f"{place}: an exception"
    return f"{place}: {PRIVATE.sub('…', text)}"


def _child(root: QQuickWindow, name: str) -> QQuickItem:
    item = root.findChild(QQuickItem, name)
    assert item is not None, name
    return item
