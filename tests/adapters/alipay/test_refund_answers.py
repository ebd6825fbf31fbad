"""Every class of answer about a refund, well signed, and what it means to us."""

import pytest

from domain.payment.network import Absent, RefundAnswer, RefundDone, RefundPending, RefundShort, Refused, Unclear
from tests.adapters.alipay.samples import NEITHER_HERE_NOR_THERE, OK, REFUND, REFUNDED, SHUT, error
from tests.adapters.alipay.stand import Stand, ask, order_of
from tests.adapters.stand import a_refund


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (REFUND, RefundDone()),
        (REFUND | {"refund_fee": 380}, RefundDone()),
        (REFUND | {"fund_change": "N"}, RefundPending()),
        (REFUND | {"fund_change": "N", "refund_fee": "0.00"}, RefundPending()),
        (REFUND | {"fund_change": ""}, RefundPending()),
        (SHUT, RefundPending()),
        (REFUND | {"fund_change": "y"}, Unclear("unknown state: y")),
        (REFUND | {"fund_change": True}, Unclear("unknown state: True")),
        (REFUND | {"refund_fee": "379.99"}, Unclear("mismatch: refund_fee")),
        (REFUND | {"refund_fee": "380.01"}, Unclear("mismatch: refund_fee")),
        (REFUND | {"refund_fee": None}, Unclear("mismatch: refund_fee")),
        (SHUT | {"fund_change": "Y"}, Unclear("mismatch: refund_fee")),
        (REFUND | {"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (REFUND | {"fund_change": "N", "out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (REFUND | {"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        (OK, Unclear("mismatch: out_trade_no")),
        (error("ACQ.SELLER_BALANCE_NOT_ENOUGH"), RefundShort("ACQ.SELLER_BALANCE_NOT_ENOUGH")),
        (error("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"), Refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL")),
        (error("ACQ.REASON_TRADE_REFUND_FEE_ERR"), Refused("ACQ.REASON_TRADE_REFUND_FEE_ERR")),
        (error("ACQ.TRADE_HAS_FINISHED"), Refused("ACQ.TRADE_HAS_FINISHED")),
        (error("ACQ.TRADE_STATUS_ERROR"), Refused("ACQ.TRADE_STATUS_ERROR")),
        (error("ACQ.TRADE_NOT_ALLOW_REFUND"), Refused("ACQ.TRADE_NOT_ALLOW_REFUND")),
        (error("ACQ.TRADE_NOT_EXIST"), Refused("ACQ.TRADE_NOT_EXIST")),
        (error("isv.invalid-signature", "40002"), Refused("isv.invalid-signature")),
        # An earlier refund of this number may have been made.
        (error("ACQ.DISCORDANT_REPEAT_REQUEST"), Unclear("40004 ACQ.DISCORDANT_REPEAT_REQUEST")),
        (error("ACQ.REFUND_CHARGE_ERROR"), Unclear("40004 ACQ.REFUND_CHARGE_ERROR")),
        *((content, Unclear(why)) for content, why in NEITHER_HERE_NOR_THERE),
    ],
)
def test_refund(stand: Stand, content: object, expected: RefundAnswer) -> None:
    stand.say("refund", content)
    assert ask(stand.client, "refund") == expected


@pytest.mark.parametrize(
    ("refund_fee", "expected"),
    [
        ("0.99", Unclear("mismatch: refund_fee")),
        ("1.00", RefundDone()),
        ("380.00", RefundDone()),
        ("380.01", Unclear("mismatch: refund_fee")),
    ],
)
def test_a_partial_refund_tells_of_all_that_went_back(stand: Stand, refund_fee: str, expected: RefundAnswer) -> None:
    stand.say("refund", REFUND | {"refund_fee": refund_fee})
    assert stand.client.refund(order_of(), a_refund(fen=100)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (REFUNDED, RefundDone()),
        (REFUNDED | {"refund_status": ""}, Absent()),
        (OK, Absent()),
        (SHUT, Absent()),
        (REFUNDED | {"refund_status": "REFUND_FAIL"}, Unclear("unknown state: REFUND_FAIL")),
        (REFUNDED | {"refund_status": "refund_success"}, Unclear("unknown state: refund_success")),
        (REFUNDED | {"out_request_no": "R2"}, Unclear("mismatch: out_request_no")),
        (REFUNDED | {"out_request_no": None}, Unclear("mismatch: out_request_no")),
        (REFUNDED | {"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        (REFUNDED | {"refund_amount": "379.99"}, Unclear("mismatch: refund_amount")),
        (REFUNDED | {"refund_amount": None}, Unclear("mismatch: refund_amount")),
        (REFUNDED | {"total_amount": "380.01"}, Unclear("mismatch: total_amount")),
        (REFUNDED | {"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        (error("ACQ.TRADE_NOT_EXIST"), Absent()),
        (error("TRADE_NOT_EXIST"), Absent()),
        (error("ACQ.SELLER_BALANCE_NOT_ENOUGH"), Unclear("40004 ACQ.SELLER_BALANCE_NOT_ENOUGH")),
        (error("ACQ.INVALID_PARAMETER"), Unclear("40004 ACQ.INVALID_PARAMETER")),
        (error("isv.invalid-signature", "40002"), Unclear("40002 isv.invalid-signature")),
        *((content, Unclear(why)) for content, why in NEITHER_HERE_NOR_THERE),
    ],
)
def test_query_refund(stand: Stand, content: object, expected: RefundAnswer) -> None:
    stand.say("query_refund", content)
    assert ask(stand.client, "query_refund") == expected
