"""What is owed of an order whose payment could not be posted: each word of its network, and what is done about it."""

import pytest

from domain.payment.network import (
    Absent,
    Paid,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.repayments.numbers import MOST
from domain.repayments.repayer import RENEWED_AFTER, REROUTED_AFTER, TOP_UP
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from tests.payment.hall import NOON, ZHOU, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.payment.test_cashier import NO_REFUND, SHOWN


@pytest.fixture
def owed(hall: Hall, network: ScriptedNetwork) -> Order:
    network.will(SHOWN, ("query", Paid("4200000002", NOON)))
    order = hall.cashier.check(hall.start(bill_of(hall.person(ZHOU))).number)
    assert order.state is OrderState.REFUND_DUE
    return order


def tries(hall: Hall, order: Order) -> list[RepaymentState]:
    return [one.state for one in hall.store.repayments.of(order.number)]


def last(hall: Hall, order: Order) -> Repayment:
    found = hall.store.repayments.last(order.number)
    assert found
    return found


@pytest.mark.parametrize(
    ("known", "answer", "state"),
    [
        (RefundDone(), None, RepaymentState.DONE),
        (RefundPending(), None, RepaymentState.UNDER_WAY),
        (RefundAbnormal("5000"), None, RepaymentState.ABNORMAL),
        (RefundClosed(), None, RepaymentState.CLOSED),
        (RefundFailed("64"), None, RepaymentState.FAILED),
        (Absent(), RefundDone(), RepaymentState.DONE),
        (Absent(), RefundPending(), RepaymentState.UNDER_WAY),
        (Absent(), RefundClosed(), RepaymentState.CLOSED),
        (Absent(), RefundShort("NOT_ENOUGH"), RepaymentState.SHORT),
        (Absent(), Refused("USER_ACCOUNT_ABNORMAL"), RepaymentState.REFUSED),
        (Absent(), Absent(), RepaymentState.REFUSED),
        (Absent(), Unclear("timeout"), RepaymentState.ASKED),
        (Unclear("timeout"), RefundPending(), RepaymentState.UNDER_WAY),
        (Unclear("timeout"), RefundShort("NOT_ENOUGH"), RepaymentState.ASKED),
        (Unclear("timeout"), Refused("INVALID_REQUEST"), RepaymentState.ASKED),
        (Unclear("timeout"), Absent(), RepaymentState.ASKED),
        (Refused("NO_AUTH"), Refused("NO_AUTH"), RepaymentState.ASKED),
    ],
)
def test_each_word_by_itself(
    hall: Hall,
    network: ScriptedNetwork,
    owed: Order,
    known: RefundAnswer,
    answer: RefundAnswer | None,
    state: RepaymentState,
) -> None:
    network.will(("query_refund", known))
    if answer:
        network.will(("refund", answer))
    hall.sweep()
    assert tries(hall, owed) == [state]
    assert hall.state(owed) is (OrderState.REFUNDED if state is RepaymentState.DONE else OrderState.REFUND_DUE)


@pytest.mark.parametrize("known", [Absent(), Unclear("timeout"), Refused("NO_AUTH"), RefundShort("NOT_ENOUGH")])
@pytest.mark.parametrize("before", [RefundPending(), RefundAbnormal("5000")])
def test_what_the_network_has_had_is_not_asked_for_again(
    hall: Hall, network: ScriptedNetwork, owed: Order, before: RefundAnswer, known: RefundAnswer
) -> None:
    """Whatever it says afterwards but how it ended: it is on its way."""
    network.will(("query_refund", before), ("query_refund", known))
    hall.sweep()
    after = last(hall, owed)
    hall.sweep()
    assert last(hall, owed) == after


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (RefundDone(), RepaymentState.DONE),
        (RefundClosed(), RepaymentState.CLOSED),
        (RefundFailed("returned to the merchant"), RepaymentState.FAILED),
    ],
)
@pytest.mark.parametrize("before", [RefundPending(), RefundAbnormal("5000")])
def test_how_it_ends_days_later(
    hall: Hall, network: ScriptedNetwork, owed: Order, before: RefundAnswer, end: RefundAnswer, state: RepaymentState
) -> None:
    network.will(("query_refund", before))
    hall.sweep()
    hall.later(days=3)
    network.will(("query_refund", end))
    hall.sweep()
    assert tries(hall, owed) == [state] and last(hall, owed).since == hall.now


def test_a_closed_one_gets_a_new_number_each_day_and_never_two_at_once(
    hall: Hall, network: ScriptedNetwork, owed: Order
) -> None:
    for _ in range(3):
        network.will(("query_refund", RefundClosed()))
        hall.sweep()
        hall.sweep()
        hall.now += RENEWED_AFTER
    assert tries(hall, owed) == [RepaymentState.ENDED, RepaymentState.ENDED, RepaymentState.CLOSED]
    numbers = [one.number for one in hall.store.repayments.of(owed.number)]
    assert list(dict.fromkeys(network.refunds)) == numbers and len(set(numbers)) == 3


def test_numbers_come_to_an_end_and_then_it_waits_for_people(hall: Hall, network: ScriptedNetwork, owed: Order) -> None:
    for _ in range(MOST + 2):
        network.script.clear()
        network.will(("query_refund", RefundClosed()))
        hall.sweep()
        hall.now += RENEWED_AFTER
    network.script.clear()
    assert len(tries(hall, owed)) == MOST and tries(hall, owed)[-1] is RepaymentState.CLOSED


def test_too_little_money_is_asked_again_after_a_while_by_the_same_number(
    hall: Hall, network: ScriptedNetwork, owed: Order
) -> None:
    network.will(NO_REFUND, ("refund", RefundShort("NOT_ENOUGH")))
    hall.sweep()
    hall.sweep()
    hall.now += TOP_UP
    network.will(NO_REFUND, ("refund", RefundDone()))
    hall.sweep()
    assert tries(hall, owed) == [RepaymentState.DONE] and hall.state(owed) is OrderState.REFUNDED


def test_a_refusal_for_good_is_not_asked_again(hall: Hall, network: ScriptedNetwork, owed: Order) -> None:
    network.will(NO_REFUND, ("refund", Refused("USER_ACCOUNT_ABNORMAL")))
    for _ in range(5):
        hall.sweep()
        hall.later(days=1)
    refused = last(hall, owed)
    assert (refused.state, refused.why) == (RepaymentState.REFUSED, "USER_ACCOUNT_ABNORMAL")
    assert hall.store.repayments.waiting() == (refused,)


def test_what_lies_at_the_network_waits_where_nobody_has_said_where_to_send_it(
    hall: Hall, network: ScriptedNetwork, owed: Order
) -> None:
    network.will(("query_refund", RefundAbnormal("5000")))
    hall.sweep()
    hall.now += REROUTED_AFTER
    network.will(("query_refund", RefundAbnormal("5000")))
    hall.sweep()
    abnormal = last(hall, owed)
    assert (abnormal.state, abnormal.reference, abnormal.since) == (RepaymentState.ABNORMAL, "5000", NOON)
