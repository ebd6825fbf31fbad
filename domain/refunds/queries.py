"""The query with its four inputs (P40, P45): kind, range of days, number, tax authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.people.insurance import Period
from domain.people.offices import Offices
from domain.refunds.application import Kind, Refundable
from domain.words import Text

NEITHER = Text("票证号码和税款不能同时为空，请选择其中一种进行查询")
NONE_FOUND = Text("未查询到任何可退税费信息")


@dataclass(frozen=True, slots=True)
class Query:
    """缴费起止日期 and 凭证号码, at least one of them; `county` is the tax authority's, empty for any."""

    kind: Kind
    first: date | None = None
    last: date | None = None
    voucher: str = ""
    county: str = ""


def problem(query: Query, span_months: int) -> Text | None:
    """What is wrong with the query; None if nothing is."""
    if query.first is None and query.last is None:
        return None if query.voucher.strip() else NEITHER
    if query.first is None or query.last is None:
        return Text("请填写缴费日期的起和止")
    if query.last < query.first:
        return Text("缴费日期止不能早于缴费日期起")
    if query.last > _months_later(query.first, span_months):
        return Text("缴费起止日期不能超过{months}个月", months=span_months)
    return None


def matching(items: Iterable[Refundable], query: Query, offices: Offices) -> tuple[Refundable, ...]:
    """What the query asks for, in the order given."""
    return tuple(item for item in items if item.kind is query.kind and _fits(item, query, offices))


def _fits(item: Refundable, query: Query, offices: Offices) -> bool:
    agency = offices.by_code.get(item.agency)
    return (
        (query.first is None or query.first <= item.paid_on)
        and (query.last is None or item.paid_on <= query.last)
        and query.voucher.strip() in {"", item.voucher}
        and query.county in {"", agency.county if agency else ""}
    )


def _months_later(day: date, months: int) -> date:
    """The same day of the month so much later, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    end = Period(day.year + years, month + 1).last_day
    return end.replace(day=min(day.day, end.day))
