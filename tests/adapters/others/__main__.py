"""What clients of others are told by the simulated networks: `python -m tests.adapters.others NPM COMPOSER`.

These are the folders in which npm and Composer have installed some of them. Exit 1 if anything was told wrongly.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from domain.payment.network import Presented
from domain.runtime import HALL_TIME
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import NetworkFaults
from kit.simulators.payer import Source
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.others.clients import (
    Client,
    ClientOfWeChat,
    Process,
    ProcessAlipay,
    ProcessWeChat,
    PythonAlipay,
    PythonWeChat,
    php_certificates,
    python_alipay_of,
    wechatpayv3_of,
)
from tests.adapters.others.life import ALIPAY, BILLED, WECHAT, Life, LifeAtWeChat, Told
from tests.adapters.stand import Now, an_order

Behind = Callable[[dict[str, str]], Process]
"""Starts a client of another language for the merchant that it is told of."""


def at_wechat(behind: Behind | None = None, tool_in: str | None = None) -> Iterator[Told]:
    """WeChat's clients look at the real clock, so the bill is of two days ago, when our own client was there.

    With `tool_in`, the folder of the client in PHP, the platform has certificates; a client knows them by that tool.
    """
    real = datetime.now(UTC)
    now, faults = Now(real - timedelta(days=2)), NetworkFaults()
    day = now().astimezone(HALL_TIME).date()
    with ExitStack() as stack:
        simulator = WeChatSimulator(now, Machine(), faults, certified=tool_in is not None)
        simulator.start()
        stack.callback(simulator.stop)
        merchant, ours = wechat.demo_merchant(simulator, now, Machine())
        _pay_once(ours, simulator, now)
        now.at = real
        words = _wechat_words(simulator, merchant)
        if tool_in:
            simulator.announce()
            fetched = php_certificates(tool_in, simulator, merchant)
            right = {one.serial: one.pem.decode() for one in simulator.certificates}
            yield Told("certificates", " ".join(fetched), fetched == right)
            words["platform_key"] = fetched.get(simulator.platform_serial, "")
        client: ClientOfWeChat
        if behind:
            process = behind(words)
            stack.callback(process.stop)
            client = ProcessWeChat(process)
        else:
            client = PythonWeChat(wechatpayv3_of(simulator, merchant))
        before = day - timedelta(days=1)
        yield from LifeAtWeChat(client, WECHAT, simulator, faults, now, day, before, lambda: None).play()


def at_alipay(behind: Behind | None = None) -> Iterator[Told]:
    """The bill is asked for in the second night: that of the day between is not made yet."""
    now, faults = Now(), NetworkFaults()
    day = now().astimezone(HALL_TIME).date()
    with ExitStack() as stack:
        simulator = AlipaySimulator(now, Machine(), faults)
        simulator.start()
        stack.callback(simulator.stop)
        merchant, _ = alipay.demo_merchant(simulator, now)
        client: Client
        if behind:
            process = behind(_alipay_words(simulator, merchant))
            stack.callback(process.stop)
            client = ProcessAlipay(process)
        else:
            client = PythonAlipay(python_alipay_of(simulator, merchant))
        later = partial(now.pass_by, hours=38)
        yield from Life(client, ALIPAY, simulator, faults, now, day, day + timedelta(days=1), later).play()


def _pay_once(ours: WeChatPay, simulator: WeChatSimulator, now: Now) -> None:
    presented = ours.create(an_order(BILLED, now=now()), "医疗保险")
    assert isinstance(presented, Presented)
    simulator.pay(presented.code, Source.CARD)


def _wechat_words(simulator: WeChatSimulator, merchant: WeChatMerchant) -> dict[str, str]:
    return {
        "mchid": merchant.mchid,
        "appid": merchant.appid,
        "serial": merchant.serial,
        "private_key": merchant.private_key.decode(),
        "api_v3_key": merchant.api_v3_key.decode(),
        "notify_url": merchant.notify_url,
        "platform_serial": simulator.platform_serial,
        "platform_key": simulator.platform_public_key_pem.decode(),
        "base_url": f"{simulator.base_url}/",
    }


def _alipay_words(simulator: AlipaySimulator, merchant: AlipayMerchant) -> dict[str, str]:
    return {
        "app_id": merchant.app_id,
        "private_key": merchant.private_key.decode(),
        "notify_url": merchant.notify_url,
        "platform_key": simulator.platform_public_key_pem.decode(),
        "base_url": simulator.base_url,
    }


def played(npm: str, composer: str) -> dict[str, Iterator[Told]]:
    """The life of each client."""

    def node(script: str) -> Behind:
        return partial(Process, "node", script, npm)

    def php(script: str) -> Behind:
        return partial(Process, "php", script, composer)

    return {
        "wechatpayv3 (Python)": at_wechat(),
        "wechatpay-axios-plugin (JavaScript)": at_wechat(node("wechat.cjs")),
        "wechatpay (PHP)": at_wechat(php("wechat.php")),
        "wechatpay (PHP), by certificates": at_wechat(php("wechat.php"), composer),
        "python-alipay-sdk (Python)": at_alipay(),
        "alipay-sdk (JavaScript)": at_alipay(node("alipay.cjs")),
        "easyalipay (PHP)": at_alipay(php("alipay.php")),
    }


def main(npm: str, composer: str) -> int:
    wrong = 0
    for name, life in played(npm, composer).items():
        for operation, said, ok in life:
            wrong += not ok
            print(f"{name:36}{operation:30}{'ok' if ok else 'WRONG':6}{' '.join(said.split())[:100]}", flush=True)
    print(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
