"""Every class of answer to a create, a query and a close, well signed, and what it means to us."""

from datetime import UTC, datetime

import pytest

from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    Refused,
    Unclear,
    Waiting,
)
from tests.adapters.alipay.samples import CODE, CREATED, NEITHER_HERE_NOR_THERE, OK, SHUT, TRADE, UNPAID, error
from tests.adapters.alipay.stand import Stand, ask
from tests.adapters.stand import NUMBER

PAID = Paid("2026112322001400000000000001", datetime(2026, 11, 23, 4, 1, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (CREATED, Presented(CODE)),
        (CREATED | {"code": 10000}, Presented(CODE)),
        (CREATED | {"seller_id": "2088100000000001", "app_id": "2021000000000001"}, Presented(CODE)),
        (CREATED | {"qr_code": "https://example.org/bax"}, Unclear("unreadable: qr_code")),
        (CREATED | {"qr_code": "http://qr.alipay.com/bax"}, Unclear("unreadable: qr_code")),
        (CREATED | {"qr_code": "https://qr.alipay.com.example.org/"}, Unclear("unreadable: qr_code")),
        (CREATED | {"qr_code": None}, Unclear("unreadable: qr_code")),
        (CREATED | {"qr_code": [CODE]}, Unclear("unreadable: qr_code")),
        (OK | {"qr_code": CODE}, Unclear("mismatch: out_trade_no")),
        (CREATED | {"out_trade_no": NUMBER[:-1] + "2"}, Unclear("mismatch: out_trade_no")),
        (CREATED | {"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        (CREATED | {"app_id": "2021000000000002"}, Unclear("mismatch: app_id")),
        (CREATED | {"code": "10001"}, Unclear("10001")),
        (error("ACQ.INVALID_PARAMETER"), Refused("ACQ.INVALID_PARAMETER")),
        (error("ACQ.ACCESS_FORBIDDEN"), Refused("ACQ.ACCESS_FORBIDDEN")),
        (error("ACQ.EXIST_FORBIDDEN_WORD"), Refused("ACQ.EXIST_FORBIDDEN_WORD")),
        (error("ACQ.PARTNER_ERROR"), Refused("ACQ.PARTNER_ERROR")),
        (error("ACQ.TOTAL_FEE_EXCEED"), Refused("ACQ.TOTAL_FEE_EXCEED")),
        (error("ACQ.INVALID_RECEIVE_ACCOUNT"), Refused("ACQ.INVALID_RECEIVE_ACCOUNT")),
        (error("ACQ.SELLER_BEEN_BLOCKED"), Refused("ACQ.SELLER_BEEN_BLOCKED")),
        (error("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR"), Refused("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR")),
        (error("ACQ.TRADE_HAS_CLOSE"), Refused("ACQ.TRADE_HAS_CLOSE")),
        (error("aop.ACQ.INVALID_PARAMETER"), Refused("aop.ACQ.INVALID_PARAMETER")),
        (error("isv.invalid-signature", "40002"), Refused("isv.invalid-signature")),
        (error("isv.missing-signature-config", "40003"), Refused("isv.missing-signature-config")),
        (error("isv.insufficient-isv-permissions", "40006"), Refused("isv.insufficient-isv-permissions")),
        # A trade of this number exists: whoever has its code may pay it.
        (error("ACQ.TRADE_HAS_SUCCESS"), Unclear("40004 ACQ.TRADE_HAS_SUCCESS")),
        (error("ACQ.CONTEXT_INCONSISTENT"), Unclear("40004 ACQ.CONTEXT_INCONSISTENT")),
        (error("ACQ.TRADE_BUYER_NOT_MATCH"), Unclear("40004 ACQ.TRADE_BUYER_NOT_MATCH")),
        (error("ACQ.APPLY_PC_MERCHANT_CODE_ERROR"), Unclear("40004 ACQ.APPLY_PC_MERCHANT_CODE_ERROR")),
        (error("ACQ.INVALID_PARAMETER", "10000"), Unclear("mismatch: out_trade_no")),
        (error("ACQ.INVALID_PARAMETER", "40002"), Unclear("40002 ACQ.INVALID_PARAMETER")),
        (error("isp.something", "40002"), Unclear("40002 isp.something")),
        (error("aop.invalid-auth-token", "20001"), Unclear("20001 aop.invalid-auth-token")),
        *((content, Unclear(why)) for content, why in NEITHER_HERE_NOR_THERE),
    ],
)
def test_create(stand: Stand, content: object, expected: CreateAnswer) -> None:
    stand.say("create", content)
    assert ask(stand.client, "create") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TRADE, PAID),
        (TRADE | {"trade_status": "TRADE_FINISHED"}, PAID),
        (TRADE | {"total_amount": "380"}, PAID),
        (TRADE | {"total_amount": 380}, PAID),
        (TRADE | {"total_amount": 380.0}, PAID),
        (TRADE | {"receipt_amount": "380.00", "fund_bill_list": [{"amount": "380.00"}]}, PAID),
        (TRADE | {"seller_id": "2088100000000001", "app_id": "2021000000000001", "trans_currency": "CNY"}, PAID),
        (UNPAID | {"trade_status": "WAIT_BUYER_PAY"}, Waiting()),
        (UNPAID | {"trade_status": "TRADE_CLOSED"}, Closed()),
        (UNPAID | {"trade_status": "TRADE_CLOSED", "refund_fee": "0.00", "fund_bill_list": []}, Closed()),
        (SHUT | {"trade_status": "TRADE_CLOSED"}, Closed()),
        (TRADE | {"trade_status": "TRADE_CLOSED"}, Unclear("refunded elsewhere")),
        (UNPAID | {"trade_status": "TRADE_CLOSED", "refund_fee": "380.00"}, Unclear("refunded elsewhere")),
        (UNPAID | {"trade_status": "TRADE_CLOSED", "receipt_amount": "380.00"}, Unclear("refunded elsewhere")),
        (UNPAID | {"trade_status": "TRADE_CLOSED", "buyer_pay_amount": 380}, Unclear("refunded elsewhere")),
        (UNPAID | {"trade_status": "TRADE_CLOSED", "fund_bill_list": [{}]}, Unclear("refunded elsewhere")),
        (TRADE | {"trade_status": "TRADE_PENDING"}, Unclear("unknown state: TRADE_PENDING")),
        (TRADE | {"trade_status": "trade_success"}, Unclear("unknown state: trade_success")),
        (TRADE | {"trade_status": None}, Unclear("unknown state: None")),
        (TRADE | {"trade_status": "X" * 99}, Unclear("unknown state: " + "X" * 32)),
        (TRADE | {"total_amount": "380.01"}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": "379.99"}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": "38000"}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": 38000}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": "380.000"}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": ""}, Unclear("mismatch: total_amount")),
        (TRADE | {"total_amount": None}, Unclear("mismatch: total_amount")),
        (SHUT | {"trade_status": "TRADE_SUCCESS"}, Unclear("mismatch: total_amount")),
        (TRADE | {"trans_currency": "HKD"}, Unclear("mismatch: trans_currency")),
        (TRADE | {"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        (TRADE | {"app_id": "2021000000000002"}, Unclear("mismatch: app_id")),
        (TRADE | {"out_trade_no": NUMBER[:-1] + "2"}, Unclear("mismatch: out_trade_no")),
        (TRADE | {"out_trade_no": NUMBER.lower()}, Unclear("mismatch: out_trade_no")),
        (TRADE | {"trade_status": "TRADE_CLOSED", "out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (UNPAID | {"trade_status": "WAIT_BUYER_PAY", "out_trade_no": None}, Unclear("mismatch: out_trade_no")),
        (TRADE | {"additional_status": "SELLER_NOT_RECEIVED"}, Unclear("not received: additional_status")),
        (TRADE | {"credit_pay_mode": "creditAdvanceV2"}, Unclear("not received: credit_pay_mode")),
        (TRADE | {"send_pay_date": "noon"}, Unclear("unreadable: trade_no or send_pay_date")),
        (TRADE | {"send_pay_date": "2026-11-23T12:01:02+08:00"}, Unclear("unreadable: trade_no or send_pay_date")),
        (UNPAID, Unclear("unreadable: trade_no or send_pay_date")),
        (TRADE | {"trade_no": ""}, Unclear("unreadable: trade_no or send_pay_date")),
        (TRADE | {"trade_no": 42}, Unclear("unreadable: trade_no or send_pay_date")),
        (OK, Unclear("mismatch: out_trade_no")),
        (error("ACQ.TRADE_NOT_EXIST"), Absent()),
        (error("TRADE_NOT_EXIST"), Absent()),
        (error("aop.ACQ.TRADE_NOT_EXIST"), Absent()),
        (error("ACQ.TRADE_NOT_EXIST", "40002"), Unclear("40002 ACQ.TRADE_NOT_EXIST")),
        (error("ACQ.TRADE_NOT_EXIST", "20000"), Unclear("20000 ACQ.TRADE_NOT_EXIST")),
        (error("ACQ.INVALID_PARAMETER"), Unclear("40004 ACQ.INVALID_PARAMETER")),
        (error("isv.invalid-signature", "40002"), Unclear("40002 isv.invalid-signature")),
        *((content, Unclear(why)) for content, why in NEITHER_HERE_NOR_THERE),
    ],
)
def test_query(stand: Stand, content: object, expected: QueryAnswer) -> None:
    stand.say("query", content)
    assert ask(stand.client, "query") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (SHUT, Closed()),
        (SHUT | {"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        (SHUT | {"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (OK, Unclear("mismatch: out_trade_no")),
        (error("ACQ.TRADE_NOT_EXIST"), Absent()),
        (error("ACQ.REASON_TRADE_STATUS_INVALID"), Waiting()),
        (error("ACQ.REASON_ILLEGAL_STATUS"), Waiting()),
        (error("REASON_ILLEGAL_STATUS"), Waiting()),
        (error("ACQ.TRADE_STATUS_ERROR"), Waiting()),
        (error("ACQ.REASON_ILLEGAL_STATUS", "40002"), Unclear("40002 ACQ.REASON_ILLEGAL_STATUS")),
        (error("ACQ.INVALID_PARAMETER"), Unclear("40004 ACQ.INVALID_PARAMETER")),
        (error("isv.invalid-signature", "40002"), Unclear("40002 isv.invalid-signature")),
        *((content, Unclear(why)) for content, why in NEITHER_HERE_NOR_THERE),
    ],
)
def test_close(stand: Stand, content: object, expected: CloseAnswer) -> None:
    stand.say("close", content)
    assert ask(stand.client, "close") == expected
