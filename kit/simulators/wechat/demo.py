"""The merchant of the demonstration: a real client, pointed at the simulator."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from adapters.payments.line import WAIT_S
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.runtime import Clock, Runtime
from kit.simulators.frame import MERCHANT
from kit.simulators.keys import new_key, private_pem, public_pem
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.simulator import WeChatSimulator

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


def demo_merchant(
    simulator: WeChatSimulator,
    clock: Clock,
    runtime: Runtime,
    timeout: float = WAIT_S,
    make_key: "Callable[[], RSAPrivateKey]" = new_key,
    *,
    in_process: bool = False,
    sub_mchid: str = "",
    sub_appid: str = "",
) -> tuple[WeChatMerchant, WeChatPay]:
    """Let an invented merchant with fresh keys into a simulator; returns it and its client.

    If the way there is not `in_process`, the simulator has to be started. With a `sub_mchid` it is a service provider.
    """
    key = make_key()
    serial = runtime.token(20).hex().upper()
    ours = "1900000109", "wxd678efh567hg6787"
    sealed_with = runtime.token(16).hex().encode()
    account = Account(*ours, serial, public_pem(key), MERCHANT, sub_mchid, sub_appid, sealed_with)
    simulator.register(account)
    merchant = WeChatMerchant(
        mchid=account.mchid,
        appid=account.appid,
        serial=account.serial,
        private_key=private_pem(key),
        api_v3_key=account.api_v3_key,
        platform_keys=(
            {} if simulator.certificates else {simulator.platform_serial: simulator.platform_public_key_pem}
        ),
        notify_url="https://kiosk.example/wechat/notify",
        sub_mchid=account.sub_mchid,
        sub_appid=account.sub_appid,
    )
    base_url, transport = simulator.way(in_process=in_process)
    return merchant, WeChatPay(merchant, base_url, clock, lambda: runtime.token(16).hex(), timeout, transport, runtime)
