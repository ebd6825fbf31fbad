"""A network tells of a payment at the terminal's own address: the janitor asks at once, and only the answer counts."""

import json
import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import httpx2
import pytest

from adapters.heard import AGAIN_S, MOST, Heard
from adapters.listener import Listener
from adapters.notifications import QUIET_S, Notifications
from adapters.runtime import Machine
from adapters.settings import Settings
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from kit.simulators.faults import Fault
from main import open_backend
from tests.payment.hall import Hall
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT
from tests.payment.simulated import Day
from viewmodels.worker import Worker

Post = tuple[dict[str, str], bytes]


@dataclass
class House:
    """A day in a hall with an end point, to which networks post by HTTP on loopback."""

    day: Day
    listener: Listener

    def post(self, network: str, post: Post) -> httpx2.Response:
        headers, body = post
        with httpx2.Client(trust_env=False) as client:
            url = f"http://127.0.0.1:{self.listener.port}/{network}"
            return client.post(url, headers=headers, content=body)

    def paid(self, network: Network) -> tuple[Order, Post]:
        """An order that was paid a moment after it was asked about, so that nobody asks again for a while; and what its
        network posts.
        """
        order = self.day.starts(network)
        self.day.runtime.pass_by(seconds=120)
        self.day.janitor.sweep()
        self.day.pays(order)
        self.day.janitor.sweep()
        assert self.state(order) is OrderState.PRESENTED
        return order, self.day.networks.notification(network, order.number)

    def state(self, order: Order) -> OrderState:
        return self.day.hall.state(order)


@pytest.fixture
def house(hall: Hall) -> Iterator[House]:
    day = Day(hall)
    notifications = Notifications(day.cashier.networks, day.janitor.hear, day.runtime.uptime)
    listener = Listener("127.0.0.1", 0, notifications.answer, Machine())
    yield House(day, listener)
    listener.stop()


@pytest.mark.parametrize(("by", "acknowledged"), [(WECHAT, b""), (ALIPAY, b"success"), (UNIONPAY, b"")])
def test_what_is_told_is_asked_and_posted(house: House, by: Network, acknowledged: bytes) -> None:
    order, told = house.paid(by)
    answer = house.post(by, told)
    assert (answer.status_code, answer.content) == (200, acknowledged)
    assert house.state(order) is OrderState.PRESENTED, "to be told is no proof"
    house.day.janitor.sweep()
    assert house.state(order) is OrderState.POSTED


@pytest.mark.parametrize("by", NETWORKS)
def test_what_the_answer_does_not_bear_out_is_not_paid(house: House, by: Network) -> None:
    order, told = house.paid(by)
    house.day.faults.switch(Fault.WRONG_AMOUNT)
    assert house.post(by, told).status_code == 200
    house.day.janitor.sweep()
    assert house.state(order) is OrderState.UNKNOWN


def _form(change: Callable[[dict[str, str]], dict[str, str]]) -> Callable[[Post], Post]:
    return lambda post: (post[0], urlencode(change(dict(parse_qsl(post[1].decode())))).encode())


def _envelope(**change: str) -> Callable[[Post], Post]:
    return lambda post: (post[0], json.dumps(json.loads(post[1]) | change).encode())


def _headers(**change: str) -> Callable[[Post], Post]:
    return lambda post: (post[0] | {f"Wechatpay-{name}": value for name, value in change.items()}, post[1])


@pytest.mark.parametrize(
    ("by", "spoil"),
    [
        (WECHAT, _headers(Signature="")),
        (WECHAT, _headers(Signature="WECHATPAY/SIGNTEST/abc")),
        (WECHAT, _headers(Nonce="another")),
        (WECHAT, _headers(Serial="PUB_KEY_ID_00")),
        (WECHAT, _headers(Timestamp="1")),
        (WECHAT, _envelope(id="EV-another")),
        (WECHAT, lambda post: (post[0], b"")),
        (ALIPAY, _form(lambda fields: fields | {"sign": ""})),
        (ALIPAY, _form(lambda fields: fields | {"sign_type": "RSA"})),
        (ALIPAY, _form(lambda fields: fields | {"out_trade_no": "ANOTHER"})),
        (ALIPAY, _form(lambda fields: fields | {"more": "1"})),
        (ALIPAY, lambda post: (post[0], post[1] + b"&app_id=1")),
        (ALIPAY, lambda post: (post[0], b"{}")),
        (ALIPAY, lambda post: (post[0], b"\xff=%ff")),
        (UNIONPAY, _form(lambda fields: fields | {"signature": ""})),
        (UNIONPAY, _form(lambda fields: fields | {"orderId": "ANOTHER1"})),
        (UNIONPAY, _form(lambda fields: fields | {"signMethod": "11"})),
        (UNIONPAY, _form(lambda fields: fields | {"signPubKeyCert": "none"})),
        (UNIONPAY, lambda post: (post[0], post[1] + b"&merId=1")),
    ],
)
def test_what_is_not_from_the_network_causes_nothing(house: House, by: Network, spoil: Callable[[Post], Post]) -> None:
    order, told = house.paid(by)
    answer = house.post(by, spoil(told))
    assert (answer.status_code, answer.content) == (400, b"")
    house.day.janitor.sweep()
    assert house.state(order) is OrderState.PRESENTED


