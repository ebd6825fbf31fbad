"""Every class of answer, well signed, and what it means to us."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.payment.network import Absent, Closed, CreateAnswer, Paid, Presented, QueryAnswer, Refused, Unclear, Waiting
from tests.adapters.stand import FEN, NOON, NUMBER
from tests.adapters.unionpay.stand import MER_ID, Stand, unionpay_order

ORDER = unionpay_order()
CODE = "https://qr.95516.com/00010001/62112028173283416953321113029241"
KEY = {"merId": MER_ID, "orderId": NUMBER, "txnTime": "20261123120000"}
TAKEN = KEY | {"txnType": "01", "txnSubType": "07", "respCode": "00", "qrCode": CODE}
ABSENT = KEY | {"txnType": "00", "txnSubType": "00", "respCode": "34"}
TRADE = KEY | {
    "txnType": "01",
    "txnSubType": "07",
    "respCode": "00",
    "origRespCode": "00",
    "txnAmt": str(FEN),
    "currencyCode": "156",
    "queryId": "612311200000000000001",
    "traceTime": "1123120102",
}
PAID = Paid("612311200000000000001", datetime(2026, 11, 23, 4, 1, 2, tzinfo=UTC))
TRY = {name: value for name, value in TRADE.items() if name not in {"queryId", "traceTime", "currencyCode"}}
UNDECIDED = "01 03 04 05 06 12 34 60 70 83".split()
FAILED = (
    "02 10 11 13 30 31 32 33 35 36 38 39 40 43 44 61 62 63 64 65 66 67 68 69 71 72 73 76 77 78 79 80 81 82 85 86 87 88 "
    "89 90".split()
)
STRANGE = ["", "0", "000", "07", "84", "91", "98", "99", "a6", "ZZ", "成功"]
LATER = {"minutes": 5, "seconds": 1}


def without(fields: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name not in names}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (TAKEN, Presented(CODE)),
        (TAKEN | {"txnAmt": str(FEN), "currencyCode": "156"}, Presented(CODE)),
        (TAKEN | {"qrCode": "https://example.org"}, Unclear("unreadable: qrCode")),
        (TAKEN | {"qrCode": "http://qr.95516.com/1"}, Unclear("unreadable: qrCode")),
        (without(TAKEN, "qrCode"), Unclear("unreadable: qrCode")),
        (TAKEN | {"merId": "777290000000002"}, Unclear("mismatch: merId")),
        (TAKEN | {"orderId": NUMBER[:-1] + "2"}, Unclear("mismatch: orderId")),
        (TAKEN | {"txnTime": "20261123120001"}, Unclear("mismatch: txnTime")),
        (without(TAKEN, "orderId"), Unclear("mismatch: orderId")),
        (TAKEN | {"txnAmt": str(FEN + 1)}, Unclear("mismatch: txnAmt")),
        (TAKEN | {"currencyCode": "840"}, Unclear("mismatch: currencyCode")),
        *((TAKEN | {"respCode": code}, Refused(code)) for code in FAILED),
        ({"respCode": "11"}, Refused("11")),
        ({"respCode": "11", "merId": "777290000000002"}, Unclear("mismatch: merId")),
        # Its code is with somebody: ask what has become of it.
        (TAKEN | {"respCode": "12"}, Unclear("respCode 12")),
        (KEY | {"respCode": "37"}, Unclear("respCode 37")),
        (KEY | {"respCode": "34"}, Unclear("respCode 34")),
        *((KEY | {"respCode": code}, Unclear(f"respCode {code}".strip())) for code in UNDECIDED + STRANGE),
        (without(TAKEN, "respCode"), Unclear("respCode")),
    ],
)
def test_create(stand: Stand, fields: dict[str, str], expected: CreateAnswer) -> None:
    stand.say(fields)
    assert stand.client.create(ORDER, "医疗保险") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (TRADE, PAID),
        (TRADE | {"origRespCode": "A6"}, PAID),
        # Debited after the permitted time: whether that was too late for the order, the cashier knows.
        (TRADE | {"origRespCode": "42"}, PAID),
        (TRADE | {"traceTime": "1123120102", "settleAmt": "1"}, PAID),
        (TRADE | {"txnAmt": str(FEN + 1)}, Unclear("mismatch: txnAmt")),
        (TRADE | {"txnAmt": f"0{FEN}"}, Unclear("mismatch: txnAmt")),
        (TRADE | {"txnAmt": f"{FEN}.0"}, Unclear("mismatch: txnAmt")),
        (TRADE | {"txnAmt": "380.00"}, Unclear("mismatch: txnAmt")),
        (without(TRADE, "txnAmt"), Unclear("mismatch: txnAmt")),
        (TRADE | {"currencyCode": "840"}, Unclear("mismatch: currencyCode")),
        (without(TRADE, "currencyCode"), Unclear("mismatch: currencyCode")),
        (TRADE | {"txnType": "04"}, Unclear("mismatch: txnType")),
        (without(TRADE, "txnType"), Unclear("mismatch: txnType")),
        (TRADE | {"merId": "777290000000002"}, Unclear("mismatch: merId")),
        (TRADE | {"orderId": NUMBER.lower()}, Unclear("mismatch: orderId")),
        (TRADE | {"txnTime": "20261123120001"}, Unclear("mismatch: txnTime")),
        (without(TRADE, "merId"), Unclear("mismatch: merId")),
        (without(TRADE, "txnTime"), Unclear("mismatch: txnTime")),
        (TRADE | {"queryId": ""}, Unclear("unreadable: queryId")),
        (without(TRADE, "queryId"), Unclear("unreadable: queryId")),
        *((TRY | {"origRespCode": code}, Waiting()) for code in UNDECIDED + FAILED),
        (TRY | {"origRespCode": "64", "txnAmt": "1"}, Unclear("mismatch: txnAmt")),
        (TRY | {"origRespCode": "05", "txnType": "04"}, Unclear("mismatch: txnType")),
        (TRY | {"origRespCode": "05", "orderId": "ANOTHER"}, Unclear("mismatch: orderId")),
        (TRY | {"origRespCode": "45"}, Unclear("refunded elsewhere")),
        (TRY | {"origRespCode": "46"}, Unclear("refunded elsewhere")),
        (TRY | {"origRespCode": "74"}, Unclear("debited, for people: 74")),
        (TRY | {"origRespCode": "75"}, Unclear("debited, for people: 75")),
        *((TRADE | {"origRespCode": code}, Unclear(f"unknown state: {code}")) for code in STRANGE),
        (without(TRADE, "origRespCode"), Unclear("unknown state: ")),
        (ABSENT, Absent()),
        (ABSENT | {"orderId": "ANOTHER"}, Unclear("mismatch: orderId")),
        (ABSENT | {"txnTime": "20261123120001"}, Unclear("mismatch: txnTime")),
        (without(ABSENT, "merId"), Unclear("mismatch: merId")),
        (KEY | {"respCode": "37"}, Unclear("respCode 37")),
        (KEY | {"respCode": "11"}, Unclear("respCode 11")),
        (TRADE | {"respCode": "01"}, Unclear("respCode 01")),
        (without(TRADE, "respCode"), Unclear("respCode")),
        ({}, Unclear("respCode")),
    ],
)
def test_query(stand: Stand, fields: dict[str, str], expected: QueryAnswer) -> None:
    stand.say(fields)
    assert stand.client.query(ORDER) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        *((TRY | {"origRespCode": code}, Closed()) for code in FAILED),
        *((TRY | {"origRespCode": code}, Waiting()) for code in UNDECIDED),
        (TRY | {"origRespCode": "64", "orderId": "ANOTHER"}, Unclear("mismatch: orderId")),
        (TRADE, PAID),
        (ABSENT, Absent()),
        (TRADE | {"origRespCode": "99"}, Unclear("unknown state: 99")),
    ],
)
def test_query_when_the_code_is_dead(stand: Stand, fields: dict[str, str], expected: QueryAnswer) -> None:
    stand.now.pass_by(**LATER)
    stand.say(fields)
    assert stand.client.query(ORDER) == expected


@pytest.mark.parametrize(
    ("fields", "alive", "dead"),
    [
        (ABSENT, Absent(), Absent()),
        (TRADE, Waiting(), Waiting()),
        (TRADE | {"origRespCode": "42"}, Waiting(), Waiting()),
        (TRY | {"origRespCode": "05"}, Waiting(), Waiting()),
        (TRY | {"origRespCode": "64"}, Waiting(), Closed()),
        (KEY | {"respCode": "37"}, Waiting(), Waiting()),
        (TRADE | {"txnAmt": "1"}, Unclear("mismatch: txnAmt"), Unclear("mismatch: txnAmt")),
        (TRY | {"origRespCode": "45"}, Unclear("refunded elsewhere"), Unclear("refunded elsewhere")),
        (KEY | {"respCode": "02"}, Unclear("respCode 02"), Unclear("respCode 02")),
    ],
)
def test_close(stand: Stand, fields: dict[str, str], alive: QueryAnswer, dead: QueryAnswer) -> None:
    stand.say(fields)
    assert stand.client.close(ORDER) == alive
    stand.now.pass_by(**LATER)
    assert stand.client.close(ORDER) == dead


def test_cancelling_does_not_kill_a_code(stand: Stand) -> None:
    stand.say(TRY | {"origRespCode": "64"})
    cancelled = replace(ORDER, deadline=NOON)
    stand.now.pass_by(minutes=5)
    assert stand.client.close(cancelled) == Waiting()
    stand.now.pass_by(seconds=1)
    assert stand.client.close(cancelled) == Closed()


@pytest.mark.parametrize(
    ("made_at", "trace_time", "paid_at"),
    [
        ("2026-11-23T12:00:00+08:00", "1123120000", "2026-11-23T12:00:00+08:00"),
        ("2026-12-31T23:59:00+08:00", "0101000010", "2027-01-01T00:00:10+08:00"),
        ("2027-01-01T00:00:05+08:00", "1231235959", "2026-12-31T23:59:59+08:00"),
        ("2028-02-29T10:00:00+08:00", "0229100001", "2028-02-29T10:00:01+08:00"),
        ("2026-11-23T12:00:00+08:00", "", "2026-11-23T12:00:00+08:00"),
        ("2026-11-23T12:00:00+08:00", "noon", None),
        ("2026-11-23T12:00:00+08:00", "20261123120000", None),
        ("2026-11-23T12:00:00+08:00", "１１２３１２００００", None),
        ("2026-11-23T12:00:00+08:00", "1323120000", None),
        ("2026-11-23T12:00:00+08:00", "0229120000", None),
    ],
)
def test_when_it_was_paid(stand: Stand, made_at: str, trace_time: str, paid_at: str | None) -> None:
    created = datetime.fromisoformat(made_at)
    order = replace(ORDER, created_at=created, deadline=created + timedelta(minutes=5))
    stand.say(TRADE | {"txnTime": f"{created:%Y%m%d%H%M%S}", "traceTime": trace_time})
    answer = stand.client.query(order)
    if paid_at is None:
        assert answer == Unclear("unreadable: traceTime")
    else:
        assert answer == Paid("612311200000000000001", datetime.fromisoformat(paid_at))


@pytest.mark.parametrize(("status", "tries"), [(500, 3), (502, 3), (429, 3), (404, 1), (301, 1), (204, 1)])
def test_only_what_may_mend_itself_is_tried_again(stand: Stand, status: int, tries: int) -> None:
    stand.say(TAKEN)
    stand.script.status = status
    assert stand.client.create(ORDER, "医疗保险") == Unclear(str(status))
    assert len(stand.script.heard) == tries
    assert len({(heard.target, heard.body) for heard in stand.script.heard}) == 1


@pytest.mark.parametrize("fields", [TRADE, TRY | {"origRespCode": "64"}, ABSENT, TAKEN])
def test_nothing_unsigned_is_believed(stand: Stand, fields: dict[str, str]) -> None:
    stand.send({"version": "5.1.0", "signMethod": "01"} | fields)
    assert stand.client.query(ORDER) == Unclear("unsigned")
    assert stand.client.close(ORDER) == Unclear("unsigned")
    assert stand.client.create(ORDER, "医疗保险") == Unclear("unsigned")
