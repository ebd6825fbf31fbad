"""What the real UnionPay refuses, the simulated one refuses too."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.questions import apply_code, query, send_back
from adapters.payments.unionpay.wire import QUERY, TRANSACT, Reply, Wire
from kit.simulators.keys import public_pem
from kit.simulators.payer import Source
from kit.simulators.unionpay.authority import pem
from kit.simulators.unionpay.ledger import Account
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import NOON, Now
from tests.adapters.unionpay.stand import unionpay_order, unionpay_refund

ORDER = unionpay_order()
REFUND = unionpay_refund()


@pytest.fixture
def wire(simulator: UnionPaySimulator, merchant: UnionPayMerchant, now: Now) -> Iterator[Wire]:
    wire = Wire(merchant, simulator.base_url, now, 5.0)
    yield wire
    wire.disconnect()


@pytest.fixture
def good(merchant: UnionPayMerchant) -> dict[str, str]:
    return apply_code(ORDER, "医疗保险", merchant)


def said(answer: object) -> str:
    assert isinstance(answer, Reply)
    return answer.code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"orderId": "A000001"}, "10"),
        ({"orderId": "A" * 41}, "10"),
        ({"orderId": "A000000_"}, "10"),
        ({"orderId": "A000000-"}, "10"),
        ({"orderId": "A000000１"}, "10"),
        ({"orderId": "A0000001\n"}, "10"),
        ({"orderId": ""}, "13"),
        ({"txnTime": "20261123"}, "10"),
        ({"txnTime": "20261123120000 "}, "10"),
        ({"txnTime": "20261323120000"}, "10"),
        ({"txnTime": "20260229120000"}, "10"),
        ({"txnTime": "２０２６１１２３１２００００"}, "10"),
        ({"txnTime": "20261121120000"}, "10"),
        ({"txnTime": "20261125120000"}, "10"),
        ({"txnTime": ""}, "13"),
        ({"txnAmt": "0"}, "10"),
        ({"txnAmt": "-1"}, "10"),
        ({"txnAmt": "+1"}, "10"),
        ({"txnAmt": "1.00"}, "10"),
        ({"txnAmt": "01"}, "10"),
        ({"txnAmt": "1e2"}, "10"),
        ({"txnAmt": "１"}, "10"),
        ({"txnAmt": "1" * 13}, "10"),
        ({"txnAmt": ""}, "13"),
        ({"currencyCode": "840"}, "10"),
        ({"currencyCode": ""}, "13"),
        ({"bizType": "000201"}, "10"),
        ({"bizType": ""}, "13"),
        ({"accessType": "1"}, "10"),
        ({"channelType": "05"}, "10"),
        ({"channelType": ""}, "13"),
        ({"backUrl": "ftp://kiosk.example"}, "10"),
        ({"backUrl": "https://"}, "10"),
        ({"backUrl": "https://kiosk.example/ x"}, "10"),
        ({"backUrl": "https://kiosk.example/" + "n" * 240}, "10"),
        ({"backUrl": ""}, "13"),
        ({"payTimeout": "soon"}, "10"),
        ({"payTimeout": "20261123240000"}, "10"),
        ({"payTimeout": "20261123120000"}, "39"),
        ({"payTimeout": "20261123115959"}, "39"),
        ({"reqReserved": "x&origRespCode=00"}, "10"),
        ({"reqReserved": "{x}"}, "10"),
        ({"reqReserved": "r" * 1025}, "10"),
        ({"version": "5.0.0"}, "10"),
        ({"version": ""}, "13"),
        ({"encoding": "GBK"}, "10"),
        ({"encoding": ""}, "13"),
        ({"signMethod": "11"}, "11"),
        ({"signMethod": ""}, "13"),
        ({"merId": "777290000000002"}, "31"),
        ({"merId": ""}, "31"),
        ({"txnType": "02"}, "32"),
        ({"txnSubType": "06"}, "32"),
        ({"txnType": "00", "txnSubType": "00"}, "32"),
        ({"txnType": ""}, "13"),
        ({"txnSubType": ""}, "13"),
    ],
)
def test_a_bad_request_for_a_code(
    wire: Wire, merchant: UnionPayMerchant, good: dict[str, str], changes: dict[str, str], code: str
) -> None:
    assert said(wire.call(TRANSACT, good | changes)) == code
    assert said(wire.call(QUERY, query(ORDER.number, NOON, merchant))) == "34"
    assert said(wire.call(TRANSACT, good)) == "00"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"orderId": "a0000001"},
        {"orderId": "Z" * 40},
        {"txnAmt": "1"},
        {"txnAmt": "9" * 12},
        {"txnTime": "20261122120000"},
        {"txnTime": "20261124120000"},
        {"channelType": "07"},
        {"encoding": "utf-8"},
        {"backUrl": "http://kiosk.example/?a=b&c=d"},
        {"payTimeout": "20261123120001"},
        {"payTimeout": ""},
        {"reqReserved": ""},
        {"reqReserved": "a|b|中文="},
        {"termId": "00000001"},
    ],
)
def test_a_request_for_a_code_at_the_edge(wire: Wire, good: dict[str, str], changes: dict[str, str]) -> None:
    answer = wire.call(TRANSACT, good | changes)
    assert isinstance(answer, Reply)
    assert answer.code == "00"
    assert re.fullmatch(r"https://qr\.95516\.com/00010000/[0-9A-F]{32}", answer.fields["qrCode"])


def test_what_is_not_base64_is_shown_as_it_is(
    simulator: UnionPaySimulator, wire: Wire, good: dict[str, str], now: Now
) -> None:
    answer = wire.call(TRANSACT, good | {"reqReserved": "a|b|中文=", "payTimeout": ""})
    assert isinstance(answer, Reply)
    seen = simulator.scan(answer.fields["qrCode"])
    assert seen is not None
    assert seen.description == "a|b|中文="
    now.pass_by(minutes=30)
    assert simulator.cancel(answer.fields["qrCode"])
    now.pass_by(seconds=1)
    assert not simulator.cancel(answer.fields["qrCode"])


def test_the_same_number_and_time_again(wire: Wire, good: dict[str, str]) -> None:
    assert said(wire.call(TRANSACT, good)) == "00"
    assert said(wire.call(TRANSACT, good)) == "12"
    assert said(wire.call(TRANSACT, good | {"txnAmt": "1"})) == "12"
    assert said(wire.call(TRANSACT, good | {"txnTime": "20261123120001"})) == "00"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"origQryId": "612311200000000000009"}, "35"),
        ({"origQryId": ""}, "35"),
        ({"txnAmt": "38001"}, "36"),
        ({"txnAmt": "0"}, "10"),
        ({"txnTime": "20261121120000"}, "10"),
        ({"currencyCode": "840"}, "10"),
        ({"backUrl": ""}, "13"),
        ({"orderId": "R1"}, "10"),
        ({"txnSubType": "01"}, "32"),
        ({"txnType": "31"}, "32"),
        ({}, "00"),
    ],
)
def test_refunds(
    simulator: UnionPaySimulator,
    wire: Wire,
    merchant: UnionPayMerchant,
    good: dict[str, str],
    changes: dict[str, str],
    code: str,
) -> None:
    paid = pay(simulator, wire, merchant, good)
    asked = send_back(ORDER, REFUND, merchant) | {"origQryId": paid["queryId"]} | changes
    assert said(wire.call(TRANSACT, asked)) == code
    left = 50_000_00 if code == "00" else 50_000_00 - ORDER.fen
    assert simulator.wallet.balances[Source.CARD] == left


def test_what_is_told_of_a_payment(
    simulator: UnionPaySimulator, wire: Wire, merchant: UnionPayMerchant, good: dict[str, str], now: Now
) -> None:
    now.pass_by(hours=11, minutes=30)
    told = pay(simulator, wire, merchant, good | {"payTimeout": ""})
    assert told["queryId"].isdigit()
    assert len(told["queryId"]) == 21
    assert told["origRespMsg"] == "成功[0000000]"
    # The settlement day begins at 23:00.
    assert (told["traceTime"], told["settleDate"], told["settleAmt"]) == ("1123233000", "1124", "38000")
    assert told["reqReserved"] == good["reqReserved"]


def test_another_merchants_trades_are_not_told(
    simulator: UnionPaySimulator, wire: Wire, merchant: UnionPayMerchant, good: dict[str, str]
) -> None:
    paid = pay(simulator, wire, merchant, good)
    key, number = load_pem_private_key(merchant.private_key, None), "777290000000002"
    assert isinstance(key, RSAPrivateKey)
    certificate = simulator.authority.certify(f"041@Z2026@{number}:SIGN@2", key.public_key())
    simulator.register(Account(number, str(certificate.serial_number), public_pem(key), "另一家"))
    stranger = replace(merchant, mer_id=number, certificate=pem(certificate))
    other = Wire(stranger, simulator.base_url, lambda: NOON, 5.0)
    assert said(other.call(QUERY, query(ORDER.number, NOON, merchant) | {"merId": number})) == "34"
    asked = send_back(ORDER, REFUND, merchant) | {"origQryId": paid["queryId"], "merId": number}
    assert said(other.call(TRANSACT, asked)) == "35"
    assert said(other.call(TRANSACT, asked | {"merId": merchant.mer_id})) == "31"
    other.disconnect()


def test_a_strange_code_is_nobodys(simulator: UnionPaySimulator) -> None:
    assert simulator.scan("https://qr.95516.com/00010000/1") is None
    assert simulator.pay("https://qr.95516.com/00010000/1", Source.CARD) == "expired"
    assert not simulator.cancel("https://qr.95516.com/00010000/1")


def pay(simulator: UnionPaySimulator, wire: Wire, merchant: UnionPayMerchant, good: dict[str, str]) -> dict[str, str]:
    answer = wire.call(TRANSACT, good)
    assert isinstance(answer, Reply)
    assert simulator.pay(answer.fields["qrCode"], Source.CARD) == "paid"
    told = wire.call(QUERY, query(ORDER.number, NOON, merchant))
    assert isinstance(told, Reply)
    return told.fields
