"""The demonstration's other half: the payer's phone as the network sees it, and the levers that break the world."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.money import Fen
from domain.payment.order import Network
from domain.ports import SmsCodes


class Source(StrEnum):
    """付款账号 (guide 一(三)1): what an app lets one pay from."""

    CHANGE = "change"
    """零钱, WeChat's balance"""
    BALANCE = "balance"
    """余额, Alipay's"""
    CARD = "card"
    """a bank card with enough on it"""
    EMPTY_CARD = "empty_card"
    """a bank card with next to nothing on it"""


class Ending(StrEnum):
    """How paying on the phone ended."""

    PAID = "paid"
    TOO_LITTLE_MONEY = "too_little_money"
    EXPIRED = "expired"
    ALREADY_PAID = "already_paid"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the phone learns from the network about a code; `sources` is what the network's app can pay from."""

    network: Network
    merchant: str
    description: str
    fen: Fen
    alive: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a network took for an order, by its out_trade_no, and what of it has gone back since.

    `back` is the same by the numbers of its refunds (out_refund_no).
    """

    number: str
    fen: int
    back: Mapping[str, int]

    @property
    def refunded(self) -> int:
        return sum(self.back.values())


class Phone(Protocol):
    """The payer's phone, as the networks see it: each code is opened in the app of the network that made it."""

    def scan(self, code: str) -> Scanned | None:
        """What the code asks for; None if no network made it."""
        ...

    def pay(self, code: str, source: Source) -> Ending: ...

    def balance(self, source: Source) -> Fen: ...


class Inbox(SmsCodes, Protocol):
    """The codes that come to the phone by SMS."""

    @property
    def last(self) -> str:
        """The newest code; empty if none has come."""
        ...


class World(Protocol):
    """What can be broken and mended while a flow runs. A lever's positions are texts that the lever knows."""

    def clock(self) -> datetime:
        """The time in this world, aware."""
        ...

    def true(self) -> datetime:
        """The machine's own time, aware."""
        ...

    def position(self, lever: str) -> str: ...

    def pull(self, lever: str, position: str) -> None: ...
