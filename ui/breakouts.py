"""Tries to get out of the terminal: keys that command a desktop, swipes from the screen's edge, gestures of a hand.

None of them does anything here. Who tries again and again has the screen frozen for a while, and it is logged.
Whoever trembles never gets there: taps, double taps, drags, a second finger or a palm that rests are no tries.
"""

from collections import Counter, deque

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QKeyEvent, QMouseEvent, QPointerEvent
from PySide6.QtQuick import QQuickWindow

from domain.logs import terminal as events
from domain.logs.log import Log
from domain.runtime import Uptime
from viewmodels.shell.frozen import FROZEN_S, FrozenViewModel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MOST, WITHIN_S = 5, 20.0
"""So many tries in so many seconds are no accident."""
EDGE, FAR = 0.02, 0.25
"""Of the window's width or height: where a swipe begins that comes from beyond, and how far it goes at least."""
HAND, HAND_FAR = 3, 0.15
"""So many fingers that go so far together are a gesture: a palm lies still."""
HELD = {
    key.value for key in (Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Shift, Key.Key_CapsLock, Key.Key_NumLock)
}
COMMANDS = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
OWN = (Key.Key_Meta, Key.Key_Super_L, Key.Key_Super_R, Key.Key_Menu, Key.Key_Print, Key.Key_SysReq, Key.Key_PowerOff)
SYSTEM = {*range(Key.Key_F7.value, Key.Key_F35.value + 1), *(key.value for key in OWN)}
"""Keys that a desktop answers to, and nothing here."""
PRESSES = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
}
BEGINS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
MOVES = {QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}

log = Log("kiosk.breakouts")


class Breakouts(QObject):
    """Sees all that is done at the window, before anybody else."""

    def __init__(self, window: QQuickWindow, frozen: FrozenViewModel, uptime: Uptime) -> None:
        super().__init__(window)
        self._window, self._frozen, self._uptime = window, frozen, uptime
        self._tries: deque[tuple[float, str]] = deque(maxlen=MOST)
        self._counted = False
        self._began = QPointF()

    def takes(self, event: QEvent) -> bool:
        """Whether nobody else is to hear of it, because the screen is frozen. What was pressed before is let go."""
        if not self._frozen.shown and (kind := self._kind(event)):
            self._count(kind)
        return self._frozen.shown and event.type() in PRESSES

    def _kind(self, event: QEvent) -> str:
        """What was tried; empty if nothing was."""
        if isinstance(event, QKeyEvent):
            return _key(event) if event.type() == QEvent.Type.KeyPress else ""
        if not isinstance(event, QPointerEvent) or _is_nothing(event):
            return ""
        if event.type() in BEGINS:
            self._counted, self._began = False, event.points()[0].scenePosition()
        if event.type() not in MOVES or self._counted:
            return ""
        kind = self._gesture(event.points())
        self._counted = bool(kind)
        return kind

    def _gesture(self, points: list[QEventPoint]) -> str:
        if len([one for one in points if self._far(one.scenePressPosition(), one) >= HAND_FAR]) >= HAND:
            return "gesture"
        # A mouse may tell of a press before the last one.
        return "edge" if len(points) == 1 and self._at_edge() and self._far(self._began, points[0]) >= FAR else ""

    def _at_edge(self) -> bool:
        x, y = self._began.x() / self._window.width(), self._began.y() / self._window.height()
        return min(x, y, 1 - x, 1 - y) < EDGE

    def _far(self, began: QPointF, point: QEventPoint) -> float:
        """How far a finger has gone, as a part of the window."""
        way = point.scenePosition() - began
        return max(abs(way.x()) / self._window.width(), abs(way.y()) / self._window.height())

    def _count(self, kind: str) -> None:
        now = self._uptime()
        self._tries.append((now, kind))
        if len(self._tries) == MOST and now - self._tries[0][0] <= WITHIN_S:
            of = Counter(kind for _, kind in self._tries)
            self._tries.clear()
            log.warning(events.Frozen(of["command"], of["system"], of["edge"], of["gesture"], FROZEN_S))
            self._frozen.freeze()


def _is_nothing(event: QPointerEvent) -> bool:
    """Whether it is a touch once more, as Qt tells it where nothing takes one, or a mouse that is moved unpressed."""
    if not isinstance(event, QMouseEvent):
        return False
    hovers = event.type() == QEvent.Type.MouseMove and event.buttons() == Qt.MouseButton.NoButton
    return hovers or event.device().type() == QInputDevice.DeviceType.TouchScreen


def _key(event: QKeyEvent) -> str:
    """`command` with a modifier that means nothing here, `system` for a desktop's own key."""
    if event.isAutoRepeat() or event.key() in HELD:
        return ""
    if event.key() in SYSTEM:
        return "system"
    return "command" if event.modifiers() & COMMANDS else ""
