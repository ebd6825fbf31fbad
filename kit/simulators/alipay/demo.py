"""The merchant of the demonstration: a real client, pointed at the simulator."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.line import WAIT_S
from domain.runtime import Clock, Runtime
from kit.simulators.alipay.ledger import Account
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.frame import MERCHANT
from kit.simulators.keys import new_key, private_pem, public_pem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


def demo_merchant(
    simulator: AlipaySimulator,
    clock: Clock,
    timeout: float = WAIT_S,
    make_key: "Callable[[], RSAPrivateKey]" = new_key,
    runtime: Runtime | None = None,
    *,
    in_process: bool = False,
    app_auth_token: str = "",
) -> tuple[AlipayMerchant, Alipay]:
    """Let an invented merchant with a fresh key into a simulator; returns it and its client.

    If the way there is not `in_process`, the simulator has to be started. With an `app_auth_token` it is a provider's.
    """
    key = make_key()
    account = Account("2021000000000109", "2088100000000109", public_pem(key), MERCHANT, app_auth_token)
    simulator.register(account)
    merchant = AlipayMerchant(
        app_id=account.app_id,
        seller_id=account.seller_id,
        private_key=private_pem(key),
        alipay_public_key=simulator.platform_public_key_pem,
        notify_url="https://kiosk.example/alipay/notify",
        app_auth_token=app_auth_token,
    )
    base_url, transport = simulator.way(in_process=in_process)
    return merchant, Alipay(merchant, base_url, clock, timeout, transport, runtime)
