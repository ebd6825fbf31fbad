"""The shell around every screen: small models side by side, each told where the visitor is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model
from viewmodels.shell.access import AccessViewModel
from viewmodels.shell.attract import AttractViewModel
from viewmodels.shell.broken_off import BrokenOffViewModel
from viewmodels.shell.calling import CallingViewModel
from viewmodels.shell.curtain import CurtainViewModel
from viewmodels.shell.frozen import FrozenViewModel
from viewmodels.shell.going_home import GoingHomeViewModel
from viewmodels.shell.hall import Hall
from viewmodels.shell.header import HeaderViewModel
from viewmodels.shell.help import HelpViewModel
from viewmodels.shell.idle import IdleViewModel
from viewmodels.shell.navigation import MakeStep, NavigationViewModel
from viewmodels.shell.pace import PaceViewModel
from viewmodels.shell.progress import ProgressViewModel
from viewmodels.shell.served import ServedViewModel
from viewmodels.shell.sheets import SheetsViewModel
from viewmodels.shell.speech import SpeechViewModel
from viewmodels.shell.staff_desk import StaffDeskViewModel
from viewmodels.shell.staff_door import StaffDoorViewModel
from viewmodels.shell.strip import StripViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

if TYPE_CHECKING:
    from domain.runtime import Clock
    from viewmodels.parts import Parts

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShellViewModel(Model):
    """`clock` tells the hall's time; `demo`: nothing here is real."""

    changed = Signal()

    def __init__(self, clock: "Clock", demo: bool, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._hall = Hall()
        self._navigation = NavigationViewModel(language, self._hall, self)
        self._header = HeaderViewModel(language, self._hall, self)
        self._progress = ProgressViewModel(language, self)
        self._served = ServedViewModel(language, self)
        self._strip = StripViewModel(language, clock, demo, self._hall, self)
        self._staff_door = StaffDoorViewModel(self._navigation.begin, self._hall, self)
        self._idle = IdleViewModel(language, self)
        self._staff_desk = StaffDeskViewModel(self._navigation.turn_to, self._idle, language, self._hall, self)
        self._going_home = GoingHomeViewModel(language, self._navigation, self)
        self._speech = SpeechViewModel(language, self._hall, PaceViewModel(language, self), self)
        self._curtain = CurtainViewModel(language, self._progress, self._speech, self)
        self._access = AccessViewModel(language, self._speech, self)
        self._calling = CallingViewModel(language, clock, self._hall, lambda: self._navigation.screen, self)
        self._help = HelpViewModel(language, self._navigation.begin, self)
        self._sheets = SheetsViewModel(language, self)
        self._broken_off = BrokenOffViewModel(language, self)
        self._frozen = FrozenViewModel(language, self)
        self._attract = AttractViewModel(language, self._hall, self)
        self._attract.forsaken.connect(self._access.forget)
        self._attract.forsaken.connect(self._sheets.close)
        self._sheets.changed.connect(self._wake)
        self._navigation.changed.connect(self._follow)
        self._speech.changed.connect(self._slow_down)
        self._navigation.broke_off.connect(self._broken_off.tell)
        self._navigation.left.connect(self._access.forget)
        self._navigation.left.connect(self._calling.forget)
        self._idle.over.connect(self._navigation.left_alone)

    def open(self, make: MakeStep, hall: str, parts: "Parts") -> None:
        """The parts behind the screens are there: what a visitor touched meanwhile is done now."""
        self._hall.open(hall, parts)
        self._strip.follow(self._navigation.state)
        self._staff_door.follow(self._navigation.state)
        self._idle.open(parts.premises.patience)
        self._attract.open(parts.premises.patience)
        self._access.open(parts.premises.high)
        self._calling.open()
        self._speech.open()
        self._navigation.open(make)

    def touched(self) -> None:
        """Somebody is there."""
        self._idle.touched()
        self._attract.touched()

    @property
    def closed(self) -> bool:
        """Whether what stands behind the screens has not been there yet."""
        return not self._hall.opened

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._broken_off.tick()
        if self._frozen.shown:  # nobody can answer
            self._frozen.tick()
        else:
            self._idle.tick(held=self._navigation.holds)
        if not self._broken_off.shown:
            self._attract.tick(self._speech.times)
        self._calling.tick()
        self._staff_desk.tick()
        self._navigation.tick()
        self._strip.follow(self._navigation.state)

    @Slot()
    def _slow_down(self) -> None:
        """Whoever listens takes longer than who reads."""
        self._idle.wait_for(self._speech.times)
        if self._speech.on:
            self._attract.wake()

    @Slot()
    def _wake(self) -> None:
        """A sheet was opened over Home by its switch on the strip."""
        if self._sheets.shown:
            self._attract.wake()

    @Slot()
    def _follow(self) -> None:
        where = self._navigation.state
        self._header.follow(where)
        self._progress.follow(where)
        self._served.follow(where)
        self._strip.follow(where)
        self._staff_door.follow(where)
        self._idle.follow(where)
        self._staff_desk.follow(where)
        self._going_home.follow(where)
        self._attract.follow(where)
        self._help.follow(where)
        self._sheets.follow(where)
        self._broken_off.follow(where)

    @Property(NavigationViewModel, constant=True)
    def navigation(self) -> NavigationViewModel:
        return self._navigation

    @Property(HeaderViewModel, constant=True)
    def header(self) -> HeaderViewModel:
        return self._header

    @Property(ProgressViewModel, constant=True)
    def progress(self) -> ProgressViewModel:
        return self._progress

    @Property(ServedViewModel, constant=True)
    def served(self) -> ServedViewModel:
        return self._served

    @Property(StripViewModel, constant=True)
    def strip(self) -> StripViewModel:
        return self._strip

    @Property(StaffDoorViewModel, constant=True)
    def staffDoor(self) -> StaffDoorViewModel:
        return self._staff_door

    @Property(StaffDeskViewModel, constant=True)
    def staffDesk(self) -> StaffDeskViewModel:
        return self._staff_desk

    @Property(IdleViewModel, constant=True)
    def idle(self) -> IdleViewModel:
        return self._idle

    @Property(AttractViewModel, constant=True)
    def attract(self) -> AttractViewModel:
        return self._attract

    @Property(FrozenViewModel, constant=True)
    def frozen(self) -> FrozenViewModel:
        return self._frozen

    @Property(GoingHomeViewModel, constant=True)
    def goingHome(self) -> GoingHomeViewModel:
        return self._going_home

    @Property(AccessViewModel, constant=True)
    def access(self) -> AccessViewModel:
        return self._access

    @Property(PaceViewModel, constant=True)
    def pace(self) -> PaceViewModel:
        return self._speech.pace

    @Property(SpeechViewModel, constant=True)
    def speech(self) -> SpeechViewModel:
        return self._speech

    @Property(CurtainViewModel, constant=True)
    def curtain(self) -> CurtainViewModel:
        return self._curtain

    @Property(HelpViewModel, constant=True)
    def help(self) -> HelpViewModel:
        return self._help

    @Property(CallingViewModel, constant=True)
    def calling(self) -> CallingViewModel:
        return self._calling

    @Property(SheetsViewModel, constant=True)
    def sheets(self) -> SheetsViewModel:
        return self._sheets

    @Property(BrokenOffViewModel, constant=True)
    def brokenOff(self) -> BrokenOffViewModel:
        return self._broken_off

    @Property(str, notify=changed)
    @said
    def unit(self) -> Text:
        """What stands behind every amount."""
        return Text("元")
