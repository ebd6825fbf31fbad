"""Refunds that were applied for, and sent back through their network, on the bills of the days that they took."""

from datetime import date, timedelta

import pytest

from domain.money import Fen
from domain.payment.order import Order
from domain.reconciliation.bill import Kind, Row
from domain.refunds.account import Account
from domain.refunds.application import Draft, Ground, Refundable, Route, SumKind
from domain.refunds.events import Addressed, Approved, PaidOut, RefundEvent, Returned, Sent, Taken
from domain.repayments.events import Closed, Done, Failed, Left, RepaymentEvent, UnderWay
from domain.repayments.repayment import Claim, Repayment
from tests.reconciliation.house import DAY, CountingHouse, a_row, at, figures

PART = Fen(500_00)
NEXT = DAY + timedelta(days=1)
ACCOUNT = Account("贵州银行", "6222020200112233446", "张建国")


def applied(house: CountingHouse, order: Order) -> Claim:
    """For a part of an order, approved, and about to be sent back through its network."""
    (bill,) = order.bills
    item = Refundable(
        *(1, bill.scheme, bill.insurance, bill.period, bill.agency, order.voucher or "", "wechat"),
        *(DAY, order.fen),
        order=order.number,
    )
    draft = Draft(*(1, item, SumKind.CONTRIBUTION, Ground.OTHER, PART, None, "13985012345"), network=order.network)
    application = house.store.refunds.submit(draft, at(), "visitor")
    for event in (Taken(), Approved(Route.NETWORK), Sent(at(13))):
        application = house.store.refunds.move(application, event, at(), "0107")
    return Claim(order, PART, at(), "", application.number)


def goes_on(house: CountingHouse, claim: Claim, *events: RefundEvent) -> None:
    application = house.store.refunds.get(claim.application)
    for event in events:
        application = house.store.refunds.move(application, event, at(14), "0107")


def row_of(order: Order, tried: Repayment) -> Row:
    return a_row(order, Kind.REFUND, number=tried.number, transaction="5000", fen=PART)


TO_BANK = (Returned(), Addressed(ACCOUNT), Approved(Route.BANK), Sent(at(14)), PaidOut(at(14)))
STORIES: dict[str, tuple[list[type[RepaymentEvent]], tuple[RefundEvent, ...], bool, dict[str, int]]] = {
    "out on both sides": ([Done], (PaidOut(at(14)),), True, {"match": 2}),
    "out here, not there": ([Done], (PaidOut(at(14)),), False, {"match": 1, "ours_only": 1}),
    "under way on both sides": ([UnderWay], (), True, {"match": 2}),
    "under way here, not there": ([UnderWay], (), False, {"match": 1}),
    "never heard of here, and there": ([], (), True, {"match": 2}),
    "there, and closed here": ([Closed], (), True, {"match": 1, "theirs_only": 1}),
    "there, and paid by bank as well": ([Failed, Left], TO_BANK, True, {"match": 1, "theirs_only": 1}),
    "not there, and paid by bank": ([Failed, Left], TO_BANK, False, {"match": 1}),
}


@pytest.mark.parametrize(("happened", "then", "there", "found"), STORIES.values(), ids=STORIES)
def test_a_refund(
    house: CountingHouse,
    happened: list[type[RepaymentEvent]],
    then: tuple[RefundEvent, ...],
    there: bool,
    found: dict[str, int],
) -> None:
    order = house.paid(1)
    claim = applied(house, order)
    row = row_of(order, house.sends_back(claim, *happened))
    goes_on(house, claim, *then)
    house.says(a_row(order), *[row] * there)
    report = house.reconciles()
    assert figures(report) == found
    assert len(house.cases()) == report.unexplained == sum(found.values()) - found["match"]


@pytest.mark.parametrize("day", [DAY, NEXT])
def test_a_refund_that_took_two_days_is_on_one_of_them(house: CountingHouse, day: date) -> None:
    order = house.paid(1)
    row = row_of(order, house.sends_back(applied(house, order), UnderWay, Done, until=at(14, day=NEXT)))
    house.now = at(10, 6, NEXT + timedelta(days=1))
    house.says(a_row(order), *[row] * (day == DAY))
    house.says(*[row] * (day == NEXT), day=NEXT)
    assert [figures(house.reconciles(one)) for one in (DAY, NEXT)] == [
        {"match": 1 + (day == DAY)},
        {"match": 1} if day == NEXT else {},
    ]
    assert house.cases() == []
