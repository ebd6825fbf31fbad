"""What the real Alipay refuses of trades and refunds, the simulated one refuses too."""

from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.wire import Wire
from kit.simulators.alipay.ledger import Account
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.keys import public_pem
from kit.simulators.payer import Source
from tests.adapters.alipay.counter import GOOD, R1, Counter
from tests.adapters.stand import Now


def pay(simulator: AlipaySimulator, counter: Counter, **changes: object) -> None:
    assert simulator.pay(counter.code(**changes), Source.BALANCE) == "paid"


@pytest.mark.parametrize("call", ["query", "close", "refund", "query_refund"])
def test_what_nobody_has_scanned_does_not_exist(simulator: AlipaySimulator, counter: Counter, call: str) -> None:
    code = counter.code()
    assert counter.said(call, R1) == "TRADE_NOT_EXIST"
    assert simulator.cancel(code)
    assert counter.said(call, R1) == "TRADE_NOT_EXIST"


@pytest.mark.parametrize("call", ["query", "close", "refund", "query_refund"])
@pytest.mark.parametrize(
    ("names", "word"),
    [
        ({}, "INVALID_PARAMETER"),
        ({"out_trade_no": ""}, "INVALID_PARAMETER"),
        ({"out_trade_no": 1}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A2"}, "TRADE_NOT_EXIST"),
        ({"trade_no": "A1"}, "TRADE_NOT_EXIST"),
        ({"trade_no": "2026", "out_trade_no": "A1"}, "TRADE_NOT_EXIST"),
    ],
)
def test_a_trade_has_to_be_named(
    simulator: AlipaySimulator, counter: Counter, call: str, names: dict[str, Any], word: str
) -> None:
    pay(simulator, counter)
    content = {name: value for name, value in R1.items() if name != "out_trade_no"}
    assert counter.said(call, content | names) == word


def test_a_trade_is_known_by_alipays_number_too(simulator: AlipaySimulator, counter: Counter) -> None:
    pay(simulator, counter)
    told = counter.ask("query", {"out_trade_no": "A1"})
    assert counter.ask("query", {"trade_no": told["trade_no"]}) == told


def test_a_trade_is_its_sellers_alone(
    simulator: AlipaySimulator,
    counter: Counter,
    merchant: AlipayMerchant,
    now: Now,
    rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey],
) -> None:
    pay(simulator, counter)
    neighbour = replace(merchant, app_id="2021000000000110", seller_id="2088100000000110")
    simulator.register(Account(neighbour.app_id, neighbour.seller_id, public_pem(rsa_keys[1]), "Neighbour"))
    wire = Wire(neighbour, simulator.base_url, now, 5.0)
    for call in ("query", "close", "refund", "query_refund"):
        assert Counter(wire).said(call, R1) == "TRADE_NOT_EXIST"
    assert Counter(wire).said("create", GOOD | {"seller_id": neighbour.seller_id}) == ""
    wire.disconnect()


