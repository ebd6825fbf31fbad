"""Where the visitor is, and how they move: begin, on, back, Home. What the tables say is what happens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.ends import BACK, FAULT
from viewmodels.model import Model
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.unserved import unserved
from viewmodels.shell.where import Failed, Home, Suspended, Visiting, Where
from viewmodels.step import StepViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language

if TYPE_CHECKING:  # Home needs no flow: they are loaded when the first visit begins
    from domain.flows.engine import Screen, Session
    from domain.flows.visit import Visit
    from viewmodels.parts import Finish
    from viewmodels.shell.hall import Hall
    from viewmodels.shell.out_of_service import OutOfServiceViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MakeStep = Callable[["Screen", "Visit", "Finish"], StepViewModel]
"""Makes the view model of a screen."""


@QmlElement
class NavigationViewModel(Model):
    """`step` is the view model of the screen that is shown.

    `moved` is emitted when another screen is to be shown, `turned` when one shows something else at the same place,
    `left` when a visit ended and must leave no trace, `broke_off` after that if a fault has ended it. `ended` comes
    before all of them: how the visitor's screen has, by its outcome, or as `domain.flows.ends` says.
    """

    changed = Signal()
    moved = Signal()
    turned = Signal()
    left = Signal()
    ended = Signal(str)
    broke_off = Signal()

    def __init__(self, language: Language, hall: "Hall", parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._hall = hall
        self._make: MakeStep | None = None
        self._wanted = ""
        self.state: Where = Home()
        self.step: QObject = self._home()

    def open(self, make: MakeStep) -> None:
        """What stands behind the screens is there: what a visitor touched meanwhile is done now."""
        self._make = make
        self.tick()
        if self._wanted:
            self.begin(self._wanted)

    @property
    def session(self) -> "Session | None":
        """The visit that is under way."""
        return self.state.session if isinstance(self.state, Visiting) else None

    @property
    def holds(self) -> bool:
        """Whether something is in flight that must be brought to an end before the screen is left."""
        return self._held() is not None

    @property
    def loses(self) -> bool:
        """Whether somebody has filled something in that Home would lose. What is held is brought to an end first."""
        if self.session is None or self.holds:
            return False
        from domain.flows.catalogue import SCREENS
        from domain.flows.unfinished import is_unfinished

        begun = isinstance(self.step, StepViewModel) and self.step.begun
        return begun or is_unfinished(SCREENS, self.session)

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The id of the screen shown: `home`, `out_of_service`, `suspended`, or `<channel>.<screen>`."""
        return self.state.screen

    @Property(str, notify=changed)
    def channel(self) -> str:
        """Whose screen is shown; empty where nobody is served."""
        return self.state.channel if isinstance(self.state, Visiting) else ""

    @Property(bool, notify=changed)
    def welcoming(self) -> bool:
        """Whether the terminal's own header stands above, and nobody is being served."""
        return not isinstance(self.state, Visiting)

    @Property(HomeViewModel, notify=changed)
    def welcome(self) -> HomeViewModel | None:
        """What Home says, where nobody is served."""
        return self.step if isinstance(self.step, HomeViewModel) else None

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return isinstance(self.state, Failed)

    def begin(self, start: str) -> None:
        """Begin a visit: in a channel, or on another start that a table declares. Raises KeyError if none does.

        What is not offered here does not begin, nor what staff have taken out of service; after a fault nothing does.
        """
        if isinstance(self.state, Failed):
            return
        if self._make is None:
            self._wanted = start
            return
        from domain.flows.catalogue import STARTS
        from domain.flows.engine import begin
        from domain.flows.matters import MATTERS

        self._wanted = ""
        session = begin(STARTS[self._hall.begins(start)], matter=start if start in MATTERS.screens else "")
        if self._hall.offers(start) and not self._hall.suspended(start):
            self._go(session)

    def turn_to(self, page: str) -> None:
        """Another page of the staff's desk, with nothing of what was done on this one."""
        from domain.flows.staff_desk import turned

        if self.session and not self.holds:
            self.finished(page, turned(self.session.visit))

    @Slot()
    def back(self) -> None:
        """To the screen before, with what was given there; from a page of the staff's desk nobody but by the door."""
        from domain.flows import catalogue, engine, staff_desk

        if held := self._held():
            held.leave("cancelled")
        elif self.screen in staff_desk.AT:
            self._happen("home")
        elif isinstance(self.step, StepViewModel) and self.step.uncover():
            return
        elif isinstance(self.state, Visiting) and self.state.row.step.back:
            filled = self.step.filled if isinstance(self.step, StepViewModel) else engine.NOTHING
            self.ended.emit(BACK)
            self._go(engine.back(catalogue.SCREENS, self.state.session, filled))

    @Slot()
    def home(self) -> None:
        """To Home, leaving nothing behind; an open payment is brought to an end first."""
        if held := self._held():
            held.leave("left")
        else:
            self._happen("home")

    @Slot()
    def left_alone(self) -> None:
        """Nobody has touched anything for as long as the screen may be left alone.

        What is held by then, because nobody has answered for so long, is held no more: the janitor settles an order,
        and a job is called off with all that is cleared away.
        """
        self._happen("idle")

    def tick(self) -> None:
        """A second has passed: the channel may have closed around the visitor, or on Home."""
        if isinstance(self.state, Home | Suspended):
            self._rest()
        elif self.session and not self.holds:
            from domain.flows import catalogue, engine

            if engine.closes(catalogue.SCREENS, self.session, self._hall.is_closed):
                self._happen("closing")

    def finished(self, outcome: str, visit: "Visit") -> None:
        """The step that is shown has ended."""
        from domain.flows import catalogue, engine

        if self.session:
            session = engine.advance(catalogue.SCREENS, self.session, outcome, visit)
            self.ended.emit(outcome)
            self._go(session)

    def fail(self, told: "OutOfServiceViewModel") -> None:
        """Out of service: whatever was shown is gone, and what was wanted is forgotten. Only `heal` leads back."""
        self._wanted = ""
        self.ended.emit(FAULT)
        self._become(Failed(), told)
        self.left.emit()

    def heal(self) -> None:
        """In service again."""
        if isinstance(self.state, Failed):
            self._rest()

    def break_off(self) -> None:
        """A mistake of ours has happened. It ends the visit, whatever stands open: the janitor settles an order."""
        if isinstance(self.state, Visiting):
            self.ended.emit(FAULT)
            self._go(None)
            self.broke_off.emit()

    def _happen(self, outcome: str) -> None:
        """What may happen on every screen (`engine.ANYWHERE`) happens."""
        if self.session:
            self.finished(outcome, self.session.visit)

    def _held(self) -> StepViewModel | None:
        """The step, if it holds something."""
        return self.step if isinstance(self.step, StepViewModel) and self.step.holds else None

    def _finish_of(self, session: "Session") -> "Finish":
        """A step ends its own screen once. What it says after that, or after it was left, is about nothing."""

        def finish(outcome: str, visit: "Visit") -> None:
            if self.session is session:
                self.finished(outcome, visit)

        return finish

    def _go(self, session: "Session | None") -> None:
        if session is None or self._hall.bars(self.session, session):
            self._rest()
            self.left.emit()
        elif self._make is not None:
            from domain.flows.catalogue import SCREENS
            from domain.flows.engine import admitted

            session = admitted(SCREENS, session, self._hall.is_closed)
            self._become(Visiting(session), self._make(SCREENS[session.at], session.visit, self._finish_of(session)))

    def _rest(self) -> None:
        where, step = unserved(self._hall, self.language, self.step, self._home)
        if step is not self.step:
            self._become(where, step)

    def _home(self) -> HomeViewModel:
        return HomeViewModel(self.language, self.begin, self._hall, self)

    def _become(self, state: Where, step: QObject) -> None:
        gone, self.step = self.step, step
        step.setParent(self)
        if isinstance(step, StepViewModel):
            step.turned.connect(self.turned)
        self.state = state
        self.changed.emit()
        self.moved.emit()
        gone.deleteLater()
