"""The payer's money in the demonstration."""

from dataclasses import dataclass, field

from domain.money import Fen
from kit.simulators.payer import Source


@dataclass(slots=True)
class Wallet:
    """What is in each source, in fen. One wallet serves all networks: a bank card is the same card in every app."""

    balances: dict[Source, int] = field(
        default_factory=lambda: {
            Source.CHANGE: 200_00,
            Source.BALANCE: 150_00,
            Source.CARD: 50_000_00,
            Source.EMPTY_CARD: 36_50,
        }
    )

    def spend(self, source: Source, fen: int) -> bool:
        """Take `fen` from a source, or nothing at all; tells whether it was enough."""
        if self.balances[source] < fen:
            return False
        self.balances[source] -= fen
        return True

    def receive(self, source: Source, fen: int) -> None:
        """Put `fen` back."""
        self.balances[source] += fen

    def balance(self, source: Source) -> Fen:
        """What is left in a source, in fen."""
        return Fen(self.balances[source])
