"""What each network's client is beside its answers: its day, its name in the log, what it keeps open."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from httpx2 import BaseTransport, ConnectError, Request, Response

from adapters.payments.alipay.client import Alipay
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.wechat.client import WeChatPay
from domain.payment.network import Unclear
from kit.simulators.alipay import demo as of_alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.keys import key_of
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.unionpay import demo as of_unionpay
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wechat import demo as of_wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import NOON, an_order

Client = WeChatPay | Alipay | UnionPay
RUNTIME = SimulatedRuntime(NOON)
HERE = "http://network.invalid"


class Silent(BaseTransport):
    """Nobody is there. Counts how often it was closed."""

    closed = 0

    def handle_request(self, request: Request) -> Response:
        raise ConnectError("nobody", request=request)

    def close(self) -> None:
        self.closed += 1


def wechat(way: BaseTransport) -> Client:
    simulator = WeChatSimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("wechat"))
    merchant, _ = of_wechat.demo_merchant(
        simulator, RUNTIME.now, RUNTIME, make_key=lambda: key_of("ours"), in_process=True
    )
    return WeChatPay(merchant, HERE, RUNTIME.now, lambda: "N", transport=way, runtime=RUNTIME)


def alipay(way: BaseTransport) -> Client:
    simulator = AlipaySimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("alipay"))
    merchant, _ = of_alipay.demo_merchant(simulator, RUNTIME.now, make_key=lambda: key_of("ours"), in_process=True)
    return Alipay(merchant, HERE, RUNTIME.now, transport=way, runtime=RUNTIME)


def unionpay(way: BaseTransport) -> Client:
    simulator = UnionPaySimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("unionpay"))
    merchant, _ = of_unionpay.demo_merchant(simulator, RUNTIME.now, make_key=lambda: key_of("ours"), in_process=True)
    return UnionPay(merchant, HERE, RUNTIME.now, transport=way, runtime=RUNTIME)


@pytest.mark.parametrize(
    ("made", "name", "day_begins"),
    [
        (wechat, "wechat", timedelta(0)),
        (alipay, "alipay", timedelta(0)),
        (unionpay, "unionpay", timedelta(hours=-1)),
    ],
)
def test_its_name_and_its_day(
    made: Callable[[BaseTransport], Client], name: str, day_begins: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    client = made(Silent())
    assert (client.name, client.day_begins) == (name, day_begins)
    assert client.query(an_order()) == Unclear("ConnectError")
    assert caplog.messages == [f"{name}.no_reply why=ConnectError"]


@pytest.mark.parametrize("made", [wechat, alipay, unionpay])
def test_it_lets_go_of_what_it_keeps_open(made: Callable[[BaseTransport], Client]) -> None:
    way = Silent()
    client = made(way)
    client.query(an_order())
    client.disconnect()
    assert way.closed == 1
    client.disconnect()
    assert (way.closed, client.query(an_order())) == (1, Unclear("ConnectError"))
