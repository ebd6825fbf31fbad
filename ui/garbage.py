"""Python's cycle collector, kept on the GUI thread.

Left to itself it runs on whatever thread allocates next. There it may free a Qt object whose timers only the GUI thread
can stop, and the program falls over at the next tick. So it is switched off and done by hand: the young every second,
everything when a visit has ended and nobody waits.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

YOUNG = 1
"""The oldest generation that is looked through every second."""


class Garbage(QObject):
    """Collects as long as it lives; `stop` gives the collector back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._collect_young)
        self._second.start()

    @Slot()
    def collect(self) -> None:
        """Free everything that nobody can reach any more: a visit has ended."""
        gc.collect()

    def stop(self) -> None:
        """Collect once more, here, and let Python go on by itself."""
        self._second.stop()
        gc.collect()
        gc.enable()

    @Slot()
    def _collect_young(self) -> None:
        gc.collect(YOUNG)
