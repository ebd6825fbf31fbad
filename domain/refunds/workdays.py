"""Working days in China, for what the guide promises in them (2-5个工作日)."""

from dataclasses import dataclass
from datetime import date, timedelta

FRIDAY = 4
SAME_EVERY_YEAR = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
"""Months and days that are statutory holidays in every year (全国年节及纪念日放假办法, as of 2025)."""


@dataclass(frozen=True, slots=True)
class RefundWindow:
    """The days between which a refund arrives. `calendar_known` is false where holidays are not published yet."""

    first: date
    last: date
    calendar_known: bool


def refund_window(paid_on: date, first: int, last: int) -> RefundWindow:
    """The `first`-th to the `last`-th working day after `paid_on`, which does not count itself.

    By the State Council's calendar; for years that it does not have yet Monday to Friday, but for the holidays that are
    on the same days every year.
    """
    worked: list[date] = []
    day, known = paid_on, True
    while len(worked) < last:
        day += timedelta(days=1)
        works, published = _works(day)
        known = known and published
        if works:
            worked.append(day)
    return RefundWindow(worked[first - 1], worked[last - 1], known)


def _works(day: date) -> tuple[bool, bool]:
    """Whether `day` is a working day, and whether the calendar says so."""
    # Imported only when money has to go back; the package has no type hints.
    from chinese_calendar import is_workday  # type: ignore[import-untyped]

    try:
        return is_workday(day), True
    except NotImplementedError:
        return day.weekday() <= FRIDAY and (day.month, day.day) not in SAME_EVERY_YEAR, False
