"""The demonstration's other half: the payer's phone as the network sees it, and the levers that break the world."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.money import Fen


class Source(StrEnum):
    """付款账号 (guide 一(三)1): the payer's balance (零钱), or a bank card."""

    CHANGE = "change"
    CARD = "card"


class Ending(StrEnum):
    """How paying on the phone ended."""

    PAID = "paid"
    TOO_LITTLE_MONEY = "too_little_money"
    EXPIRED = "expired"
    ALREADY_PAID = "already_paid"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the phone learns from the network about a code."""

    merchant: str
    description: str
    fen: Fen
    alive: bool


class Phone(Protocol):
    """The payer's app, on the network's side."""

    def scan(self, code: str) -> Scanned | None:
        """What the code asks for; None if this network did not make it."""
        ...

    def pay(self, code: str, source: Source) -> Ending: ...

    def balance(self, source: Source) -> Fen: ...


class World(Protocol):
    """What can be broken and mended while a flow runs. A lever's positions are texts that the lever knows."""

    def clock(self) -> datetime:
        """The time in this world, aware."""
        ...

    def position(self, lever: str) -> str: ...

    def pull(self, lever: str, position: str) -> None: ...
