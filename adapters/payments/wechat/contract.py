"""A contract with WeChat Pay: what has to be said of it, what may be wrong with that, and its client."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from adapters.payments.contract import Contract
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import BASE_URL, WeChatMerchant
from adapters.settings import keys
from adapters.settings.held import Against, Unfit, held
from adapters.settings.keys import Before
from adapters.settings.table import Merchant
from adapters.settings.values import NotifyUrl, WebAddress, shaped
from domain.payment.network import PaymentNetwork
from domain.runtime import Runtime

API_V3_KEY = 32
"""Bytes: an AES-256 key, typed by the merchant as 32 letters and digits."""

Mchid = Annotated[str, shaped("[0-9]{8,10}", "a merchant's number of 8 to 10 digits")]
AppId = Annotated[str, shaped("wx[0-9A-Za-z]{16}", "wx and 16 letters or digits")]
Serial = Annotated[str, shaped("[0-9A-Fa-f]{1,40}", "a certificate's serial number of up to 40 hexadecimal digits")]
PlatformSerial = Annotated[
    str,
    shaped("PUB_KEY_ID_[0-9A-Za-z]+|[0-9A-Fa-f]{1,40}", "PUB_KEY_ID_ and its number, or a hexadecimal serial number"),
]


def of_a_provider(sub_mchid: str, against: Against, before: Before) -> None:
    """Another than the provider's own."""
    if sub_mchid == before.get("mchid"):
        raise Unfit(
            "is mchid itself, which then is the service provider's: a merchant that takes its own money has none"
        )


def of_a_merchant(sub_appid: str, against: Against, before: Before) -> None:
    """An application of `sub_mchid`, which therefore has to be there."""
    if not before.get("sub_mchid"):
        raise Unfit("needs a sub_mchid, whose application it is")


def api_v3_key(path: Path, against: Against, before: Before) -> None:
    """32 bytes; white space around them does not count."""
    if (length := len(keys.content(path).strip())) != API_V3_KEY:
        raise Unfit(f"has to hold {API_V3_KEY} bytes, and holds {length}")


def for_each_serial(files: Mapping[str, Path], against: Against, before: Before) -> None:
    """For each serial the key of WeChat Pay that has it; one of them can be used now.

    A certificate that is out of date may stay beside its successor: it is taken out when there is time.
    """
    for serial, path in files.items():
        if keys.is_x509(path) and (serial.startswith("PUB") or int(serial, 16) != keys.x509(path).serial_number):
            raise Unfit(f"{serial} is not the serial number of its certificate")
    certificates = [keys.x509(path) for path in files.values() if keys.is_x509(path)]
    if (
        certificates
        and len(certificates) == len(files)
        and all(keys.is_out_of_date(one, against) for one in certificates)
    ):
        raise Unfit("holds no certificate that is valid now")


def platform_key(path: Path, against: Against, before: Before) -> None:
    """A public key or a certificate as PEM."""
    if keys.is_x509(path):
        keys.long_enough(keys.rsa_of(keys.x509(path)).key_size)
    else:
        keys.public_key(path, against, before)


class WeChatSettings(Merchant):
    """A WeChat Pay merchant (API v3). Key material is named by file, never written here.

    `certificate_file` is not used by the terminal: where it is given, serial and private key have to be its own. With a
    `sub_mchid` everything else but `sub_appid` is the service provider's. Without a PUB_KEY_ID_ among the
    `platform_keys` WeChat's certificates are fetched, and those that are named are where that begins.
    """

    mchid: Mchid
    """The merchant's number (商户号); the provider's where a service provider takes the money."""
    appid: AppId
    """The application that the merchant has bound."""
    sub_mchid: Annotated[Mchid | None, held(of_a_provider)] = None
    """The merchant's own number, where `mchid` is a service provider's (服务商)."""
    sub_appid: Annotated[AppId | None, held(of_a_merchant)] = None
    """An application of that merchant, if it has one."""
    certificate_file: Annotated[Path | None, held(keys.certificate)] = None
    """The merchant's certificate, if serial and key are to be held against it."""
    serial: Annotated[Serial, held(keys.serial_of_certificate)]
    """The serial number of the merchant's certificate."""
    private_key_file: Annotated[Path, held(keys.secret, keys.private_key, keys.of_certificate)]
    """The merchant's private key (`apiclient_key.pem`), mode 0600."""
    apiv3_key_file: Annotated[Path, held(keys.secret, api_v3_key)]
    """The APIv3 key, 32 letters and digits, mode 0600."""
    platform_keys: Annotated[dict[PlatformSerial, Annotated[Path, held(platform_key)]], held(for_each_serial)] = Field(
        default={}
    )
    """WeChat Pay's public key, a file by its `PUB_KEY_ID_…`; without one platform certificates are fetched."""
    combines: bool = True
    """Whether WeChat Pay may combine a household's orders (合单支付); else it knows them as one order."""
    notify_url: NotifyUrl
    """Where the network would tell of a payment: it is asked anyway."""
    base_url: WebAddress = BASE_URL
    """Where the network is; another for tries."""


def _client(given: WeChatSettings, runtime: Runtime) -> PaymentNetwork:
    merchant = WeChatMerchant(
        mchid=given.mchid,
        appid=given.appid,
        serial=given.serial,
        private_key=given.private_key_file.read_bytes(),
        api_v3_key=given.apiv3_key_file.read_bytes().strip(),
        platform_keys={serial: file.read_bytes() for serial, file in given.platform_keys.items()},
        notify_url=given.notify_url,
        sub_mchid=given.sub_mchid or "",
        sub_appid=given.sub_appid or "",
        combines=given.combines,
    )
    client = WeChatPay(merchant, given.base_url, runtime.now, lambda: runtime.token(16).hex(), runtime=runtime)
    client.prepare()
    return client


WECHAT = Contract(WeChatPay.name, WeChatSettings, _client)
