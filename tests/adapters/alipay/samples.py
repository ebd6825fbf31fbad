"""Answers as Alipay writes them."""

from typing import Any

from tests.adapters.stand import NUMBER

CODE = "https://qr.alipay.com/bax03431ljhokirwl38f00a7"
OK = {"code": "10000", "msg": "Success"}
CREATED: dict[str, Any] = {**OK, "out_trade_no": NUMBER, "qr_code": CODE}
TRADE: dict[str, Any] = {
    **OK,
    "buyer_logon_id": "188****0000",
    "buyer_pay_amount": "0.00",
    "invoice_amount": "0.00",
    "out_trade_no": NUMBER,
    "point_amount": "0.00",
    "receipt_amount": "0.00",
    "send_pay_date": "2026-11-23 12:01:02",
    "total_amount": "380.00",
    "trade_no": "2026112322001400000000000001",
    "trade_status": "TRADE_SUCCESS",
}
UNPAID = {name: value for name, value in TRADE.items() if name != "send_pay_date"}
SHUT: dict[str, Any] = {**OK, "out_trade_no": NUMBER, "trade_no": "2026112322001400000000000001"}
REFUND: dict[str, Any] = {**SHUT, "fund_change": "Y", "refund_fee": "380.00", "send_back_fee": "0.00"}
REFUNDED: dict[str, Any] = {
    **SHUT,
    "out_request_no": "R1",
    "refund_amount": "380.00",
    "refund_status": "REFUND_SUCCESS",
    "total_amount": "380.00",
}
NEITHER_HERE_NOR_THERE = [
    ({"code": "20000", "sub_code": "isp.unknow-error"}, "20000 isp.unknow-error"),
    ({"code": "20000", "sub_code": "aop.unknow-error"}, "20000 aop.unknow-error"),
    ({"code": "20000", "sub_code": "isv.whatever"}, "20000 isv.whatever"),
    ({"code": "40004", "sub_code": "ACQ.SYSTEM_ERROR"}, "40004 ACQ.SYSTEM_ERROR"),
    ({"code": "20000", "sub_code": "aop.ACQ.SYSTEM_ERROR"}, "20000 aop.ACQ.SYSTEM_ERROR"),
    ({"code": "40004", "sub_code": "aop.ACQ.SYSTEM_ERROR"}, "40004 aop.ACQ.SYSTEM_ERROR"),
    ({"code": "40005", "sub_code": "isv.app-call-limited"}, "40005 isv.app-call-limited"),
    ({"code": "40005", "sub_code": "isv.method-call-limited"}, "40005 isv.method-call-limited"),
    ({"code": "40004", "sub_code": "ACQ.A_NEW_WORD"}, "40004 ACQ.A_NEW_WORD"),
    ({"code": "40004"}, "40004"),
    ({"code": "10003", "msg": "order success pay inprocess"}, "10003"),
    ({"code": 1}, "1"),
    ({"code": ["10000"]}, "?"),
    ({"code": "40004", "sub_code": {}}, "40004 ?"),
    ({}, ""),
]


def error(sub_code: str, code: str = "40004") -> dict[str, str]:
    return {"code": code, "msg": "Business Failed", "sub_code": sub_code, "sub_msg": "…"}
