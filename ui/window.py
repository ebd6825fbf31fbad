"""The window: made with nothing but Home in it, so that the first picture is quick; the rest is loaded after that."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from ui.fullscreen import FullScreen, wide
from ui.host import Host
from ui.pages import PageImages
from ui.qr import QrImages
from viewmodels.shell.colours import ChannelColours as ChannelColours  # QML makes them
from viewmodels.shell.shell import ShellViewModel

if TYPE_CHECKING:
    from domain.runtime import Uptime
    from ui.inputs import Inputs
    from ui.rehearsal import Rehearsal
    from viewmodels.parts import Parts

HERE = Path(__file__).parent
log = Log("kiosk.window")
PRIVATE = r"\w+://\S+|\d{4,}|[\u2e80-\U0003ffff]+"
"""Compiled when it is first needed: it takes milliseconds, and the first picture has no warnings."""
FONT = "Noto Sans CJK SC"


class Window(QObject):
    """One terminal on the screen. Close it before the application ends."""

    def __init__(
        self,
        shell: ShellViewModel,
        size: tuple[int, int] | None,
        uptime: "Uptime",
        fullscreen: bool = False,
        rest_s: float | None = None,
        turned: int = 0,
    ) -> None:
        """`size` names the layout too; without one, on the full screen, it is upright or wide as the screen is now.

        `turned` is how far the picture is turned clockwise, in degrees, by right angles.
        `rest_s` is `Impatience`'s; None is what is usual there.
        """
        super().__init__()
        self._shell, self._uptime = shell, uptime
        self.rehearsal: Rehearsal | None = None
        QGuiApplication.setFont(QFont(FONT))
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("qr", QrImages())
        self.engine.addImageProvider("page", PageImages(shell.navigation))
        layout = {"landscape": size[0] > size[1], "asked": size[0] / size[1]} if size else {"landscape": wide(turned)}
        self.engine.setInitialProperties({"shell": shell, "turned": turned, "held": fullscreen, **layout})
        self.engine.load(QUrl.fromLocalFile(HERE / "Main.qml"))
        if not self.engine.rootObjects():
            raise RuntimeError("the window's QML could not be loaded")
        root = self.engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.root = root
        self.terminal = _child(root, "terminal")
        self._inputs: Inputs | None = None
        self._rest_s = rest_s
        self._host = Host(self.engine, _child(root, "holder"), shell.navigation)
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
        """What the first picture did without: who hears, what lies over and above a screen, keyboard, the clock."""
        from PySide6.QtCore import Qt

        from ui.inputs import Inputs
        from viewmodels.keyboard import KeyboardViewModel

        self._inputs = Inputs(self.root, self.terminal, self._shell, self._uptime, self._rest_s)
        self.root.setProperty("keys", KeyboardViewModel(self._shell.language, self))
        # Queued, so that Qt calls it and Python's lock is free: the threads that load QML may have a word to log.
        QMetaObject.invokeMethod(self.root, "complete", Qt.ConnectionType.QueuedConnection)
        self._seconds.start()

    @property
    def inputs(self) -> "Inputs":
        """Who hears what is done at it, once it is complete."""
        assert self._inputs is not None
        return self._inputs

    def prepare(self) -> None:
        """See to it that no screen has to be compiled when a visitor comes to it."""
        self._host.prepare()

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

    def show_beside(self, file: QUrl, model: QObject) -> None:
        """Something of QML at the right of the terminal, with its `step`."""
        self.root.setProperty("besideModel", model)
        self.root.setProperty("beside", file)

    def lay_over(self, file: QUrl, model: QObject) -> None:
        """An `OverAll` of QML over the terminal, with its `step`."""
        self.root.setProperty("overModel", model)
        self.root.setProperty("over", file)

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
        blank.forceActiveFocus()
        self.terminal.forceActiveFocus()
        # It goes with its name; only now, for whoever asked the window what has the focus made that its owner.
        blank.setParent(None)

    def close(self) -> None:
        """The engine goes before the view models do."""
        self._seconds.stop()
        if self._inputs is not None:
            self.root.removeEventFilter(self._inputs)
        self.root.setProperty("held", False)
        self.root.close()
        self._host.close()
        self.engine.deleteLater()
        self.deleteLater()


def said(warning: QQmlError) -> str:
    """A warning of QML without what may be somebody's: the message of an exception, an address, figures, Chinese."""
    place, text = f"{warning.url().fileName()}:{warning.line()}", " ".join(warning.description().split())
    if text.startswith("Error:"):  # what a slot has raised: that is logged with its place in Python
        return f"{place}: an exception"
    return f"{place}: {re.sub(PRIVATE, '…', text)}"


def _child(root: QQuickWindow, name: str) -> QQuickItem:
    item = root.findChild(QQuickItem, name)
    assert item is not None, name
    return item
