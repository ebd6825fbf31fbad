"""Reads the screens aloud: each when it is shown, what has the focus as it moves, and what is new."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem

from domain.speech.saying import aloud
from domain.speech.voice import Voice
from ui.focus import PLAIN, Focus, Place
from ui.saying import Sayer, mark
from ui.telling import Telling, Told
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.where import Visiting
from viewmodels.step import StepViewModel

LOOKS_MS = 60
"""How often a screen that is read is looked at: twice, before it is told."""
AGAIN = Qt.Key.Key_F1
VOLUME = {Qt.Key.Key_F2: -1, Qt.Key.Key_F3: 1}
HIDE = Qt.Key.Key_F6
RATE = {Qt.Key.Key_F4: -1, Qt.Key.Key_F5: 1}
"""By how many steps."""
STRIP = "strip"
SOMEBODYS = {"name", "number", "phone", "account", "holder"}
"""Fields that hold what is somebody's, wherever a visit has them."""
NOBODYS = {"bank", "agency", "offices", "duty", "certificates"}


class Speaker(QObject):
    """Silent until speech is switched on. Whoever presses a key is not spoken over."""

    def __init__(self, terminal: QQuickItem, focus: Focus, shell: ShellViewModel, voice: Voice) -> None:
        super().__init__(focus)
        self._terminal, self._focus, self._shell, self._voice = terminal, focus, shell, voice
        self._speech = shell.speech
        self._place: Place | None = None
        self._known: set[str] = set()
        self._there: set[str] = set()
        self._waiting = self._asked = ""
        self._seen: list[Told] = []
        self._drawn = False
        self._private = False
        self._eyes = QTimer(self, interval=LOOKS_MS)
        self._eyes.timeout.connect(self._look)
        self._speech.changed.connect(self._follow)
        self._speech.asked_again.connect(self._retell)
        self._speech.pace.announced.connect(self._announce)
        shell.language.changed.connect(self._retell)
        shell.navigation.moved.connect(self._look_soon)
        shell.navigation.left.connect(self._forget)
        if (window := terminal.window()) is not None:
            window.frameSwapped.connect(self._draw)
        self._follow()

    def takes(self, event: QEvent) -> bool:
        """Whether a key was one of speech's own; every key interrupts."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        self._hush()
        if event.modifiers() & ~PLAIN or (key := Qt.Key(event.key())) not in {AGAIN, HIDE, *VOLUME, *RATE}:
            return False
        if key == AGAIN:
            self._speech.again()
        elif key == HIDE:
            self._speech.hide("shown" if self._speech.curtain else "hidden")
        elif self._speech.on:
            change, steps = (self._speech.pace.louder, VOLUME) if key in VOLUME else (self._speech.pace.faster, RATE)
            change(steps[key])
        return True

    def used(self, event: QEvent) -> None:
        """The terminal has done what a key asks for: say what is in focus now, or what is shown instead."""
        if self._speech.on and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            QTimer.singleShot(0, self, self._say_focus)

    @Slot()
    def _follow(self) -> None:
        """Speech was switched on or off, or an earphone plugged in or pulled out."""
        if self._speech.on != self._eyes.isActive() or self._speech.private != self._private:
            self._private = self._speech.private
            self._hush()
            self._place = None
            if self._speech.on:
                self._eyes.start()
                self._look_soon()
            else:
                self._eyes.stop()

    @Slot()
    def _look_soon(self) -> None:
        QTimer.singleShot(0, self, self._look)

    @Slot()
    def _retell(self) -> None:
        self._place = None
        self._look()

    @Slot()
    def _forget(self) -> None:
        self._hush()
        self._known.clear()
        self._there, self._seen, self._asked = set(), [], ""

    @Slot(str)
    def _announce(self, text: str) -> None:
        if self._speech.on:
            self._say(text)

    @Slot()
    def _look(self) -> None:
        """Whether another screen is there, or something new on it."""
        if not self._speech.on:
            return
        telling = self._telling()
        place = self._focus.place
        there = {mark(one) for one in telling.all}
        if place != self._place:
            if telling.all != self._seen or not self._drawn:  # it is still being laid out
                self._await_frame(telling.all)
                return
            self._place, self._there, self._waiting = place, there, ""
            sayer, focus = self._sayer(), telling.control(self._focus.at)
            self._asked = sayer.question(telling, focus) if focus else ""
            self._say(sayer.screen(telling, self._focus.at))
            return
        news = self._sayer().news(self._there, telling)
        self._there = there
        self._waiting = "。".join(part for part in (self._waiting, news) if part)
        if self._waiting and not self._voice.speaking:
            self._say(self._waiting)

    def _await_frame(self, seen: list[Told]) -> None:
        window = self._terminal.window()
        if seen != self._seen and window is not None:
            self._seen, self._drawn = seen, False
            window.update()

    @Slot()
    def _draw(self) -> None:
        self._drawn = True

    @Slot()
    def _say_focus(self) -> None:
        if not self._speech.on:
            return
        telling = self._telling()
        if self._focus.place != self._place:
            self._look()
        elif told := telling.control(self._focus.at) or self._frame().control(self._focus.at):
            sayer, asked = self._sayer(), self._asked
            self._asked = sayer.question(telling, told)
            self._say(sayer.control(telling, told, asked))
        else:
            self._retell()

    def _telling(self) -> Telling:
        over = self._focus.rest().over
        telling = Telling(over if over is not None else self._terminal, self._terminal, but=STRIP)
        self._known |= {one.value for one in telling.all if len(one.value) > 1}
        return telling

    def _frame(self) -> Telling:
        """The strip below everything, which says the same on every screen."""
        strip = self._terminal.findChild(QQuickItem, STRIP)
        assert isinstance(strip, QQuickItem)
        return Telling(strip, self._terminal)

    def _sayer(self) -> Sayer:
        where, known, staff = self._shell.navigation.state, set(self._known), False
        if isinstance(where, Visiting):
            known |= set(somebodys(where.session.visit))
            staff = where.channel == "staff"
        if isinstance(step := self._shell.navigation.step, StepViewModel):
            known |= set(somebodys(step.filled))
        return Sayer(self._shell.language, self._speech.private, known, staff)

    def _say(self, text: str) -> None:
        self._waiting = ""
        language = self._shell.language.tag
        self._voice.speak(aloud(text, language), language, self._speech.pace.state)

    def _hush(self) -> None:
        self._waiting = ""
        self._voice.stop()


def somebodys(value: object) -> Iterator[str]:
    """The names and numbers of people that a visit knows."""
    if isinstance(value, tuple):
        for one in value:
            yield from somebodys(one)
    elif isinstance(value, Mapping):
        yield from (text for key, text in value.items() if key in SOMEBODYS and isinstance(text, str))
        for one in value.values():
            yield from somebodys(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            one = getattr(value, field.name)
            if field.name in SOMEBODYS and isinstance(one, str) and one:
                yield one
            elif field.name not in NOBODYS:
                yield from somebodys(one)
