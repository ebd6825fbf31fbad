"""Settings of a terminal: a TOML file and `KIOSK_*` variables, checked before anything is opened."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from adapters.staff import PATTERN
from domain.ports import ForStaff


class SettingsError(ForStaff):
    """The settings cannot be used; the text says which and why, in plain English."""


class WeChatSettings(BaseModel):
    """A WeChat Pay merchant (API v3). Key material is named by file, never written here."""

    model_config = ConfigDict(extra="forbid")

    mchid: str
    appid: str
    serial: str
    private_key_file: Path
    apiv3_key_file: Path
    platform_keys: dict[str, Path]
    notify_url: str
    base_url: str = "https://api.mch.weixin.qq.com"


class AlipaySettings(BaseModel):
    """An application at Alipay (当面付, public-key mode)."""

    model_config = ConfigDict(extra="forbid")

    app_id: str
    seller_id: str
    private_key_file: Path
    alipay_public_key_file: Path
    notify_url: str
    base_url: str = "https://openapi.alipay.com/gateway.do"


class UnionPaySettings(BaseModel):
    """A merchant at UnionPay (ACP 5.1.0). `root_files` are the certificates above UnionPay's own."""

    model_config = ConfigDict(extra="forbid")

    mer_id: str
    certificate_file: Path
    private_key_file: Path
    root_files: list[Path]
    signer: str = "中国银联股份有限公司"
    back_url: str
    base_url: str = "https://gateway.95516.com"


class CupsSettings(BaseModel):
    """A printer for A4 sheets, behind a queue of CUPS (`ipp://127.0.0.1/printers/a4`)."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["cups"]
    name: str = "A4 打印机"
    uri: str = Field(pattern=r"^ipps?://[^/]+/printers/[^/]+$")


class EscPosSettings(BaseModel):
    """A thermal printer (ESC/POS) with a roll of `width` mm: on a serial line `device`, or by Bluetooth `address`."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["escpos"]
    name: str = "蓝牙打印机"
    width: Literal[58, 80] = 80
    device: Path | None = None
    baudrate: int = 115_200
    address: str = ""

    @model_validator(mode="after")
    def _one_line(self) -> Self:
        if (self.device is None) == (self.address == ""):
            raise ValueError("needs either a device or an address")
        return self


class StaffSettings(BaseModel):
    """A staff member, who decides about refunds. `pin_hash` is what `python -m adapters.staff` prints."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(pattern=r"^[0-9]{1,8}$")
    pin_hash: str = Field(pattern=PATTERN, repr=False)


class Links(BaseModel):
    """What the codes on entrances lead to; a hall that names none shows none."""

    model_config = ConfigDict(extra="forbid")

    official_account: str = ""
    tax_app: str = ""
    unionpay: str = ""


class Settings(BaseSettings):
    """`profile` demo runs on embedded parts and invented people; hall needs the real networks' settings."""

    model_config = SettingsConfigDict(env_prefix="KIOSK_", env_nested_delimiter="__", extra="forbid")

    profile: Literal["demo", "hall"] = "demo"
    hall: str = "示范办税服务厅"
    city: str = "贵阳市"
    terminal: str = Field(default="T0001", pattern=r"^[0-9A-Z]{1,8}$")
    store: Path | None = None
    key_file: Path | None = None
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
    approved_bluetooth: frozenset[str] = frozenset()
    """The addresses of the printers that staff have approved; no others are ever connected to."""

    @property
    def place(self) -> int:
        """The terminal's last four digits, 0 if there is none: what its 票证号码 are told apart by."""
        digits = "".join(character for character in self.terminal if character.isdigit())
        return int(digits[-4:] or 0)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The command line wins over the environment, and that over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def read(config: Path | None, **given: object) -> Settings:
    """The settings of a TOML file, the environment and what was `given` on the command line. Raises SettingsError."""

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=config)

    if config is not None and not config.is_file():
        raise SettingsError(f"there is no settings file {config}")
    try:
        return FromFile(**given)  # type: ignore[arg-type]
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise SettingsError(f"settings: {where}: {first['msg']}") from None
    except (ValueError, OSError) as wrong:
        raise SettingsError(f"settings file {config}: {wrong}") from None
