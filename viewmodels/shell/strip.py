"""The foot of every screen: what this terminal is, the time, how the printers are, and where help is."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text, Verbatim
from viewmodels.shell.where import Failed, Home, Suspended, Where
from viewmodels.typed import Property

if TYPE_CHECKING:
    from domain.runtime import Clock
    from viewmodels.shell.hall import Hall
from viewmodels.model import Model, Stateful
from viewmodels.words.language import Language, said
from viewmodels.words.weekdays import WEEKDAYS

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Strip:
    """`printers` is their condition in a word, empty where there is none and while nothing can be done here.

    `at` is the hall's time to the minute, `demo` says that nothing here is real; `at_home`, `failed` and `suspended`
    where it is.
    """

    day: date
    at: time
    demo: bool
    hall: str = ""
    at_home: bool = True
    failed: bool = False
    suspended: bool = False
    printers: Text = NOTHING
    printers_are_well: bool = True


@QmlElement
class StripViewModel(Model, Stateful[Strip]):
    changed = Signal()

    def __init__(
        self, language: Language, clock: "Clock", demo: bool, hall: "Hall", parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._clock = clock
        self._demo = demo
        self._hall = hall
        self.state = self._at(Home())

    def follow(self, where: Where) -> None:
        """Another screen is shown, or time has passed."""
        self._become(self._at(where))

    @Property(str, notify=changed)
    @said
    def hall(self) -> Text:
        return Verbatim(self.state.hall)

    @Property(str, notify=changed)
    def clock(self) -> str:
        return f"{self.state.at:%H:%M}"

    @Property(str, notify=changed)
    @said
    def date(self) -> Text:
        day = self.state.day
        return Text("{month}月{day}日 星期{weekday}", month=day.month, day=day.day, weekday=WEEKDAYS[day.weekday()])

    @Property(str, notify=changed)
    @said
    def demoTag(self) -> Text:
        return Text("演示") if self.state.demo else NOTHING

    @Property(str, notify=changed)
    @said
    def demoText(self) -> Text:
        """On Home; everywhere else the tag says it alone."""
        at_home = self.state.demo and self.state.at_home
        return Text("演示终端：人物、金额都是虚构的，不会真的扣款") if at_home else NOTHING

    @Property(str, notify=changed)
    @said
    def printers(self) -> Text:
        return self.state.printers

    @Property(bool, notify=changed)
    def printersAreWell(self) -> bool:
        """Whether that is good news."""
        return self.state.printers_are_well

    @Property(bool, notify=changed)
    def suspended(self) -> bool:
        """Whether staff have taken all of it out of service: there is nothing to be helped with."""
        return self.state.suspended

    @Property(str, notify=changed)
    @said
    def help(self) -> Text:
        return Text("也可以拨打 12366") if self.state.failed else Text("不会操作？请叫工作人员，或拨打 12366")

    def _at(self, where: Where) -> Strip:
        now, failed, suspended = self._clock(), isinstance(where, Failed), isinstance(where, Suspended)
        return Strip(
            now.date(),
            time(now.hour, now.minute),
            self._demo,
            self._hall.name,
            isinstance(where, Home),
            failed,
            suspended,
            NOTHING if failed or suspended else self._hall.printers(),
            self._hall.printers_are_well(),
        )
