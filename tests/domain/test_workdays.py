"""2-5个工作日: the days between which a refund arrives."""

from datetime import date

import pytest

from domain.refunds.workdays import RefundWindow, refund_window


@pytest.mark.parametrize(
    ("paid_on", "first", "last", "known"),
    [
        (date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 30), True),  # a plain Monday
        (date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 4), True),  # a Friday
        (date(2026, 11, 28), date(2026, 12, 1), date(2026, 12, 4), True),  # a Saturday
        (date(2025, 9, 26), date(2025, 9, 29), date(2025, 10, 10), True),  # a Sunday worked, then eight days off
        (date(2025, 10, 10), date(2025, 10, 13), date(2025, 10, 16), True),  # a Saturday worked
        (date(2050, 3, 9), date(2050, 3, 11), date(2050, 3, 16), False),  # not published: Monday to Friday
        (date(2053, 12, 30), date(2054, 1, 2), date(2054, 1, 7), False),  # but never on New Year's Day
        (date(2050, 4, 28), date(2050, 5, 3), date(2050, 5, 6), False),
        (date(2050, 9, 29), date(2050, 10, 4), date(2050, 10, 7), False),
        (date(2051, 4, 28), date(2051, 5, 4), date(2051, 5, 9), False),  # a Monday and a Tuesday off in May
        (date(2052, 9, 30), date(2052, 10, 7), date(2052, 10, 10), False),  # Tuesday to Thursday off in October
    ],
)
def test_two_to_five_working_days(paid_on: date, first: date, last: date, known: bool) -> None:
    assert refund_window(paid_on, 2, 5) == RefundWindow(first, last, known)


def test_new_year_s_day_is_no_working_day_before_and_after_it_is_published() -> None:
    for year in range(2005, 2060):
        window = refund_window(date(year - 1, 12, 31), 1, 2)
        assert date(year, 1, 1) not in (window.first, window.last)


def test_one_to_five_working_days() -> None:
    assert refund_window(date(2026, 11, 23), 1, 5) == RefundWindow(date(2026, 11, 24), date(2026, 11, 30), True)
