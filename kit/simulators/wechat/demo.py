"""The merchant of the demonstration: a real client, pointed at the simulator."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.ports import Clock
from kit.simulators.keys import new_key, private_pem, public_pem
from kit.simulators.wechat.ledger import Account
from kit.simulators.wechat.simulator import WeChatSimulator

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

NAME = "社保费缴纳（演示）"


def demo_merchant(
    simulator: WeChatSimulator,
    clock: Clock,
    nonce: Callable[[], str] = lambda: secrets.token_hex(16),
    timeout: float = 5.0,
    make_key: "Callable[[], RSAPrivateKey]" = new_key,
) -> tuple[WeChatMerchant, WeChatPay]:
    """Let an invented merchant with fresh keys into a started simulator; returns it and its client."""
    key = make_key()
    account = Account("1900000109", "wxd678efh567hg6787", secrets.token_hex(20).upper(), public_pem(key), NAME)
    simulator.register(account)
    merchant = WeChatMerchant(
        mchid=account.mchid,
        appid=account.appid,
        serial=account.serial,
        private_key=private_pem(key),
        api_v3_key=secrets.token_hex(16).encode(),
        platform_keys={simulator.platform_serial: simulator.platform_public_key_pem},
        notify_url="https://kiosk.example/wechat/notify",
    )
    return merchant, WeChatPay(merchant, simulator.base_url, clock, nonce, timeout)
