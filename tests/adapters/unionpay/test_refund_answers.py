"""Every class of answer to a refund and to a query of it, well signed, and what it means to us."""

from dataclasses import replace

import pytest

from domain.payment.network import Absent, RefundAnswer, RefundDone, RefundFailed, RefundPending, Refused, Unclear
from tests.adapters.stand import FEN
from tests.adapters.unionpay.stand import MER_ID, REFUND_NUMBER, Stand, unionpay_order, unionpay_refund
from tests.adapters.unionpay.test_answers import FAILED, STRANGE, UNDECIDED, without

PAYMENT = "612311200000000000001"
ORDER = replace(unionpay_order(), transaction=PAYMENT)
REFUND = unionpay_refund()
KEY = {"merId": MER_ID, "orderId": REFUND_NUMBER, "txnTime": "20261123120000"}
ACCEPTED = KEY | {
    "txnType": "04",
    "txnSubType": "00",
    "txnAmt": str(FEN),
    "origQryId": PAYMENT,
    "queryId": "612311200000000000002",
    "respCode": "00",
}
DONE = KEY | {"txnType": "04", "txnSubType": "00", "txnAmt": str(FEN), "respCode": "00", "origRespCode": "00"}
ABSENT = KEY | {"txnType": "00", "txnSubType": "00", "respCode": "34"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (ACCEPTED, RefundPending()),
        *((KEY | {"respCode": code}, RefundPending()) for code in ("03", "04", "05")),
        (KEY | {"respCode": "05", "orderId": "ANOTHER"}, Unclear("mismatch: orderId")),
        (ACCEPTED | {"respCode": "05", "txnAmt": "1"}, Unclear("mismatch: txnAmt")),
        (ACCEPTED | {"txnAmt": "1"}, Unclear("mismatch: txnAmt")),
        (without(ACCEPTED, "txnAmt"), Unclear("mismatch: txnAmt")),
        (ACCEPTED | {"origQryId": "612311200000000000009"}, Unclear("mismatch: origQryId")),
        (without(ACCEPTED, "origQryId"), Unclear("mismatch: origQryId")),
        (ACCEPTED | {"txnType": "01"}, Unclear("mismatch: txnType")),
        (ACCEPTED | {"merId": "777290000000002"}, Unclear("mismatch: merId")),
        (ACCEPTED | {"orderId": "R2"}, Unclear("mismatch: orderId")),
        (ACCEPTED | {"txnTime": "20261123120001"}, Unclear("mismatch: txnTime")),
        *((KEY | {"respCode": code}, Refused(code)) for code in [*FAILED, "34"]),
        ({"respCode": "11"}, Refused("11")),
        ({"respCode": "11", "orderId": "R2"}, Unclear("mismatch: orderId")),
        *(
            (KEY | {"respCode": code}, Unclear(f"respCode {code}".strip()))
            for code in ("01", "12", "37", "45", "46", "60", *STRANGE)
        ),
    ],
)
def test_refund(stand: Stand, fields: dict[str, str], expected: RefundAnswer) -> None:
    stand.say(fields)
    assert stand.client.refund(ORDER, REFUND) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (DONE, RefundDone()),
        (DONE | {"origRespCode": "A6"}, RefundDone()),
        (DONE | {"currencyCode": "156", "origQryId": PAYMENT}, RefundDone()),
        (DONE | {"currencyCode": "840"}, Unclear("mismatch: currencyCode")),
        (DONE | {"origQryId": "612311200000000000009"}, Unclear("mismatch: origQryId")),
        (DONE | {"txnAmt": "1"}, Unclear("mismatch: txnAmt")),
        (without(DONE, "txnAmt"), Unclear("mismatch: txnAmt")),
        (DONE | {"txnType": "01"}, Unclear("mismatch: txnType")),
        (without(DONE, "txnType"), Unclear("mismatch: txnType")),
        (DONE | {"orderId": "R2"}, Unclear("mismatch: orderId")),
        (DONE | {"txnTime": "20261123120001"}, Unclear("mismatch: txnTime")),
        (DONE | {"merId": "777290000000002"}, Unclear("mismatch: merId")),
        *((DONE | {"origRespCode": code}, RefundPending()) for code in UNDECIDED),
        *((DONE | {"origRespCode": code}, RefundFailed(code)) for code in FAILED),
        (DONE | {"origRespCode": "64", "txnAmt": "1"}, Unclear("mismatch: txnAmt")),
        *((DONE | {"origRespCode": code}, Unclear(f"unknown state: {code}")) for code in ["42", "45", "74", *STRANGE]),
        (ABSENT, Absent()),
        (ABSENT | {"orderId": "R2"}, Unclear("mismatch: orderId")),
        (KEY | {"respCode": "37"}, Unclear("respCode 37")),
        (KEY | {"respCode": "11"}, Unclear("respCode 11")),
        ({}, Unclear("respCode")),
    ],
)
def test_query_refund(stand: Stand, fields: dict[str, str], expected: RefundAnswer) -> None:
    stand.say(fields)
    assert stand.client.query_refund(ORDER, REFUND) == expected


@pytest.mark.parametrize("fields", [ACCEPTED, DONE, ABSENT, KEY | {"respCode": "45"}])
def test_nothing_unsigned_is_believed(stand: Stand, fields: dict[str, str]) -> None:
    stand.send({"version": "5.1.0", "signMethod": "01"} | fields)
    assert stand.client.refund(ORDER, REFUND) == Unclear("unsigned")
    assert stand.client.query_refund(ORDER, REFUND) == Unclear("unsigned")