@pytest.mark.parametrize(
    ("state", "create", "close", "refund"),
    [
        ("scanned", "", "", "TRADE_STATUS_ERROR"),
        ("paid", "TRADE_HAS_SUCCESS", "REASON_TRADE_STATUS_INVALID", ""),
        ("closed", "TRADE_HAS_CLOSE", "REASON_TRADE_STATUS_INVALID", "TRADE_STATUS_ERROR"),
        ("over", "TRADE_HAS_CLOSE", "REASON_TRADE_STATUS_INVALID", "TRADE_STATUS_ERROR"),
        ("refunded", "TRADE_HAS_CLOSE", "REASON_TRADE_STATUS_INVALID", "TRADE_STATUS_ERROR"),
        ("finished", "TRADE_HAS_SUCCESS", "REASON_TRADE_STATUS_INVALID", "TRADE_HAS_FINISHED"),
    ],
)
def test_what_a_state_allows(
    simulator: AlipaySimulator, counter: Counter, now: Now, state: str, create: str, close: str, refund: str
) -> None:
    code = counter.code()
    simulator.scan(code)
    if state in {"paid", "refunded", "finished"}:
        simulator.pay(code, Source.CARD)
    if state == "closed":
        assert counter.said("close", R1) == ""
    if state == "refunded":
        assert counter.said("refund", R1) == ""
    now.pass_by(days=366 if state == "finished" else 0, minutes=6 if state == "over" else 0)
    assert counter.said("create", GOOD) == create
    assert counter.said("refund", R1 | {"out_request_no": "R2"}) == refund
    assert counter.said("close", R1) == close


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, ""),
        ({"refund_amount": "0.01"}, ""),
        ({"refund_amount": 1}, ""),
        ({"refund_amount": "1.01"}, "REFUND_AMT_NOT_EQUAL_TOTAL"),
        ({"refund_amount": "0.00"}, "INVALID_PARAMETER"),
        ({"refund_amount": "0.001"}, "INVALID_PARAMETER"),
        ({"refund_amount": None}, "INVALID_PARAMETER"),
        ({"out_request_no": ""}, "INVALID_PARAMETER"),
        ({"out_request_no": "R" * 65}, "INVALID_PARAMETER"),
        ({"out_request_no": 1}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A2"}, "TRADE_NOT_EXIST"),
    ],
)
def test_refunds(simulator: AlipaySimulator, counter: Counter, changes: dict[str, Any], word: str) -> None:
    pay(simulator, counter)
    assert counter.said("refund", R1 | changes) == word


def test_only_a_full_refund_needs_no_number(simulator: AlipaySimulator, counter: Counter, now: Now) -> None:
    pay(simulator, counter)
    content = {"out_trade_no": "A1", "refund_amount": "0.50"}
    assert counter.said("refund", content) == "INVALID_PARAMETER"
    assert counter.said("refund", content | {"refund_amount": "1.00"}) == ""
    now.pass_by(seconds=10)
    assert counter.ask("query_refund", {"out_trade_no": "A1", "out_request_no": "A1"})["refund_amount"] == "1.00"


def test_partial_refunds_end_when_nothing_is_left(simulator: AlipaySimulator, counter: Counter) -> None:
    pay(simulator, counter)
    asked = [
        ("R1", "0.60"),
        ("R1", "0.60"),
        ("R1", "0.40"),
        ("R2", "0.41"),
        ("R2", "0.40"),
        ("R2", "0.40"),
        ("R3", "0.01"),
    ]
    told = [
        counter.ask("refund", {"out_trade_no": "A1", "out_request_no": number, "refund_amount": yuan})
        for number, yuan in asked
    ]
    assert [fields.get("sub_code", fields.get("fund_change")) for fields in told] == [
        "Y",
        "N",
        "ACQ.DISCORDANT_REPEAT_REQUEST",
        "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
        "Y",
        "N",
        "ACQ.TRADE_STATUS_ERROR",
    ]
    assert [fields["refund_fee"] for fields in told if "refund_fee" in fields] == ["0.60", "0.60", "1.00", "1.00"]
    assert simulator.wallet.balances[Source.BALANCE] == 150_00


def test_a_refund_number_belongs_to_its_trade(simulator: AlipaySimulator, counter: Counter) -> None:
    pay(simulator, counter)
    pay(simulator, counter, out_trade_no="A2")
    assert counter.ask("refund", R1)["fund_change"] == "Y"
    assert counter.ask("refund", R1 | {"out_trade_no": "A2"})["fund_change"] == "Y"


@pytest.mark.parametrize("number", ["R2", "r1"])
def test_of_a_refund_that_was_never_made_nothing_is_told(
    simulator: AlipaySimulator, counter: Counter, now: Now, number: str
) -> None:
    pay(simulator, counter)
    counter.ask("refund", R1)
    now.pass_by(minutes=1)
    content = {"out_trade_no": "A1", "out_request_no": number}
    assert counter.ask("query_refund", content) == {"code": "10000", "msg": "Success"}
    assert counter.said("query_refund", {"out_trade_no": "A1"}) == "INVALID_PARAMETER"
