"""Refunds that were applied for, and sent back through their network, on the bills of the days that they took."""

from datetime import date, datetime, timedelta

import pytest

from domain.money import Fen
from domain.payment.order import Order
from domain.reconciliation.bill import Kind, Row
from domain.refunds.application import Account, Draft, Ground, Refundable, Route, SumKind
from domain.refunds.events import Approved, PaidOut, RefundEvent, Returned, Sent, Taken
from domain.refunds.paymaster import refund_number
from tests.reconciliation.house import DAY, CountingHouse, a_row, at, figures

PART = Fen(500_00)
NEXT = DAY + timedelta(days=1)


def applied(house: CountingHouse, order: Order, *happened: RefundEvent) -> Row:
    """The row that agrees with an application for a part of an order, to which this has happened since it was taken."""
    (bill,) = order.bills
    item = Refundable(
        *(1, bill.scheme, bill.insurance, bill.period, bill.agency, order.voucher or "", "wechat"),
        *(DAY, order.fen),
        order=order.number,
    )
    account = Account("贵州银行", "6222020200112233446", "张建国")
    draft = Draft(1, item, SumKind.CONTRIBUTION, Ground.OTHER, PART, account, "13985012345")
    application = house.store.refunds.submit(draft, at(), "visitor")
    for event in (Taken(), *happened):
        application = house.store.refunds.move(application, event, at(), "0107")
    return a_row(
        order, Kind.REFUND, number=refund_number(application.number, order.number), transaction="5000", fen=PART
    )


BY_NETWORK, BY_BANK = Approved(Route.NETWORK), Approved(Route.BANK)
SENT, OUT = Sent(at(13)), PaidOut(at(14))
STORIES: dict[str, tuple[list[RefundEvent], bool, dict[str, int]]] = {
    "out on both sides": ([BY_NETWORK, SENT, OUT], True, {"match": 2}),
    "out here, not there": ([BY_NETWORK, SENT, OUT], False, {"match": 1, "ours_only": 1}),
    "under way on both sides": ([BY_NETWORK, SENT], True, {"match": 2}),
    "under way here, not there": ([BY_NETWORK, SENT], False, {"match": 1}),
    "there, and staff decide anew": ([BY_NETWORK, SENT, Returned()], True, {"match": 1, "theirs_only": 1}),
    "there, and paid by bank as well": (
        [BY_NETWORK, SENT, Returned(), BY_BANK, SENT, OUT],
        True,
        {"match": 1, "theirs_only": 1},
    ),
    "not there, and paid by bank": ([BY_NETWORK, SENT, Returned(), BY_BANK, SENT, OUT], False, {"match": 1}),
    "there, and never sent": ([BY_NETWORK], True, {"match": 1, "theirs_only": 1}),
}


@pytest.mark.parametrize(("happened", "there", "found"), STORIES.values(), ids=STORIES)
def test_a_refund(house: CountingHouse, happened: list[RefundEvent], there: bool, found: dict[str, int]) -> None:
    order = house.paid(1)
    row = applied(house, order, *happened)
    house.says(a_row(order), *[row] * there)
    report = house.reconciles()
    assert figures(report) == found
    assert len(house.cases()) == report.unexplained == sum(found.values()) - found["match"]


@pytest.mark.parametrize("day", [DAY, NEXT])
def test_a_refund_that_took_two_days_is_on_one_of_them(house: CountingHouse, day: date) -> None:
    until: datetime = at(14, day=NEXT)
    order = house.paid(1)
    row = applied(house, order, BY_NETWORK, SENT, PaidOut(until))
    house.now = at(10, 6, NEXT + timedelta(days=1))
    house.says(a_row(order), *[row] * (day == DAY))
    house.says(*[row] * (day == NEXT), day=NEXT)
    assert [figures(house.reconciles(one)) for one in (DAY, NEXT)] == [
        {"match": 1 + (day == DAY)},
        {"match": 1} if day == NEXT else {},
    ]
    assert house.cases() == []
