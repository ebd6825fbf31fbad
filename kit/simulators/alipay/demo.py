"""The merchant of the demonstration: a real client, pointed at the simulator."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from domain.ports import Clock
from kit.simulators.alipay.ledger import Account
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.keys import new_key, private_pem, public_pem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

NAME = "社保费缴纳（演示）"


def demo_merchant(
    simulator: AlipaySimulator,
    clock: Clock,
    timeout: float = 5.0,
    make_key: "Callable[[], RSAPrivateKey]" = new_key,
) -> tuple[AlipayMerchant, Alipay]:
    """Let an invented merchant with a fresh key into a started simulator; returns it and its client."""
    key = make_key()
    account = Account("2021000000000109", "2088100000000109", public_pem(key), NAME)
    simulator.register(account)
    merchant = AlipayMerchant(
        app_id=account.app_id,
        seller_id=account.seller_id,
        private_key=private_pem(key),
        alipay_public_key=simulator.platform_public_key_pem,
        notify_url="https://kiosk.example/alipay/notify",
    )
    return merchant, Alipay(merchant, simulator.base_url, clock, timeout)
