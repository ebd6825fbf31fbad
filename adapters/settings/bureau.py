"""The bureau that a terminal belongs to."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator

from adapters.settings.held import held, wrong
from adapters.settings.keys import certificate
from adapters.settings.table import Table
from adapters.settings.values import WebAddress


class BureauSettings(Table):
    """Where it is, by what certificate of its authority it is believed, and which networks' keys it has."""

    url: WebAddress
    """Where it is: https."""
    ca_file: Annotated[Path, held(certificate)]
    """`ca.pem` of the bureau: it is given to a hall with the code that enrols its terminal."""
    networks: list[str] = Field(default=[])
    """The payment networks that the bureau asks in the terminal's place; the terminal needs no merchant then."""
    logins: bool = False
    """Whether the bureau sends SMS: without them nobody can log in."""

    @field_validator("url")
    @classmethod
    def _secret(cls, url: str) -> str:
        if not url.startswith("https://"):
            raise wrong("has to begin with https://: people are spoken of on this line")
        return url.rstrip("/")

    @field_validator("networks")
    @classmethod
    def _known(cls, names: list[str]) -> list[str]:
        from adapters.payments.networks import CONTRACTS

        if strange := [name for name in names if name not in CONTRACTS]:
            raise wrong(f"names no network: {', '.join(strange)}")
        return names
