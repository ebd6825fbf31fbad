"""A day of a form's field: its year, its month, and its days under their weekdays, each at one touch."""

from calendar import Calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickDay
from domain.forms.desks import Almanac
from domain.forms.fields import Answers
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Row
from viewmodels.words.weekdays import WEEKDAYS

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

YEARS = 30
"""How many years there are to choose from, this one included: accounts are old."""


class Part(StrEnum):
    """What of the day is chosen now."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


COLUMNS = {Part.YEAR: 5, Part.MONTH: 3, Part.DAY: 7}
HEADINGS = {Part.YEAR: Text("请选年份"), Part.MONTH: Text("请选月份"), Part.DAY: Text("请选日期")}


@dataclass(frozen=True, slots=True)
class State:
    year: int
    month: int
    part: Part = Part.DAY


@QmlElement
class PickDayViewModel(StepViewModel, Stateful[State]):
    """`answers` are those of its form so far; `picked(answer)` is how it ends.

    It begins with the days of the month that was chosen, or of this one; the year leads to its months, a month to its
    days.
    """

    changed = Signal()

    def __init__(
        self,
        step: PickDay,
        answers: Answers,
        almanac: Almanac,
        language: Language,
        picked: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._picked = picked
        self._today = almanac.today
        self._chosen = step.field.chosen(almanac.judged(answers))
        shown = self._chosen or self._today
        self.state = State(shown.year, shown.month)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        """What is chosen now."""
        return HEADINGS[self.state.part]

    @Property(QVariantList, notify=changed)
    @said_rows
    def parts(self) -> Iterable[object]:
        """`[{id, title, chosen}]`: year and month as they are now, each of which may be chosen anew."""
        state = self.state
        titles = {
            Part.YEAR: Text("{year} 年", year=state.year),
            Part.MONTH: Text("{month} 月", month=state.month),
        }
        return (Row(part, title, NOTHING, chosen=part is state.part) for part, title in titles.items())

    @Property(str, notify=changed)
    def part(self) -> str:
        """What is chosen now: year, month or day."""
        return self.state.part

    @Property(int, notify=changed)
    def columns(self) -> int:
        """How many stand beside each other: seven days are a week."""
        return COLUMNS[self.state.part]

    @Property(QStringList, notify=changed)
    @said_each
    def weekdays(self) -> Iterable[Text]:
        """Above the days."""
        return WEEKDAYS if self.state.part is Part.DAY else ()

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`: the years, newest first; the months; or the days from a Monday on.

        Days of other months have no title.
        """
        match self.state.part:
            case Part.YEAR:
                return (self._year(self._today.year - ago) for ago in range(YEARS))
            case Part.MONTH:
                return (self._month(month) for month in range(1, 13))
        return (self._day(day) for day in Calendar().itermonthdates(self.state.year, self.state.month))

    @Property(str, notify=changed)
    @said
    def noneText(self) -> Text:
        """On the button that takes the day back; empty where one has to be given."""
        return NOTHING if self._step.field.required else Text("不选日期")

    @Slot(str)
    def turn(self, part: str) -> None:
        """Choose another year, or another month of it."""
        self._show(replace(self.state, part=Part(part)))

    @Slot(str)
    def choose(self, one: str) -> None:
        """One of `rows`."""
        match self.state.part:
            case Part.YEAR:
                self._show(replace(self.state, year=int(one), part=Part.MONTH))
            case Part.MONTH:
                self._show(replace(self.state, month=int(one), part=Part.DAY))
            case Part.DAY:
                self._picked(one)

    @Slot()
    def none(self) -> None:
        """No day."""
        self._picked("")

    def _show(self, state: State) -> None:
        self._become(state)
        self.turned.emit()

    def _year(self, year: int) -> Row:
        return Row(str(year), Verbatim(str(year)), NOTHING, chosen=year == self.state.year)

    def _month(self, month: int) -> Row:
        there = date(self.state.year, month, 1) <= self._today
        title = Text("{month} 月", month=month)
        return Row(str(month), title, NOTHING, chosen=there and month == self.state.month, enabled=there)

    def _day(self, day: date) -> Row:
        inside = (day.year, day.month) == (self.state.year, self.state.month)
        title, caption = (
            (Verbatim(str(day.day)), Text("今天") if day == self._today else NOTHING) if inside else (NOTHING, NOTHING)
        )
        chosen = inside and day == self._chosen
        return Row(day.isoformat(), title, caption, chosen=chosen, enabled=inside and day <= self._today)
