"""A reader that types: keys far faster than fingers, ended by Return. What people type comes through, a moment later.

Until it is known which of the two it is, keys are held back: nothing of a reader ever gets into a field. Whoever types
as fast can do no more by it than by typing: to have a form filled in that asks for just that.
"""

from collections.abc import Callable
from math import inf

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from domain.runtime import Uptime

GAP_MS = 40
"""Between two keys of a reader, at most. The fastest typists take more than twice as long, keys that repeat 30."""
LEAST, MOST = 8, 512
"""How many characters a reader types."""
RETURNS = {0x01000004, 0x01000005}
"""Qt.Key_Return, Qt.Key_Enter."""
SHIFTS = {0x01000020, 0x01000024}
"""Qt.Key_Shift, Qt.Key_CapsLock: how readers type capitals."""


class Wedge(QObject):
    """Judges the window's keys. `read` is told what a reader has typed, without its Return."""

    def __init__(self, window: QQuickWindow, read: Callable[[str], None], uptime: Uptime) -> None:
        super().__init__(window)
        self._window, self._read, self._uptime = window, read, uptime
        self._held: list[QKeyEvent] = []
        self._text = ""
        self._gives_back = self._was_read = False
        self._typed_at = inf
        self._pause = QTimer(self, interval=GAP_MS, singleShot=True)
        self._pause.timeout.connect(self._lose_patience)

    def takes(self, event: QEvent) -> bool:
        """Whether an event is held back for now, or was a reader's."""
        if self._gives_back or not isinstance(event, QKeyEvent):
            return False
        match event.type():
            case QEvent.Type.KeyRelease:
                if self._text:
                    self._held.append(event.clone())
                return bool(self._text) or self._was_read
            case QEvent.Type.KeyPress:
                self._was_read = False
                return self._end() if event.key() in RETURNS else self._hold(event)
        return False

    def _end(self) -> bool:
        """Return was pressed: whether a reader did."""
        self._was_read = len(self._text) >= LEAST
        text = self._forget() if self._was_read else ""
        if self._was_read:
            self._read(text)
        else:
            self._give_back()
        return self._was_read

    def _hold(self, event: QKeyEvent) -> bool:
        """Whether a key may be a reader's."""
        typed = event.text()
        if event.key() in SHIFTS and not self._text:
            return False
        known = typed.isprintable() and (typed != "" or event.key() in SHIFTS)
        if event.isAutoRepeat() or not known or len(self._text) >= MOST:
            self._give_back()
            return False
        self._held.append(event.clone())
        self._text += typed
        self._typed_at = self._uptime()
        self._pause.start()
        return True

    @Slot()
    def _lose_patience(self) -> None:
        """No key came. If this is late itself the screen was busy: keys may have come that nobody has seen yet."""
        late = self._uptime() - self._typed_at >= 2 * GAP_MS / 1000
        self._typed_at = inf  # It is waited once more, and no longer: screens may be slow all the time.
        if late:
            self._pause.start()
        else:
            self._give_back()

    def _forget(self) -> str:
        self._pause.stop()
        text, self._text = self._text, ""
        self._held.clear()
        return text

    def _give_back(self) -> None:
        """Somebody typed it: it goes where it was meant for."""
        held = list(self._held)
        self._forget()
        self._gives_back = True
        try:
            for event in held:
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._gives_back = False
