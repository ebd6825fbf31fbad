"""Money on its way back: accepted, done, in parts, and never twice."""

import threading
from dataclasses import replace

import pytest

from adapters.payments.unionpay.client import UnionPay
from domain.payment.network import (
    Absent,
    Paid,
    Presented,
    RefundAnswer,
    RefundDone,
    RefundFailed,
    RefundPending,
    Refused,
    Unclear,
)
from domain.payment.order import Order
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.payer import Source
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import FEN, Now
from tests.adapters.unionpay.stand import unionpay_order, unionpay_refund

REFUND = unionpay_refund()
REPEATED, SENT_BACK = Unclear("respCode 12"), Unclear("respCode 45")
FULL = 50_000_00


@pytest.fixture
def order(simulator: UnionPaySimulator, unionpay: UnionPay) -> Order:
    """Paid, by card."""
    return paid_order(simulator, unionpay, unionpay_order())


def paid_order(simulator: UnionPaySimulator, unionpay: UnionPay, order: Order) -> Order:
    answer = unionpay.create(order, "医疗保险")
    assert isinstance(answer, Presented)
    simulator.pay(answer.code, Source.CARD)
    paid = unionpay.query(order)
    assert isinstance(paid, Paid)
    return replace(order, transaction=paid.transaction, paid_at=paid.paid_at)


def test_accepted_then_done_and_never_done_twice(
    simulator: UnionPaySimulator, unionpay: UnionPay, order: Order, now: Now
) -> None:
    assert unionpay.query_refund(order, REFUND) == Absent()
    assert unionpay.refund(order, REFUND) == RefundPending()
    assert unionpay.query_refund(order, REFUND) == RefundPending()
    now.pass_by(seconds=3)
    assert unionpay.query_refund(order, REFUND) == RefundDone()
    assert unionpay.refund(order, REFUND) == REPEATED
    assert unionpay.query_refund(order, REFUND) == RefundDone()
    assert unionpay.refund(order, unionpay_refund("R20261123120000ABCDEF002")) == SENT_BACK
    assert simulator.wallet.balances[Source.CARD] == FULL
    # A payment stays the payment that it was: what went back is a trade of its own.
    assert isinstance(unionpay.query(order), Paid)


@pytest.mark.parametrize("fault", [Fault.LOSE_ANSWER, Fault.TRUNCATED, Fault.BAD_SIGNATURE, Fault.UNSIGNED])
def test_one_whose_answer_was_lost_pays_once(
    simulator: UnionPaySimulator, unionpay: UnionPay, order: Order, now: Now, fault: Fault
) -> None:
    simulator.faults.switch(fault)
    assert isinstance(unionpay.refund(order, REFUND), Unclear)
    simulator.faults.switch(Fault.NONE)
    assert unionpay.refund(order, REFUND) == REPEATED
    now.pass_by(seconds=3)
    assert unionpay.query_refund(order, REFUND) == RefundDone()
    assert simulator.wallet.balances[Source.CARD] == FULL


def test_in_parts_until_nothing_is_left(
    simulator: UnionPaySimulator, unionpay: UnionPay, order: Order, now: Now
) -> None:
    parts = [("R0000001", 200_00), ("R0000001", 200_00), ("R0000002", 180_01), ("R0000002", 180_00), ("R0000003", 1)]
    answers: list[RefundAnswer] = [unionpay.refund(order, unionpay_refund(number, fen)) for number, fen in parts]
    assert answers == [RefundPending(), REPEATED, Refused("36"), RefundPending(), SENT_BACK]
    now.pass_by(seconds=3)
    assert unionpay.query_refund(order, unionpay_refund("R0000001", 200_00)) == RefundDone()
    assert unionpay.query_refund(order, unionpay_refund("R0000001", 200_01)) == Unclear("mismatch: txnAmt")
    assert unionpay.query_refund(order, unionpay_refund("R0000002", 180_00)) == RefundDone()
    assert unionpay.query_refund(order, unionpay_refund("R0000003", 1)) == Absent()
    assert simulator.wallet.balances[Source.CARD] == FULL


def test_it_goes_back_to_where_it_came_from(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    small = unionpay_order("20261123120000ABCDEF0002", 10_00)
    answer = unionpay.create(small, "医疗保险")
    assert isinstance(answer, Presented)
    simulator.pay(answer.code, Source.EMPTY_CARD)
    paid = unionpay.query(small)
    assert isinstance(paid, Paid)
    assert simulator.wallet.balances[Source.EMPTY_CARD] == 26_50
    unionpay.refund(replace(small, transaction=paid.transaction), unionpay_refund(fen=10_00))
    assert simulator.wallet.balances[Source.EMPTY_CARD] == 36_50


def test_what_is_not_paid_is_not_sent_back(unionpay: UnionPay) -> None:
    unpaid = replace(unionpay_order(), transaction="612311200000000000009")
    unionpay.create(unpaid, "医疗保险")
    assert unionpay.refund(unpaid, REFUND) == Refused("35")
    assert unionpay.refund(unionpay_order(), REFUND) == Refused("35")
    assert unionpay.query_refund(unpaid, REFUND) == Absent()


def test_a_refund_is_of_one_payment(simulator: UnionPaySimulator, unionpay: UnionPay, order: Order) -> None:
    other = paid_order(simulator, unionpay, unionpay_order("20261123120000ABCDEF0002"))
    assert unionpay.refund(order, REFUND) == RefundPending()
    assert unionpay.refund(other, REFUND) == REPEATED
    assert simulator.wallet.balances[Source.CARD] == FULL - FEN


def test_a_refund_cannot_take_the_number_of_its_order(unionpay: UnionPay, order: Order) -> None:
    taken = unionpay_refund(order.number)
    assert unionpay.refund(order, taken) == REPEATED
    # It was not made, and the query finds the payment instead.
    assert unionpay.query_refund(order, taken) == Unclear("mismatch: txnType")


def test_many_at_once(simulator: UnionPaySimulator, unionpay: UnionPay, order: Order) -> None:
    answers: list[RefundAnswer] = []
    tills = [threading.Thread(target=lambda: answers.append(unionpay.refund(order, REFUND))) for _ in range(8)]
    for till in tills:
        till.start()
    for till in tills:
        till.join()
    assert sorted(answers, key=str) == [RefundPending(), *[REPEATED] * 7]
    assert simulator.wallet.balances[Source.CARD] == FULL


@pytest.mark.parametrize(
    ("fate", "asked", "told"),
    [
        (RefundFate.UNDER_WAY, RefundPending(), RefundPending()),
        (RefundFate.FAILED, RefundPending(), RefundFailed("61")),
        (RefundFate.REFUSED, Refused("32"), Absent()),
    ],
)
def test_what_else_may_become_of_it(
    simulator: UnionPaySimulator,
    unionpay: UnionPay,
    order: Order,
    now: Now,
    fate: RefundFate,
    asked: RefundAnswer,
    told: RefundAnswer,
) -> None:
    """A failure is told by the query; to ask again by the same number is only answered as a repetition."""
    simulator.faults.decide(fate)
    assert unionpay.refund(order, REFUND) == asked
    now.pass_by(hours=3)
    assert unionpay.query_refund(order, REFUND) == told
    assert unionpay.refund(order, REFUND) == (asked if fate is RefundFate.REFUSED else REPEATED)
    assert simulator.wallet.balances[Source.CARD] == FULL - FEN
