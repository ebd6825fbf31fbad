"""A word that is still being composed, and everything else that can be touched: `python -m tests.screens.interrupted`.

All forms of all flows, each of their fields that is typed, every other control and several keys, with and without
errors on the screen, in both sizes. The suite does so for some forms; this for all. Exit 1 if anything is found.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from domain.flows.catalogue import SCREENS
from domain.flows.engine import Session, begin, channel_of
from domain.flows.steps import Form
from domain.flows.visit import OnDuty
from domain.forms.fields import Typed
from domain.terminal.duty import Duty
from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.play.playground import Playground
from kit.walks import WALKS
from kit.walks.stops import Walk
from viewmodels.shell.hall import STAFF
from viewmodels.steps.form import FormViewModel
from viewmodels.steps.form_state import UNFINISHED, Filling

LETTER = "w"
WANDERS = 60
"""Touches at random."""
KEYS = {"Return": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Down": Qt.Key.Key_Down, "Up": Qt.Key.Key_Up}
LEAVING = {"home", "back", "secondary"}
"""Controls that lead away, whatever is being composed."""
CHOOSING = {"board.space"}
"""Controls that choose a word."""
ERASING = {"board.delete", "board.clear"}
UNDER_FINGERS = (
    "letter.",
    "word.",
    "board.d",
    "board.c",
    "board.s",
    "board.more",
    "field.",
    "select.",
    "next",
    "tick.",
)
AIMED_AT = ("field.", "select.", "tick.", "send.", "captcha.", "board.", "key.")


def forms() -> list[str]:
    """The screens with a field that is typed."""
    return [
        at
        for at, screen in SCREENS.items()
        if isinstance(screen.step, Form) and any(isinstance(field, Typed) for field in screen.step.fields)
    ]


def way_to(at: str) -> Walk:
    """A walk that leads over a screen; none to those of the staff."""
    return next((walk for walk in WALKS.values() if any(stop.screen == at for stop in walk)), ())


class Interrupter:
    """Somebody who does something else amid a word. `faults` is what QML said, `found` what was wrong."""

    def __init__(self, ground: Playground) -> None:
        self.ground = ground
        self.kiosk = ground.kiosk
        self.faults: list[str] = []
        self.found: list[str] = []
        self.tried = 0
        self._sessions: dict[str, Session] = {}
        ground.terminal.window.engine.warnings.connect(self._warn)

    def _warn(self, told: list[object]) -> None:
        self.faults.extend(str(fault) for fault in told)

    def walks_to(self, at: str) -> None:
        """By the usual way, once; the session is remembered, and come back to."""
        if at not in self._sessions:
            self._sessions[at] = self._begun(at)
            self.ground.terminal.shell.navigation.home()
            for stop in way_to(at):
                self.kiosk.shows(stop.screen)
                session = self.ground.terminal.shell.navigation.session
                if session is not None:
                    self._sessions[stop.screen] = session
                if stop.screen == at:
                    break
                self.ground.hears(stop)
                for touch in stop.touches:
                    self.ground.touch(touch)

    def _begun(self, at: str) -> Session:
        """Where no way is walked to it: with nothing given, but by staff who came in by their door."""
        session = begin(at)
        if channel_of(at) != STAFF:
            return session
        duty = self.ground.backend.parts.desk.door.admits(DEMO_NUMBER, DEMO_PIN)
        assert isinstance(duty, Duty)
        return replace(session, visit=replace(session.visit, business=OnDuty(duty)))

    def opens(self, at: str) -> FormViewModel:
        """The form as it is when it is come to, with nothing filled in."""
        navigation = self.ground.terminal.shell.navigation
        session = self._sessions[at]
        navigation._go(replace(session, visit=replace(session.visit, filled={})))
        step = navigation.step
        assert isinstance(step, FormViewModel)
        self.kiosk.settle()
        return step

    def ways(self, at: str, key: str) -> list[str]:
        """What can be touched or pressed while a field is typed into."""
        self.opens(at).use(key)
        self.kiosk.settle()
        self.kiosk.settle()
        names = [item.objectName() for item in self._uncovered() if item.isEnabled()]
        aimed = [name for name in names if name.startswith(AIMED_AT) and name != f"field.{key}"]
        return [*aimed, *(name for name in ("next", "secondary", "back", "home") if name in names), *KEYS]

    def _uncovered(self) -> list[QQuickItem]:
        """What is there, but for what a finger would touch the keyboard instead of."""
        items = self.kiosk.below(self.ground.terminal.window.terminal)
        if not self.kiosk.has("keyboard"):
            return items
        board = self.kiosk.find_shown("keyboard")
        return [
            item
            for item in items
            if item.objectName().startswith("board.")
            or not board.contains(item.mapToItem(board, QPointF(item.width() / 2, item.height() / 2)))
        ]

    def wanders(self, at: str, chance: Random, touches: int) -> None:
        """Whatever comes under the fingers, except for Latin letters; the form is opened anew once it is left."""
        form = self.opens(at)
        for _ in range(touches):
            terminal = self.ground.terminal
            if terminal.shell.navigation.step is not form:
                form = self.opens(at)
            names = sorted({item.objectName() for item in self._uncovered()})
            names = [name for name in names if name.startswith(UNDER_FINGERS)]
            name = chance.choice(names)
            self.tried += 1
            self.kiosk.tap(self.kiosk.find_shown(name))
            self.kiosk.settle()
            if self.faults or terminal.failed:
                self._finds(f"{at} {name}: {self.faults or 'out of service'}")
            if terminal.shell.navigation.step is not form:
                continue
            texts = [form.state.answers.get(key, "") for key in form.property("texts")]
            if any(re.search("[A-Za-z]", text) for text in texts):
                self._finds(f"{at} {name}: letters that nobody chose: {texts}")

    def interrupts(self, at: str, key: str, way: str, wrong: bool) -> None:
        """A letter of a word (on the keyboard) or of a number (on the keypad), then another control."""
        form = self.opens(at)
        if wrong:
            form.submit()
            self.kiosk.until(lambda: not form.state.busy, "an answer")
        form.use(key)
        self.kiosk.rest()
        words = not form.keypad.property("shown")
        if words:
            self.kiosk.touch(f"letter.{LETTER}")
            self.kiosk.until(lambda: form.state.composing, "a letter")
        before = form.state
        self._does(way)
        self.kiosk.settle()
        self._judge(f"{at} {key} {way}{' with errors' if wrong else ''}", at, key, way, before, form if words else None)

    def _does(self, way: str) -> None:
        self.tried += 1
        if way in KEYS:
            QTest.keyClick(self.kiosk.window, KEYS[way])
        elif self.kiosk.has(way):
            self.kiosk.tap(self.kiosk.find_shown(way))

    def _judge(self, what: str, at: str, key: str, way: str, before: Filling, form: FormViewModel | None) -> None:
        """`form` is None where no word was composed."""
        screen = self.ground.terminal.shell.navigation.screen
        if self.faults:
            self._finds(f"{what}: {self.faults}")
        if self.ground.terminal.failed or screen == "out_of_service":
            self._finds(f"{what}: out of service")
        if way == "home" and screen != "home" and not self.ground.terminal.shell.goingHome.asks:
            self._finds(f"{what}: {screen} instead of Home")
        if form is None:
            return
        session = self.ground.terminal.shell.navigation.session
        given = session.visit.filled if session else {}
        for answers in (form.state.answers, *given.values()):
            if any(LETTER in text for name, text in answers.items() if before.answers.get(name) != text):
                self._finds(f"{what}: the letter is in the form")
        if way not in LEAVING and way not in KEYS:
            self._judge_word(what, key, way, form.state if screen == at else Filling({}))

    def _judge_word(self, what: str, key: str, way: str, state: Filling) -> None:
        """What has become of the word, where nothing leads away from it."""
        if way in CHOOSING:
            if state.composing or not state.answers.get(key):
                self._finds(f"{what}: no word was chosen")
        elif way not in ERASING and not (state.composing and state.active == key):
            self._finds(f"{what}: the word is gone")
        elif way in {"next", "board.done"} and state.errors.get(key) != UNFINISHED:
            self._finds(f"{what}: nobody said that the word is not chosen")

    def _finds(self, fault: str) -> None:
        self.found.append(fault)
        self.faults.clear()

    def tries(self, at: str, thoroughly: bool = True) -> None:
        """A whole form: each way with and without errors on the screen, or with the one or the other by turns."""
        self.walks_to(at)
        step = SCREENS[at].step
        assert isinstance(step, Form)
        for field in step.fields:
            if isinstance(field, Typed):
                for n, way in enumerate(self.ways(at, field.key)):
                    both = thoroughly or way == "next"
                    for wrong in (False, True) if both else (n % 2 == 0,):
                        self.interrupts(at, field.key, way, wrong)


@contextmanager
def interrupter(size: tuple[int, int], store: Path) -> Iterator[Interrupter]:
    import main

    with main.playground(size, store) as ground:
        yield Interrupter(ground)


def run() -> int:
    """Every form in both sizes, a line for each."""
    import os

    from commands.house import SIZES
    from ui import keyboard

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    keyboard.prepare(os.environ)
    application = QGuiApplication(sys.argv[:1])
    found = 0
    for size in SIZES:
        for at in forms():
            with TemporaryDirectory() as folder, interrupter(SIZES[size], Path(folder)) as hand:
                hand.tries(at)
                hand.wanders(at, Random(at), WANDERS)
                print(f"{size} {at}: {hand.tried} tried, {len(hand.found)} wrong", *hand.found, sep="\n  ", flush=True)
                found += len(hand.found)
    application.quit()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(run())
