"""An Alipay gateway (当面付, gateway.do) on this machine: the same wire and the same rules, and a phone to pay with.

It refuses what the real one refuses, signs every answer with a key made at start, and can be told to misbehave.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kit.simulators.alipay.desk import PATH, Desk
from kit.simulators.alipay.gate import Asked, Seal
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.faults import NetworkFaults
from kit.simulators.keys import new_key, public_pem
from kit.simulators.payer import Ending, Scanned, Source
from kit.simulators.wallet import Wallet

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from kit.simulators.loopback import Loopback


class AlipaySimulator:
    """The merchants' side is HTTP at `base_url`; the payer's side is `scan`, `pay` and `cancel`, safe from any thread.

    `token` gives fresh random text, `make_key` an RSA key of 2048 bits. With `port` 0 any free port is taken.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        faults: NetworkFaults | None = None,
        port: int = 0,
        token: Callable[[], str] = lambda: secrets.token_hex(8),
        make_key: "Callable[[], RSAPrivateKey]" = new_key,
        wallet: Wallet | None = None,
    ) -> None:
        self.faults = faults or NetworkFaults()
        self.wallet = wallet or Wallet()
        self._platform_key = make_key()
        self._accounts: dict[str, Account] = {}
        self._ledger = Ledger(clock, token, self.wallet)
        self._desk = Desk(self._ledger, self._accounts, Seal(self._platform_key), self.faults)
        self._wanted_port = port
        self._loopback: Loopback | None = None

    @property
    def platform_public_key_pem(self) -> bytes:
        return public_pem(self._platform_key)

    @property
    def base_url(self) -> str:
        """The gateway's whole address. Raises RuntimeError before `start` and after `stop`."""
        if self._loopback is None:
            raise RuntimeError("the simulator is not started")
        return f"http://127.0.0.1:{self._loopback.port}{PATH}"

    def start(self) -> None:
        """Listen. Raises PortInUse."""
        from kit.simulators.loopback import Loopback

        if self._loopback is None:
            self._loopback = Loopback(self._handle, self._wanted_port)

    def stop(self) -> None:
        """Stop listening; trades, codes and money stay, and `start` opens again on the same port."""
        if self._loopback is not None:
            self._wanted_port = self._loopback.port
            self._loopback.stop()
            self._loopback = None

    def register(self, account: Account) -> None:
        """Let an application in."""
        self._accounts[account.app_id] = account

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's. The first scan makes the trade."""
        return self._ledger.scan(code)

    def pay(self, code: str, source: Source) -> Ending:
        """Pay what was scanned, all of it or nothing."""
        return self._ledger.pay(code, source)

    def cancel(self, code: str) -> bool:
        """Leave the phone's payment page: nothing changes there. Tells whether the code can still be paid."""
        return self._ledger.alive(code)

    def _handle(self, http: "BaseHTTPRequestHandler") -> None:
        body = http.rfile.read(int(http.headers.get("Content-Length") or 0))
        target = urlsplit(http.path)
        told = self._desk.answer(Asked(target.path, target.query, body))
        if told is None:
            return
        # A client that went away while it waited is its own affair.
        with suppress(ConnectionError):
            http.send_response(told.status)
            for name, value in told.headers.items():
                http.send_header(name, value)
            http.send_header("Content-Length", str(len(told.body)))
            http.send_header("Connection", "close")
            http.end_headers()
            http.wfile.write(told.body[: told.sent])
