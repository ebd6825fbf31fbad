"""今日: what was taken on a day, a lane for each channel; refunds and papers; what bills say of the day before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.desk.day_end import DayEnd
from domain.money import yuan
from domain.runtime import Clock
from domain.terminal.duty import Duty
from domain.words import NOTHING, Text
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.typed import Property
from viewmodels.words import days
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`day` as it was read; None until then."""

    day: DayEnd | None = None
    asking: Asking = Asking.ANSWERED


@QmlElement
class DayViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        on: date,
        duty: Duty,
        clock: Clock,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._on = on
        self._duty = duty
        self._clock = clock
        self._finish = finish
        self.state = State()
        self._question = TaxQuestion(worker, self, lambda asking: self._become(State(asking=asking)))
        self._load()

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("今日收款") if self._on == self._clock().date() else Text("当天收款")

    @Property(str, notify=changed)
    @said
    def when(self) -> Text:
        """Which day, and up to when."""
        day = days.named(self._on)
        if self.state.day is None or self.state.day.until.date() != self._on:
            return day
        return Text("{day}，到 {time:%H:%M}", day=day, time=self.state.day.until)

    @Property(str, notify=changed)
    def total(self) -> str:
        return yuan(self.state.day.taken.fen) if self.state.day else ""

    @Property(str, notify=changed)
    @said
    def count(self) -> Text:
        return days.count(self.state.day.taken.count) if self.state.day else NOTHING

    @Property(str, notify=changed)
    @said
    def before(self) -> Text:
        """How many it were the day before, up to the same time."""
        if self.state.day is None:
            return NOTHING
        return Text("前一天此时 {count} 笔", count=self.state.day.before.count)

    @Property(QVariantList, notify=changed)
    @said_rows
    def lanes(self) -> Iterable[object]:
        """`[{id, glyph, title, count, amount, most, bars: [{part, ahead, highest}]}]`, all on the same scale."""
        return days.lanes(self.state.day) if self.state.day else ()

    @Property(QVariantList, notify=changed)
    @said_rows
    def hours(self) -> Iterable[object]:
        """`[{title, now}]` below the lanes."""
        return days.hours(self.state.day) if self.state.day else ()

    @Property(str, notify=changed)
    @said
    def scale(self) -> Text:
        """How the lanes are to be read."""
        return days.SCALE if self.state.day else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def boxes(self) -> Iterable[object]:
        """`[{icon, title, figure, caption}]`: refunds and papers."""
        return days.boxes(self.state.day) if self.state.day else ()

    @Property(str, notify=changed)
    @said
    def billsHeading(self) -> Text:
        return Text("前一日对账") if self.state.day else NOTHING

    @Property(str, notify=changed)
    @said
    def billsWhen(self) -> Text:
        """Of which day, and since when that is known; or that there is no bill yet."""
        if self.state.day is None:
            return NOTHING
        return days.reconciled(self.state.day, self._on - timedelta(days=1), self._clock().tzinfo)

    @Property(str, notify=changed)
    @said
    def billsText(self) -> Text:
        """On the button to all that differs."""
        return Text("看差错") if self.state.day else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def buckets(self) -> Iterable[object]:
        """`[{id, title, count, amount, tone}]`: `tone` is good, doubt, or plain."""
        return days.buckets(self.state.day) if self.state.day else ()

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        return Text("换一天")

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return Text("重新查询") if self.state.asking.silent else Text("打印日结单")

    @Slot()
    def submit(self) -> None:
        """On to its paper; or ask again what was not answered."""
        if self.state.asking.silent:
            self._load()
        elif self.state.day:
            self._finish("paper")

    @Slot()
    def other(self) -> None:
        """Another day."""
        self._finish("pick")

    @Slot()
    def openBills(self) -> None:
        """All that differs."""
        self._finish("bills")

    def _load(self) -> None:
        on, duty = self._on, self._duty
        self._question.ask(lambda: duty.days.of(on, duty.number), lambda day: self._become(State(day)))
