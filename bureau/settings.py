"""The settings of a bureau: a TOML file, judged whole before anything is opened."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, create_model

from adapters.payments.networks import CONTRACTS
from adapters.settings import Fault, SettingsError
from adapters.settings.fault import dotted
from adapters.settings.file import File
from adapters.settings.held import Against, held
from adapters.settings.keys import secret
from adapters.settings.logs import LogSettings
from adapters.settings.table import Merchant, Table
from adapters.settings.values import ListenAddress, Name, WebAddress, shaped

DatabaseUrl = Annotated[
    str,
    shaped(r"postgresql\+psycopg://\S+", "an address like postgresql+psycopg://bureau@/bureau?host=/run/postgresql"),
]
WORDS = {"extra_forbidden": "is no setting", "missing": "is missing"}


class RelayConfig(Table):
    """A program of the province's that sends SMS, or asks banks: where it is, and the key that both sides sign with."""

    url: WebAddress
    key_file: Annotated[Path, held(secret)]


class BureauConfig(Table):
    """`folder` has the sealing key and the certificate authority; nobody else may read it."""

    name: Name
    """what the bureau is called on its desk's pages"""
    database: DatabaseUrl
    folder: Path
    address: ListenAddress
    """where terminals come to"""
    desk_address: ListenAddress = ""
    """where the desk's pages are; empty: there are none"""
    names: list[Name] = Field(min_length=1)
    """under which names and addresses terminals and staff know it: its certificate has these"""
    connections: int = Field(default=40, ge=2, le=500)
    """how many connections to the database there may be"""

    logs: LogSettings = LogSettings()
    """what is logged; into files only where a folder is named"""
    sms: RelayConfig | None = None
    """without it nobody can log in at a terminal"""
    bank: RelayConfig | None = None
    """without it agreements wait for their bank"""

    @property
    def key_file(self) -> Path:
        """The key that personal data is sealed with: without it nothing can be read any more."""
        return self.folder / "bureau.key"

    @property
    def authority(self) -> Path:
        """The folder of the certificate authority."""
        return self.folder / "authority"

    @property
    def merchants(self) -> Mapping[str, Merchant]:
        """What was said of each network whose contract the bureau holds."""
        said = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: value for name, value in said.items() if isinstance(value, Merchant)}


@cache
def whole() -> type[BureauConfig]:
    """With a table for each payment network."""
    networks: dict[str, Any] = {name: (contract.settings | None, None) for name, contract in CONTRACTS.items()}
    return create_model("BureauConfig", __base__=BureauConfig, **networks)


def read(path: Path, against: Against | None = None) -> BureauConfig:
    """The settings of a file. Raises SettingsError with every fault; `against` has key files looked at as well."""
    file = File.read(path)
    try:
        return whole().model_validate(file.data, context=against)
    except ValidationError as error:
        raise SettingsError(
            Fault(file.place(file.line(one["loc"])), dotted(one["loc"]), WORDS.get(one["type"], one["msg"]))
            for one in error.errors(include_input=False, include_url=False)
        ) from None
