"""Alipay and UnionPay hear of an order only when its code is scanned: not to know it says nothing of a shown code.

And what else may be said of an order at the wrong time.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.payment import events
from domain.payment.cashier import PAYABLE_FOR, UNKNOWN_FOR
from domain.payment.network import (
    Absent,
    Closed,
    CreateAnswer,
    Presented,
    Refund,
    RefundAnswer,
    RefundDone,
    Unclear,
)
from domain.payment.order import BillBusy, Network, Order
from domain.payment.states import OrderState
from tests.payment.hall import NOON, ZHANG, ZHOU, Hall, bill_of
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT, ScriptedNetwork
from tests.payment.test_cashier import PAID, SHOWN, SILENT, WAITING, paid_order

ABSENT = ("query", Absent())


@pytest.fixture
def networks() -> dict[Network, ScriptedNetwork]:
    return {name: ScriptedNetwork(name) for name in NETWORKS}


@pytest.fixture
def three(origin: Path, tmp_path: Path, networks: dict[Network, ScriptedNetwork]) -> Iterator[Hall]:
    """A hall with all three networks."""
    hall = Hall(origin, tmp_path, networks)
    yield hall
    assert not any(network.script for network in networks.values())
    hall.store.close()


def starts(hall: Hall, name: Network) -> Order:
    return hall.cashier.start(name, name, 1, (bill_of(hall.person(ZHANG)),), "养老保险")


@pytest.mark.parametrize(
    ("name", "created", "after"),
    [
        (ALIPAY, Presented("a code"), OrderState.PRESENTED),
        (UNIONPAY, Presented("a code"), OrderState.PRESENTED),
        (WECHAT, Presented("a code"), OrderState.UNKNOWN),
        (ALIPAY, Unclear("timeout"), OrderState.UNKNOWN),
    ],
)
def test_after_silence_a_code_that_nobody_has_scanned_is_shown_again(
    three: Hall, networks: dict[Network, ScriptedNetwork], name: Network, created: object, after: OrderState
) -> None:
    networks[name].will(("create", created), SILENT, ABSENT)
    order = starts(three, name)
    assert three.cashier.check(order.number).state is OrderState.UNKNOWN
    assert three.cashier.check(order.number).state is after


@pytest.mark.parametrize("name", NETWORKS)
def test_a_code_that_nobody_has_scanned_yet_is_waited_for(
    three: Hall, networks: dict[Network, ScriptedNetwork], name: Network
) -> None:
    networks[name].will(("create", Presented("a code")), ABSENT)
    order = starts(three, name)
    assert three.cashier.check(order.number) == order


def test_who_hears_twice_that_it_is_closed_writes_it_down_once(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, WAITING, ("close", Closed()), ("query", Closed()))
    order = hall.cashier.cancel(hall.start().number)
    assert hall.cashier.check(order.number) == order


def test_an_order_that_became_unknown_may_be_closed_by_its_network(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, SILENT, ("query", Closed()))
    order = hall.start()
    hall.cashier.check(order.number)
    assert hall.cashier.check(order.number).state is OrderState.CLOSED


def test_who_holds_a_bill_is_told(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN)
    holder = hall.start()
    with pytest.raises(BillBusy) as busy:
        hall.start()
    assert (busy.value.number, busy.value.order) == (holder.number, holder)


@pytest.mark.parametrize(("back", "over"), [(PAYABLE_FOR, False), (PAYABLE_FOR + timedelta(seconds=1), True)])
def test_a_clock_that_is_set_back_before_a_restart_leaves_no_code_that_lives_for_ever(
    hall: Hall, network: ScriptedNetwork, back: timedelta, over: bool
) -> None:
    network.will(SHOWN, WAITING, *([("close", Closed())] if over else []))
    hall.start()
    hall.now -= back
    hall.reopen()
    assert [o.state for o in hall.sweep()] == [OrderState.CLOSED if over else OrderState.PRESENTED]


def test_a_code_lives_for_five_minutes(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN)
    order = hall.start()
    assert order.deadline - order.created_at == timedelta(minutes=5)


class Careful(ScriptedNetwork):
    """Remembers what it was told to present and to send back."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[Order, Refund]] = []
        self.presented: list[tuple[str, str]] = []

    def create(self, order: Order, description: str) -> CreateAnswer:
        self.presented.append((order.number, description))
        return super().create(order, description)

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        self.told.append((order, refund))
        return super().refund(order, refund)


def sent_back(hall: Hall, network: Careful) -> tuple[Order, Refund]:
    network.will(("query_refund", Absent()), ("refund", RefundDone()))
    assert [o.state for o in hall.sweep()] == [OrderState.REFUNDED]
    (told,) = network.told
    return told


def test_a_refund_is_of_the_whole_sum_since_it_is_owed_and_says_why(origin: Path, tmp_path: Path) -> None:
    network = Careful()
    hall = Hall(origin, tmp_path, {WECHAT: network})
    owed = paid_order(hall, network, hall.person(ZHOU))
    hall.later(hours=1)
    assert network.presented == [(owed.number, "养老保险")]
    order, refund = sent_back(hall, network)
    assert order == owed
    assert refund == Refund(f"R{owed.number[1:]}", owed.fen, owed.owed_at or NOON, "缴费未入库")
    assert owed.owed_at not in {None, owed.paid_at}
    hall.store.close()


@pytest.mark.parametrize(
    ("state", "what"),
    [(OrderState.PAID, "is paid"), (OrderState.LATE_SUCCESS, "is paid"), (OrderState.REFUND_DUE, "is owed back")],
)
def test_money_of_which_nobody_knows_since_when_is_a_mistake_that_is_told(
    hall: Hall, network: ScriptedNetwork, state: OrderState, what: str
) -> None:
    network.will(SHOWN)
    order = replace(hall.start(), state=state)
    with pytest.raises(ValueError, match=f"{order.number} {what}, and nobody knows since when"):
        hall.cashier.tend(order)


def test_money_is_posted_since_it_was_paid_and_not_since_it_is_known(hall: Hall, network: ScriptedNetwork) -> None:
    done = paid_order(hall, network)
    (payment,) = (p for p in hall.store.tax.payments(hall.person(ZHANG)) if p.order == done.number)
    assert (payment.paid_at, payment.channel, payment.voucher) == (PAID[1].paid_at, "wechat", done.voucher)


def test_what_a_late_payment_teaches_is_kept(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, WAITING, ("close", Closed()))
    order = hall.cashier.cancel(hall.start().number)
    late = hall.store.orders.move(order, events.Paid("42", hall.now), hall.now)
    assert (late.state, late.transaction, late.paid_at) == (OrderState.LATE_SUCCESS, "42", hall.now)


@pytest.mark.parametrize(("more", "state"), [(0, OrderState.EXPIRING), (1, OrderState.MANUAL_REVIEW)])
def test_people_are_called_once_an_order_has_resisted_for_longer_than_it_may(
    hall: Hall, network: ScriptedNetwork, more: int, state: OrderState
) -> None:
    resists = SILENT, ("close", Unclear("timeout")), SILENT
    network.will(SHOWN, *resists, *resists)
    order = hall.cashier.cancel(hall.start().number)
    hall.now = order.deadline + UNKNOWN_FOR + timedelta(seconds=more)
    assert [o.state for o in hall.sweep()] == [state]
