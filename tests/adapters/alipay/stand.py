"""A server that answers as Alipay's gateway would, signed by openssl, and the merchant who believes it."""

import base64
import json
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from domain.money import Fen
from domain.payment.order import Order
from kit.simulators.loopback import Loopback
from tests.adapters.stand import FEN, NUMBER, Heard, KeyPair, Now, Script, a_refund, an_order

METHODS = {
    "create": "alipay.trade.precreate",
    "query": "alipay.trade.query",
    "close": "alipay.trade.close",
    "refund": "alipay.trade.refund",
    "query_refund": "alipay.trade.fastpay.refund.query",
}
ERROR = "error_response"


def order_of(number: str = NUMBER, fen: int = FEN) -> Order:
    return an_order(number, Fen(fen), network=Alipay.name)


def ask(alipay: Alipay, call: str, order: Order | None = None) -> object:
    """Make a call by its name, about the usual order and its full refund R1."""
    order = order or order_of()
    match call:
        case "create":
            return alipay.create(order, "医疗保险")
        case "query":
            return alipay.query(order)
        case "close":
            return alipay.close(order)
        case "refund":
            return alipay.refund(order, a_refund())
    return alipay.query_refund(order, a_refund())


def node_of(call: str) -> str:
    """Under which name a call is answered; what is no call stands for itself."""
    return METHODS[call].replace(".", "_") + "_response" if call in METHODS else call


def asked(heard: Heard) -> dict[str, str]:
    """What a request asked, wherever it stood."""
    parts = (urlsplit(heard.target).query, heard.body.decode())
    return dict(pair for part in parts for pair in parse_qsl(part, strict_parsing=bool(part)))


@dataclass
class Stand:
    """A scripted server with keys by openssl, and the merchant who believes it."""

    script: Script
    server: Loopback
    merchant: AlipayMerchant
    merchant_keys: KeyPair
    platform_keys: KeyPair

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}/gateway.do"

    @cached_property
    def client(self) -> Alipay:
        return Alipay(self.merchant, self.base_url, Now())

    def sign(self, content: str) -> str:
        return base64.b64encode(self.platform_keys.sign(content.encode())).decode()

    def say(self, call: str, content: object) -> None:
        """Answer every request with this, well signed, as the answer to `call` (or under that very name)."""
        text = json.dumps(content, ensure_ascii=False)
        self.send(f'{{"{node_of(call)}":{text},"sign":"{self.sign(text)}"}}')

    def send(self, body: str) -> None:
        """Answer every request with this body."""
        self.script.body = body.encode()
