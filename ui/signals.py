"""Signals that end the program, as events of Qt's loop: none comes amid something, none is lost before the loop."""

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Signals:
    """From now on the ending signals are kept, until `listen` has somebody told of them."""

    def __init__(self) -> None:
        self._read, write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for number in ENDING:
            # Python's own half does nothing: the byte in the pipe is what counts, and wakes the loop.
            signal.signal(number, lambda *_: None)

    def listen(self, parent: "QObject", ending: "Callable[[], None]") -> None:
        """Call `ending` in Qt's loop for each signal, those that have come before as well."""
        from PySide6.QtCore import QSocketNotifier

        def read() -> None:
            os.read(self._read, 64)
            ending()

        notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, parent)
        notifier.activated.connect(read)
