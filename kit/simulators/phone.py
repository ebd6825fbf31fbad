"""The payer's phone in the demonstration: it has the app of every network, and one wallet behind them."""

from collections.abc import Iterable
from typing import Protocol

from domain.money import Fen
from kit.simulators.payer import Ending, Scanned, Source
from kit.simulators.wallet import Wallet


class Cashpoint(Protocol):
    """A simulated network, from the payer's side. Safe from any thread."""

    def scan(self, code: str) -> Scanned | None:
        """What a code of this network asks for; None for any other."""
        ...

    def pay(self, code: str, source: Source) -> Ending:
        """Pay what was scanned, all of it or nothing."""
        ...


class PayersPhone:
    """Implements `kit.simulators.payer.Phone` over several simulated networks."""

    def __init__(self, wallet: Wallet, networks: Iterable[Cashpoint]) -> None:
        self._wallet = wallet
        self._networks = tuple(networks)

    def scan(self, code: str) -> Scanned | None:
        """What the code asks for; None if no network made it."""
        return next((seen for network in self._networks if (seen := network.scan(code))), None)

    def pay(self, code: str, source: Source) -> Ending:
        """Pay by the app of the network that made the code. A code of nobody's is void."""
        network = next((network for network in self._networks if network.scan(code)), None)
        return network.pay(code, source) if network else Ending.EXPIRED

    def balance(self, source: Source) -> Fen:
        """What is left in a source."""
        return self._wallet.balance(source)
