"""The query with its four inputs: what is wrong with it, and what it finds."""

from dataclasses import replace
from datetime import date

import pytest

from adapters.assets.offices import offices_from_toml
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.refunds.application import Kind, Refundable
from domain.refunds.queries import NEITHER, Query, matching, problem
from tests.payment.hall import ASSETS

OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
N = Kind.NORMAL


def day(month: int, number: int) -> date:
    return date(2026, month, number)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(N), "票证号码和税款不能同时为空，请选择其中一种进行查询"),
        (Query(N, voucher="  "), NEITHER),
        (Query(N, county="520102"), NEITHER),
        (Query(N, voucher="52"), None),
        (Query(N, day(1, 1), day(1, 1)), None),
        (Query(N, day(1, 1), day(1, 1), "52"), None),
        (Query(N, day(1, 1)), "请填写缴费日期的起和止"),
        (Query(N, None, day(1, 1), "52"), "请填写缴费日期的起和止"),
        (Query(N, day(1, 2), day(1, 1)), "缴费日期止不能早于缴费日期起"),
        (Query(N, day(1, 1), day(7, 1)), None),
        (Query(N, day(1, 1), day(7, 2)), "缴费起止日期不能超过6个月"),
        (Query(N, date(2025, 8, 31), day(2, 28)), None),
        (Query(N, date(2025, 8, 31), day(3, 1)), "缴费起止日期不能超过6个月"),
        (Query(N, date(2025, 12, 15), day(6, 15)), None),
    ],
)
def test_what_is_wrong(query: Query, expected: str | None) -> None:
    assert problem(query, 6) == expected


NOVEMBER = Refundable(
    *(1, Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 11), "520102P", "521", "wechat", day(11, 23), Fen(100))
)
LATE = replace(NOVEMBER, period=Period(2026, 9), voucher="522")
ELSEWHERE = replace(NOVEMBER, period=Period(2026, 10), agency="520302P", voucher="523", paid_on=day(10, 1))
FOREIGN = replace(NOVEMBER, agency="gone", voucher="524", paid_on=day(10, 2))
ALL = (NOVEMBER, LATE, ELSEWHERE, FOREIGN)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(N, day(10, 1), day(11, 23)), (NOVEMBER, ELSEWHERE, FOREIGN)),
        (Query(Kind.SPECIAL, day(10, 1), day(11, 23)), (LATE,)),
        (Query(N, day(11, 23), day(11, 23)), (NOVEMBER,)),
        (Query(N, day(11, 24), day(11, 30)), ()),
        (Query(N, voucher="521"), (NOVEMBER,)),
        (Query(N, voucher=" 523 "), (ELSEWHERE,)),
        (Query(N, voucher="522"), ()),
        (Query(N, voucher="52"), ()),
        (Query(N, day(10, 1), day(11, 23), county="520302"), (ELSEWHERE,)),
        (Query(N, day(10, 1), day(11, 23), "521", "520302"), ()),
    ],
)
def test_what_it_finds(query: Query, found: tuple[Refundable, ...]) -> None:
    assert matching(ALL, query, OFFICES) == found
