"""An order's life between the terminal, the simulated WeChat Pay and the simulated phone."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    PaymentNetwork,
    Presented,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
    Waiting,
)
from kit.simulators.faults import Fault
from kit.simulators.frame import MERCHANT
from kit.simulators.payer import Ending, Scanned, Source
from kit.simulators.wechat.ledger import SOURCES
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import FEN, NOON, KeyPair, Now, a_refund, an_order

ORDER = an_order()
WHAT = "城乡居民基本医疗保险 2027年"


def shown(wechat: WeChatPay) -> str:
    answer = wechat.create(ORDER, WHAT)
    assert isinstance(answer, Presented)
    return answer.code


def test_it_is_a_payment_network(wechat: WeChatPay) -> None:
    network: PaymentNetwork = wechat
    assert network.name == "wechat"


def test_scan_pay_ask(simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> None:
    assert wechat.query(ORDER) == Absent()
    code = shown(wechat)
    assert wechat.query(ORDER) == Waiting()
    assert simulator.scan(code) == Scanned(WeChatPay.name, MERCHANT, WHAT, FEN, True, SOURCES)
    now.pass_by(seconds=20)
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    paid = wechat.query(ORDER)
    assert isinstance(paid, Paid)
    assert paid.paid_at == now()
    assert simulator.wallet.balances[Source.CHANGE] == 200_00
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN
    assert simulator.pay(code, Source.CARD) is Ending.ALREADY_PAID
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


def test_too_little_change_takes_nothing(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    code = shown(wechat)
    assert simulator.pay(code, Source.CHANGE) is Ending.TOO_LITTLE_MONEY
    assert simulator.wallet.balances[Source.CHANGE] == 200_00
    assert wechat.query(ORDER) == Waiting()


def test_leaving_the_payment_page_changes_nothing(simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> None:
    code = shown(wechat)
    assert simulator.cancel(code)
    assert wechat.query(ORDER) == Waiting()
    now.pass_by(minutes=6)
    assert not simulator.cancel(code)


def test_after_its_last_moment_nobody_can_pay(simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> None:
    code = shown(wechat)
    now.pass_by(minutes=5)
    assert wechat.query(ORDER) == Waiting()
    now.pass_by(seconds=1)
    assert simulator.scan(code) == Scanned(WeChatPay.name, MERCHANT, WHAT, FEN, False, SOURCES)
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    # Its time ends the paying, and nothing else: only its merchant closes an order.
    assert wechat.query(ORDER) == Waiting()
    assert wechat.close(ORDER) == Closed()
    assert wechat.query(ORDER) == Closed()


def test_a_closed_order_cannot_be_paid_or_made_again(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    code = shown(wechat)
    assert wechat.close(ORDER) == Closed()
    assert wechat.close(ORDER) == Closed()
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    assert wechat.create(ORDER, WHAT) == Refused("ORDER_CLOSED")
    assert wechat.query(ORDER) == Closed()


def test_a_paid_order_cannot_be_closed(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    simulator.pay(shown(wechat), Source.CARD)
    assert wechat.close(ORDER) == Waiting()
    assert isinstance(wechat.query(ORDER), Paid)
    assert wechat.create(ORDER, WHAT) == Unclear("400 ORDERPAID")


def test_an_unknown_order_is_absent(wechat: WeChatPay) -> None:
    assert wechat.close(ORDER) == Absent()
    assert wechat.refund(ORDER, a_refund()) == Absent()
    assert wechat.query_refund(ORDER, a_refund()) == Absent()


def test_the_same_create_again_kills_the_older_code(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    old, new = shown(wechat), shown(wechat)
    assert old != new
    assert simulator.pay(old, Source.CARD) is Ending.EXPIRED
    assert simulator.pay(new, Source.CARD) is Ending.PAID


def test_a_create_whose_answer_was_lost_is_simply_made_again(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    simulator.faults.switch(Fault.LOSE_ANSWER, times=2)
    assert simulator.pay(shown(wechat), Source.CARD) is Ending.PAID


def test_the_same_number_for_something_else_is_unclear(wechat: WeChatPay) -> None:
    shown(wechat)
    assert wechat.create(an_order(fen=1), WHAT) == Unclear("400 INVALID_REQUEST 268498688")


def test_a_refund_is_accepted_then_done_and_never_done_twice(
    simulator: WeChatSimulator, wechat: WeChatPay, now: Now
) -> None:
    simulator.pay(shown(wechat), Source.CARD)
    assert wechat.refund(ORDER, a_refund()) == RefundPending()
    assert wechat.query_refund(ORDER, a_refund()) == RefundPending()
    now.pass_by(seconds=3)
    assert wechat.query_refund(ORDER, a_refund()) == RefundDone()
    assert wechat.refund(ORDER, a_refund()) == RefundDone()
    assert wechat.refund(ORDER, a_refund("R2")) == Refused("INVALID_REQUEST")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00
    assert wechat.query(ORDER) == Unclear("refunded elsewhere")


def test_a_refund_whose_answer_was_lost_pays_once(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    simulator.pay(shown(wechat), Source.CARD)
    simulator.faults.switch(Fault.LOSE_ANSWER)
    assert wechat.refund(ORDER, a_refund()) == Unclear("RemoteProtocolError")
    simulator.faults.switch(Fault.NONE)
    assert wechat.refund(ORDER, a_refund()) == RefundPending()
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def refused(wechat: WeChatPay) -> None:
    """Asked to create, nothing was created; of what there is already, an answer without a signature says nothing."""
    assert wechat.create(ORDER, WHAT) == Refused("SIGN_ERROR")
    unsigned = Unclear("401 unsigned")
    assert wechat.query(ORDER) == wechat.close(ORDER) == wechat.query_refund(ORDER, a_refund()) == unsigned


@pytest.mark.parametrize("late", [-480, -301, 301, 480])
def test_a_terminal_whose_clock_is_wrong_is_refused(
    simulator: WeChatSimulator, merchant: WeChatMerchant, late: int
) -> None:
    wrong = Now(NOON)
    wrong.pass_by(seconds=late)
    refused(WeChatPay(merchant, simulator.base_url, wrong, lambda: "N"))


def test_so_is_one_whose_key_is_another_by_now(
    simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now, keys: tuple[KeyPair, KeyPair]
) -> None:
    old = replace(merchant, private_key=keys[0].private.read_bytes())
    refused(WeChatPay(old, simulator.base_url, now, lambda: "N"))
    refused(WeChatPay(replace(merchant, serial="AA"), simulator.base_url, now, lambda: "N"))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("0123456789ABCXYZabcxyz_-|*", min_size=6, max_size=32))
def test_every_order_number_survives_the_path(wechat: WeChatPay, number: str) -> None:
    assert simulated_code(wechat.create(an_order(number), WHAT)).startswith("weixin://wxpay/bizpayurl?pr=")
    assert wechat.query(an_order(number)) == Waiting()
    assert wechat.query(an_order(number + "~")) == Absent()


def simulated_code(answer: object) -> str:
    assert isinstance(answer, Presented)
    return answer.code
