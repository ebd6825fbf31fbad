"""What the tests of the networks stand on: a clock to move, an order, a server that says what it is told, openssl."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from adapters.runtime import Machine
from domain.money import Fen
from domain.payment.network import Refund
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from tests.payment.script import WECHAT

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
NUMBER = "20261123120000ABCDEF0001"
FEN = Fen(380_00)


@dataclass
class Now:
    """A clock that stands still until it is moved."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        self.at += timedelta(**time)


def an_order(number: str = NUMBER, fen: int = FEN, now: datetime = NOON, network: Network = WECHAT) -> Order:
    """An order for one bill, payable for five minutes."""
    bill = Bill(1, Scheme.RESIDENT, Insurance.MEDICAL, Period(2027), "520102", "380", None, Fen(fen))
    return Order(number, network, network, 1, (bill,), Fen(fen), OrderState.CREATED, now, now + timedelta(minutes=5))


def a_refund(number: str = "R1", fen: int = FEN, at: datetime = NOON) -> Refund:
    return Refund(number, Fen(fen), at, "缴费未入库")


class Hurried(Machine):
    """A machine on which twenty seconds pass in one: who waits for nothing in vain waits no longer than that."""

    def uptime(self) -> float:
        return 20 * super().uptime()


@dataclass(frozen=True)
class KeyPair:
    """An RSA key made, and used, by the openssl command alone."""

    private: Path
    public: Path

    @classmethod
    def make(cls, folder: Path, name: str) -> "KeyPair":
        pair = cls(folder / f"{name}.key", folder / f"{name}.pub")
        openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", str(pair.private))
        openssl("pkey", "-in", str(pair.private), "-pubout", "-out", str(pair.public))
        return pair

    def sign(self, message: bytes) -> bytes:
        return openssl("dgst", "-sha256", "-sign", str(self.private), given=message)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        file = self.public.with_suffix(".signature")
        file.write_bytes(signature)
        command = ["openssl", "dgst", "-sha256", "-verify", str(self.public), "-signature", str(file)]
        return subprocess.run(command, input=message, capture_output=True, check=False).returncode == 0


def openssl(*arguments: str, given: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


@dataclass(frozen=True)
class Heard:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Script:
    """A server that answers every request with `status`, `headers` and `body`, and remembers what it heard."""

    status: int = 200
    body: bytes = b"{}"
    headers: Callable[[bytes], dict[str, str]] = field(default=lambda body: {})
    heard: list[Heard] = field(default_factory=list)

    def reset(self) -> None:
        """Forget everything."""
        self.status, self.body, self.headers = 200, b"{}", lambda body: {}
        self.heard.clear()

    def handle(self, http: BaseHTTPRequestHandler) -> None:
        body = http.rfile.read(int(http.headers.get("Content-Length") or 0))
        self.heard.append(Heard(http.command, http.path, {k.lower(): v for k, v in http.headers.items()}, body))
        http.send_response(self.status)
        for name, value in self.headers(self.body).items():
            http.send_header(name, value)
        if self.status != 204:
            http.send_header("Content-Length", str(len(self.body)))
        http.send_header("Connection", "close")
        http.end_headers()
        http.wfile.write(self.body)
