"""Each way the network can misbehave, against each call: an answer that cannot be trusted is Unclear."""

import logging
import socket

import pytest

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.runtime import Machine
from domain.payment.network import Absent, Closed, Paid, Presented, RefundDone, RefundPending, Refused, Unclear, Waiting
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import HELD, Fault, NetworkFaults
from kit.simulators.loopback import PortInUse
from kit.simulators.payer import Source
from tests.adapters.alipay.stand import METHODS, ask, order_of
from tests.adapters.stand import Now, a_refund

ORDER = order_of()
EVERYWHERE = {
    Fault.DOWN: "RemoteProtocolError",
    Fault.LOSE_ANSWER: "RemoteProtocolError",
    Fault.TRUNCATED: "RemoteProtocolError",
    Fault.UNSIGNED: "unsigned",
    Fault.BAD_SIGNATURE: "bad signature",
    Fault.STALE_TIMESTAMP: "bad signature",
    Fault.SERVER_ERROR: "20000 isp.unknow-error",
    Fault.TOO_OFTEN: "40005 isv.app-call-limited",
    Fault.BOMB: "too long",
}


def present(alipay: Alipay) -> str:
    answer = alipay.create(ORDER, "医疗保险")
    assert isinstance(answer, Presented)
    return answer.code


def make(simulator: AlipaySimulator, alipay: Alipay, now: Now, state: str) -> str:
    """Bring the order to a state: `shown`, `scanned`, `paid`, or `refunded` (and seen to be)."""
    code = present(alipay)
    if state != "shown":
        simulator.scan(code)
    if state in {"paid", "refunded"}:
        simulator.pay(code, Source.CARD)
    if state == "refunded":
        assert alipay.refund(ORDER, a_refund()) == RefundDone()
        now.pass_by(seconds=10)
    return code


@pytest.mark.parametrize("state", ["shown", "scanned", "paid", "refunded"])
@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
def test_what_goes_wrong_everywhere(
    simulator: AlipaySimulator, alipay: Alipay, now: Now, state: str, call: str, fault: Fault, why: str
) -> None:
    make(simulator, alipay, now, state)
    simulator.faults.switch(fault)
    assert ask(alipay, call) == Unclear(why)


def test_every_fault_has_a_meaning_here() -> None:
    lies = {Fault.WRONG_AMOUNT, Fault.WRONG_MERCHANT, Fault.UNKNOWN_STATE}
    nothing = {Fault.NONE, Fault.UNEVEN}  # No two orders of ours have one code there.
    assert set(Fault) == EVERYWHERE.keys() | lies | nothing | {Fault.BARE} | HELD


@pytest.mark.parametrize(
    ("fault", "state", "call", "expected"),
    [
        (Fault.WRONG_AMOUNT, "paid", "query", Unclear("mismatch: total_amount")),
        (Fault.WRONG_AMOUNT, "paid", "refund", Unclear("mismatch: refund_fee")),
        (Fault.WRONG_AMOUNT, "refunded", "query_refund", Unclear("mismatch: refund_amount")),
        (Fault.WRONG_MERCHANT, "shown", "create", Unclear("mismatch: seller_id")),
        (Fault.WRONG_MERCHANT, "scanned", "query", Unclear("mismatch: seller_id")),
        (Fault.WRONG_MERCHANT, "scanned", "close", Unclear("mismatch: seller_id")),
        (Fault.WRONG_MERCHANT, "paid", "query", Unclear("mismatch: seller_id")),
        (Fault.WRONG_MERCHANT, "paid", "refund", Unclear("mismatch: seller_id")),
        (Fault.WRONG_MERCHANT, "refunded", "query_refund", Unclear("mismatch: seller_id")),
        (Fault.UNKNOWN_STATE, "scanned", "query", Unclear("unknown state: IN_LIMBO")),
        (Fault.UNKNOWN_STATE, "paid", "query", Unclear("unknown state: IN_LIMBO")),
        (Fault.UNKNOWN_STATE, "paid", "refund", Unclear("unknown state: IN_LIMBO")),
        (Fault.UNKNOWN_STATE, "refunded", "query_refund", Unclear("unknown state: IN_LIMBO")),
        # These answers have neither an amount nor a state, and a trade that is not there has no merchant.
        (Fault.WRONG_AMOUNT, "scanned", "close", Closed()),
        (Fault.UNKNOWN_STATE, "scanned", "close", Closed()),
        (Fault.WRONG_AMOUNT, "scanned", "query", Waiting()),
        (Fault.WRONG_AMOUNT, "shown", "query", Absent()),
        (Fault.WRONG_MERCHANT, "shown", "query", Absent()),
        (Fault.UNKNOWN_STATE, "shown", "close", Absent()),
    ],
)
def test_a_well_signed_lie(
    simulator: AlipaySimulator, alipay: Alipay, now: Now, fault: Fault, state: str, call: str, expected: object
) -> None:
    make(simulator, alipay, now, state)
    simulator.faults.switch(fault)
    assert ask(alipay, call) == expected


@pytest.mark.parametrize("fault", [Fault.WRONG_AMOUNT, Fault.UNKNOWN_STATE])
def test_a_lie_that_a_create_cannot_tell(simulator: AlipaySimulator, alipay: Alipay, fault: Fault) -> None:
    simulator.faults.switch(fault)
    present(alipay)


@pytest.mark.parametrize("call", METHODS)
def test_an_answer_that_does_not_come_in_time(
    simulator: AlipaySimulator, merchant: AlipayMerchant, now: Now, call: str
) -> None:
    hasty = Alipay(merchant, simulator.base_url, now, timeout=0.05)
    simulator.faults.switch(Fault.SLOW)
    assert ask(hasty, call) == Unclear("ReadTimeout")
    simulator.faults.switch(Fault.NONE)


