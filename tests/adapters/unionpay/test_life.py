"""An order's life between the terminal, the simulated UnionPay and the simulated phone."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import UnionPayMerchant
from domain.money import Fen
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    PaymentNetwork,
    Presented,
    Refused,
    Unclear,
    Waiting,
)
from kit.simulators.faults import Fault
from kit.simulators.frame import MERCHANT
from kit.simulators.payer import Ending, Scanned, Source
from kit.simulators.unionpay.ledger import SOURCES
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import FEN, NOON, Now
from tests.adapters.unionpay.stand import unionpay_order

ORDER = unionpay_order()
WHAT = "城乡居民基本医疗保险 2027年"


def shown(unionpay: UnionPay) -> str:
    answer = unionpay.create(ORDER, WHAT)
    assert isinstance(answer, Presented)
    return answer.code


def test_it_is_a_payment_network(unionpay: UnionPay) -> None:
    network: PaymentNetwork = unionpay
    assert network.name == "unionpay"


def test_scan_pay_ask(simulator: UnionPaySimulator, unionpay: UnionPay, now: Now) -> None:
    assert unionpay.query(ORDER) == Absent()
    code = shown(unionpay)
    # There is no trade before the payer makes one.
    assert unionpay.query(ORDER) == Absent()
    assert simulator.scan(code) == Scanned(UnionPay.name, MERCHANT, WHAT, FEN, True, SOURCES)
    assert unionpay.query(ORDER) == Absent()
    now.pass_by(seconds=20)
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    now.pass_by(seconds=5)
    paid = unionpay.query(ORDER)
    assert isinstance(paid, Paid)
    assert paid.paid_at == NOON + timedelta(seconds=20)
    assert simulator.wallet.balances[Source.EMPTY_CARD] == 36_50
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN
    assert simulator.pay(code, Source.CARD) is Ending.ALREADY_PAID
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN
    assert simulator.scan(code) == Scanned(UnionPay.name, MERCHANT, WHAT, FEN, False, SOURCES)


def test_an_empty_card_takes_nothing_and_another_may_follow(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    code = shown(unionpay)
    assert simulator.pay(code, Source.EMPTY_CARD) is Ending.TOO_LITTLE_MONEY
    assert simulator.wallet.balances[Source.EMPTY_CARD] == 36_50
    assert unionpay.query(ORDER) == Waiting()
    assert unionpay.close(ORDER) == Waiting()
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    assert isinstance(unionpay.query(ORDER), Paid)


def test_leaving_the_payment_page_changes_nothing(simulator: UnionPaySimulator, unionpay: UnionPay, now: Now) -> None:
    code = shown(unionpay)
    assert simulator.cancel(code)
    assert unionpay.query(ORDER) == Absent()
    now.pass_by(minutes=6)
    assert not simulator.cancel(code)


def test_after_its_last_moment_nobody_can_pay(simulator: UnionPaySimulator, unionpay: UnionPay, now: Now) -> None:
    code = shown(unionpay)
    now.pass_by(minutes=5)
    assert simulator.cancel(code)
    now.pass_by(seconds=1)
    assert unionpay.query(ORDER) == Absent()
    assert unionpay.close(ORDER) == Absent()
    assert simulator.scan(code) == Scanned(UnionPay.name, MERCHANT, WHAT, FEN, False, SOURCES)
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED


def test_a_failed_try_is_final_in_the_end(simulator: UnionPaySimulator, unionpay: UnionPay, now: Now) -> None:
    code = shown(unionpay)
    simulator.pay(code, Source.EMPTY_CARD)
    now.pass_by(minutes=5, seconds=1)
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    assert unionpay.query(ORDER) == Closed()
    assert unionpay.close(ORDER) == Closed()


def test_a_code_cannot_be_called_back(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    code = shown(unionpay)
    assert unionpay.close(ORDER) == Absent()
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    assert unionpay.close(ORDER) == Waiting()
    assert isinstance(unionpay.query(ORDER), Paid)


def test_the_same_create_again_tells_no_code_and_kills_none(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    code = shown(unionpay)
    assert unionpay.create(ORDER, WHAT) == Unclear("respCode 12")
    assert unionpay.create(replace(ORDER, fen=Fen(1)), WHAT) == Unclear("respCode 12")
    assert simulator.pay(code, Source.CARD) is Ending.PAID


def test_a_create_whose_answer_was_lost_is_unclear(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    simulator.faults.switch(Fault.LOSE_ANSWER, times=1)
    assert unionpay.create(ORDER, WHAT) == Unclear("respCode 12")
    assert unionpay.close(ORDER) == Absent()


def test_a_create_that_never_arrived_is_simply_made_again(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    simulator.faults.switch(Fault.DOWN, times=2)
    assert simulator.pay(shown(unionpay), Source.CARD) is Ending.PAID


def test_number_and_time_together_are_an_order(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    simulator.pay(shown(unionpay), Source.CARD)
    later = replace(ORDER, created_at=NOON + timedelta(seconds=1))
    assert unionpay.query(later) == Absent()
    assert isinstance(unionpay.create(later, WHAT), Presented)
    assert isinstance(unionpay.query(ORDER), Paid)


def test_an_order_over_new_year(simulator: UnionPaySimulator, merchant: UnionPayMerchant, now: Now) -> None:
    now.pass_by(days=38, hours=11, minutes=59)
    order = replace(ORDER, created_at=now(), deadline=now() + timedelta(minutes=5))
    unionpay = UnionPay(merchant, simulator.base_url, now)
    answer = unionpay.create(order, WHAT)
    assert isinstance(answer, Presented)
    now.pass_by(minutes=2)
    simulator.pay(answer.code, Source.CARD)
    paid = unionpay.query(order)
    assert isinstance(paid, Paid)
    assert paid.paid_at == now()
    unionpay.disconnect()


@pytest.mark.parametrize(("late", "taken"), [(-24, True), (24, True), (-25, False), (25, False)])
def test_a_terminal_whose_clock_is_far_off_is_refused(
    simulator: UnionPaySimulator, merchant: UnionPayMerchant, late: int, taken: bool
) -> None:
    wrong = Now(NOON + timedelta(hours=late))
    order = replace(ORDER, created_at=wrong(), deadline=NOON + timedelta(days=2))
    unionpay = UnionPay(merchant, simulator.base_url, lambda: NOON)
    answer = unionpay.create(order, WHAT)
    assert isinstance(answer, Presented) if taken else answer == Refused("10")
    unionpay.disconnect()


def test_many_at_once(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    code = shown(unionpay)
    outcomes: list[Ending] = []
    phones = [threading.Thread(target=lambda: outcomes.append(simulator.pay(code, Source.CARD))) for _ in range(8)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert sorted(outcomes) == [Ending.ALREADY_PAID] * 7 + [Ending.PAID]
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    number=st.text("0123456789ABCXYZabcxyz", min_size=8, max_size=40),
    fen=st.integers(1, 999_999_999_999),
    what=st.text(st.characters(codec="utf-8"), max_size=60),
)
def test_every_order_survives_the_wire(
    simulator: UnionPaySimulator, unionpay: UnionPay, number: str, fen: int, what: str
) -> None:
    order = replace(unionpay_order(number, fen), number=number)
    answer = unionpay.create(order, what)
    if answer == Unclear("respCode 12"):
        return
    assert isinstance(answer, Presented)
    seen = simulator.scan(answer.code)
    assert seen is not None
    assert (seen.fen, seen.description) == (fen, what)
    assert unionpay.query(order) == Absent()
