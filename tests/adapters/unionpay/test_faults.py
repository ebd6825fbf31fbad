"""Each way the network can misbehave, against each call: an answer that cannot be trusted is Unclear."""

import logging
import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.runtime import Machine
from domain.payment.network import Paid, Presented, RefundPending, Unclear, Waiting
from domain.payment.order import Order
from kit.simulators.faults import Fault, NetworkFaults
from kit.simulators.loopback import PortInUse
from kit.simulators.payer import Ending, Source
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import Now
from tests.adapters.unionpay.stand import unionpay_order, unionpay_refund

ORDER = unionpay_order()
REFUND = unionpay_refund()
CALLS: dict[str, Callable[[UnionPay, Order], object]] = {
    "create": lambda unionpay, order: unionpay.create(order, "医疗保险"),
    "query": lambda unionpay, order: unionpay.query(order),
    "close": lambda unionpay, order: unionpay.close(order),
    "refund": lambda unionpay, order: unionpay.refund(order, REFUND),
    "query_refund": lambda unionpay, order: unionpay.query_refund(order, REFUND),
}
EVERYWHERE = {
    Fault.DOWN: "RemoteProtocolError",
    Fault.LOSE_ANSWER: "RemoteProtocolError",
    Fault.TRUNCATED: "RemoteProtocolError",
    Fault.UNSIGNED: "unsigned",
    Fault.BAD_SIGNATURE: "bad signature",
    Fault.STALE_TIMESTAMP: "certificate out of date",
    Fault.WRONG_MERCHANT: "mismatch: merId",
    Fault.SERVER_ERROR: "500",
    Fault.TOO_OFTEN: "respCode 37",
    Fault.BOMB: "too long",
}


@pytest.fixture
def order(simulator: UnionPaySimulator, unionpay: UnionPay) -> Order:
    """Shown and paid."""
    simulator.pay(present(unionpay), Source.CARD)
    paid = unionpay.query(ORDER)
    assert isinstance(paid, Paid)
    return replace(ORDER, transaction=paid.transaction)


def present(unionpay: UnionPay) -> str:
    answer = unionpay.create(ORDER, "医疗保险")
    assert isinstance(answer, Presented)
    return answer.code


@pytest.mark.parametrize("call", ["query", "close", "query_refund", "refund"])
@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
def test_on_a_paid_order(
    simulator: UnionPaySimulator, unionpay: UnionPay, order: Order, fault: Fault, why: str, call: str
) -> None:
    if call != "refund":  # Else it would be asked for again: its number is taken, whoever is named.
        assert unionpay.refund(order, REFUND) == RefundPending()
    simulator.faults.switch(fault)
    expected = Waiting() if (fault, call) == (Fault.TOO_OFTEN, "close") else Unclear(why)
    assert CALLS[call](unionpay, order) == expected


@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
@pytest.mark.parametrize("call", ["create", "query", "query_refund"])
def test_on_what_is_not_there(
    simulator: UnionPaySimulator, unionpay: UnionPay, fault: Fault, why: str, call: str
) -> None:
    simulator.faults.switch(fault)
    assert CALLS[call](unionpay, ORDER) == Unclear(why)


@pytest.mark.parametrize(
    ("fault", "call", "why"),
    [
        (Fault.WRONG_AMOUNT, "query", "mismatch: txnAmt"),
        (Fault.WRONG_AMOUNT, "close", "mismatch: txnAmt"),
        (Fault.WRONG_AMOUNT, "refund", "mismatch: txnAmt"),
        (Fault.WRONG_AMOUNT, "query_refund", "mismatch: txnAmt"),
        (Fault.UNKNOWN_STATE, "query", "unknown state: ZZ"),
        (Fault.UNKNOWN_STATE, "close", "unknown state: ZZ"),
        (Fault.UNKNOWN_STATE, "refund", "respCode ZZ"),
        (Fault.UNKNOWN_STATE, "query_refund", "unknown state: ZZ"),
    ],
)
def test_a_well_signed_lie(simulator: UnionPaySimulator, unionpay: UnionPay, fault: Fault, call: str, why: str) -> None:
    simulator.pay(present(unionpay), Source.CARD)
    paid = unionpay.query(ORDER)
    assert isinstance(paid, Paid)
    order = replace(ORDER, transaction=paid.transaction)
    if call == "query_refund":
        unionpay.refund(order, REFUND)
    simulator.faults.switch(fault)
    assert CALLS[call](unionpay, order) == Unclear(why)


