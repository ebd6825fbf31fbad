"""A day of a form's field: the month, turned by arrows, and its days under their weekdays."""

from calendar import Calendar
from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickDay
from domain.forms.desks import Almanac
from domain.forms.fields import Answers
from domain.people.insurance import Period
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Row
from viewmodels.words.weekdays import WEEKDAYS

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

YEARS = 30
"""How many years one may turn over, this one included: accounts are old."""


@QmlElement
class PickDayViewModel(StepViewModel):
    """`answers` are those of its form so far; `picked(answer)` is how it ends."""

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
        self.month = Period(shown.year, shown.month)

    @Property(str, notify=changed)
    @said
    def monthText(self) -> Text:
        return Text("{year} 年 {month} 月", year=self.month.year, month=self.month.month)

    @Property(str, notify=changed)
    @said
    def previousYearText(self) -> Text:
        return Text("上一年")

    @Property(str, notify=changed)
    @said
    def previousMonthText(self) -> Text:
        return Text("上一月")

    @Property(str, notify=changed)
    @said
    def nextMonthText(self) -> Text:
        return Text("下一月")

    @Property(str, notify=changed)
    @said
    def nextYearText(self) -> Text:
        return Text("下一年")

    @Property(bool, notify=changed)
    def hasLater(self) -> bool:
        """Whether a later month can have a day to choose."""
        return self.month < Period(self._today.year, self._today.month)

    @Property(QStringList, notify=changed)
    @said_each
    def weekdays(self) -> Iterable[Text]:
        return WEEKDAYS

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]` from a Monday on; days of other months have no title."""
        days = Calendar().itermonthdates(self.month.year, self.month.month)
        return (self._row(day) for day in days)

    @Property(str, notify=changed)
    @said
    def noneText(self) -> Text:
        """On the button that takes the day back; empty where one has to be given."""
        return NOTHING if self._step.field.required else Text("不选日期")

    @Slot(int)
    def turn(self, months: int) -> None:
        """So many months on, or back; no further than this month, nor than the first year."""
        first, last = Period(self._today.year - YEARS + 1, 1), Period(self._today.year, self._today.month)
        ordinal = min(max(self.month.ordinal + months, first.ordinal), last.ordinal)
        year, month = divmod(ordinal - 1, 12)
        self.month = Period(year, month + 1)
        self.changed.emit()

    @Slot(str)
    def choose(self, day: str) -> None:
        """A day by its ISO form; none if it is empty."""
        self._picked(day)

    def _row(self, day: date) -> Row:
        inside = (day.year, day.month) == (self.month.year, self.month.month)
        title, caption = (
            (Verbatim(str(day.day)), Text("今天") if day == self._today else NOTHING) if inside else (NOTHING, NOTHING)
        )
        chosen = inside and day == self._chosen
        return Row(day.isoformat(), title, caption, chosen=chosen, enabled=inside and day <= self._today)
