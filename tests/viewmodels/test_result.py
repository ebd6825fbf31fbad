"""支付结果 and 缴费记录: whatever became of an order is told as that, and never as better."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.steps import Records, Result
from domain.flows.visit import Paying, Visit
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.network import Presented
from domain.payment.order import Order
from domain.payment.states import MONEY_TAKEN, OrderState
from domain.people.insurance import Scheme
from domain.refunds.problems import RefundProblem
from tests.desk import office_at
from tests.payment.hall import NOON, ZHANG, Hall
from tests.payment.script import ScriptedNetwork
from tests.refunds.bench import draft_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import pays
from viewmodels.making import lists, paying
from viewmodels.parts import Parts

Until = Callable[[Callable[[], bool]], None]

PAID = events.Paid("4200001", NOON)
LATE = (events.Expired(NOON), events.Closed(), PAID)
REFUSED = (PAID, events.NotPosted(), events.Owed(NOON))
PAID_WELL, NOT_YET, SENT_BACK = "支付成功", "已付款", "已付款，缴费未成功"
TOLD: dict[OrderState, tuple[tuple[OrderEvent, ...], str, str]] = {
    OrderState.PAID: ((PAID,), NOT_YET, "已付款，待入账"),
    OrderState.LATE_SUCCESS: (LATE, NOT_YET, "已付款，待入账"),
    OrderState.POSTED: ((PAID, events.Posted("520000000000000999")), PAID_WELL, ""),
    OrderState.POSTING_FAILED: (REFUSED[:2], SENT_BACK, "缴费未成功，退回中"),
    OrderState.DUPLICATE: ((PAID, events.FoundDuplicate()), SENT_BACK, "缴费未成功，退回中"),
    OrderState.REFUND_DUE: (REFUSED, SENT_BACK, "缴费未成功，退回中"),
    OrderState.REFUNDED: ((*REFUSED, events.Refunded()), SENT_BACK, "已原路退回"),
    OrderState.SENT_BACK: ((*REFUSED, events.SentBack("50000408", "付款人要求")), SENT_BACK, "已原路退回"),
    OrderState.POSTED_BY_HAND: ((*REFUSED, events.PostedByHand("52019900", "窗口补录")), PAID_WELL, ""),
}
"""Where each state in which money was taken is come to, and what it is called on the result and in the records.

A posted payment is in the records as the tax system tells it.
"""


def lived(hall: Hall, network: ScriptedNetwork, *life: OrderEvent) -> Order:
    network.will(("create", Presented("weixin://wxpay/bizpayurl?pr=abc")))
    order = hall.start()
    for event in life:
        order = hall.store.orders.move(order, event, hall.now)
    return order


def visit_of(hall: Hall, order: Order) -> Visit:
    person = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    return pays("wechat", person, Paying(Scheme.FLEXIBLE, bills=order.bills, order=order.number))


def test_every_state_in_which_money_was_taken_is_told() -> None:
    assert set(TOLD) == MONEY_TAKEN


@pytest.mark.parametrize("state", TOLD)
def test_the_result_says_how_the_order_stands(
    hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until, state: OrderState
) -> None:
    life, says, _ = TOLD[state]
    order = lived(hall, network, *life)
    assert order.state is state
    step = SCREENS["wechat.result"].step
    assert isinstance(step, Result)
    result = paying.result(step, visit_of(hall, order), parts, ended)
    until(lambda: result.property("outcome") != "")
    assert result.property("headline") == says
    assert ("待入账" in result.property("sentence") or "请勿重复付款" in result.property("sentence")) == (
        says == NOT_YET
    )
    assert ("退回" in result.property("sentence")) == (says == SENT_BACK)


def records(hall: Hall, parts: Parts, ended: Ended, until: Until, order: Order) -> list[tuple[str, bool]]:
    """How the payments stand, and whether that is good news."""
    step = next(row.step for row in SCREENS.values() if isinstance(row.step, Records) and row.step.of == "payments")
    shown = lists.records(step, visit_of(hall, order), parts, ended)
    until(lambda: not shown.property("loading"))
    return [(row["state"], row["good"]) for row in shown.property("rows")]


@pytest.mark.parametrize("state", [state for state in TOLD if TOLD[state][2]])
def test_the_records_say_how_the_order_stands(
    hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until, state: OrderState
) -> None:
    life, _, says = TOLD[state]
    assert (says, False) in records(hall, parts, ended, until, lived(hall, network, *life))


def test_a_refund_is_told_as_under_way_until_the_bank_has_paid(
    hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
) -> None:
    """Some of one payment goes back, and then all of another."""
    order, desk = lived(hall, network), parts.desk
    whole, part = desk.claims.refunds.refundable(hall.person(ZHANG))[:2]
    for item, fen, last in ((whole, whole.fen, "已退费"), (part, 100, "部分已退费")):
        made = desk.claims.refunds.apply(draft_of(item, fen))
        assert not isinstance(made, RefundProblem)
        office = office_at(desk)
        for decide in (office.take, office.approve, office.send):
            assert not isinstance(decide(made.number), RefundProblem)
        assert ("退费中", False) in records(hall, parts, ended, until, order)
        assert not isinstance(office.pay_out(made.number), RefundProblem)
        told = records(hall, parts, ended, until, order)
        assert (last, False) in told and ("退费中", False) not in told
        hall.now += timedelta(minutes=1)
