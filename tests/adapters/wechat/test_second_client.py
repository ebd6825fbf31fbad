"""A second client, written by others (`wechatpayv3`), gets on with our simulator: the wire is not only our own idea."""

import gzip
import hashlib
import json
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.payment.network import Paid, Presented
from domain.reconciliation.bill import Bill
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.others.clients import wechatpayv3_of
from tests.adapters.stand import FEN, NUMBER, Now, a_refund, an_order


@pytest.fixture
def now() -> Now:
    """The second client looks at the real clock, so everybody does."""
    return Now(datetime.now(UTC))


@pytest.fixture
def other(simulator: WeChatSimulator, merchant: WeChatMerchant) -> Any:
    return wechatpayv3_of(simulator, merchant)


def create(other: Any, now: Now) -> str:
    status, text = other.pay(
        description="城乡居民医疗保险",
        out_trade_no=NUMBER,
        amount={"total": FEN, "currency": "CNY"},
        time_expire=(now() + timedelta(minutes=5)).isoformat(timespec="seconds"),
    )
    assert status == 200
    return str(json.loads(text)["code_url"])


def refund(other: Any, number: str, fen: int) -> tuple[int, str]:
    """The status, and the refund's own or the code of an error."""
    amount = {"refund": fen, "total": FEN, "currency": "CNY"}
    status, text = other.refund(out_refund_no=number, amount=amount, out_trade_no=NUMBER, reason="缴费未入库")
    told = json.loads(text)
    return status, told["status"] if status == 200 else told["code"]


def test_create_pay_query_refund(simulator: WeChatSimulator, other: Any, now: Now) -> None:
    assert simulator.pay(create(other, now), Source.CARD) is Ending.PAID
    status, text = other.query(out_trade_no=NUMBER)
    assert (status, json.loads(text)["trade_state"]) == (200, "SUCCESS")
    assert refund(other, "R1", FEN) == (200, "PROCESSING")
    status, text = other.query_refund("R1")
    assert (status, json.loads(text)["amount"]["refund"]) == (200, FEN)


def test_a_refund_in_parts(simulator: WeChatSimulator, other: Any, now: Now) -> None:
    assert simulator.pay(create(other, now), Source.CARD) is Ending.PAID
    assert other.query_refund("R1")[0] == 404
    assert refund(other, "R1", 120_50) == (200, "PROCESSING")
    now.pass_by(seconds=3)
    assert refund(other, "R1", 120_50) == (200, "SUCCESS")
    assert refund(other, "R1", 120_51) == (400, "INVALID_REQUEST")
    assert refund(other, "R2", FEN - 120_50) == (429, "FREQUENCY_LIMITED")
    now.pass_by(minutes=1)
    assert refund(other, "R2", FEN) == (400, "INVALID_REQUEST")
    assert refund(other, "R2", FEN - 120_50) == (200, "PROCESSING")
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


@pytest.mark.parametrize(
    ("fate", "word"),
    [
        (RefundFate.SHORT, "NOT_ENOUGH"),
        (RefundFate.REFUSED, "USER_ACCOUNT_ABNORMAL"),
    ],
)
def test_a_refund_that_is_not_taken(
    simulator: WeChatSimulator, other: Any, now: Now, fate: RefundFate, word: str
) -> None:
    simulator.pay(create(other, now), Source.CARD)
    simulator.faults.decide(fate)
    assert refund(other, "R1", FEN) == (403, word)


def test_an_abnormal_refund_goes_to_a_card_that_it_seals(simulator: WeChatSimulator, other: Any, now: Now) -> None:
    simulator.pay(create(other, now), Source.CARD)
    simulator.faults.decide(RefundFate.ABNORMAL)
    refund(other, "R1", FEN)
    now.pass_by(seconds=3)
    told = json.loads(other.query_refund("R1")[1])
    assert told["status"] == "ABNORMAL"
    card = {"bank_type": "ICBC_DEBIT", "bank_account": "6222020200112233445", "real_name": "王小明"}
    status, text = other.abnormal_refund(told["refund_id"], "R1", "USER_BANK_CARD", **card)
    assert (status, json.loads(text)["status"]) == (200, "PROCESSING")
    now.pass_by(seconds=3)
    assert json.loads(other.query_refund("R1")[1])["status"] == "SUCCESS"
    assert simulator.ledger.sent_on == [("6222020200112233445", "王小明", FEN)]


