"""An order's life between the terminal, the simulated Alipay and the simulated phone."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.alipay.client import Alipay
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
from kit.simulators.alipay.ledger import SOURCES, Account, Ledger
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import Fault
from kit.simulators.frame import MERCHANT
from kit.simulators.payer import Ending, Scanned, Source
from kit.simulators.phone import PayersPhone
from kit.simulators.wallet import Wallet
from tests.adapters.alipay.stand import order_of
from tests.adapters.stand import FEN, NOON, Now, a_refund

ORDER = order_of()
WHAT = "城乡居民基本医疗保险 2027年"


def shown(alipay: Alipay) -> str:
    answer = alipay.create(ORDER, WHAT)
    assert isinstance(answer, Presented)
    return answer.code


def paid(simulator: AlipaySimulator, alipay: Alipay) -> str:
    code = shown(alipay)
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    return code


def test_it_is_a_payment_network(alipay: Alipay) -> None:
    network: PaymentNetwork = alipay
    assert network.name == "alipay"
    alipay.prepare()


def test_scan_pay_ask(simulator: AlipaySimulator, alipay: Alipay, now: Now) -> None:
    assert alipay.query(ORDER) == Absent()
    code = shown(alipay)
    assert code.startswith("https://qr.alipay.com/")
    assert alipay.query(ORDER) == Absent()
    now.pass_by(seconds=20)
    assert simulator.scan(code) == Scanned(Alipay.name, MERCHANT, WHAT, FEN, True, SOURCES)
    assert alipay.query(ORDER) == Waiting()
    now.pass_by(seconds=20)
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    answer = alipay.query(ORDER)
    assert isinstance(answer, Paid)
    assert answer.paid_at == now()
    assert answer.transaction.startswith("2026112322001")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN
    assert simulator.pay(code, Source.CARD) is Ending.ALREADY_PAID
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN
    assert simulator.wallet.balances[Source.BALANCE] == 150_00


def test_the_payers_phone_knows_its_codes(simulator: AlipaySimulator, alipay: Alipay) -> None:
    phone = PayersPhone(simulator.wallet, (simulator,))
    code = shown(alipay)
    assert phone.scan("weixin://wxpay/bizpayurl?pr=1") is None
    assert phone.pay(code, Source.BALANCE) is Ending.TOO_LITTLE_MONEY
    assert phone.pay(code, Source.CARD) is Ending.PAID
    assert isinstance(alipay.query(ORDER), Paid)


def test_too_little_money_takes_nothing(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code = shown(alipay)
    assert simulator.pay(code, Source.BALANCE) is Ending.TOO_LITTLE_MONEY
    assert simulator.wallet.balances[Source.BALANCE] == 150_00
    assert alipay.query(ORDER) == Waiting()
    assert simulator.pay(code, Source.CARD) is Ending.PAID


def test_leaving_the_payment_page_changes_nothing(simulator: AlipaySimulator, alipay: Alipay, now: Now) -> None:
    code = shown(alipay)
    assert simulator.cancel(code)
    assert alipay.query(ORDER) == Absent()
    simulator.scan(code)
    assert simulator.cancel(code)
    assert alipay.query(ORDER) == Waiting()
    now.pass_by(minutes=6)
    assert not simulator.cancel(code)


def test_after_its_last_moment_nobody_can_pay_what_was_scanned(
    simulator: AlipaySimulator, alipay: Alipay, now: Now
) -> None:
    code = shown(alipay)
    simulator.scan(code)
    now.pass_by(minutes=5)
    assert alipay.query(ORDER) == Waiting()
    now.pass_by(seconds=1)
    assert alipay.query(ORDER) == Closed()
    assert alipay.close(ORDER) == Waiting()
    assert simulator.scan(code) == Scanned(Alipay.name, MERCHANT, WHAT, FEN, False, SOURCES)
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    assert alipay.create(ORDER, WHAT) == Refused("ACQ.TRADE_HAS_CLOSE")


def test_after_its_last_moment_what_nobody_scanned_stays_absent(
    simulator: AlipaySimulator, alipay: Alipay, now: Now
) -> None:
    code = shown(alipay)
    now.pass_by(minutes=5, seconds=1)
    assert simulator.scan(code) == Scanned(Alipay.name, MERCHANT, WHAT, FEN, False, SOURCES)
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    assert alipay.query(ORDER) == Absent()
    assert alipay.close(ORDER) == Absent()
    assert alipay.create(ORDER, WHAT) == Refused("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR")


def test_a_code_that_came_late_still_ends_with_the_order(simulator: AlipaySimulator, alipay: Alipay, now: Now) -> None:
    now.pass_by(minutes=4)
    code = shown(alipay)
    now.pass_by(minutes=1)
    assert simulator.cancel(code)
    now.pass_by(seconds=1)
    assert not simulator.cancel(code)


def test_what_nobody_scanned_cannot_be_closed_and_its_code_lives_on(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code = shown(alipay)
    assert alipay.close(ORDER) == Absent()
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    assert isinstance(alipay.query(ORDER), Paid)


def test_a_closed_trade_cannot_be_paid_or_made_again(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code = shown(alipay)
    simulator.scan(code)
    assert alipay.close(ORDER) == Closed()
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
    assert alipay.create(ORDER, WHAT) == Refused("ACQ.TRADE_HAS_CLOSE")
    assert alipay.close(ORDER) == Waiting()
    assert alipay.query(ORDER) == Closed()


def test_a_paid_trade_cannot_be_closed(simulator: AlipaySimulator, alipay: Alipay) -> None:
    paid(simulator, alipay)
    assert alipay.close(ORDER) == Waiting()
    assert isinstance(alipay.query(ORDER), Paid)
    assert alipay.create(ORDER, WHAT) == Unclear("40004 ACQ.TRADE_HAS_SUCCESS")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


def test_an_unknown_order_is_absent(alipay: Alipay) -> None:
    assert alipay.close(ORDER) == Absent()
    assert alipay.refund(ORDER, a_refund()) == Refused("ACQ.TRADE_NOT_EXIST")
    assert alipay.query_refund(ORDER, a_refund()) == Absent()


def test_the_same_create_again_is_one_more_code_for_one_trade(simulator: AlipaySimulator, alipay: Alipay) -> None:
    one, other = shown(alipay), shown(alipay)
    assert one != other
    assert simulator.pay(one, Source.CARD) is Ending.PAID
    assert simulator.pay(other, Source.CARD) is Ending.ALREADY_PAID
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


def test_a_create_whose_answer_was_lost_is_simply_made_again(simulator: AlipaySimulator, alipay: Alipay) -> None:
    simulator.faults.switch(Fault.LOSE_ANSWER, times=2)
    assert simulator.pay(shown(alipay), Source.CARD) is Ending.PAID


def test_the_same_number_for_something_else_is_unclear(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code = shown(alipay)
    assert alipay.create(order_of(fen=1), WHAT) == Unclear("40004 ACQ.CONTEXT_INCONSISTENT")
    simulator.scan(code)
    assert alipay.create(order_of(fen=1), WHAT) == Unclear("40004 ACQ.CONTEXT_INCONSISTENT")


def test_a_close_whose_answer_was_lost_is_settled_by_a_query(simulator: AlipaySimulator, alipay: Alipay) -> None:
    simulator.scan(shown(alipay))
    simulator.faults.switch(Fault.LOSE_ANSWER, times=1)
    assert alipay.close(ORDER) == Waiting()
    assert alipay.query(ORDER) == Closed()


def test_an_order_whose_time_is_over_is_refused(alipay: Alipay, now: Now) -> None:
    now.pass_by(minutes=5)
    assert alipay.create(ORDER, WHAT) == Refused("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR")


@pytest.mark.parametrize("what", ["a/b=c&d", "医" * 300, '"\\{}', "％+ 1%26", "😀"])
def test_every_description_reaches_the_phone(simulator: AlipaySimulator, alipay: Alipay, what: str) -> None:
    answer = alipay.create(ORDER, what)
    assert isinstance(answer, Presented)
    seen = simulator.scan(answer.code)
    assert seen is not None
    assert seen.description == what.replace("/", "／").replace("=", "＝").replace("&", "＆")[:256]


@settings(max_examples=60, deadline=None)
@given(minutes=st.integers(0, 200), asked=st.integers(1, 300), ends=st.integers(1, 300))
def test_a_code_ends_with_the_first_of_its_limits(minutes: int, asked: int, ends: int) -> None:
    now, account = Now(), Account("1", "2088", b"", MERCHANT)
    ledger = Ledger(now, lambda: "x", Wallet())
    over = NOON + timedelta(hours=8, minutes=ends)
    content = {
        "out_trade_no": "A",
        "subject": "x",
        "total_amount": "1.00",
        "time_expire": f"{over:%Y-%m-%d %H:%M:%S}",
        "qr_code_timeout_express": f"{asked}m",
    }
    code = ledger.create(account, content)["qr_code"]
    now.pass_by(minutes=minutes)
    assert ledger.alive(code) is (minutes <= min(asked, ends, 120))
    assert ledger.pay(code, Source.CARD) is (Ending.PAID if minutes <= min(asked, ends, 120) else Ending.EXPIRED)
