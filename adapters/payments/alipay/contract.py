"""A contract with Alipay: what has to be said of it, what may be wrong with that, and its client."""

import re
from pathlib import Path
from typing import Annotated

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import BASE_URL, AlipayMerchant
from adapters.payments.contract import Contract
from adapters.settings import keys
from adapters.settings.held import Against, Unfit, held
from adapters.settings.keys import Before
from adapters.settings.table import Merchant
from adapters.settings.values import NotifyUrl, WebAddress, shaped
from domain.payment.network import PaymentNetwork
from domain.runtime import Runtime

TOKEN = re.compile(rb"[0-9A-Za-z]{1,128}")
AlipayAppId = Annotated[str, shaped("[0-9]{16}", "an application's number of 16 digits")]
SellerId = Annotated[str, shaped("2088[0-9]{12}", "a merchant's number of 16 digits that begins with 2088")]


def another_than_ours(path: Path, against: Against, before: Before) -> None:
    """Not the half of our own `private_key_file` that Alipay was given."""
    ours = before.get("private_key_file")
    if ours is not None and keys.rsa_public(path).public_numbers() == keys.public_half(ours).public_numbers():
        raise Unfit("is the application's own public key: Alipay's is wanted, which its platform shows beside it")


def token(path: Path, against: Against, before: Before) -> None:
    """What Alipay gave the application for the merchant's own: one word."""
    if not TOKEN.fullmatch(keys.content(path).strip()):
        raise Unfit("has to hold an app_auth_token: letters and digits, 128 at most")


class AlipaySettings(Merchant):
    """An application at Alipay (当面付, public-key mode).

    With an `app_auth_token_file` it is a service provider's, and `seller_id` is the merchant who has authorised it.
    """

    app_id: AlipayAppId
    """The application (APPID)."""
    seller_id: SellerId
    """Who gets the money (2088…)."""
    private_key_file: Annotated[Path, held(keys.secret, keys.private_key)]
    """The application's private key, mode 0600."""
    alipay_public_key_file: Annotated[Path, held(keys.public_key, another_than_ours)]
    """Alipay's public key: not the application's own."""
    app_auth_token_file: Annotated[Path | None, held(keys.secret, token)] = None
    """What the merchant has given its service provider, mode 0600; only for a provider."""
    notify_url: NotifyUrl
    """Where the network would tell of a payment: it is asked anyway."""
    base_url: WebAddress = BASE_URL
    """Where the network is; another for tries."""


def _client(given: AlipaySettings, runtime: Runtime) -> PaymentNetwork:
    merchant = AlipayMerchant(
        app_id=given.app_id,
        seller_id=given.seller_id,
        private_key=given.private_key_file.read_bytes(),
        alipay_public_key=given.alipay_public_key_file.read_bytes(),
        notify_url=given.notify_url,
        app_auth_token=given.app_auth_token_file.read_text("ascii").strip() if given.app_auth_token_file else "",
    )
    client = Alipay(merchant, given.base_url, runtime.now, runtime=runtime)
    client.prepare()
    return client


ALIPAY = Contract(Alipay.name, AlipaySettings, _client)
