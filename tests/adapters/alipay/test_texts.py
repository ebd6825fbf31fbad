"""Money, times and titles as Alipay writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.payments.alipay.texts import fen, moment, stamp, subject, yuan
from tests.adapters.stand import NOON


@given(st.integers(0, 10_000_000_000))
def test_money_comes_back_as_it_went(amount: int) -> None:
    assert fen(yuan(amount)) == amount
    assert yuan(amount)[-3] == "."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.01", 1),
        ("380.00", 380_00),
        ("380.0", 380_00),
        ("380.5", 380_50),
        ("380", 380_00),
        (380, 380_00),
        ("0.00", 0),
        ("100000000.00", 10_000_000_000),
        ("", None),
        (".5", None),
        ("380.", None),
        ("380.000", None),
        ("0380.00", None),
        ("-380.00", None),
        ("+380.00", None),
        (-380, None),
        ("3.8e2", None),
        ("1,380.00", None),
        (" 380.00", None),
        ("380.00\n", None),
        ("３８０.00", None),
        ("9" * 5000, None),
        (380.0, None),
        (True, None),
        (None, None),
        (["380.00"], None),
    ],
)
def test_a_figure(value: object, expected: int | None) -> None:
    assert fen(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-11-23 12:01:02", datetime(2026, 11, 23, 4, 1, 2, tzinfo=UTC)),
        ("2026-11-23T12:01:02", None),
        ("2026-11-23 12:01", None),
        ("2026-11-23 12:01:02+00:00", None),
        ("2026-13-23 12:01:02", None),
        ("2026-11-23 24:00:00", None),
        ("noon", None),
        ("", None),
        (None, None),
        (20261123120102, None),
    ],
)
def test_a_moment(value: object, expected: datetime | None) -> None:
    assert moment(value) == expected


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-5))])
def test_a_time_is_told_by_beijings_wall_wherever_it_was_read(zone: timezone) -> None:
    late = NOON.astimezone(zone) + timedelta(microseconds=999_999)
    assert stamp(late) == "2026-11-23 12:00:00"
    assert moment(stamp(late)) == NOON


def test_a_subject_has_nothing_that_is_forbidden_and_is_not_too_long() -> None:
    assert subject("城乡居民/职工 a=b&c") == "城乡居民／职工 a＝b＆c"
    assert subject("医" * 300) == "医" * 256
