"""Python's cycle collector, kept on the GUI thread.

Left to itself it runs on whatever thread allocates next. There it may free a Qt object whose timers only the GUI thread
can stop, and the program falls over at the next tick. So it is switched off and done by hand: everything when a visit
has ended, once before the first, and every second: until then only what is young, afterwards all that came since. What
a slow machine lets go of a moment after its visitor left is old by then, and it is theirs. Where nobody has been for a
while and next to nothing is made, it is done less often: a terminal stands idle most of the day.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

YOUNG = 1
"""The oldest generation that is looked through every second as long as modules come in."""
SELDOM = 10
"""So many seconds after a visit, and from then on every so many, or as soon as there is more."""
MORE = 700
"""Things made and not let go of by themselves; with so many Python would begin by itself."""
SWEPT = 1 << 16
"""More pieces of one size than lie free at once."""


def sweep() -> None:
    """Overwrite the free pieces of 24 bytes, the last eight above all.

    A text of Qt with two or three characters takes such a piece, and those eight bytes are its characters; but they are
    just what glibc leaves as it was when it overwrites what is freed. A float has its value there.
    """
    [float(n) for n in range(SWEPT)]


class Garbage(QObject):
    """Collects as long as it lives; `stop` gives the collector back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._passed = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._collect_some)
        self._second.start()

    @Slot()
    def collect(self) -> None:
        """Free everything that nobody can reach any more: a visit has ended, or all screens have been rehearsed.

        What is there after the first time is there for good, modules mostly, and need not be looked through again.
        """
        gc.collect()
        self._passed = 0
        if not self._settled:
            self._settled = True
            gc.freeze()

    def stop(self) -> None:
        """Collect once more, here, and let Python go on by itself."""
        self._second.stop()
        if self._settled:
            gc.unfreeze()
        gc.collect()
        gc.enable()

    @Slot()
    def _collect_some(self) -> None:
        self._passed += 1
        if not self._settled:
            gc.collect(YOUNG)
        elif self._passed <= SELDOM or self._passed % SELDOM == 0 or gc.get_count()[0] >= MORE:
            gc.collect()  # what was there before is set aside: a millisecond
