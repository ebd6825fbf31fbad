"""Each way the network can misbehave, against each call: an answer that cannot be trusted is Unclear."""

import logging
import socket
from collections.abc import Callable

import pytest

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from domain.payment.network import Closed, Paid, Presented, RefundPending, Unclear, Waiting
from kit.simulators.faults import Fault, NetworkFaults
from kit.simulators.loopback import PortInUse
from kit.simulators.payer import Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import Now, a_refund, an_order

ORDER = an_order()
CALLS: dict[str, Callable[[WeChatPay], object]] = {
    "create": lambda wechat: wechat.create(ORDER, "医疗保险"),
    "query": lambda wechat: wechat.query(ORDER),
    "close": lambda wechat: wechat.close(ORDER),
    "refund": lambda wechat: wechat.refund(ORDER, a_refund()),
    "query_refund": lambda wechat: wechat.query_refund(ORDER, a_refund()),
}
EVERYWHERE = {
    Fault.DOWN: "RemoteProtocolError",
    Fault.LOSE_ANSWER: "RemoteProtocolError",
    Fault.UNSIGNED: "200 unsigned",
    Fault.BAD_SIGNATURE: "200 bad signature",
    Fault.STALE_TIMESTAMP: "200 stale",
    Fault.SERVER_ERROR: "500 SYSTEM_ERROR",
    Fault.TOO_OFTEN: "429 FREQUENCY_LIMITED",
    Fault.TRUNCATED: "RemoteProtocolError",
    Fault.BARE: "200 unsigned",
    Fault.BOMB: "too long",
}


@pytest.fixture
def paid_code(simulator: WeChatSimulator, wechat: WeChatPay) -> str:
    """An order that is shown, paid, and has its refund R1 under way."""
    code = present(wechat)
    simulator.pay(code, Source.CARD)
    assert wechat.refund(ORDER, a_refund()) == RefundPending()
    return code


def present(wechat: WeChatPay) -> str:
    answer = wechat.create(ORDER, "医疗保险")
    assert isinstance(answer, Presented)
    return answer.code


@pytest.mark.parametrize("call", ["query", "query_refund", "refund"])
@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
def test_on_a_paid_order(
    simulator: WeChatSimulator, wechat: WeChatPay, paid_code: str, fault: Fault, why: str, call: str
) -> None:
    simulator.faults.switch(fault)
    assert CALLS[call](wechat) == Unclear(why)


@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
def test_on_create(simulator: WeChatSimulator, wechat: WeChatPay, fault: Fault, why: str) -> None:
    simulator.faults.switch(fault)
    assert CALLS["create"](wechat) == Unclear(why)


@pytest.mark.parametrize(("fault", "why"), EVERYWHERE.items())
def test_on_close(simulator: WeChatSimulator, wechat: WeChatPay, fault: Fault, why: str) -> None:
    present(wechat)
    simulator.faults.switch(fault)
    expected = {
        Fault.TOO_OFTEN: Waiting(),
        # A close has no body that could be cut short or be too long, and its signature covers all there is.
        Fault.TRUNCATED: Closed(),
        Fault.BOMB: Closed(),
    }.get(fault, Unclear(why.replace("200", "204")))
    assert CALLS["close"](wechat) == expected


@pytest.mark.parametrize(
    ("fault", "call", "why"),
    [
        (Fault.WRONG_AMOUNT, "query", "mismatch: total"),
        (Fault.WRONG_MERCHANT, "query", "mismatch: mchid"),
        (Fault.UNKNOWN_STATE, "query", "unknown state: IN_LIMBO"),
        (Fault.WRONG_AMOUNT, "query_refund", "mismatch: total"),
        (Fault.UNKNOWN_STATE, "query_refund", "unknown state: IN_LIMBO"),
        (Fault.WRONG_AMOUNT, "refund", "mismatch: total"),
    ],
)
def test_a_well_signed_lie(simulator: WeChatSimulator, wechat: WeChatPay, fault: Fault, call: str, why: str) -> None:
    simulator.pay(present(wechat), Source.CARD)
    if call == "query_refund":
        wechat.refund(ORDER, a_refund())
    simulator.faults.switch(fault)
    assert CALLS[call](wechat) == Unclear(why)


