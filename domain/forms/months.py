"""From one month to another: what certificates are asked for."""

from dataclasses import dataclass
from datetime import date

from domain.forms.fields import Answers, MonthField
from domain.people.insurance import Period
from domain.words import Text

LONGEST = 36
"""Months that may be asked for at once: three years are more than a page, and no more than a few."""


@dataclass(frozen=True, slots=True)
class Months:
    """The fields 起 and 止."""

    begin: MonthField
    end: MonthField

    def chosen(self, answers: Answers, today: date) -> tuple[Period, Period]:
        """The first and the last month."""
        return self.begin.of(answers, today), self.end.of(answers, today)


def months(label: str, years: int = 1) -> Months:
    """起 and 止 under the guide's label: the last `years`, this one included, if nothing else is chosen."""
    begin = MonthField("from", Text("{label}起", label=label), lambda today: Period(today.year - years + 1, 1))
    return Months(begin, MonthField("to", Text("{label}止", label=label), _this_month, begin, LONGEST))


def _this_month(today: date) -> Period:
    return Period(today.year, today.month)
