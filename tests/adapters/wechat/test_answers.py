"""Every class of answer, well signed, and what it means to us."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
    Waiting,
)
from domain.refunds.account import Account
from tests.adapters.stand import FEN, NUMBER, a_refund, an_order
from tests.adapters.wechat.stand import Stand

AMOUNT = {"total": FEN, "payer_total": FEN, "currency": "CNY", "payer_currency": "CNY"}
TRADE: dict[str, Any] = {
    "out_trade_no": NUMBER,
    "mchid": "1230000109",
    "appid": "wx0000000000000001",
    "trade_state": "SUCCESS",
    "transaction_id": "4200001234202611230000000001",
    "success_time": "2026-11-23T12:01:02+08:00",
    "amount": AMOUNT,
}
PAID = Paid("4200001234202611230000000001", datetime(2026, 11, 23, 4, 1, 2, tzinfo=UTC))
REFUND: dict[str, Any] = {
    "out_trade_no": NUMBER,
    "out_refund_no": "R1",
    "status": "SUCCESS",
    "amount": {**AMOUNT, "refund": FEN},
}
CODE = "weixin://wxpay/bizpayurl?pr=JyC91EIz1"
NEWER_CODE = "weixin://pay.weixin.qq.com/bizpayurl/up?pr=NwY5Mz9&groupid=00"


def error(code: str) -> dict[str, str]:
    return {"code": code, "message": "…"}


@pytest.mark.parametrize(
    ("status", "fields", "reason", "expected"),
    [
        (200, {"code_url": CODE}, 0, Presented(CODE)),
        (200, {"code_url": NEWER_CODE}, 0, Presented(NEWER_CODE)),
        (200, {"code_url": "https://example.org"}, 0, Unclear("200")),
        (200, {"code_url": None}, 0, Unclear("200")),
        (200, {}, 0, Unclear("200")),
        (200, [CODE], 0, Unclear("200 unreadable")),
        (201, {"code_url": CODE}, 0, Unclear("201")),
        (301, None, 0, Unclear("301")),
        (400, error("PARAM_ERROR"), 0, Refused("PARAM_ERROR")),
        (400, error("INVALID_REQUEST"), 0, Refused("INVALID_REQUEST")),
        (400, error("INVALID_REQUEST"), 268498688, Unclear("400 INVALID_REQUEST 268498688")),
        (400, error("MCH_NOT_EXISTS"), 0, Refused("MCH_NOT_EXISTS")),
        (400, error("APPID_MCHID_NOT_MATCH"), 0, Refused("APPID_MCHID_NOT_MATCH")),
        (400, error("ORDER_CLOSED"), 0, Refused("ORDER_CLOSED")),
        (400, error("ORDERCLOSED"), 0, Refused("ORDERCLOSED")),
        (400, error("ORDERPAID"), 0, Unclear("400 ORDERPAID")),
        (403, error("OUT_TRADE_NO_USED"), 0, Unclear("403 OUT_TRADE_NO_USED")),
        (401, error("SIGN_ERROR"), 268443699, Refused("SIGN_ERROR")),
        (403, error("NO_AUTH"), 0, Refused("NO_AUTH")),
        (403, error("RULE_LIMIT"), 0, Refused("RULE_LIMIT")),
        (403, error("ACCOUNT_ERROR"), 0, Refused("ACCOUNT_ERROR")),
        (403, error("TRADE_ERROR"), 0, Refused("TRADE_ERROR")),
        (403, error("A_NEW_WORD"), 0, Unclear("403 A_NEW_WORD")),
        (200, error("PARAM_ERROR"), 0, Unclear("200 PARAM_ERROR")),
        (429, error("FREQUENCY_LIMITED"), 0, Unclear("429 FREQUENCY_LIMITED")),
        (500, error("SYSTEM_ERROR"), 0, Unclear("500 SYSTEM_ERROR")),
        (502, error("BANK_ERROR"), 0, Unclear("502 BANK_ERROR")),
        (500, error("PARAM_ERROR"), 0, Unclear("500 PARAM_ERROR")),
    ],
)
def test_create(stand: Stand, status: int, fields: object, reason: int, expected: CreateAnswer) -> None:
    stand.say(status, fields, reason)
    assert stand.client.create(an_order(), "医疗保险") == expected


@pytest.mark.parametrize(
    ("status", "fields", "expected"),
    [
        (200, TRADE, PAID),
        (200, TRADE | {"trade_state": "NOTPAY"}, Waiting()),
        (200, TRADE | {"trade_state": "USERPAYING"}, Waiting()),
        (200, TRADE | {"trade_state": "PAYERROR"}, Waiting()),
        (200, TRADE | {"trade_state": "CLOSED"}, Closed()),
        (200, TRADE | {"trade_state": "REVOKED"}, Closed()),
        (200, TRADE | {"trade_state": "REFUND"}, Unclear("refunded elsewhere")),
        (200, TRADE | {"trade_state": "PAID"}, Unclear("unknown state: PAID")),
        (200, TRADE | {"trade_state": "success"}, Unclear("unknown state: success")),
        (200, TRADE | {"trade_state": None}, Unclear("unknown state: None")),
        (200, TRADE | {"amount": AMOUNT | {"total": FEN + 1}}, Unclear("mismatch: total")),
        (200, TRADE | {"amount": AMOUNT | {"total": FEN - 1}}, Unclear("mismatch: total")),
        (200, TRADE | {"amount": AMOUNT | {"total": str(FEN)}}, Unclear("mismatch: total")),
        (200, TRADE | {"amount": AMOUNT | {"total": float(FEN)}}, Unclear("mismatch: total")),
        (200, TRADE | {"amount": AMOUNT | {"currency": "HKD"}}, Unclear("mismatch: currency")),
        (200, TRADE | {"amount": {}}, Unclear("mismatch: total")),
        (200, TRADE | {"amount": FEN}, Unclear("mismatch: total")),
        (200, TRADE | {"mchid": "1230000110"}, Unclear("mismatch: mchid")),
        (200, TRADE | {"appid": "wx0000000000000002"}, Unclear("mismatch: appid")),
        (200, TRADE | {"out_trade_no": NUMBER[:-1] + "2"}, Unclear("mismatch: out_trade_no")),
        (200, TRADE | {"trade_state": "CLOSED", "out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (200, TRADE | {"trade_state": "NOTPAY", "mchid": "1"}, Unclear("mismatch: mchid")),
        (200, TRADE | {"success_time": "noon"}, Unclear("unreadable: success_time")),
        (200, TRADE | {"success_time": "2026-11-23T12:01:02"}, Unclear("unreadable: success_time")),
        (200, TRADE | {"transaction_id": ""}, Unclear("unreadable: transaction_id or success_time")),
        (200, TRADE | {"transaction_id": 42}, Unclear("unreadable: transaction_id or success_time")),
        (200, {}, Unclear("mismatch: out_trade_no")),
        (202, error("USERPAYING"), Waiting()),
        (202, error("USER_PAYING"), Waiting()),
        (202, error("ACCEPTED"), Unclear("202 ACCEPTED")),
        (204, None, Unclear("204")),
        (404, error("ORDER_NOT_EXIST"), Absent()),
        (404, error("ORDERNOTEXIST"), Absent()),
        (404, error("NOT_FOUND"), Unclear("404 NOT_FOUND")),
        (400, error("ORDER_NOT_EXIST"), Unclear("400 ORDER_NOT_EXIST")),
        (401, error("SIGN_ERROR"), Unclear("401 SIGN_ERROR")),
        (500, error("SYSTEM_ERROR"), Unclear("500 SYSTEM_ERROR")),
    ],
)
def test_query(stand: Stand, status: int, fields: object, expected: QueryAnswer) -> None:
    stand.say(status, fields)
    assert stand.client.query(an_order()) == expected


@pytest.mark.parametrize(
    ("status", "fields", "expected"),
    [
        (204, None, Closed()),
        (200, {}, Unclear("200")),
        (400, error("ORDER_CLOSED"), Closed()),
        (400, error("ORDERPAID"), Waiting()),
        (400, error("ORDER_PAID"), Waiting()),
        (202, error("USERPAYING"), Waiting()),
        (202, error("USER_PAYING"), Waiting()),
        (429, error("FREQUENCY_LIMITED"), Waiting()),
        (404, error("ORDER_NOT_EXIST"), Absent()),
        (400, error("PARAM_ERROR"), Unclear("400 PARAM_ERROR")),
        (500, error("SYSTEM_ERROR"), Unclear("500 SYSTEM_ERROR")),
    ],
)
def test_close(stand: Stand, status: int, fields: object, expected: CloseAnswer) -> None:
    stand.say(status, fields)
    assert stand.client.close(an_order()) == expected


TOLD_OF_REFUNDS: list[tuple[int, object, RefundAnswer]] = [
    (200, REFUND, RefundDone()),
    (200, REFUND | {"status": "PROCESSING"}, RefundPending()),
    (200, REFUND | {"status": "CLOSED"}, RefundClosed()),
    (200, REFUND | {"status": "ABNORMAL", "refund_id": "5000"}, RefundAbnormal("5000")),
    (200, REFUND | {"user_received_account": "招商银行信用卡0403"}, RefundDone()),
    (200, REFUND | {"user_received_account": "商户结算银行账户"}, RefundFailed("returned to the merchant")),
    (200, REFUND | {"user_received_account": "商户基本账户"}, RefundFailed("returned to the merchant")),
    (200, REFUND | {"status": "PROCESSING", "user_received_account": "商户基本账户"}, RefundPending()),
    (200, REFUND | {"status": "DONE"}, Unclear("unknown state: DONE")),
    (200, REFUND | {"out_refund_no": "R2"}, Unclear("mismatch: out_refund_no")),
    (200, REFUND | {"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
    (200, REFUND | {"amount": {**AMOUNT, "refund": 1}}, Unclear("mismatch: refund")),
    (200, REFUND | {"amount": {**AMOUNT, "refund": FEN, "total": 1}}, Unclear("mismatch: total")),
    (200, REFUND | {"status": "ABNORMAL", "amount": {**AMOUNT, "refund": 1}}, Unclear("mismatch: refund")),
    (404, error("RESOURCE_NOT_EXISTS"), Absent()),
    (404, error("ORDER_NOT_EXIST"), Unclear("404 ORDER_NOT_EXIST")),
    (401, error("SIGN_ERROR"), Unclear("401 SIGN_ERROR")),
    (429, error("FREQUENCY_LIMITED"), Unclear("429 FREQUENCY_LIMITED")),
    (500, error("SYSTEM_ERROR"), Unclear("500 SYSTEM_ERROR")),
]


@pytest.mark.parametrize("call", ["refund", "query", "reroute"])
@pytest.mark.parametrize(("status", "fields", "expected"), TOLD_OF_REFUNDS)
def test_what_is_told_of_a_refund(stand: Stand, call: str, status: int, fields: object, expected: RefundAnswer) -> None:
    stand.say(status, fields)
    assert asked(stand, call) == expected


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (403, "NOT_ENOUGH", RefundShort("NOT_ENOUGH")),
        (403, "USER_ACCOUNT_ABNORMAL", Refused("USER_ACCOUNT_ABNORMAL")),
        (403, "NO_AUTH", Refused("NO_AUTH")),
        (400, "INVALID_REQUEST", Refused("INVALID_REQUEST")),
        (400, "PARAM_ERROR", Refused("PARAM_ERROR")),
        (500, "NOT_ENOUGH", Unclear("500 NOT_ENOUGH")),
    ],
)
def test_a_refund_that_is_refused(stand: Stand, status: int, code: str, expected: RefundAnswer) -> None:
    """Only to a request. A query that is refused says nothing about what was asked."""
    stand.say(status, error(code))
    assert asked(stand, "refund") == expected
    assert asked(stand, "query") == Unclear(f"{status} {code}")


def asked(stand: Stand, call: str) -> RefundAnswer:
    wechat, order, refund = stand.client, an_order(), a_refund()
    match call:
        case "refund":
            return wechat.refund(order, refund)
        case "query":
            return wechat.query_refund(order, refund)
    return wechat.reroute(order, refund, "5000", Account("ICBC", "6222020200112233446", "张建国"))


@pytest.mark.parametrize(
    ("status", "fields"),
    [(200, TRADE), (200, TRADE | {"trade_state": "CLOSED"}), (404, error("ORDER_NOT_EXIST")), (204, None)],
)
def test_nothing_unsigned_is_believed(stand: Stand, status: int, fields: object) -> None:
    stand.say(status, fields)
    stand.script.headers = lambda body: {}
    assert stand.client.query(an_order()) == Unclear(f"{status} unsigned")
    assert stand.client.close(an_order()) == Unclear(f"{status} unsigned")
    assert stand.client.create(an_order(), "医疗保险") == Unclear(f"{status} unsigned")


def test_a_signed_answer_that_is_no_text_is_unclear(stand: Stand) -> None:
    stand.say(200, {})
    stand.script.body = b"\xff\xfe{"
    assert stand.client.query(an_order()) == Unclear("200 unreadable")


@pytest.mark.parametrize(
    ("status", "code", "tries"),
    [(500, "SYSTEM_ERROR", 3), (429, "FREQUENCY_LIMITED", 3), (404, "ORDER_NOT_EXIST", 1), (400, "PARAM_ERROR", 1)],
)
def test_only_what_may_mend_itself_is_tried_again(stand: Stand, status: int, code: str, tries: int) -> None:
    stand.say(status, error(code))
    stand.client.create(an_order(), "医疗保险")
    assert len(stand.script.heard) == tries
    assert len({(heard.target, heard.body) for heard in stand.script.heard}) == 1
