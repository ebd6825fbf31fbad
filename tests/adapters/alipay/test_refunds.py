"""A refund's life between the terminal, the simulated Alipay and the payer's wallet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.alipay.client import Alipay
from domain.payment.network import (
    Absent,
    Paid,
    Presented,
    RefundAnswer,
    RefundDone,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.alipay.refusals import Refusal
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.frame import MERCHANT
from kit.simulators.payer import Ending, Source
from kit.simulators.wallet import Wallet
from tests.adapters.alipay.stand import order_of
from tests.adapters.stand import Now, a_refund

ORDER = order_of()
WHAT = "城乡居民基本医疗保险 2027年"


def paid(simulator: AlipaySimulator, alipay: Alipay) -> None:
    answer = alipay.create(ORDER, WHAT)
    assert isinstance(answer, Presented)
    assert simulator.pay(answer.code, Source.CARD) is Ending.PAID


def test_a_refund_is_done_at_once_seen_later_and_never_done_twice(
    simulator: AlipaySimulator, alipay: Alipay, now: Now
) -> None:
    paid(simulator, alipay)
    assert alipay.query_refund(ORDER, a_refund()) == Absent()
    assert alipay.refund(ORDER, a_refund()) == RefundDone()
    assert alipay.query_refund(ORDER, a_refund()) == Absent()
    assert alipay.refund(ORDER, a_refund()) == RefundPending()
    now.pass_by(seconds=10)
    assert alipay.query_refund(ORDER, a_refund()) == RefundDone()
    assert alipay.refund(ORDER, a_refund()) == RefundPending()
    assert alipay.refund(ORDER, a_refund("R2")) == Refused("ACQ.TRADE_STATUS_ERROR")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00
    assert alipay.query(ORDER) == Unclear("refunded elsewhere")
    assert alipay.create(ORDER, WHAT) == Refused("ACQ.TRADE_HAS_CLOSE")


def test_a_refund_whose_answer_was_lost_pays_once(simulator: AlipaySimulator, alipay: Alipay, now: Now) -> None:
    paid(simulator, alipay)
    simulator.faults.switch(Fault.LOSE_ANSWER)
    assert alipay.refund(ORDER, a_refund()) == Unclear("RemoteProtocolError")
    simulator.faults.switch(Fault.NONE)
    assert alipay.refund(ORDER, a_refund()) == RefundPending()
    now.pass_by(seconds=10)
    assert alipay.query_refund(ORDER, a_refund()) == RefundDone()
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def test_partial_refunds(simulator: AlipaySimulator, alipay: Alipay, now: Now) -> None:
    paid(simulator, alipay)
    assert alipay.refund(ORDER, a_refund("R1", fen=100_00)) == RefundDone()
    assert isinstance(alipay.query(ORDER), Paid)
    assert alipay.refund(ORDER, a_refund("R2", fen=280_01)) == Refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL")
    assert alipay.refund(ORDER, a_refund("R1", fen=1)) == Unclear("40004 ACQ.DISCORDANT_REPEAT_REQUEST")
    assert alipay.refund(ORDER, a_refund("R2", fen=280_00)) == RefundDone()
    now.pass_by(seconds=10)
    assert alipay.query_refund(ORDER, a_refund("R1", fen=100_00)) == RefundDone()
    assert alipay.query_refund(ORDER, a_refund("R2", fen=280_00)) == RefundDone()
    assert alipay.query_refund(ORDER, a_refund("R2", fen=1)) == Unclear("mismatch: refund_amount")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00
    assert alipay.query(ORDER) == Unclear("refunded elsewhere")


def test_a_year_later_it_is_still_paid_and_cannot_be_refunded(
    simulator: AlipaySimulator, alipay: Alipay, now: Now
) -> None:
    paid(simulator, alipay)
    now.pass_by(days=365, seconds=1)
    assert isinstance(alipay.query(ORDER), Paid)
    assert alipay.refund(ORDER, a_refund()) == Refused("ACQ.TRADE_HAS_FINISHED")


@settings(max_examples=60, deadline=None)
@given(fen=st.integers(1, 500), asked=st.lists(st.tuples(st.sampled_from("ABCD"), st.integers(1, 400)), max_size=12))
def test_no_more_goes_back_than_was_paid(fen: int, asked: list[tuple[str, int]]) -> None:
    wallet, account = Wallet({Source.CARD: 500}), Account("1", "2088", b"", MERCHANT)
    ledger = Ledger(Now(), lambda: "x", wallet)
    amount = f"{fen // 100}.{fen % 100:02d}"
    made = ledger.create(account, {"out_trade_no": "A", "subject": "x", "total_amount": amount})
    assert ledger.pay(made["qr_code"], Source.CARD) is Ending.PAID
    done: dict[str, int] = {}
    for number, part in asked:
        content = {"out_trade_no": "A", "out_request_no": number, "refund_amount": f"{part // 100}.{part % 100:02d}"}
        try:
            told = ledger.refund(account, content)
        except Refusal:
            assert done.get(number) != part
            continue
        assert told["fund_change"] == ("N" if number in done else "Y")
        assert done.setdefault(number, part) == part
        assert wallet.balances[Source.CARD] == 500 - fen + sum(done.values()) <= 500


@pytest.mark.parametrize(
    ("fate", "asked"),
    [
        (RefundFate.UNDER_WAY, RefundPending()),
        (RefundFate.SHORT, RefundShort("ACQ.SELLER_BALANCE_NOT_ENOUGH")),
        (RefundFate.REFUSED, Refused("ACQ.TRADE_NOT_ALLOW_REFUND")),
    ],
)
def test_what_else_may_become_of_it(
    simulator: AlipaySimulator, alipay: Alipay, now: Now, fate: RefundFate, asked: RefundAnswer
) -> None:
    """Nothing of it is told, and no money moves."""
    paid(simulator, alipay)
    simulator.faults.decide(fate)
    assert alipay.refund(ORDER, a_refund()) == asked
    now.pass_by(days=3)
    assert alipay.query_refund(ORDER, a_refund()) == Absent()
    assert alipay.refund(ORDER, a_refund()) == asked
    assert isinstance(alipay.query(ORDER), Paid)
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - ORDER.fen
