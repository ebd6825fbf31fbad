"""A server that answers as UnionPay would, signed by openssl, and the merchant who believes it."""

import base64
from dataclasses import dataclass
from functools import cached_property

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import UnionPayMerchant
from domain.money import Fen
from domain.payment.network import Refund
from domain.payment.order import Order
from kit.simulators.loopback import Loopback
from tests.adapters.stand import FEN, NOON, NUMBER, KeyPair, Now, Script, an_order, openssl
from tests.adapters.unionpay.openssl_ca import Certified

MER_ID = "777290000000001"
REFUND_NUMBER = "R20261123120000ABCDEF001"


def unionpay_order(number: str = NUMBER, fen: int = FEN) -> Order:
    return an_order(number, fen, network=UnionPay.name)


def unionpay_refund(number: str = REFUND_NUMBER, fen: int = FEN) -> Refund:
    return Refund(number, Fen(fen), NOON, "缴费未入库")


def text_of(fields: dict[str, str]) -> str:
    """What is signed, as the documents say it: sorted, joined, nothing empty, nothing encoded."""
    return "&".join(f"{name}={fields[name]}" for name in sorted(fields) if fields[name] and name != "signature")


def hex_digest(text: str) -> bytes:
    """By the openssl command: lower-case hexadecimal digits."""
    return openssl("dgst", "-sha256", "-r", given=text.encode()).split()[0]


def sign(keys: KeyPair, fields: dict[str, str]) -> str:
    return base64.b64encode(keys.sign(hex_digest(text_of(fields)))).decode()


@dataclass
class Stand:
    """A scripted server with keys and certificates by openssl, and the merchant who believes it."""

    script: Script
    server: Loopback
    merchant: UnionPayMerchant
    ours: Certified
    theirs: Certified

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @cached_property
    def now(self) -> Now:
        return Now()

    @cached_property
    def client(self) -> UnionPay:
        return self.client_of(self.merchant)

    def client_of(self, merchant: UnionPayMerchant) -> UnionPay:
        return UnionPay(merchant, self.base_url, self.now)

    def signed(self, fields: dict[str, str]) -> dict[str, str]:
        """The fields with the certificate, as it is sent, and the signature."""
        certificate = self.theirs.pem.decode().strip().replace("\n", "\r\n")
        told = {"version": "5.1.0", "signMethod": "01", "signPubKeyCert": certificate} | fields
        return told | {"signature": sign(self.theirs.keys, told)}

    def say(self, fields: dict[str, str]) -> None:
        """Answer every request with this, well signed."""
        self.send(self.signed(fields))

    def send(self, fields: dict[str, str]) -> None:
        """Answer every request with just this."""
        self.script.body = "&".join(f"{name}={value}" for name, value in fields.items()).encode()
