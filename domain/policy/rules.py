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


def none_known(standard: Text, per: Text) -> Tiers:
    """No tier can be chosen; `standard` says why."""
    return Tiers((), standard, "", False, per)


def this_month(today: date) -> tuple[Period, ...]:
    """The month of `today`, alone."""
    return (Period(today.year, today.month),)