def test_create_close_query(other: Any, now: Now) -> None:
    create(other, now)
    assert other.close(NUMBER)[0] == 204
    assert json.loads(other.query(out_trade_no=NUMBER)[1])["trade_state"] == "CLOSED"


def test_errors_reach_it_as_errors(other: Any) -> None:
    status, text = other.query(out_trade_no=NUMBER)
    assert (status, json.loads(text)["code"]) == (404, "ORDER_NOT_EXIST")


def test_it_too_rejects_a_bad_signature(simulator: WeChatSimulator, other: Any, now: Now) -> None:
    create(other, now)
    simulator.faults.switch(Fault.BAD_SIGNATURE)
    with pytest.raises(Exception, match="failed to verify the signature"):
        other.query(out_trade_no=NUMBER)


def test_what_it_creates_we_can_ask_about(simulator: WeChatSimulator, other: Any, wechat: WeChatPay, now: Now) -> None:
    simulator.pay(create(other, now), Source.CARD)
    assert isinstance(wechat.query(an_order(now=now())), Paid)


def test_many_at_once(simulator: WeChatSimulator, wechat: WeChatPay, other: Any, now: Now) -> None:
    code = create(other, now)
    outcomes: list[Ending] = []
    phones = [threading.Thread(target=lambda: outcomes.append(simulator.pay(code, Source.CARD))) for _ in range(8)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert sorted(outcomes) == [Ending.ALREADY_PAID] * 7 + [Ending.PAID]
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


def test_its_bill_is_ours(simulator: WeChatSimulator, other: Any, wechat: WeChatPay, now: Now) -> None:
    real, now.at = now.at, now.at - timedelta(days=2)
    paid = wechat.create(an_order(now=now()), "城乡居民医疗保险")
    assert isinstance(paid, Presented)
    assert simulator.pay(paid.code, Source.CARD) is Ending.PAID
    now.pass_by(seconds=1)
    wechat.refund(an_order(now=now()), a_refund(fen=120_50, at=now()))
    day, now.at = now().astimezone(HALL_TIME).date(), real
    status, text = other.trade_bill(f"{day}")
    told = json.loads(text)
    assert (status, told["hash_type"]) == (200, "SHA1")
    status, packed = other.download_bill(told["download_url"])
    plain = gzip.decompress(packed)
    assert (status, hashlib.sha1(plain).hexdigest()) == (200, told["hash_value"])
    names, *lines, tops, sums = plain.decode("utf-8-sig").splitlines()
    row, back = (dict(zip(names.split(","), line[1:].split(",`"), strict=True)) for line in lines)
    assert (row["商户订单号"], row["订单金额"], row["交易状态"]) == (NUMBER, "380.00", "SUCCESS")
    assert (back["商户退款单号"], back["申请退款金额"], back["交易状态"]) == ("R1", "120.50", "REFUND")
    total = dict(zip(tops.split(","), sums[1:].split(",`"), strict=True))
    assert (total["总交易单数"], total["订单总金额"], total["申请退款总金额"]) == ("2", "380.00", "120.50")
    ours = wechat.bill(day)
    assert isinstance(ours, Bill)
    assert [(row.number, row.fen) for row in ours.rows()] == [(NUMBER, FEN), ("R1", 120_50)]


def test_no_bill_reaches_it_as_an_error(other: Any, now: Now) -> None:
    day = (now() - timedelta(days=3)).date()
    status, text = other.trade_bill(f"{day}")
    assert (status, json.loads(text)["code"]) == (400, "NO_STATEMENT_EXIST")