def test_a_lie_about_a_code(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    simulator.faults.switch(Fault.UNKNOWN_STATE)
    assert unionpay.create(ORDER, "医疗保险") == Unclear("respCode ZZ")
    assert unionpay.query(ORDER) == Unclear("respCode ZZ")
    # The answer to this request tells of no amount, so there is none to be wrong.
    simulator.faults.switch(Fault.WRONG_AMOUNT)
    assert isinstance(unionpay.create(unionpay_order("20261123120000ABCDEF0002"), "医疗保险"), Presented)


@pytest.mark.parametrize("call", CALLS)
def test_an_answer_that_does_not_come_in_time(
    simulator: UnionPaySimulator, merchant: UnionPayMerchant, now: Now, call: str
) -> None:
    hasty = UnionPay(merchant, simulator.base_url, now, timeout=0.05)
    simulator.faults.switch(Fault.SLOW)
    assert CALLS[call](hasty, ORDER) == Unclear("ReadTimeout")
    simulator.faults.switch(Fault.NONE)
    hasty.disconnect()


@pytest.mark.parametrize("call", CALLS)
def test_nobody_listens(simulator: UnionPaySimulator, unionpay: UnionPay, call: str) -> None:
    simulator.stop()
    assert CALLS[call](unionpay, ORDER) == Unclear("ConnectError")


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LOSE_ANSWER, Fault.SERVER_ERROR, Fault.TRUNCATED])
def test_what_goes_wrong_twice_is_mended_by_the_third_try(
    simulator: UnionPaySimulator, unionpay: UnionPay, fault: Fault
) -> None:
    simulator.pay(present(unionpay), Source.CARD)
    simulator.faults.switch(fault, times=2)
    assert isinstance(unionpay.query(ORDER), Paid)
    assert simulator.faults.current is Fault.NONE


def test_who_asks_too_often_is_not_asked_again_at_once(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    simulator.faults.switch(Fault.TOO_OFTEN, times=1)
    assert unionpay.query(ORDER) == Unclear("respCode 37")
    assert simulator.faults.current is Fault.NONE


def test_one_slow_answer_is_mended_by_the_next(
    simulator: UnionPaySimulator, merchant: UnionPayMerchant, now: Now, unionpay: UnionPay
) -> None:
    simulator.pay(present(unionpay), Source.CARD)
    simulator.faults.switch(Fault.SLOW, times=1)
    patient = UnionPay(merchant, simulator.base_url, now, timeout=0.5)
    assert isinstance(patient.query(ORDER), Paid)
    assert simulator.faults.current is Fault.NONE
    simulator.faults.switch(Fault.NONE)
    patient.disconnect()


@pytest.mark.parametrize(
    ("fault", "happened"),
    [
        (Fault.DOWN, False),
        (Fault.SERVER_ERROR, False),
        (Fault.TOO_OFTEN, False),
        (Fault.LOSE_ANSWER, True),
        (Fault.TRUNCATED, True),
        (Fault.SLOW, True),
    ],
)
def test_whether_it_happened_is_not_known_from_silence(
    simulator: UnionPaySimulator, unionpay: UnionPay, merchant: UnionPayMerchant, now: Now, fault: Fault, happened: bool
) -> None:
    hasty = UnionPay(merchant, simulator.base_url, now, timeout=0.3 if fault is Fault.SLOW else 5.0)
    simulator.faults.switch(fault)
    assert isinstance(hasty.create(ORDER, "医疗保险"), Unclear)
    simulator.faults.switch(Fault.NONE)
    answer = unionpay.create(ORDER, "医疗保险")
    assert answer == Unclear("respCode 12") if happened else isinstance(answer, Presented)
    hasty.disconnect()


def test_it_comes_back_where_it_was(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    code = present(unionpay)
    url = simulator.base_url
    simulator.stop()
    simulator.stop()
    with pytest.raises(RuntimeError):
        _ = simulator.base_url
    simulator.start()
    simulator.start()
    assert simulator.base_url == url
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    unionpay.disconnect()
    assert isinstance(unionpay.query(ORDER), Paid)


def test_a_port_in_use_is_said_clearly(now: Now) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortInUse, match=f"port {port} on 127.0.0.1 is in use"):
            UnionPaySimulator(now, Machine(), NetworkFaults(), port).start()


def test_the_log_has_no_body_no_key_and_no_signature(
    simulator: UnionPaySimulator, unionpay: UnionPay, merchant: UnionPayMerchant, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="kiosk.networks"):
        unionpay.prepare()
        code = present(unionpay)
        unionpay.query(ORDER)
        simulator.faults.switch(Fault.BAD_SIGNATURE)
        unionpay.query(ORDER)
    said = [record.getMessage() for record in caplog.records if record.name == "kiosk.networks"]
    assert said == [
        "unionpay.answer resp=00 orig=",
        "unionpay.answer resp=34 orig=",
        "unionpay.no_reply why=bad signature",
    ]
    assert code not in repr(merchant)
    assert merchant.private_key.decode() not in repr(merchant)
    assert "CERTIFICATE" not in repr(merchant)
