"""A UnionPay ACP 5.1.0 (申码) on this machine: the same wire and the same rules, and a phone to pay with.

It refuses what the real one refuses, and signs every answer with a key and a certificate made at start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from domain.runtime import Chance, Clock
from kit.simulators.bills import Bills
from kit.simulators.faults import NetworkFaults
from kit.simulators.frame import Simulator
from kit.simulators.keys import new_key
from kit.simulators.unionpay import notices
from kit.simulators.unionpay.authority import Authority, pem
from kit.simulators.unionpay.desk import Desk
from kit.simulators.unionpay.gate import Seal
from kit.simulators.unionpay.ledger import Account, Ledger
from kit.simulators.wallet import Wallet

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class UnionPaySimulator(Simulator):
    """`make_key` gives an RSA key of 2048 bits: one for the CA, one for UnionPay itself."""

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
        self.authority = Authority(make_key(), clock(), chance)
        self._accounts: dict[str, Account] = {}
        faults = faults or NetworkFaults()
        ledger = Ledger(clock, lambda: chance.token(16).hex(), self.wallet, lambda: faults.fate)
        self.bills = Bills(lambda: chance.token(8).hex())
        self._books, self._seal = ledger, Seal(self.authority, make_key(), clock)
        desk = Desk(ledger, self._accounts, self._seal, clock, self.bills)
        super().__init__(desk, ledger, clock, faults, port)

    @property
    def root_pem(self) -> bytes:
        """The CA that signs for UnionPay here."""
        return pem(self.authority.root)

    def notification(self, number: str) -> tuple[dict[str, str], bytes]:
        """What it posts to the `backUrl` of a payment, headers and body."""
        return notices.of_payment(self._books, self._seal, number, self._accounts)

    def say(self, number: str, code: str) -> None:
        """What a query says of a payment or refund from now on (`refusals.TEXTS`); the truth, if it is empty."""
        self._books.say(number, code)

    def register(self, account: Account) -> None:
        """Let a merchant in."""
        self._accounts[account.cert_id or account.mer_id] = account
