"""Whom a notification is to: well signed, and told to another merchant, it is not ours."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from adapters.payments.alipay.client import Alipay
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import Acquirer
from adapters.payments.wechat.client import WeChatPay
from domain.payment.network import PaymentNetwork, Presented
from domain.payment.notices import NotBelieved, Notifies
from domain.payment.order import Order
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.frame import Simulator
from kit.simulators.keys import key_of
from kit.simulators.payer import Source
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.unionpay import demo as unionpay
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import NOON, NUMBER, an_order

SUB, TOKEN = "1900000201", "202611BBX42"
BANK = Acquirer("48270000", "9311", "贵阳市税务局", "社保费")
RUNTIME = SimulatedRuntime(NOON)


def posted(simulator: Any, client: PaymentNetwork, order: Order) -> tuple[dict[str, str], bytes]:
    """What the network posts of an order that was paid."""
    assert isinstance(simulator, Simulator)
    shown = client.create(order, "医疗保险")
    assert isinstance(shown, Presented)
    simulator.scan(shown.code)
    simulator.pay(shown.code, Source.CARD)
    told: tuple[dict[str, str], bytes] = simulator.notification(order.number)  # type: ignore[attr-defined]
    return told


def of_wechat(given: dict[str, Any], ours: dict[str, Any]) -> tuple[Notifies, tuple[dict[str, str], bytes]]:
    """Who reads a notification as `ours`, and one that was made for whom is `given`."""
    simulator = WeChatSimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("wechat"))
    merchant, client = wechat.demo_merchant(
        simulator, RUNTIME.now, RUNTIME, make_key=lambda: key_of("ours"), in_process=True, **given
    )
    reader = WeChatPay(replace(merchant, **ours), "http://127.0.0.1", RUNTIME.now, lambda: "N")
    return reader, posted(simulator, client, an_order())


def of_alipay(given: dict[str, Any], ours: dict[str, Any]) -> tuple[Notifies, tuple[dict[str, str], bytes]]:
    simulator = AlipaySimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("alipay"))
    merchant, client = alipay.demo_merchant(
        simulator, RUNTIME.now, make_key=lambda: key_of("ours"), in_process=True, **given
    )
    return Alipay(replace(merchant, **ours), "http://127.0.0.1", RUNTIME.now), posted(simulator, client, an_order())


def of_unionpay(given: dict[str, Any], ours: dict[str, Any]) -> tuple[Notifies, tuple[dict[str, str], bytes]]:
    simulator = UnionPaySimulator(RUNTIME.now, RUNTIME, make_key=lambda: key_of("unionpay"))
    merchant, client = unionpay.demo_merchant(
        simulator, RUNTIME.now, make_key=lambda: key_of("ours"), in_process=True, **given
    )
    return UnionPay(replace(merchant, **ours), "http://127.0.0.1", RUNTIME.now), posted(simulator, client, an_order())


@pytest.mark.parametrize(
    ("network", "given", "ours", "why"),
    [
        (of_wechat, {}, {}, None),
        (of_wechat, {}, {"mchid": "1900000110"}, "mismatch: mchid"),
        (of_wechat, {}, {"api_v3_key": bytes(32)}, "not sealed for us"),
        (of_wechat, {}, {"sub_mchid": SUB}, "mismatch: sp_mchid"),
        (of_wechat, {"sub_mchid": SUB}, {}, None),
        (of_wechat, {"sub_mchid": SUB}, {"sub_mchid": ""}, "mismatch: mchid"),
        (of_wechat, {"sub_mchid": SUB}, {"sub_mchid": "1900000202"}, "mismatch: sub_mchid"),
        (of_alipay, {}, {}, None),
        (of_alipay, {"app_auth_token": TOKEN}, {}, None),
        (of_alipay, {}, {"app_id": "2021000000000110"}, "mismatch: app_id"),
        (of_alipay, {"app_auth_token": TOKEN}, {"seller_id": "2088100000000110"}, "mismatch: seller_id"),
        (of_unionpay, {}, {}, None),
        (of_unionpay, {"acquirer": BANK}, {}, None),
        (of_unionpay, {}, {"mer_id": "777290000000002"}, "mismatch: merId"),
        (of_unionpay, {}, {"acquirer": BANK}, "mismatch: accessType"),
        (of_unionpay, {"acquirer": BANK}, {"acquirer": replace(BANK, code="48270001")}, "mismatch: acqInsCode"),
        (of_unionpay, {"acquirer": BANK}, {"acquirer": None}, "mismatch: accessType"),
    ],
)
def test_to_whom_it_is(
    network: Callable[..., tuple[Notifies, tuple[dict[str, str], bytes]]],
    given: dict[str, Any],
    ours: dict[str, Any],
    why: str | None,
) -> None:
    reader, (headers, body) = network(given, ours)
    headers = {name.lower(): value for name, value in headers.items()}
    if why is None:
        assert reader.notified(headers, body) == NUMBER
    else:
        with pytest.raises(NotBelieved, match=f"^{why}$"):
            reader.notified(headers, body)
