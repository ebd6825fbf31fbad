"""An Alipay gateway (当面付, gateway.do) on this machine: the same wire and the same rules, and a phone to pay with.

It refuses what the real one refuses, and signs every answer with a key made at start. The first scan of a code makes
the trade.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from domain.runtime import Chance, Clock
from kit.simulators.alipay import notices
from kit.simulators.alipay.desk import PATH, Desk
from kit.simulators.alipay.gate import Seal
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.bills import Bills
from kit.simulators.faults import NetworkFaults
from kit.simulators.frame import Simulator
from kit.simulators.keys import new_key, public_pem
from kit.simulators.wallet import Wallet

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class AlipaySimulator(Simulator):
    """`make_key` gives an RSA key of 2048 bits."""

    PATH = PATH

    def __init__(
        self,
        clock: Clock,
        chance: Chance,
        faults: NetworkFaults | None = None,
        port: int = 0,
        make_key: "Callable[[], RSAPrivateKey]" = new_key,
        wallet: Wallet | None = None,
    ) -> None:
        self.wallet = wallet or Wallet()
        self._platform_key = make_key()
        self._accounts: dict[str, Account] = {}
        faults = faults or NetworkFaults()
        self.bills = Bills(lambda: chance.token(8).hex())
        ledger = Ledger(clock, lambda: chance.token(8).hex(), self.wallet, lambda: faults.fate)
        self._books, self._seal = ledger, Seal(self._platform_key)
        desk = Desk(ledger, self._accounts, self._seal, clock, self.bills)
        super().__init__(desk, ledger, clock, faults, port)

    @property
    def platform_public_key_pem(self) -> bytes:
        return public_pem(self._platform_key)

    def notification(self, number: str) -> tuple[dict[str, str], bytes]:
        """What it posts to the `notify_url` of a trade, headers and body."""
        return notices.of_trade(self._books, self._accounts, self._seal, number, self._clock())

    def register(self, account: Account) -> None:
        """Let an application in."""
        self._accounts[account.app_id] = account
