"""The screen as a visitor meets it: what it shows and what can be touched, by screen id and control name.

The walkthrough, the benchmarks and the tests speak of screens only through this.
"""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, QRectF, QTimer
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kit.play import patience
from kit.play.patience import HEARTBEAT_MS
from kit.play.shown import ALL, NAMED, OVERLAYS, TEXTS, Shown
from kit.play.texts import plain
from kit.play.witness import Nobody, Waited, Witness

T = TypeVar("T")
FIELDS = 12
"""More than a form has."""


class NotThere(AssertionError):
    """What was looked for is not on the screen; the text says how long, and what is there, as does the picture."""

    picture: QImage | None = None
    waited: Waited | None = None


class Kiosk:
    """A window with a terminal in it. `terminal` is the item whose picture is the screen, `witness` who looks on.

    It waits as long as `patience_s` is on the usual machine, or as all do (`kit.play.patience`).
    """

    def __init__(self, window: QQuickWindow, terminal: QQuickItem, patience_s: float | None = None) -> None:
        self.window = window
        self.terminal = terminal
        self.patience_s = patience.SECONDS if patience_s is None else patience_s
        self.witness: Witness = Nobody()
        self._shown = Shown(terminal)
        self.finger: QPointingDevice = QTest.createTouchDevice()

    def shows(self, screen: str) -> QQuickItem:
        """Wait for a screen by its id. Raises NotThere when patience is over."""
        return self.wait(lambda: self._one(screen), f"screen {screen}")

    def find(self, name: str) -> QQuickItem:
        """Wait for the one visible, enabled item of that name."""
        return self.wait(lambda: self._one(name), name)

    def first(self, beginning: str) -> str:
        """Wait for an item whose name begins so, on this page or a following; the name of the first one drawn."""

        def name() -> str | None:
            item = next(self.called(lambda name: name.startswith(beginning)), None)
            found = item.objectName() if item else None
            if found is None and (button := self._one("page.next")) is not None:
                self.tap(button)
                self.settle()
            return found

        return self.wait(name, beginning)

    def has(self, name: str) -> bool:
        """Whether an item of that name is visible now, usable or not."""
        return bool(self._called(name))

    def text(self, name: str) -> str:
        """What an item says."""
        return plain(self.find_shown(name).property("text"))

    def find_shown(self, name: str) -> QQuickItem:
        """Wait for a visible item of that name, usable or not."""
        return self.wait(lambda: next(iter(self._called(name)), None), name)

    def texts(self) -> list[str]:
        """Every text on the terminal, in drawing order."""
        return [plain(text) for item in self._written() if (text := item.property("text"))]

    def says(self, part: str) -> bool:
        """Whether a text with this in it can be read now: it is whole on the terminal."""
        whole = self.terminal.boundingRect()
        found = self._shown.of(self.terminal, TEXTS, lambda item: part in plain(item.property("text")))
        return any(whole.contains(item.mapRectToItem(self.terminal, item.boundingRect())) for item in found)

    def below(self, item: QQuickItem) -> list[QQuickItem]:
        """What is visible of an item: itself and everything in it, in drawing order."""
        return self._shown.of(item, ALL)

    def called(self, wanted: Callable[[str], bool]) -> Iterator[QQuickItem]:
        """What is visible in the window and has such a name, in drawing order."""
        return iter(self._shown.of(self.window.contentItem(), NAMED, lambda item: wanted(item.objectName())))

    def settle(self) -> None:
        """Wait for a frame that was begun from now on: what is touched or pictured next stands where it was drawn."""
        begun: list[bool] = []
        shown: list[bool] = []

        def begin() -> None:
            begun.append(True)

        def show() -> None:
            shown.extend(begun)

        self.window.afterAnimating.connect(begin)
        self.window.frameSwapped.connect(show)
        self.window.update()
        self.until(lambda: bool(shown), "a frame")
        self.window.afterAnimating.disconnect(begin)
        self.window.frameSwapped.disconnect(show)

    def rest(self) -> None:
        """Wait until all words stay where they are: what does not fit moves away, with each frame a step."""
        before, now = None, self._places()
        while now != before:
            # What a frame has found out shows in the next.
            self.settle()
            self.settle()
            before, now = now, self._places()

    def turn_to(self, name: str) -> bool:
        """Turn pages until an item of that name is on the one that is shown; typing, go on to the next field.

        Whether it is there.
        """
        if self.has(name):
            return True
        for turn in ("page.next", "page.previous"):
            while not self.has(name) and (button := self._one(turn)) is not None:
                self.tap(button)
                self.settle()
        for _ in range(FIELDS if name.startswith(("field.", "select.", "tick.", "send.")) else 0):
            if not self.has(name):
                for key in ("key.next", "board.done"):
                    if (button := self._one(key)) is not None:
                        self.tap(button)
                        self.settle()
        return self.has(name)

    def touch(self, name: str) -> None:
        """A finger goes down and up at the middle of the one item of that name."""
        if name in {"next", "secondary"} and self.terminal.property("buried"):
            self.touch("board.done")
        self.bring(name)
        self.tap(self.find(name))

    def goes_home(self) -> None:
        """首页, and what has been filled in may be lost. Home has the name of the button that leads there."""
        button = self.find("home")
        self.touch("home")
        self.until(lambda: self.has("home.leave") or self._one("home") not in (None, button), "Home, or a question")
        if self.has("home.leave"):
            self.touch("home.leave")

    def bring(self, name: str) -> None:
        """Turn pages until an item of that name is there, and stays where it is."""
        self.until(lambda: self.turn_to(name) and self._stays(name), name)

    def hold(self, name: str, until: str) -> None:
        """A finger goes down at the middle of an item, and up again once a screen is shown."""
        self.settle()
        item = self.find(name)
        what = f"hold:{name}:{until}"
        self.witness.touches(what, item)
        self.press(item, until)
        self.witness.touched(what)

    def press(self, item: QQuickItem, until: str) -> None:
        """The finger of `hold`."""
        at = self.middle(item)
        QTest.touchEvent(self.window, self.finger).press(0, at, self.window).commit()
        self.shows(until)
        QTest.touchEvent(self.window, self.finger).release(0, at, self.window).commit()

    def tap(self, item: QQuickItem) -> None:
        """Touch an item, which may be gone once it is touched."""
        what = item.objectName()
        self.witness.touches(what, item)
        self.finger_on(item)
        self.witness.touched(what)

    def finger_on(self, item: QQuickItem) -> None:
        """A finger goes down and up at the middle of an item."""
        self.tap_at(self.middle(item))

    def middle(self, item: QQuickItem) -> QPoint:
        """Where a finger would touch an item."""
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def tap_at(self, at: QPoint) -> None:
        """A finger goes down and up at a place of the window."""
        QTest.touchEvent(self.window, self.finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self.finger).release(0, at, self.window).commit()

    def type(self, text: str) -> None:
        """Each character on the terminal's own keypad."""
        for character in text:
            self.touch(f"key.{character.lower()}")

    def write(self, text: str) -> None:
        """Commit a text to the field in use, as an input method does."""
        what = f"write:{text}"
        self.witness.touches(what, None)
        self.commit(text)
        self.witness.touched(what)

    def commit(self, text: str) -> None:
        """The input method of `write`."""
        from PySide6.QtGui import QGuiApplication, QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(self.window.focusObject(), event)

    def picture(self) -> QImage:
        """The terminal's own picture, without what stands beside it."""
        whole = self.window.grabWindow()
        corner = self.terminal.mapToScene(QPointF(0, 0))
        far = self.terminal.mapToScene(QPointF(self.terminal.width(), self.terminal.height()))
        return whole.copy(QRectF(corner, far).toRect())

    def wait(self, condition: Callable[[], T | None], what: str) -> T:
        """Let the window work until `condition` gives something. Raises NotThere when patience is over."""
        began, looks, beats = monotonic(), 1, 0
        last = patience.heartbeats(self.patience_s)
        heartbeat = QTimer(interval=HEARTBEAT_MS)

        def beat() -> None:
            nonlocal beats
            beats += 1

        heartbeat.timeout.connect(beat)
        heartbeat.start()
        while (
            (found := condition()) is None and beats < last and monotonic() - began < patience.longest(self.patience_s)
        ):
            looks += 1
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        waited = Waited(what, monotonic() - began, looks, found is not None)
        self.witness.waited(waited)
        if found is None:
            raise self._missing(waited)
        return found

    def _missing(self, waited: Waited) -> NotThere:
        missing = NotThere(
            f"{waited.what} is not there after {waited.seconds:.1f} s (this machine ×{patience.factor():.1f}, "
            f"looked {waited.looks} times); the screen says: {' | '.join(self.texts())}"
        )
        missing.picture, missing.waited = self.picture(), waited
        return missing

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the window work until `condition` holds."""
        self.wait(lambda: condition() or None, what)

    def _one(self, name: str) -> QQuickItem | None:
        found = self._called(name)
        if len(found) > 1:
            laid = self._shown.of(self.window.contentItem(), OVERLAYS)
            over = laid[-1] if laid else None
            found = [item for item in found if over is None or over.isAncestorOf(item)]
        if len(found) > 1:
            raise NotThere(f"{len(found)} items are called {name}")
        return found[0] if found and found[0].isEnabled() else None

    def _called(self, name: str) -> list[QQuickItem]:
        return self._shown.called(self.window.contentItem(), name)

    def _places(self) -> list[QRectF]:
        return [item.mapRectToScene(item.boundingRect()) for item in self._written()]

    def _written(self) -> list[QQuickItem]:
        """The texts on the terminal, in drawing order."""
        return self._shown.of(self.terminal, TEXTS)

    def _stays(self, name: str) -> bool:
        """Whether an item can be used, and still at this place in the next frame: pages may just be divided anew."""
        before = self._one(name)
        at = before and self.middle(before)
        self.settle()
        after = self._one(name)
        return after is not None and self.middle(after) == at
