"""Fast fingers: which taps and keys were meant for the screen before.

A tap counts by its own time, as the platform stamped it: it may have waited while the next screen was made.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Slot
from PySide6.QtGui import QInputEvent, QKeyEvent, QPointerEvent
from PySide6.QtQuick import QQuickWindow

from domain.runtime import Uptime

REST_S = 0.6
"""How long a new screen takes no second tap at the place of the first: buttons stand where the last screen's stood."""
NEAR_PX = 120
LEAP_S = 10.0
"""No event waits that long: the platform's clock has begun anew (X counts milliseconds in 32 bits)."""
GRAIN_S = 0.002
"""Stamps are whole milliseconds: one may tell of a moment that is a little too early."""
PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}


class PlatformTime:
    """The platform's stamps, in milliseconds of whatever clock, on a clock of ours.

    An event comes after its stamp, at once or later; so the quickest one tells how the clocks differ.
    """

    def __init__(self, uptime: Uptime) -> None:
        self._uptime = uptime
        self._ahead: float | None = None

    def of(self, stamp_ms: int) -> float:
        """When it happened; now, if it has no stamp."""
        now = self._uptime()
        if stamp_ms == 0:
            return now
        ahead = now - stamp_ms / 1000
        leapt = self._ahead is None or abs(ahead - self._ahead) > LEAP_S
        self._ahead = ahead if self._ahead is None or leapt else min(self._ahead, ahead)
        return stamp_ms / 1000 + self._ahead


class Impatience(QObject):
    """Judges each tap and key by what could be seen when it was made."""

    def __init__(self, window: QQuickWindow, uptime: Uptime, rest_s: float) -> None:
        super().__init__(window)
        self._window = window
        self._uptime = uptime
        self._rest_s = rest_s
        self._time = PlatformTime(uptime)
        self._drawn_at: float | None = uptime()
        self._is_new_drawn = False
        self._pressed: QPointF | int | None = None
        self._pressed_before: QPointF | int | None = None
        self._key_down_at = 0.0

    @Slot()
    def move(self) -> None:
        """Another screen is there, which nobody has seen yet."""
        self._pressed_before = self._pressed
        if self._drawn_at is not None:
            self._drawn_at = None
            self._window.afterAnimating.connect(self._draw)
            self._window.frameSwapped.connect(self._show)
        self._is_new_drawn = False
        self._window.update()

    def is_too_early(self, event: QEvent) -> bool:
        """Whether this was meant for the screen before. Asks about every event, for the sake of the clocks."""
        if not isinstance(event, QInputEvent):
            return False
        at = self._time.of(event.timestamp())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if not event.isAutoRepeat():
                self._key_down_at = at
            # What a key repeats was meant by whoever pressed it.
            return self._judge(event.key(), self._key_down_at)
        if isinstance(event, QPointerEvent) and event.type() in PRESSES:
            return self._judge(event.points()[0].position(), at)
        return False

    def _judge(self, pressed: QPointF | int, at: float) -> bool:
        seen_for = None if self._drawn_at is None else at - self._drawn_at + GRAIN_S
        if seen_for is None or seen_for < 0:
            self._pressed_before = pressed
            return True
        self._pressed = pressed
        return seen_for < self._rest_s and _same(pressed, self._pressed_before)

    @Slot()
    def _draw(self) -> None:
        self._is_new_drawn = True

    @Slot()
    def _show(self) -> None:
        if self._is_new_drawn:
            self._window.afterAnimating.disconnect(self._draw)
            self._window.frameSwapped.disconnect(self._show)
            self._drawn_at = self._uptime()


def _same(one: QPointF | int, other: QPointF | int | None) -> bool:
    """The same key, or about the same place."""
    if isinstance(one, QPointF) and isinstance(other, QPointF):
        return (one - other).manhattanLength() < NEAR_PX
    return one == other
