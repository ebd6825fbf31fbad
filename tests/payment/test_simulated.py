"""A payment by each network without a port: by the seed, and by a clock that moves when it is told."""

import socket
from datetime import timedelta

import pytest

from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from tests.payment.hall import NOON, Hall
from tests.payment.script import ALIPAY, NETWORKS, WECHAT
from tests.payment.simulated import Day


@pytest.fixture(autouse=True)
def _no_net(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("somebody goes by the net")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "bind", refuse)


def paid(hall: Hall, network: Network, seed: int) -> Order:
    """An order that was shown for a minute, paid, and swept up by the janitor a minute later."""
    hall.renew()
    day = Day(hall, seed)
    order = day.starts(network)
    assert order.state is OrderState.PRESENTED
    day.runtime.pass_by(minutes=1)
    day.pays(order)
    day.runtime.pass_by(minutes=1)
    day.janitor.sweep()
    return hall.store.orders.get(order.number)


@pytest.mark.parametrize("by", NETWORKS)
def test_a_payment_is_posted(hall: Hall, by: Network) -> None:
    order = paid(hall, by, seed=1)
    assert (order.state, order.network) == (OrderState.POSTED, by)
    assert order.created_at == NOON and order.paid_at == NOON + timedelta(minutes=1)


@pytest.mark.parametrize("by", NETWORKS)
def test_the_same_seed_plays_the_same_payment(hall: Hall, by: Network) -> None:
    first, again, another = (paid(hall, by, seed) for seed in (1, 1, 2))
    assert first == again
    assert first.number != another.number and first.code != another.code


def test_the_janitor_sweeps_one_queue_or_all(hall: Hall) -> None:
    day = Day(hall)
    one, other = day.starts(WECHAT, 11), day.starts(ALIPAY, 12)
    day.pays(one)
    day.pays(other)
    day.runtime.pass_by(seconds=10)
    day.janitor.sweep((ALIPAY,))
    assert (hall.state(one), hall.state(other)) == (OrderState.PRESENTED, OrderState.POSTED)
    day.janitor.sweep()
    assert hall.state(one) is OrderState.POSTED
