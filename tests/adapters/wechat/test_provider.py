"""A service provider (服务商) takes the money for a merchant: the same life, and answers are held to that merchant."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.wechat.bill import read
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    Presented,
    QueryAnswer,
    RefundAnswer,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
    Waiting,
)
from domain.reconciliation.bill import Bill, BrokenBill, Silent
from domain.refunds.account import Account
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.bill import NAMES, TOTALS
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import FEN, NOON, NUMBER, Now, a_refund, an_order
from tests.adapters.wechat.stand import Stand

SUB, SUB_APP = "1900000201", "wx0000000000000201"
ORDER, REFUND = an_order(), a_refund()
AMOUNT = {"total": FEN, "currency": "CNY"}
TRADE: dict[str, Any] = {
    "out_trade_no": NUMBER,
    "sp_mchid": "1230000109",
    "sp_appid": "wx0000000000000001",
    "sub_mchid": SUB,
    "sub_appid": SUB_APP,
    "trade_state": "SUCCESS",
    "transaction_id": "42",
    "success_time": "2026-11-23T12:01:02+08:00",
    "amount": AMOUNT,
}
BACK: dict[str, Any] = {
    "out_trade_no": NUMBER,
    "out_refund_no": "R1",
    "status": "SUCCESS",
    "amount": {**AMOUNT, "refund": FEN},
}
PAID = Paid("42", NOON + timedelta(seconds=62))


@pytest.fixture
def provider(simulator: WeChatSimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> WeChatPay:
    """The client of a provider that the simulator knows with its merchant."""
    key = rsa_keys[1]
    return demo_merchant(simulator, now, Machine(), make_key=lambda: key, sub_mchid=SUB, sub_appid=SUB_APP)[1]


@pytest.fixture
def client(stand: Stand) -> WeChatPay:
    """The client of a provider who hears what a script says."""
    return stand.client_of(replace(stand.merchant, sub_mchid=SUB, sub_appid=SUB_APP))


def test_a_life_with_a_refund_and_a_bill(simulator: WeChatSimulator, provider: WeChatPay, now: Now) -> None:
    assert provider.query(ORDER) == Absent()
    shown = provider.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert provider.query(ORDER) == Waiting()
    assert simulator.pay(shown.code, Source.CARD) is Ending.PAID
    assert isinstance(provider.query(ORDER), Paid)
    assert provider.refund(ORDER, REFUND) == RefundPending()
    now.pass_by(seconds=5)
    assert provider.query_refund(ORDER, REFUND) == RefundDone()
    now.pass_by(days=1)
    bill = provider.bill(NOON.astimezone(HALL_TIME).date())
    assert isinstance(bill, Bill)
    assert [row.number for row in bill.rows()] == [NUMBER, "R1"]


@pytest.mark.parametrize(
    ("more", "parties"),
    [
        ({}, {"mchid": "1900000109", "appid": "wx1"}),
        ({"sub_mchid": SUB}, {"sp_mchid": "1900000109", "sp_appid": "wx1", "sub_mchid": SUB}),
        (
            {"sub_mchid": SUB, "sub_appid": SUB_APP},
            {"sp_mchid": "1900000109", "sp_appid": "wx1", "sub_mchid": SUB, "sub_appid": SUB_APP},
        ),
    ],
)
def test_who_is_named_where_a_payment_is_asked_for(more: dict[str, Any], parties: dict[str, str]) -> None:
    merchant = WeChatMerchant("1900000109", "wx1", "AA", b"", b"", {}, "https://kiosk.example", **more)
    assert merchant.parties == parties


def test_a_code_is_taken_back(simulator: WeChatSimulator, provider: WeChatPay) -> None:
    shown = provider.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert provider.close(ORDER) == Closed()
    assert simulator.pay(shown.code, Source.CARD) is Ending.EXPIRED
    assert provider.query(ORDER) == Closed()


def test_what_is_told_of_another_merchant_is_not_believed(simulator: WeChatSimulator, provider: WeChatPay) -> None:
    shown = provider.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    simulator.pay(shown.code, Source.CARD)
    simulator.faults.switch(Fault.WRONG_MERCHANT)
    assert provider.query(ORDER) == Unclear("mismatch: sub_mchid")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (TRADE, PAID),
        (TRADE | {"sub_mchid": "1900000202"}, Unclear("mismatch: sub_mchid")),
        (TRADE | {"sub_mchid": None}, Unclear("mismatch: sub_mchid")),
        (TRADE | {"sub_mchid": int(SUB)}, Unclear("mismatch: sub_mchid")),
        (TRADE | {"sp_mchid": SUB}, Unclear("mismatch: sp_mchid")),
        (TRADE | {"sp_appid": SUB_APP}, Unclear("mismatch: sp_appid")),
        (TRADE | {"sub_appid": "wx0000000000000202"}, Unclear("mismatch: sub_appid")),
        ({name: value for name, value in TRADE.items() if name != "sub_appid"}, Unclear("mismatch: sub_appid")),
        (TRADE | {"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (TRADE | {"amount": AMOUNT | {"total": FEN + 1}}, Unclear("mismatch: total")),
        (TRADE | {"trade_state": "CLOSED", "sub_mchid": "1900000202"}, Unclear("mismatch: sub_mchid")),
        (
            {"out_trade_no": NUMBER, "mchid": "1230000109", "appid": "wx0000000000000001"} | {"trade_state": "CLOSED"},
            Unclear("mismatch: sp_appid"),
        ),
    ],
)
def test_whose_order_an_answer_is_about(
    stand: Stand, client: WeChatPay, fields: dict[str, Any], expected: QueryAnswer
) -> None:
    stand.say(200, fields)
    assert client.query(ORDER) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, RefundDone()),
        ({"sub_mchid": SUB}, RefundDone()),
        ({"sub_mchid": "1900000202"}, Unclear("mismatch: sub_mchid")),
        ({"sp_mchid": "1900000202"}, Unclear("mismatch: sp_mchid")),
        ({"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        ({"amount": {**AMOUNT, "refund": 1}}, Unclear("mismatch: refund")),
    ],
)
def test_whose_refund_an_answer_is_about(
    stand: Stand, client: WeChatPay, more: dict[str, Any], expected: RefundAnswer
) -> None:
    stand.say(200, BACK | more)
    assert client.refund(ORDER, REFUND) == expected
    assert client.query_refund(ORDER, REFUND) == expected


def test_a_merchant_who_takes_its_own_money_believes_no_providers_answer(stand: Stand) -> None:
    stand.say(200, TRADE)
    assert stand.client.query(ORDER) == Unclear("mismatch: appid")


def test_what_goes_over_the_wire(stand: Stand, client: WeChatPay) -> None:
    """WeChat Pay API v3 for partners: native, query, close, refund, refund query, abnormal refund, trade bill."""
    stand.say(404, {"code": "X"})
    client.create(ORDER, "医疗保险")
    client.query(ORDER)
    client.close(ORDER)
    client.refund(ORDER, REFUND)
    client.query_refund(ORDER, REFUND)
    client.reroute(ORDER, REFUND, "5000", Account("GZRCU", "6217790000000000016", "张建国"))
    client.bill(NOON.date())
    both, paid_to = {"sp_mchid": "1230000109", "sub_mchid": SUB}, {"sub_mchid": SUB}
    number, refunds = f"/v3/pay/partner/transactions/out-trade-no/{NUMBER}", "/v3/refund/domestic/refunds"
    assert [_said(heard.method, heard.target, heard.body) for heard in stand.script.heard] == [
        (
            "POST",
            "/v3/pay/partner/transactions/native",
            both | {"sp_appid": "wx0000000000000001", "sub_appid": SUB_APP},
        ),
        ("GET", number, both),
        ("POST", f"{number}/close", both),
        ("POST", refunds, paid_to),
        ("GET", f"{refunds}/R1", paid_to),
        ("POST", f"{refunds}/5000/apply-abnormal-refund", paid_to),
        ("GET", "/v3/bill/tradebill", paid_to),
    ]


def _said(method: str, target: str, body: bytes) -> tuple[str, str, dict[str, str]]:
    """A request, and whom it names."""
    asked = urlsplit(target)
    fields = json.loads(body) if body else {name: values[0] for name, values in parse_qs(asked.query).items()}
    return method, asked.path, {n: v for n, v in fields.items() if n.endswith(("mchid", "appid"))}


def _other(merchant: WeChatMerchant, mode: str) -> WeChatMerchant:
    return replace(merchant, sub_mchid="1900000202" if mode == "another merchant" else "", sub_appid="")


@pytest.mark.parametrize("mode", ["its own money", "another merchant"])
def test_a_provider_is_refused_what_is_not_its_own(
    simulator: WeChatSimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey], mode: str
) -> None:
    key = rsa_keys[1]
    merchant, right = demo_merchant(simulator, now, Machine(), make_key=lambda: key, sub_mchid=SUB, sub_appid=SUB_APP)
    shown = right.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    simulator.pay(shown.code, Source.CARD)
    wrong = WeChatPay(_other(merchant, mode), simulator.base_url, now, lambda: "N")
    assert wrong.create(an_order("A" * 20), "医疗保险") == Refused("NO_AUTH")
    assert wrong.query(ORDER) == Unclear("403 NO_AUTH")
    assert wrong.close(ORDER) == Unclear("403 NO_AUTH")
    code = "PARAM_ERROR" if mode == "its own money" else "NO_AUTH"
    assert wrong.refund(ORDER, REFUND) == Refused(code)
    assert wrong.query_refund(ORDER, REFUND) == Unclear(f"{403 if code == 'NO_AUTH' else 400} {code}")
    now.pass_by(days=1)
    assert isinstance(wrong.bill(NOON.date()), Silent)


def test_a_merchant_who_takes_its_own_money_is_no_provider(
    simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now
) -> None:
    wrong = WeChatPay(replace(merchant, sub_mchid=SUB), simulator.base_url, now, lambda: "N")
    assert wrong.create(ORDER, "医疗保险") == Refused("NO_AUTH")
    assert wrong.query(ORDER) == Unclear("403 NO_AUTH")
    assert wrong.query_refund(ORDER, REFUND) == Unclear("400 PARAM_ERROR")


@pytest.mark.parametrize(
    ("mchid", "sub_mchid", "sound"),
    [("1900000109", SUB, True), ("1900000109", "1900000202", False), ("1900000109", "0", False), (SUB, SUB, False)],
)
def test_whose_bill_it_is(mchid: str, sub_mchid: str, sound: bool) -> None:
    row = f"2026-11-23 12:00:00,wx1,{mchid},{sub_mchid},,42,{NUMBER},o,NATIVE,SUCCESS,OTHERS,CNY,380.00,0.00,0,0,0.00,"
    row += "0.00,,,社保费,,0.00000,0.00%,380.00,0.00,"
    paid, sums = (f"`{fields.replace(',', ',`')}" for fields in (row, "1,380.00,0.00,0.00,0.00000,380.00,0.00"))
    reading = read("\r\n".join((NAMES, paid, TOTALS, sums, "")).encode(), "1900000109", NOON.date(), SUB)
    if sound:
        assert [one.number for one in reading] == [NUMBER]
    else:
        with pytest.raises(BrokenBill, match="it is of another merchant"):
            list(reading)
