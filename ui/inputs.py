"""What fingers, keys and readers do at the window: who is asked, one after the other, whether it is for them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaObject, QObject, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from domain.runtime import Uptime
from domain.speech.voice import Voice
from ui.breakouts import Breakouts
from ui.focus import Focus
from ui.impatience import REST_S, Impatience
from ui.scene import Scene
from ui.speaker import Speaker
from ui.wedge import Wedge
from viewmodels.shell.shell import ShellViewModel

TOUCHES = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
}


class Inputs(QObject):
    """Hears all that is done at `window`, whose place for the terminal's screen is `terminal`.

    Made after the first picture: nobody touches what is not there, and Qt's lists of keys take long to come to Python.
    """

    def __init__(
        self,
        window: QQuickWindow,
        terminal: QQuickItem,
        shell: ShellViewModel,
        uptime: Uptime,
        rest_s: float | None,
    ) -> None:
        super().__init__(window)
        self._window, self._terminal, self._shell = window, terminal, shell
        self._uptime = uptime
        self._impatience = Impatience(window, uptime, REST_S if rest_s is None else rest_s)
        shell.navigation.moved.connect(self._impatience.move)
        shell.navigation.turned.connect(self._impatience.move)
        shell.attract.woken.connect(self._impatience.move)
        shell.frozen.thawed.connect(self._impatience.move)
        self._breakouts = Breakouts(window, shell.frozen, uptime)
        self._wedge: Wedge | None = None
        self._speaker: Speaker | None = None
        self.focus = Focus(window, terminal, shell)
        window.pressed.connect(self._press)  # type: ignore[attr-defined]  # of Main.qml
        window.installEventFilter(self)

    def hear(self, read: Callable[[str], None]) -> None:
        """A reader types, as a keyboard does: from now on `read` is told what."""
        self._wedge = Wedge(self._window, read, self._uptime)

    def read_aloud(self, voice: Voice) -> None:
        """From now on screens are read aloud, if somebody asks for that."""
        self._speaker = Speaker(self._terminal, self.focus, self._shell, voice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a finger or a key does tells the shell that somebody is there.

        Except while it asks so: the question must not vanish under the finger, or the screen below would be touched.
        """
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
        item = self._window.activeFocusItem()
        return item is not None and item.property("typing") is True and not self._terminal.isAncestorOf(item)

    @Slot(QQuickItem)
    def _press(self, control: QQuickItem) -> None:
        """For a screen reader: it is a touch, and gets no further than a finger does."""
        if Scene(self._terminal).can_be_touched(control):
            self._tell_of_touch()
            QMetaObject.invokeMethod(control, "tapped")

    def _tell_of_touch(self) -> None:
        if not self._shell.idle.warning:
            self._shell.touched()
