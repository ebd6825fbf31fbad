"""The real networks, by the merchants in the settings. Their keys were checked with these, but may have gone since."""

from collections.abc import Callable
from typing import TypeVar

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.settings import (
    AlipaySettings,
    Fault,
    Settings,
    SettingsError,
    UnionPaySettings,
    WeChatSettings,
)
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.runtime import Runtime

TIMEOUT_S = 3.0
"""For each read from a payment network; a visitor is waiting."""
S = TypeVar("S")


def contracted(settings: Settings, runtime: Runtime) -> dict[Network, PaymentNetwork]:
    """A client for each network that the settings have a merchant of. Raises SettingsError where there is none."""
    clients = (
        _from("wechat", settings.wechat, lambda given: _wechat(given, runtime)),
        _from("alipay", settings.alipay, lambda given: _alipay(given, runtime)),
        _from("unionpay", settings.unionpay, lambda given: _unionpay(given, runtime)),
    )
    networks = {client.name: client for client in clients if client}
    if not networks:
        raise SettingsError([Fault("settings", "", "the hall profile needs a merchant: wechat, alipay or unionpay")])
    return networks


def _from(name: str, given: S | None, make: Callable[[S], PaymentNetwork]) -> PaymentNetwork | None:
    if given is None:
        return None
    try:
        return make(given)
    except OSError as missing:
        raise SettingsError([Fault("settings", name, f"a key file cannot be read: {missing.strerror}")]) from None
    except (ValueError, TypeError):  # What cryptography says of a key or a certificate that is none.
        raise SettingsError([Fault("settings", name, "a file holds no key or certificate that can be used")]) from None


def _wechat(given: WeChatSettings, runtime: Runtime) -> PaymentNetwork:
    merchant = WeChatMerchant(
        mchid=given.mchid,
        appid=given.appid,
        serial=given.serial,
        private_key=given.private_key_file.read_bytes(),
        api_v3_key=given.apiv3_key_file.read_bytes().strip(),
        platform_keys={serial: file.read_bytes() for serial, file in given.platform_keys.items()},
        notify_url=given.notify_url,
    )
    client = WeChatPay(merchant, given.base_url, runtime.now, lambda: runtime.token(16).hex(), TIMEOUT_S)
    client.prepare()
    return client


def _alipay(given: AlipaySettings, runtime: Runtime) -> PaymentNetwork:
    merchant = AlipayMerchant(
        app_id=given.app_id,
        seller_id=given.seller_id,
        private_key=given.private_key_file.read_bytes(),
        alipay_public_key=given.alipay_public_key_file.read_bytes(),
        notify_url=given.notify_url,
    )
    client = Alipay(merchant, given.base_url, runtime.now, TIMEOUT_S)
    client.prepare()
    return client


def _unionpay(given: UnionPaySettings, runtime: Runtime) -> PaymentNetwork:
    merchant = UnionPayMerchant(
        mer_id=given.mer_id,
        certificate=given.certificate_file.read_bytes(),
        private_key=given.private_key_file.read_bytes(),
        roots=tuple(file.read_bytes() for file in given.root_files),
        signer=given.signer,
        back_url=given.back_url,
    )
    client = UnionPay(merchant, given.base_url, runtime.now, TIMEOUT_S)
    client.prepare()
    return client
