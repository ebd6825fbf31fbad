"""One network, or one order, is slow without an end: the money of the others does not wait for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Any

import pytest

from adapters.janitor import Janitor
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from domain.payment.network import PaymentNetwork, QueryAnswer, Unclear
from domain.payment.order import Network, Order, OrderBook
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.refunds.paymaster import Paymaster
from kit.simulators.keys import key_of, private_pem
from kit.simulators.loopback import Loopback
from tests.payment.hall import Hall
from tests.payment.script import ALIPAY, WECHAT
from tests.payment.simulated import Day

SECONDS = 20.0
"""No wait here lasts so long."""


@dataclass
class Drip:
    """A server that answers byte by byte until it is `over`: never slow enough for the client to give it up."""

    asked: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)

    def handle(self, http: BaseHTTPRequestHandler) -> None:
        http.send_response(200)
        http.send_header("Content-Length", "1000000")
        http.end_headers()
        self.asked.set()
        while not self.over.wait(0.02):
            http.wfile.write(b".")
            http.wfile.flush()


@dataclass
class TellingBook:
    """An order book that tells when an order is posted."""

    behind: OrderBook
    posted: Event = field(default_factory=Event)

    def move(self, *given: Any) -> Order:
        order = self.behind.move(*given)
        if order.state is OrderState.POSTED:
            self.posted.set()
        return order

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


@pytest.fixture
def drip() -> Drip:
    return Drip()


@pytest.fixture
def dripping(drip: Drip) -> Iterator[WeChatPay]:
    server = Loopback(drip.handle)
    merchant = WeChatMerchant("1", "wx1", "AA", private_pem(key_of("nobody")), b"", {}, "https://kiosk.example")
    yield WeChatPay(merchant, f"http://127.0.0.1:{server.port}", Machine().now, lambda: "N", timeout=SECONDS)
    drip.over.set()
    server.stop()


def janitor_of(day: Day, book: TellingBook, networks: Mapping[Network, Any]) -> Janitor:
    """On the machine itself, with threads of its own."""
    machine = Machine()
    watch = Watch(machine.uptime, machine.below)
    repayer = replace(day.cashier.repayer, networks=networks)
    cashier = replace(day.cashier, book=book, networks=networks, watch=watch, repayer=repayer)  # type: ignore[arg-type]
    return Janitor(cashier, Paymaster(day.hall.store.refunds, day.hall.store.orders, repayer), machine)


def test_a_network_that_drips_keeps_nobody_waiting_but_itself(hall: Hall, drip: Drip, dripping: WeChatPay) -> None:
    day = Day(hall)
    slow, paid = day.starts(WECHAT, 11), day.starts(ALIPAY, 12)
    day.pays(paid)
    book = TellingBook(hall.store.orders)
    janitor = janitor_of(day, book, {**day.cashier.networks, WECHAT: dripping})
    janitor.start()
    try:
        assert drip.asked.wait(SECONDS) and book.posted.wait(SECONDS)
        assert not drip.over.is_set() and hall.state(slow) is OrderState.PRESENTED
    finally:
        drip.over.set()
        janitor.stop()


@dataclass
class SlowAbout:
    """A network that answers at once, but about one order."""

    behind: PaymentNetwork
    number: str
    drip: Drip

    def query(self, order: Order) -> QueryAnswer:
        if order.number != self.number:
            return self.behind.query(order)
        self.drip.asked.set()
        self.drip.over.wait(SECONDS)
        return Unclear("ReadTimeout")

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


def test_an_order_that_its_network_is_slow_about_keeps_no_other_waiting(hall: Hall, drip: Drip) -> None:
    day = Day(hall)
    slow, paid = day.starts(WECHAT, 11), day.starts(WECHAT, 12)
    day.pays(paid)
    book = TellingBook(hall.store.orders)
    networks = {WECHAT: SlowAbout(day.cashier.networks[WECHAT], slow.number, drip)}
    janitor = janitor_of(day, book, networks)
    janitor.start()
    try:
        assert drip.asked.wait(SECONDS) and book.posted.wait(SECONDS)
        assert not drip.over.is_set()
    finally:
        drip.over.set()
        janitor.stop()
