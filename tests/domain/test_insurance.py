"""Contribution periods: the days that they begin and end on."""

from datetime import date

import pytest

from domain.people.insurance import Period


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_of_a_period(period: str, first: date, last: date) -> None:
    assert (Period.of(period).first_day, Period.of(period).last_day) == (first, last)
