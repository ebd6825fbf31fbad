"""What there is to be set, and of what kind each value is."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, create_model, field_validator, model_validator

from adapters.settings.bureau import BureauSettings
from adapters.settings.counts import CountSettings
from adapters.settings.held import Against, held, wrong
from adapters.settings.idle import IdleSettings
from adapters.settings.logs import LogSettings
from adapters.settings.panel import PanelSettings
from adapters.settings.places import own_file, own_folder, own_key
from adapters.settings.readers import ReaderSettings
from adapters.settings.table import Merchant, Table
from adapters.settings.values import (
    Bluetooth,
    CupsUri,
    Device,
    Link,
    ListenAddress,
    MaybeBluetooth,
    Name,
    PhoneUrl,
    PinHash,
    StaffNumber,
)

DEMO = {"hall": "示范办税服务厅", "city": "贵阳市", "terminal": "T0001"}
"""Where the demonstration stands."""


class CupsSettings(Table):
    """A printer for A4 sheets, behind a queue of CUPS (`ipp://127.0.0.1/printers/a4`)."""

    kind: Literal["cups"]
    name: Name = "A4 打印机"
    """What visitors and staff call it."""
    uri: CupsUri
    """Its queue, as `./kiosk queue` says it."""


class EscPosSettings(Table):
    """A thermal printer (ESC/POS) with a roll of `width` mm: on a serial line `device`, or by Bluetooth `address`."""

    kind: Literal["escpos"]
    name: Name = "蓝牙打印机"
    """What visitors and staff call it."""
    width: Literal[58, 80] = 80
    """Of its paper, in mm."""
    device: Device | None = None
    """The serial line that it is on (`/dev/rfcomm0`, `/dev/kiosk/…`), in place of `address`."""
    baudrate: int = Field(default=115_200, gt=0)
    """Of that line, in bits a second."""
    address: MaybeBluetooth = ""
    """Its Bluetooth address; it has to be among `approved_bluetooth` as well."""

    @model_validator(mode="after")
    def _one_line(self) -> Self:
        if (self.device is None) == (self.address == ""):
            raise wrong("needs either a device or an address")
        return self


class StaffSettings(Table):
    """A staff member, who decides about refunds. `pin_hash` is what `./kiosk pin` prints."""

    number: StaffNumber
    """工号: digits."""
    pin_hash: PinHash = Field(repr=False)
    """What `./kiosk pin` prints."""


class SpeechSettings(Table):
    """Reading aloud. `jack` is the input device that tells of an earphone being plugged in; without it visitors do."""

    jack: Device | None = None
    """The input device of the sound card that tells of an earphone (`/dev/input/by-path/…`)."""


class Links(Table):
    """What the codes on entrances lead to, by the names that channels have for them; what is not named is not shown."""


class Settings(Table):
    """`profile` demo runs on embedded parts and invented people; hall needs the real networks' settings.

    Here is what a terminal has whatever networks and links there are: `whole` has those as well.
    """

    profile: Literal["demo", "hall"] = "demo"
    """`demo` runs on embedded parts and invented people; `hall` is the real thing."""
    hall: str = Field(default="", validate_default=True)
    """What the hall is called, on screens and papers."""
    city: str = Field(default="", validate_default=True)
    """Where it is, as `assets/regions.toml` names it: offices and policy are of a city."""
    terminal: str = Field(default="", validate_default=True, pattern="^([0-9A-Z]{0,4}[0-9]{4})?$")
    """Ends in the four digits that its 票证号码 are told from those of others by."""
    store: Annotated[Path | None, held(own_file)] = None
    """The file with orders, prints and logs; its anchor and lock lie beside it."""
    key_file: Annotated[Path | None, held(own_key)] = None
    """The key of the store; without it the file beside the store that ends in `.key`."""
    simulator_port: int = Field(default=0, ge=0, le=65533)
    """The first of three, one for each network; 0 takes any that are free."""
    bureau: BureauSettings | None = None
    """Where people, bills and certificates are kept. A hall needs one; the demonstration has all of it embedded."""
    demo_bureau: bool = False
    """Whether the demonstration stands on a bureau that it starts itself, on PostgreSQL, to be tried."""
    adapter: str = ""
    """In place of a bureau: a province's own adapter, installed beside the program; its name, or `module:function`."""
    notify_address: ListenAddress = ""
    """Where networks may tell of payments; empty: they are asked, and not heard."""
    phone_address: ListenAddress = ""
    """Where phones get papers from; empty: none does."""
    phone_url: PhoneUrl = Field(default="", validate_default=True)
    """How phones find that address: the hall's own name for it, which the codes on the screen say."""
    links: Links = Links()
    """What the codes on entrances lead to."""
    idle: IdleSettings = IdleSettings()
    """How long a screen that nobody touches waits."""
    panel: PanelSettings | None = None
    """Without it nothing is known of sizes and heights: low reach is off until somebody asks for it."""
    printers: list[Annotated[CupsSettings | EscPosSettings, Field(discriminator="kind")]] = Field(default=[])
    """The first is the usual one. The demonstration has printers of its own."""
    readers: list[ReaderSettings] = Field(default=[])
    """Without any everything is typed. The demonstration has one of its own."""
    speech: SpeechSettings = SpeechSettings()
    """Reading aloud."""
    logs: LogSettings = LogSettings()
    """What is written into logs, and where."""
    counts: CountSettings = CountSettings()
    """Where visitors get stuck."""
    metrics_folder: Annotated[Path | None, held(own_folder)] = None
    """Where Prometheus' node_exporter looks for files (its textfile collector): without it none is written."""
    staff: list[StaffSettings] = Field(default=[])
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

    @field_validator("phone_url")
    @classmethod
    def _both(cls, url: str, info: ValidationInfo) -> str:
        """Who listens has to be found, and what is found has to listen."""
        address = info.data.get("phone_address", url)
        if address and not url:
            raise wrong("is missing: phones have to find phone_address")
        if url and not address:
            raise wrong("needs a phone_address that it leads to")
        return url

    @property
    def merchants(self) -> Mapping[str, Merchant]:
        """What was said of each network that there is a contract with, by the network's name."""
        said = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: value for name, value in said.items() if isinstance(value, Merchant)}

    @property
    def high(self) -> bool:
        """Whether the panel's upper part is beyond the reach of whoever sits."""
        return self.panel is not None and self.panel.panel.too_high

    @property
    def place(self) -> int:
        """The terminal's last four digits: what its 票证号码 are told apart by."""
        return int(self.terminal[-4:])


@cache
def whole() -> type[Settings]:
    """All that there is to be set: with a table for each payment network, and a link for each that a channel names."""
    from adapters.payments.networks import CONTRACTS  # They are made of what stands in this room.
    from domain.flows.channels import CHANNELS

    named: dict[str, Any] = {name: (Link, "") for channel in CHANNELS.values() for name in channel.links}
    links = create_model("Links", __base__=Links, **named)
    networks: dict[str, Any] = {name: (contract.settings | None, None) for name, contract in CONTRACTS.items()}
    return create_model("Settings", __base__=Settings, links=(links, links()), **networks)
