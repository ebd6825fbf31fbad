"""What the real Alipay refuses of a precreate, the simulated one refuses too."""

from typing import Any

import pytest

from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.payer import Source
from tests.adapters.alipay.counter import DAY, GOOD, Counter
from tests.adapters.stand import Now


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"out_trade_no": ""}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A" * 65}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A-1"}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A１"}, "INVALID_PARAMETER"),
        ({"out_trade_no": "A1\n"}, "INVALID_PARAMETER"),
        ({"out_trade_no": 1}, "INVALID_PARAMETER"),
        ({"out_trade_no": None}, "INVALID_PARAMETER"),
        ({"subject": ""}, "INVALID_PARAMETER"),
        ({"subject": None}, "INVALID_PARAMETER"),
        ({"subject": "医" * 257}, "INVALID_PARAMETER"),
        ({"subject": "a/b"}, "INVALID_PARAMETER"),
        ({"subject": "a=b"}, "INVALID_PARAMETER"),
        ({"subject": "a&b"}, "INVALID_PARAMETER"),
        ({"total_amount": "0.00"}, "INVALID_PARAMETER"),
        ({"total_amount": "0"}, "INVALID_PARAMETER"),
        ({"total_amount": "-1.00"}, "INVALID_PARAMETER"),
        ({"total_amount": "0.001"}, "INVALID_PARAMETER"),
        ({"total_amount": "1.000"}, "INVALID_PARAMETER"),
        ({"total_amount": "1e2"}, "INVALID_PARAMETER"),
        ({"total_amount": "1,000.00"}, "INVALID_PARAMETER"),
        ({"total_amount": " 1.00"}, "INVALID_PARAMETER"),
        ({"total_amount": "１.00"}, "INVALID_PARAMETER"),
        ({"total_amount": "NaN"}, "INVALID_PARAMETER"),
        ({"total_amount": True}, "INVALID_PARAMETER"),
        ({"total_amount": None}, "INVALID_PARAMETER"),
        ({"total_amount": ["1.00"]}, "INVALID_PARAMETER"),
        ({"total_amount": "100000000.01"}, "TOTAL_FEE_EXCEED"),
        ({"total_amount": "9" * 12}, "TOTAL_FEE_EXCEED"),
        ({"total_amount": "9" * 99}, "INVALID_PARAMETER"),
        ({"seller_id": "2088100000000110"}, "INVALID_RECEIVE_ACCOUNT"),
        ({"product_code": "FAST_INSTANT_TRADE_PAY"}, "INVALID_PARAMETER"),
        ({"time_expire": f"{DAY} 12:00:00"}, "NOW_TIME_AFTER_EXPIRE_TIME_ERROR"),
        ({"time_expire": f"{DAY} 04:05:00"}, "NOW_TIME_AFTER_EXPIRE_TIME_ERROR"),
        ({"time_expire": "2026-12-08 12:00:01"}, "INVALID_PARAMETER"),
        ({"time_expire": f"{DAY}T12:05:00+08:00"}, "INVALID_PARAMETER"),
        ({"time_expire": f"{DAY} 12:05"}, "INVALID_PARAMETER"),
        ({"time_expire": "soon"}, "INVALID_PARAMETER"),
        ({"time_expire": ""}, "INVALID_PARAMETER"),
        ({"qr_code_timeout_express": "0m"}, "INVALID_PARAMETER"),
        ({"qr_code_timeout_express": "1.5h"}, "INVALID_PARAMETER"),
        ({"qr_code_timeout_express": "5"}, "INVALID_PARAMETER"),
        ({"qr_code_timeout_express": "16d"}, "INVALID_PARAMETER"),
        ({"qr_code_timeout_express": 5}, "INVALID_PARAMETER"),
    ],
)
def test_a_bad_create(counter: Counter, changes: dict[str, Any], word: str) -> None:
    assert counter.said("create", GOOD | changes) == word
    assert counter.said("create", GOOD) == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"out_trade_no": "a_9"},
        {"out_trade_no": "A" * 64},
        {"subject": "医" * 256},
        {"total_amount": "0.01"},
        {"total_amount": "100000000.00"},
        {"total_amount": "1"},
        {"total_amount": "1.5"},
        {"total_amount": 1},
        {"total_amount": 1.5},
        {"product_code": "QR_CODE_OFFLINE"},
        {"time_expire": f"{DAY} 12:00:01"},
        {"time_expire": "2026-12-08 12:00:00"},
        {"qr_code_timeout_express": "15d"},
        {"attach": "x"},
    ],
)
def test_a_create_at_the_edge(counter: Counter, changes: dict[str, Any]) -> None:
    assert counter.said("create", GOOD | changes) == ""


def test_the_least_that_a_create_needs(simulator: AlipaySimulator, counter: Counter, now: Now) -> None:
    least = {name: GOOD[name] for name in ("out_trade_no", "total_amount", "subject")}
    code = str(counter.ask("create", least)["qr_code"])
    now.pass_by(hours=2)
    assert simulator.cancel(code)
    now.pass_by(seconds=1)
    assert not simulator.cancel(code)


def test_a_trade_without_a_last_moment_ends_three_hours_after_it_was_asked_for(
    simulator: AlipaySimulator, counter: Counter, now: Now
) -> None:
    least = {name: GOOD[name] for name in ("out_trade_no", "total_amount", "subject")}
    code = str(counter.ask("create", least)["qr_code"])
    simulator.scan(code)
    now.pass_by(hours=3)
    assert simulator.cancel(code)
    now.pass_by(seconds=1)
    assert not simulator.cancel(code)


def test_an_absolute_end_goes_before_a_relative_one(simulator: AlipaySimulator, counter: Counter, now: Now) -> None:
    code = counter.code(timeout_express="1m")
    now.pass_by(minutes=5)
    assert simulator.cancel(code)


@pytest.mark.parametrize("scanned", [False, True])
@pytest.mark.parametrize(
    "changes",
    [
        {"total_amount": "1.01"},
        {"subject": "养老保险"},
        {"time_expire": f"{DAY} 12:06:00"},
        {"qr_code_timeout_express": "6m"},
        {"attach": "x"},
    ],
)
def test_the_same_number_for_something_else(
    simulator: AlipaySimulator, counter: Counter, changes: dict[str, Any], scanned: bool
) -> None:
    code = counter.code()
    if scanned:
        simulator.scan(code)
    assert counter.said("create", GOOD | changes) == "CONTEXT_INCONSISTENT"
    assert counter.said("create", GOOD) == ""


def test_a_strange_code_is_nobodys(simulator: AlipaySimulator) -> None:
    assert simulator.scan("https://qr.alipay.com/baxstrange") is None
    assert simulator.pay("https://qr.alipay.com/baxstrange", Source.CARD) == "expired"
    assert not simulator.cancel("https://qr.alipay.com/baxstrange")
