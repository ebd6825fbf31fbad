"""The power is cut at every single step of every way that an order can go. Afterwards the janitor ends it rightly."""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest

from domain.payment.states import OrderState
from tests.faults.bank import Manner, late
from tests.faults.tripwire import Crash
from tests.faults.world import World
from tests.payment.hall import ZHANG, ZHOU, Hall, bill_of


def pay_all(world: World) -> None:
    for account in world.bank.payable():
        world.bank.pay(account)


def paid(world: World) -> None:
    order = world.hall.start(bill_of(world.hall.person(ZHANG)))
    pay_all(world)
    world.hall.cashier.check(order.number)


def refunded(world: World) -> None:
    order = world.hall.start(bill_of(world.hall.person(ZHOU)))
    pay_all(world)
    world.hall.cashier.check(order.number)
    world.hall.sweep()
    world.hall.sweep()


def cancelled(world: World) -> None:
    order = world.hall.start(bill_of(world.hall.person(ZHANG)))
    world.hall.cashier.cancel(order.number)


def paid_while_cancelled(world: World) -> None:
    order = world.hall.start(bill_of(world.hall.person(ZHANG)))
    pay_all(world)
    world.hall.cashier.cancel(order.number)


def paid_late_and_twice(world: World) -> None:
    bill = bill_of(world.hall.person(ZHANG))
    first = world.hall.cashier.cancel(world.hall.start(bill).number)
    second = world.hall.start(bill)
    pay_all(world)
    late(world.bank.accounts[first.number])
    world.hall.cashier.check(first.number)
    world.hall.cashier.check(second.number)
    world.hall.sweep()
    world.hall.sweep()


ENDS: dict[Callable[[World], None], list[OrderState]] = {
    paid: [OrderState.POSTED],
    refunded: [OrderState.REFUNDED],
    cancelled: [OrderState.UNPAID],
    paid_while_cancelled: [OrderState.POSTED],
    paid_late_and_twice: [OrderState.POSTED, OrderState.REFUNDED],
}


@pytest.mark.parametrize("pays_in_the_dark", [False, True])
@pytest.mark.parametrize("path", ENDS, ids=lambda path: path.__name__)
def test_a_crash_at_every_step(path: Callable[[World], None], pays_in_the_dark: bool, hall: Hall) -> None:
    for step in count():
        world = World.begun(hall, Random(step), Manner.AT_ONCE)
        world.wire.left = step
        try:
            path(world)
        except Crash:
            world.insist()
            if pays_in_the_dark:
                pay_all(world)
        tripped = world.wire.left is None
        world.heal()
        world.insist_at_the_end()
        if not tripped:
            assert step > 8 and [order.state for order in hall.store.orders.all()] == ENDS[path]
            break
