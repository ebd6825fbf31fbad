"""Money is a whole number of fen (分, 1/100 yuan); floats never touch it."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NewType

Fen = NewType("Fen", int)
NONE = Fen(0)


def yuan(fen: Fen) -> str:
    """The figure as a screen shows it: thousands comma, two decimals, no unit (`1,025.43`)."""
    sign = "-" if fen < 0 else ""
    whole, part = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{part:02d}"


def fen(amount: Decimal) -> Fen:
    """Yuan to fen, half a fen rounded up (the bank rule, domain facts 2.3)."""
    return Fen(int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def total(amounts: "tuple[Fen, ...]") -> Fen:
    return Fen(sum(amounts))
