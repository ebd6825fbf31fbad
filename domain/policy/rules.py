"""What the rules of one scheme and insurance have in common."""

from datetime import date
from typing import Protocol

from domain.people.insurance import Period
from domain.policy.tiers import Tiers
from domain.words import Text

MONTHLY, YEARLY = Text("每月"), Text("每年")


class Rules(Protocol):
    """One scheme and insurance; the arguments mean what they mean in `Policy`."""

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """The tiers on `today`."""
        ...

    def periods(self, today: date) -> tuple[Period, ...]:
        """The periods open for normal payment, the usual one first."""
        ...

    def arrears(self, today: date) -> tuple[Period, ...]:
        """The earlier periods that may still be paid, latest first."""
        ...

    def barred(self, period: Period, born: date, today: date) -> Text:
        """Why somebody who was born on a day may not pay for a period here; nothing if they may."""
        ...


def none_known(standard: Text, per: Text) -> Tiers:
    """No tier can be chosen; `standard` says why."""
    return Tiers((), standard, "", False, per)


def said_day(day: date) -> Text:
    """A day in full."""
    return Text("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def this_month(today: date) -> tuple[Period, ...]:
    """The month of `today`, alone."""
    return (Period(today.year, today.month),)
