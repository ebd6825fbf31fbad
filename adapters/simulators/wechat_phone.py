"""What the simulated phone sees and can do."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Source = Literal["change", "card"]
"""Where the payer's money comes from: 零钱, or the one bank card."""


class PhoneOutcome(StrEnum):
    PAID = "paid"
    TOO_LITTLE_MONEY = "too_little_money"
    EXPIRED = "expired"
    """the code is unknown, replaced by a newer one, or its order is closed"""
    ALREADY_PAID = "already_paid"


@dataclass(frozen=True, slots=True)
class ScannedBill:
    """What a phone shows after scanning: who wants how many fen for what, and whether it can still be paid."""

    merchant: str
    description: str
    fen: int
    alive: bool


@dataclass(slots=True)
class Wallet:
    """The payer's money, in fen."""

    balances: dict[Source, int] = field(default_factory=lambda: {"change": 200_00, "card": 50_000_00})

    def spend(self, source: Source, fen: int) -> bool:
        """Take `fen` from a source, or nothing at all; tells whether it was enough."""
        if self.balances[source] < fen:
            return False
        self.balances[source] -= fen
        return True

    def receive(self, source: Source, fen: int) -> None:
        self.balances[source] += fen
