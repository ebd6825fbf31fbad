"""The dock's clock: the hall's time as a date, typed, stepped, or put where something happens."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.runtime import HALL_TIME
from domain.words import NOTHING, Text
from kit.simulators.payer import World
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LEVER, NOW = "clock", "0"
AHEAD = {
    NOW: Text("现在"),
    "5": Text("码过期"),
    "120": Text("快2小时"),
    "1440": Text("快1天"),
    "night": Text("今晚23:05"),
}
"""Positions of the world's lever: minutes ahead of the true time, or the coming night."""
STEPS = {-1440: Text("－1天"), -60: Text("－1时"), 60: Text("＋1时"), 1440: Text("＋1天")}
"""Minutes from where the clock stands."""
SHOWN = "%Y-%m-%d %H:%M:%S"
FARTHEST = timedelta(days=3660)
"""From the true time: nobody has rates and calendars for what lies beyond."""
LONGEST = len("2026-12-31 22:49:50")
BAD_DATE = Text("没有这个时间，请写成 2026-12-31 22:49")
TOO_FAR = Text("时间离今天不能超过十年")
BACK = Text("往回拨了：已经过去的时长不退")


@QmlElement
class ClockViewModel(Model):
    changed = Signal()

    def __init__(self, language: Language, world: World, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._world = world
        self._typed = ""
        self._wrong = self._told = NOTHING
        self._shown = self._now

    @property
    def _now(self) -> str:
        return f"{self._world.clock():{SHOWN}}"

    @property
    def _true(self) -> Text:
        return Text("真的是 {time:%m-%d %H:%M}", time=self._world.true())

    @property
    def moved(self) -> bool:
        return self._world.position(LEVER) != NOW

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("时钟")

    @Property(bool, notify=changed)
    def ahead(self) -> bool:
        """Whether it does not say the true time."""
        return self.moved

    @Property(str, notify=changed)
    def time(self) -> str:
        """What it says, or what has been typed so far."""
        return self._typed or self._shown

    @Property(bool, notify=changed)
    def typed(self) -> bool:
        """Whether what it says is being typed."""
        return self._typed != ""

    @Property(str, notify=changed)
    @said
    def enterText(self) -> Text:
        """On the button that puts the clock to what was typed."""
        return Text("拨到")

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self._wrong is not NOTHING

    @Property(str, notify=changed)
    @said
    def note(self) -> Text:
        """What is wrong with what was typed; else what becomes of time that has passed, or how far it is moved."""
        return self._wrong or self._told or (self._true if self.moved else Text("没有动过"))

    @Property(QVariantList, notify=changed)
    @said_rows
    def steps(self) -> Iterable[object]:
        """`[{id, title}]`."""
        return (Row(str(minutes), title) for minutes, title in STEPS.items())

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: the positions of the lever."""
        here = self._world.position(LEVER)
        return (Row(at, title, chosen=at == here) for at, title in AHEAD.items())

    @Slot(str)
    def pull(self, position: str) -> None:
        before = self._world.clock()
        self._world.pull(LEVER, position)
        went_back = position != NOW and self._world.clock() < before
        self._typed, self._wrong, self._told = "", NOTHING, BACK if went_back else NOTHING
        self._shown = self._now
        self.changed.emit()

    @Slot(int)
    def step(self, minutes: int) -> None:
        """So many minutes from where it stands."""
        self._put(self._world.clock() + timedelta(minutes=minutes))

    @Slot(str)
    def write(self, text: str) -> None:
        """A key was typed: the first begins anew."""
        self._typed, self._wrong = (self._typed + text)[:LONGEST], NOTHING
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed, self._wrong = (self._typed or self._shown)[:-1], NOTHING
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """What was typed is not meant."""
        self._typed, self._wrong = "", NOTHING
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """Put it to what was typed, if that is a time."""
        if not self._typed:
            return
        time = _read(self._typed)
        if time is None:
            self._wrong = BAD_DATE
            self.changed.emit()
        else:
            self._put(time)

    def look(self) -> None:
        """Look what time it is."""
        if (now := self._now) != self._shown:
            self._shown = now
            self.changed.emit()

    def _put(self, time: datetime) -> None:
        if abs(time - self._world.true()) > FARTHEST:
            self._wrong = TOO_FAR
            self.changed.emit()
        else:
            self.pull(f"{time:{SHOWN}}")


def _read(text: str) -> datetime | None:
    """A day alone is its morning at nine, when halls are open."""
    try:
        time = datetime.fromisoformat(text.strip()).replace(tzinfo=HALL_TIME)
    except ValueError:
        return None
    return time if ":" in text else time.replace(hour=9)