def test_what_comes_late_is_not_believed(house: House) -> None:
    """WeChat Pay signs the time as well: five minutes."""
    _, told = house.paid(WECHAT)
    house.day.runtime.pass_by(seconds=301)
    assert house.post(WECHAT, told).status_code == 400


@pytest.mark.parametrize("path", ["", "paypal", "wechat/", "alipay?a=1"])
def test_nobody_else_is_heard(house: House, path: str) -> None:
    order, told = house.paid(WECHAT)
    assert house.post(path, told).status_code == 404
    assert house.post(ALIPAY, told).status_code == 400
    house.day.janitor.sweep()
    assert house.state(order) is OrderState.PRESENTED


def test_an_order_of_another_terminal_is_acknowledged_and_left_alone(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A merchant may have several terminals behind one address."""
    order, told = house.paid(WECHAT)
    house.day.hall.renew()
    house.day.sweeps_with(Day(house.day.hall).cashier)
    assert house.post(WECHAT, told).status_code == 200
    house.day.janitor.hear(WECHAT, order.number)
    house.day.janitor.sweep()
    assert not caplog.records


def test_a_network_speaks_of_its_own_orders_alone(house: House) -> None:
    order, _ = house.paid(ALIPAY)
    house.day.janitor.hear(WECHAT, order.number)
    house.day.janitor.sweep()
    assert house.state(order) is OrderState.PRESENTED


def test_nothing_of_the_payer_gets_into_the_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for network in NETWORKS:
        _, (headers, body) = house.paid(network)
        house.day.hall.renew()
        house.post(network, (headers, body))
        house.post(network, (headers, body + b"x"))
    texts = [record.getMessage() for record in caplog.records if record.name == "kiosk.notifications"]
    assert texts == [f"a notification of {network} is not believed: bad signature" for network in NETWORKS]


def test_what_is_not_believed_is_told_once_a_minute(house: House, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        house.post(ALIPAY, ({}, b"a=b"))
    assert len(caplog.records) == 1
    house.day.runtime.pass_by(seconds=QUIET_S)
    house.post(ALIPAY, ({}, b"a=b"))
    assert len(caplog.records) == 2


def test_the_janitor_does_not_sleep_on_it(hall: Hall) -> None:
    day = Day(hall)
    day.janitor.start()
    day.janitor.hear(WECHAT, "A" * 20)
    day.runtime.until = day.runtime.now()
    day.runtime.started["janitor wechat"]()
    assert day.runtime.slept == []
    day.janitor.hear(WECHAT, "A" * 20)
    day.runtime.started["janitor wechat"]()
    assert day.runtime.slept == [5.0]


def test_who_tells_again_and_again_is_heard_once() -> None:
    at = [0.0]
    heard = Heard(lambda: at[0])
    assert [heard.add(WECHAT, "A"), heard.add(WECHAT, "A"), heard.add(ALIPAY, "B")] == [True, False, True]
    assert heard.waiting({WECHAT}) == {"A": WECHAT}
    heard.done("A")
    assert heard.waiting(NETWORKS) == {"B": ALIPAY}
    at[0] = AGAIN_S
    assert heard.add(WECHAT, "A")
    assert [heard.add(WECHAT, str(n)) for n in range(MOST)].count(True) == MOST - 2


def test_a_terminal_listens_where_its_settings_say(qapp: object, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/wechat"
    settings = Settings(store=tmp_path / "hall.sqlite", notify_address=f"127.0.0.1:{port}")
    backend = open_backend(settings, Worker())
    with httpx2.Client(trust_env=False) as client:
        assert client.post(url, content=b"{}").status_code == 400
        backend.close()
        with pytest.raises(httpx2.ConnectError):
            client.post(url, content=b"{}")
