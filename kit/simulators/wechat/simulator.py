"""A WeChat Pay API v3 (native) on this machine: the same wire and the same rules, and a phone to pay with.

It refuses what the real one refuses, and signs every answer with a key made at start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from domain.runtime import Chance, Clock
from kit.simulators.bills import Bills
from kit.simulators.faults import NetworkFaults
from kit.simulators.frame import Simulator
from kit.simulators.keys import new_key, public_pem
from kit.simulators.wallet import Wallet
from kit.simulators.wechat import notices
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.certificates import BESIDE, Certified
from kit.simulators.wechat.certificates import certified as new_certificate
from kit.simulators.wechat.desk import Desk
from kit.simulators.wechat.gate import Seal
from kit.simulators.wechat.ledger import Ledger

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class WeChatSimulator(Simulator):
    """`make_key` gives an RSA key of 2048 bits. With `certified` it signs by certificates, not by a public key."""

    def __init__(
        self,
        clock: Clock,
        chance: Chance,
        faults: NetworkFaults | None = None,
        port: int = 0,
        make_key: "Callable[[], RSAPrivateKey]" = new_key,
        wallet: Wallet | None = None,
        certified: bool = False,
    ) -> None:
        def token() -> str:
            return chance.token(8).hex()

        self.wallet = wallet or Wallet()
        self.platform_serial = f"PUB_KEY_ID_{token().upper()}"
        self._platform_key = make_key()
        self._accounts: dict[str, Account] = {}
        faults = faults or NetworkFaults()
        ledger = self.ledger = Ledger(clock, token, self.wallet, lambda: faults.fate)
        self.bills = Bills(token)
        self._seal = Seal(self.platform_serial, self._platform_key, token)
        self.certificates: list[Certified] = []
        self._make_key, self._chance = make_key, chance
        desk = Desk(ledger, self._accounts, self._seal, clock, self.bills, self.certificates)
        super().__init__(desk, ledger, clock, faults, port)
        if certified:
            self.announce(self._platform_key)
            self.switch()

    @property
    def platform_public_key_pem(self) -> bytes:
        return public_pem(self._platform_key)

    def announce(self, key: "RSAPrivateKey | None" = None) -> None:
        """A new certificate is listed; nothing is signed with it yet."""
        serial = int.from_bytes(b"\x51" + self._chance.token(19))
        self.certificates.append(new_certificate(key or self._make_key(), self._clock(), serial))

    def switch(self) -> None:
        """From now on the newest certificate signs; the older ones have a day left."""
        *older, newest = self.certificates
        for one in older:
            one.until = min(one.until, self._clock() + BESIDE)
        self.platform_serial = self._seal.serial = newest.serial
        self._platform_key = self._seal.key = newest.key

    def notification(self, number: str) -> tuple[dict[str, str], bytes]:
        """What it posts to the `notify_url` of a payment that was made, headers and body."""
        return notices.of_payment(self.ledger, self._accounts, self._seal, number, self._clock())

    def register(self, account: Account) -> None:
        """Let a merchant in, by one more certificate of its own."""
        self._accounts[account.serial] = account