@pytest.mark.parametrize("call", CALLS)
def test_an_answer_that_does_not_come_in_time(
    simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now, call: str
) -> None:
    hasty = WeChatPay(merchant, simulator.base_url, now, lambda: "N", timeout=0.05)
    simulator.faults.switch(Fault.SLOW)
    assert CALLS[call](hasty) == Unclear("ReadTimeout")
    simulator.faults.switch(Fault.NONE)


@pytest.mark.parametrize("call", CALLS)
def test_nobody_listens(simulator: WeChatSimulator, wechat: WeChatPay, call: str) -> None:
    simulator.stop()
    assert CALLS[call](wechat) == Unclear("ConnectError")


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LOSE_ANSWER, Fault.SERVER_ERROR, Fault.TOO_OFTEN, Fault.TRUNCATED])
def test_what_goes_wrong_twice_is_mended_by_the_third_try(
    simulator: WeChatSimulator, wechat: WeChatPay, fault: Fault
) -> None:
    simulator.pay(present(wechat), Source.CARD)
    simulator.faults.switch(fault, times=2)
    assert isinstance(wechat.query(ORDER), Paid)
    assert simulator.faults.current is Fault.NONE


def test_one_slow_answer_is_mended_by_the_next(simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now) -> None:
    simulator.faults.switch(Fault.SLOW, times=1)
    patient = WeChatPay(merchant, simulator.base_url, now, lambda: "N", timeout=0.5)
    assert isinstance(patient.create(ORDER, "医疗保险"), Presented)
    assert simulator.faults.current is Fault.NONE
    simulator.faults.switch(Fault.NONE)


@pytest.mark.parametrize(("fault", "happened"), [(Fault.DOWN, False), (Fault.LOSE_ANSWER, True), (Fault.SLOW, True)])
def test_whether_it_happened_is_not_known_from_silence(
    simulator: WeChatSimulator, wechat: WeChatPay, merchant: WeChatMerchant, now: Now, fault: Fault, happened: bool
) -> None:
    code = present(wechat)
    simulator.faults.switch(fault)
    WeChatPay(merchant, simulator.base_url, now, lambda: "N", timeout=0.05).close(ORDER)
    simulator.faults.switch(Fault.NONE)
    assert simulator.cancel(code) is not happened
    assert wechat.query(ORDER) == (Closed() if happened else Waiting())


def test_it_comes_back_where_it_was(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    code = present(wechat)
    url = simulator.base_url
    simulator.stop()
    with pytest.raises(RuntimeError):
        _ = simulator.base_url
    simulator.start()
    simulator.start()
    assert simulator.base_url == url
    simulator.pay(code, Source.CARD)
    wechat.disconnect()
    assert isinstance(wechat.query(ORDER), Paid)


def test_a_port_in_use_is_said_clearly(now: Now) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortInUse, match=f"port {port} on 127.0.0.1 is in use"):
            WeChatSimulator(now, Machine(), NetworkFaults(), port).start()


def test_the_log_has_no_body_no_key_and_no_signature(
    simulator: WeChatSimulator, wechat: WeChatPay, merchant: WeChatMerchant, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="kiosk.networks"):
        code = present(wechat)
        simulator.faults.switch(Fault.SERVER_ERROR)
        wechat.query(ORDER)
    said = "\n".join(record.getMessage() for record in caplog.records if record.name == "kiosk.networks")
    assert "wechat.answer status=200 request_id=" in said
    for secret in (code, "医疗保险", "PRIVATE KEY", merchant.api_v3_key.decode(), "signature=", "WECHATPAY2"):
        assert secret not in said
    assert merchant.private_key.decode() not in repr(merchant)
    assert merchant.api_v3_key.decode() not in repr(merchant)
