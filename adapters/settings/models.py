"""What there is to be set, and of what kind each value is."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from adapters.payments.alipay.merchant import BASE_URL as ALIPAY
from adapters.payments.unionpay.merchant import BASE_URL as UNIONPAY
from adapters.payments.unionpay.merchant import SIGNER
from adapters.payments.wechat.merchant import BASE_URL as WECHAT
from adapters.settings import keys
from adapters.settings.held import Against, held, wrong
from adapters.settings.places import own_file, own_key
from adapters.settings.values import (
    AlipayAppId,
    AppId,
    Bluetooth,
    CupsUri,
    Device,
    Link,
    MaybeBluetooth,
    Mchid,
    MerId,
    Name,
    NotifyUrl,
    PinHash,
    PlatformSerial,
    SellerId,
    Serial,
    Signer,
    StaffNumber,
    WebAddress,
)

DEMO = {"hall": "示范办税服务厅", "city": "贵阳市", "terminal": "T0001"}
"""Where the demonstration stands."""


class Table(BaseModel):
    """Takes no key that it does not know."""

    model_config = ConfigDict(extra="forbid")


class WeChatSettings(Table):
    """A WeChat Pay merchant (API v3). Key material is named by file, never written here.

    `certificate_file` is not used by the terminal: where it is given, serial and private key have to be its own.
    """

    mchid: Mchid
    appid: AppId
    certificate_file: Annotated[Path | None, held(keys.certificate)] = None
    serial: Annotated[Serial, held(keys.serial_of_certificate)]
    private_key_file: Annotated[Path, held(keys.secret, keys.private_key, keys.of_certificate)]
    apiv3_key_file: Annotated[Path, held(keys.secret, keys.api_v3_key)]
    platform_keys: Annotated[
        dict[PlatformSerial, Annotated[Path, held(keys.platform_key)]],
        Field(min_length=1),
        held(keys.platform_keys),
    ]
    notify_url: NotifyUrl
    base_url: WebAddress = WECHAT


class AlipaySettings(Table):
    """An application at Alipay (当面付, public-key mode)."""

    app_id: AlipayAppId
    seller_id: SellerId
    private_key_file: Annotated[Path, held(keys.secret, keys.private_key)]
    alipay_public_key_file: Annotated[Path, held(keys.public_key, keys.another_than_ours)]
    notify_url: NotifyUrl
    base_url: WebAddress = ALIPAY


class UnionPaySettings(Table):
    """A merchant at UnionPay (ACP 5.1.0). `root_files` are the certificates above UnionPay's own."""

    mer_id: MerId
    certificate_file: Annotated[Path, held(keys.certificate)]
    private_key_file: Annotated[Path, held(keys.secret, keys.private_key, keys.of_certificate)]
    root_files: Annotated[
        list[Annotated[Path, held(keys.authority)]],
        Field(min_length=1),
        held(keys.chain),
    ]
    signer: Signer = SIGNER
    back_url: NotifyUrl
    base_url: WebAddress = UNIONPAY


class CupsSettings(Table):
    """A printer for A4 sheets, behind a queue of CUPS (`ipp://127.0.0.1/printers/a4`)."""

    kind: Literal["cups"]
    name: Name = "A4 打印机"
    uri: CupsUri


class EscPosSettings(Table):
    """A thermal printer (ESC/POS) with a roll of `width` mm: on a serial line `device`, or by Bluetooth `address`."""

    kind: Literal["escpos"]
    name: Name = "蓝牙打印机"
    width: Literal[58, 80] = 80
    device: Device | None = None
    baudrate: int = Field(default=115_200, gt=0)
    address: MaybeBluetooth = ""

    @model_validator(mode="after")
    def _one_line(self) -> Self:
        if (self.device is None) == (self.address == ""):
            raise wrong("needs either a device or an address")
        return self


class StaffSettings(Table):
    """A staff member, who decides about refunds. `pin_hash` is what `./kiosk pin` prints."""

    number: StaffNumber
    pin_hash: PinHash = Field(repr=False)


class Links(Table):
    """What the codes on entrances lead to; a hall that names none shows none."""

    official_account: Link = ""
    tax_app: Link = ""
    unionpay: Link = ""


class Settings(Table):
    """`profile` demo runs on embedded parts and invented people; hall needs the real networks' settings."""

    profile: Literal["demo", "hall"] = "demo"
    hall: str = Field(default="", validate_default=True)
    city: str = Field(default="", validate_default=True)
    terminal: str = Field(default="", validate_default=True, pattern="^([0-9A-Z]{0,4}[0-9]{4})?$")
    """Ends in the four digits that its 票证号码 are told from those of others by."""
    store: Annotated[Path | None, held(own_file)] = None
    key_file: Annotated[Path | None, held(own_key)] = None
    simulator_port: int = Field(default=0, ge=0, le=65533)
    """The first of three, one for each network; 0 takes any that are free."""
    wechat: WeChatSettings | None = None
    alipay: AlipaySettings | None = None
    unionpay: UnionPaySettings | None = None
    links: Links = Links()
    printers: list[Annotated[CupsSettings | EscPosSettings, Field(discriminator="kind")]] = []
    """The first is the usual one. The demonstration has printers of its own."""
    staff: list[StaffSettings] = []
    """Without any, the staff's screens are not offered. The demonstration has one of its own."""
    approved_bluetooth: frozenset[Bluetooth] = frozenset()
    """The addresses of the printers that staff have approved; no others are ever connected to."""

    @field_validator("hall", "city", "terminal")
    @classmethod
    def _said(cls, text: str, info: ValidationInfo) -> str:
        """A hall says which terminal this is; the demonstration knows."""
        if not text.strip() and info.data.get("profile") == "hall":
            raise wrong("is missing: a hall has to say it")
        return text.strip() or DEMO[str(info.field_name)]

    @field_validator("city")
    @classmethod
    def _known(cls, city: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Against) and city not in info.context.cities:
            raise wrong(f"has to be one of {'、'.join(sorted(info.context.cities))}")
        return city

    @property
    def place(self) -> int:
        """The terminal's last four digits: what its 票证号码 are told apart by."""
        return int(self.terminal[-4:])
