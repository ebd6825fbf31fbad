"""The terminal by six keys: four arrows, OK (Return, Enter) and Back (Escape). The one place where the focus is moved.

What a finger could touch is asked of the scene at each key; arrows move geometrically (`ui.reading`), OK taps, Back
goes back, or closes what lies over the screen. While something is typed Qt's own focus stays in what is typed into.
"""

from collections.abc import Mapping, Set
from typing import NamedTuple

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.reading import Arrow, Spot, following, nearest, towards
from ui.scene import Scene, control_around
from viewmodels.shell.shell import ShellViewModel

Key = Qt.Key
ARROWS: Mapping[int, Arrow] = {
    Key.Key_Up: Arrow.UP,
    Key.Key_Down: Arrow.DOWN,
    Key.Key_Left: Arrow.LEFT,
    Key.Key_Right: Arrow.RIGHT,
}
SCROLLS: Mapping[int, int] = {Key.Key_Up: -1, Key.Key_Down: 1}
STEPS: Mapping[int, int] = {Key.Key_Tab: 1, Key.Key_Backtab: -1}
OK: Set[int] = {Key.Key_Return, Key.Key_Enter, Key.Key_Select}
BACK: Set[int] = {Key.Key_Escape, Key.Key_Back}
PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""No other modifier means anything here: whoever has brought a keyboard commands nothing with it."""
TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
FRAME = {"back", "home", "hide", "help", "access.open", "language"}
"""What is around every screen: it has the focus at first only as long as the screen has nothing to choose."""
DOOR_MS = 2000
"""As long as the time is held by a finger."""


class Place(NamedTuple):
    """A screen, and what lies over it."""

    screen: str
    over: str = ""


class Focus(QObject):
    """The ring is `shown` around the control in focus from the first key on, until the terminal is touched.

    The first key shows it and does nothing else, for nobody acts on what they do not see.
    """

    def __init__(self, window: QQuickWindow, terminal: QQuickItem, shell: ShellViewModel) -> None:
        super().__init__(window)
        self._window = window
        self._terminal = terminal
        self._shell = shell
        self._ring = _child(terminal, "ring")
        self._holder = _child(terminal, "holder")
        self.shown = False
        self._place = Place("")
        self._at: Spot | None = None
        self._left: dict[Place, str] = {}
        self._typed = self._called = ""
        self._entering = self._moving = self._waiting = False
        self._early = True
        self._door = QTimer(self, interval=DOOR_MS, singleShot=True)
        self._door.timeout.connect(shell.staffDoor.open)
        shell.navigation.left.connect(self._forget)
        shell.navigation.moved.connect(self._await)
        window.activeFocusItemChanged.connect(self._follow)
        window.afterAnimating.connect(self._keep)
        window.frameSwapped.connect(self._begin)
        self._await()

    @property
    def place(self) -> Place:
        """The screen, and what lies over it, as it was seen last."""
        return self._place

    @property
    def at(self) -> str:
        """The name of the control in focus."""
        return self._at.name if self._at else ""

    def takes(self, event: QEvent) -> bool:
        """Whether nobody else is to hear of an event: of keys all but what is typed."""
        if isinstance(event, QPointerEvent) and event.type() in TOUCHES:
            if self._terminal.contains(self._terminal.mapFromScene(event.points()[0].position())):
                self.shown = False
                self._ring.setVisible(False)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            if event.key() in BACK and not event.isAutoRepeat():
                self._door.stop()
            return True  # Qt's input method would take it for the end of the word that is being made
        return False

    def rest(self) -> Scene:
        """See to it that something on the screen has the focus, and that the ring is around it."""
        scene = Scene(self._terminal)
        place = Place(self._shell.navigation.screen, scene.over.objectName() if scene.over else "")
        called, now = scene.named(self._called), scene.named(self.at)
        self._called = ""
        if place != self._place:
            self._at = self._start(place, scene, called)
        elif called and not (called.typed and now and now.types):
            self._at = called
        elif now and self._early:
            self._at = self._first(scene) if now.name in FRAME else now
        else:
            self._at = now or self._instead(scene)
        if self._entering and (key := next((spot for spot in scene.spots if spot.types), None)):
            self._at, self._entering = key, False
        if (typed := scene.typed) is not None:
            self._typed = typed.name
        self._show(scene)
        return scene

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~PLAIN:
            return True
        key, scene = event.key(), self.rest()
        self._entering = False
        if key in BACK:
            if not event.isAutoRepeat():
                self._go_back(scene)
        elif key in OK and scene.typed and not self.shown:
            return False  # it ends the line of who types on a keyboard
        elif key in ARROWS or key in STEPS or key in OK:
            self._use(key, event.isAutoRepeat(), scene)
        else:
            return scene.typed is None or not (
                key == Key.Key_Backspace or (event.text() and event.text().isprintable())
            )
        return True

    def _use(self, key: int, repeated: bool, scene: Scene) -> None:
        shown, self.shown = self.shown, True
        if self._at is not None and shown:
            if key in OK:
                if not repeated:
                    self._tap(self._at.name, scene)
                return
            self._early = False
            if key in SCROLLS and scene.over is not None and scene.over.property("scrolls"):
                QMetaObject.invokeMethod(scene.over, "scrolled", Q_ARG(int, SCROLLS[key]))
                return
            step = STEPS.get(key, 0)
            self._at = following(self._at, scene.spots, step) if step else towards(ARROWS[key], self._at, scene.spots)
        self._show(scene)

    def _tap(self, name: str, scene: Scene) -> None:
        """What a finger does. Whoever asks for keys goes on to them."""
        item = scene.item(name)
        if item is not None:
            self._entering = item.property("typing") is not None
            QMetaObject.invokeMethod(item, "tapped")
            self._window.update()

    def _go_back(self, scene: Scene) -> None:
        """From the keys to what they type, from what lies over a screen to that, from a screen to the one before."""
        if self._shell.staffDoor.state.there:
            self._door.start()
        if self._at and self._at.types and scene.typed and self.shown:
            self._at = scene.typed
            self._show(scene)
        elif scene.over is not None:
            QMetaObject.invokeMethod(scene.over, "dismissed")
        else:
            self._tap("back", scene)

    def _start(self, place: Place, scene: Scene, called: Spot | None) -> Spot | None:
        """Something else is shown: the focus is where it was there, or at what is asked first."""
        if self._at and not self._early:
            self._left[self._place] = self._at.name
        was = scene.named(self._left.pop(place, ""))
        if not place.over:  # what lay over it begins anew the next time
            self._left = {at: name for at, name in self._left.items() if not at.over}
        self._place, self._early = place, not (called or was)
        return called or was or self._first(scene)

    def _first(self, scene: Scene) -> Spot | None:
        """What is asked first: the frame around a screen comes after the screen."""
        start = scene.over.property("start") if scene.over else None
        if start is not None and (spot := scene.named(start.objectName())):
            return spot
        own = () if scene.over else scene.within(self._holder)
        return next(iter(own or scene.spots), None)

    def _instead(self, scene: Scene) -> Spot | None:
        """What had the focus is gone from the screen: what stands where it stood, or after what was typed."""
        if not scene.spots or not self._at:
            return next(iter(scene.spots), None)
        keys = [spot for spot in scene.spots if spot.types]
        own = [spot for spot in scene.spots if spot.name not in FRAME]
        if self._at.types and not keys and (typed := scene.named(self._typed)):
            return following(typed, scene.spots)
        self._early = not own
        return nearest(self._at.box, (keys if self._at.types else ()) or own or scene.spots)

    def _show(self, scene: Scene) -> None:
        """The ring, and Qt's own focus."""
        self._ring.setVisible(self.shown and self._at is not None)
        if self._at is None:
            return
        self._ring.setProperty("around", self._at.radius)
        self._ring.setProperty("box", self._at.box)
        item, held = scene.item(self._at.name), control_around(self._window.activeFocusItem())
        if item is not None and item != held and not (held is not None and held.property("typing")):
            self._moving = True
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            self._moving = False

    @Slot()
    def _follow(self) -> None:
        """A screen has moved Qt's focus, as to a field in which something is wrong."""
        if not self._moving and (item := control_around(self._window.activeFocusItem())) is not None:
            self._called = item.objectName()

    @Slot()
    def _await(self) -> None:
        self._waiting = True

    @Slot()
    def _begin(self) -> None:
        """Once another screen has been seen: it is not to come later for that."""
        if self._waiting:
            self._waiting = False
            self.rest()

    @Slot()
    def _keep(self) -> None:
        if self.shown:
            self.rest()

    @Slot()
    def _forget(self) -> None:
        """The next visitor begins at the beginning."""
        self._left.clear()


def _child(terminal: QQuickItem, name: str) -> QQuickItem:
    item = terminal.findChild(QQuickItem, name)
    assert item is not None, name
    return item
