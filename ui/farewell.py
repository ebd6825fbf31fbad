"""What is done when a visitor has gone and Home is on the screen: nothing that they gave is kept by what serves all.

Python, QML and the keyboard let go of things in their own time; here they are told to, when nobody waits.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from viewmodels.shell.navigation import NavigationViewModel

AFTER_MS = 60
"""So long after the end of a visit: Home has been drawn by then. All of it is to be over within 200."""


class Farewell(QObject):
    """Does what is in `last` once after each visit, in this order, and whatever else waits in between."""

    def __init__(self, navigation: NavigationViewModel, *last: Callable[[], None]) -> None:
        super().__init__(navigation)
        self._last = last
        self._still = deque[Callable[[], None]]()
        self._wait = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._wait.timeout.connect(self._say)
        navigation.left.connect(self._wait.start)

    @Slot()
    def _say(self) -> None:
        self._still = deque(self._last)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._still:
            self._still.popleft()()
            QTimer.singleShot(0, self, self._go_on)