@pytest.mark.parametrize("call", METHODS)
def test_nobody_listens(simulator: AlipaySimulator, alipay: Alipay, call: str) -> None:
    simulator.stop()
    assert ask(alipay, call) == Unclear("ConnectError")


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LOSE_ANSWER, Fault.SERVER_ERROR, Fault.TOO_OFTEN, Fault.TRUNCATED])
def test_what_goes_wrong_twice_is_mended_by_the_third_try(
    simulator: AlipaySimulator, alipay: Alipay, fault: Fault
) -> None:
    simulator.pay(present(alipay), Source.CARD)
    simulator.faults.switch(fault, times=2)
    assert isinstance(alipay.query(ORDER), Paid)
    assert simulator.faults.current is Fault.NONE


@pytest.mark.parametrize("fault", [Fault.UNSIGNED, Fault.BAD_SIGNATURE, Fault.STALE_TIMESTAMP])
def test_what_cannot_be_believed_is_not_asked_again(simulator: AlipaySimulator, alipay: Alipay, fault: Fault) -> None:
    simulator.faults.switch(fault, times=1)
    assert alipay.query(ORDER) == Unclear(EVERYWHERE[fault])
    assert alipay.query(ORDER) == Absent()


def test_one_slow_answer_is_mended_by_the_next(simulator: AlipaySimulator, merchant: AlipayMerchant, now: Now) -> None:
    simulator.faults.switch(Fault.SLOW, times=1)
    patient = Alipay(merchant, simulator.base_url, now, timeout=0.5)
    assert isinstance(patient.create(ORDER, "医疗保险"), Presented)
    assert simulator.faults.current is Fault.NONE
    simulator.faults.switch(Fault.NONE)


@pytest.mark.parametrize(("fault", "happened"), [(Fault.DOWN, False), (Fault.LOSE_ANSWER, True), (Fault.SLOW, True)])
def test_whether_it_happened_is_not_known_from_silence(
    simulator: AlipaySimulator, alipay: Alipay, merchant: AlipayMerchant, now: Now, fault: Fault, happened: bool
) -> None:
    code = make(simulator, alipay, now, "scanned")
    simulator.faults.switch(fault)
    answer = Alipay(merchant, simulator.base_url, now, timeout=0.05).close(ORDER)
    assert isinstance(answer, Unclear)
    simulator.faults.switch(Fault.NONE)
    assert simulator.cancel(code) is not happened
    assert alipay.query(ORDER) == (Closed() if happened else Waiting())


@pytest.mark.parametrize("fault", [Fault.UNSIGNED, Fault.BAD_SIGNATURE, Fault.TRUNCATED, Fault.WRONG_AMOUNT])
def test_a_refund_that_was_not_understood_is_done_once(
    simulator: AlipaySimulator, alipay: Alipay, now: Now, fault: Fault
) -> None:
    make(simulator, alipay, now, "paid")
    simulator.faults.switch(fault)
    assert isinstance(alipay.refund(ORDER, a_refund()), Unclear)
    simulator.faults.switch(Fault.NONE)
    assert alipay.refund(ORDER, a_refund()) == RefundPending()
    now.pass_by(seconds=10)
    assert alipay.query_refund(ORDER, a_refund()) == RefundDone()
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def test_it_comes_back_where_it_was(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code = present(alipay)
    url = simulator.base_url
    simulator.stop()
    simulator.stop()
    with pytest.raises(RuntimeError):
        _ = simulator.base_url
    simulator.start()
    simulator.start()
    assert simulator.base_url == url
    simulator.pay(code, Source.CARD)
    alipay.disconnect()
    assert isinstance(alipay.query(ORDER), Paid)


def test_a_port_in_use_is_said_clearly(now: Now) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortInUse, match=f"port {port} on 127.0.0.1 is in use"):
            AlipaySimulator(now, Machine(), NetworkFaults(), port).start()


def said(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() for record in caplog.records if record.name == "kiosk.networks")


def test_the_log_has_no_body_no_key_and_no_signature(
    simulator: AlipaySimulator, alipay: Alipay, merchant: AlipayMerchant, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="kiosk.networks"):
        code = present(alipay)
        simulator.faults.switch(Fault.SERVER_ERROR)
        alipay.query(ORDER)
    assert f"alipay.answer code=10000 sub_code= trace_id={1:032x}" in said(caplog)
    assert f"alipay.answer code=20000 sub_code=isp.unknow-error trace_id={2:032x}" in said(caplog)
    for secret in (code, "医疗保险", "PRIVATE KEY", "PUBLIC KEY", "sign", ORDER.number):
        assert secret not in said(caplog)
    assert merchant.private_key.decode() not in repr(merchant)
    assert "KEY" not in repr(merchant)


def test_the_log_tells_why_an_unsigned_refusal_came(
    simulator: AlipaySimulator, merchant: AlipayMerchant, now: Now, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = AlipayMerchant("2021000000000999", "2088", merchant.private_key, merchant.alipay_public_key, "")
    with caplog.at_level(logging.DEBUG, logger="kiosk.networks"):
        assert Alipay(stranger, simulator.base_url, now).create(ORDER, "医疗保险") == Refused("isv.invalid-app-id")
    assert "alipay.answer code=40002 sub_code=isv.invalid-app-id" in said(caplog)
    assert "alipay.no_reply why=unsigned" in said(caplog)
