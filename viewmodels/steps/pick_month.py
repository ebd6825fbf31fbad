"""A month of a form's field: the year, turned by arrows, and its twelve months."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickMonth
from domain.forms.desks import Almanac
from domain.forms.fields import Answers
from domain.people.insurance import Period
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

YEARS = 10
"""How many years one may turn over, this one included."""


@QmlElement
class PickMonthViewModel(StepViewModel):
    """`answers` are those of its form so far; `picked(answer)` is how it ends."""

    changed = Signal()

    def __init__(
        self,
        step: PickMonth,
        answers: Answers,
        almanac: Almanac,
        language: Language,
        picked: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._picked = picked
        today = almanac.today
        self._now = Period(today.year, today.month)
        self._chosen = step.field.chosen(almanac.judged(answers))
        self.year = self._chosen.year

    @Property(str, notify=changed)
    @said
    def yearText(self) -> Text:
        return Text("{year} 年", year=self.year)

    @Property(str, notify=changed)
    @said
    def previousText(self) -> Text:
        return Text("上一年")

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return Text("下一年")

    @Property(int, notify=changed)
    def page(self) -> int:
        """Which of the years, from 1."""
        return self.year - self._now.year + YEARS

    @Property(int, notify=changed)
    def pages(self) -> int:
        return YEARS

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`; months that have not come cannot be chosen."""
        months = (Period(self.year, month) for month in range(1, 13))
        return (
            Row(
                month.key,
                Text("{month} 月", month=month.month),
                Text("还没有到") if month > self._now else NOTHING,
                chosen=month == self._chosen,
                enabled=month <= self._now,
            )
            for month in months
        )

    @Slot(int)
    def turn(self, years: int) -> None:
        """The year before (-1) or after (1), as far as there are any."""
        self.year = min(max(self.year + years, self._now.year - YEARS + 1), self._now.year)
        self.changed.emit()

    @Slot(str)
    def choose(self, month: str) -> None:
        self._picked(month)
