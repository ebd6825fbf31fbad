"""Two hundred afternoons in which everything goes wrong, each replayed exactly by its seed."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from domain.payment.cashier import GRACE, AlreadyPaid
from domain.payment.order import BillBusy, Order
from domain.payment.states import State
from domain.ports import Unreachable
from tests.faults.bank import Manner, late
from tests.faults.tripwire import Crash
from tests.faults.world import World
from tests.payment.hall import ZHANG, ZHOU, Mood, bill_of

STEPS = 25


class Afternoon:
    """What may happen, and how often."""

    def __init__(self, world: World, random: Random) -> None:
        self.world, self.random = world, random
        zhang, zhou = world.hall.person(ZHANG), world.hall.person(ZHOU)
        first, second, refused = bill_of(zhang), bill_of(zhang, month=12), bill_of(zhou)
        self.baskets = [(first,), (first,), (second,), (first, second), (refused,)]
        world.bank.meanwhile = self.meanwhile

    def meanwhile(self) -> None:
        """Just before and after the network is reached: the payer pays, or the power is cut."""
        self.world.wire.step()
        if self.random.random() < 0.1:
            self.pay()

    def any_order(self) -> Order | None:
        orders = self.world.hall.store.orders.all()
        return self.random.choice(orders) if orders else None

    def start(self) -> None:
        self.world.hall.start(*self.random.choice(self.baskets))

    def check(self) -> None:
        if order := self.any_order():
            self.world.hall.cashier.check(order.number)

    def cancel(self) -> None:
        if order := self.any_order():
            self.world.hall.cashier.cancel(order.number)

    def sweep(self) -> None:
        self.world.hall.cashier.sweep()

    def pay(self) -> None:
        if payable := self.world.bank.payable():
            self.world.bank.pay(self.random.choice(payable))

    def wait(self) -> None:
        self.world.later(seconds=self.random.randrange(200))

    def trouble(self) -> None:
        self.world.bank.trouble = self.random.choice([0.0, 0.3, 0.6, 1.0])

    def tax(self) -> None:
        self.world.hall.tax.mood = self.random.choice(list(Mood))

    def restart(self) -> None:
        self.world.restart()

    def power(self) -> None:
        self.world.wire.left = self.random.randrange(12)

    def clock(self) -> None:
        """The terminal's clock jumps. A network that hears of orders when they are scanned is spared: see close."""
        if self.world.bank.manner is Manner.AT_ONCE:
            self.world.hall.now += timedelta(days=self.random.choice([-1, 1]))

    def step(self) -> None:
        happenings = [self.start, self.check, self.cancel, self.sweep, self.pay, self.wait]
        troubles = [self.trouble, self.tax, self.restart, self.power, self.clock]
        happening = self.random.choices([*happenings, *troubles], [6, 5, 2, 5, 4, 5, 2, 2, 1, 1, 0.5])[0]
        try:
            happening()
        except (AlreadyPaid, BillBusy, Unreachable):
            pass
        except Crash:
            self.world.restart()

    def late_money(self) -> None:
        """Orders that the network has closed are paid all the same, while the terminal still watches them."""
        self.world.hall.now = self.world.true
        for order in self.world.hall.store.orders.recently_closed(self.world.true - GRACE):
            account = self.world.bank.accounts.get(order.number)
            if account and account.closed and self.random.random() < 0.5:
                late(account)


@pytest.mark.parametrize("seed", range(200))
def test_afternoon(seed: int, origin: Path, tmp_path: Path) -> None:
    random = Random(seed)
    world = World.made(origin, tmp_path, random, random.choice(list(Manner)))
    afternoon = Afternoon(world, random)
    for _ in range(STEPS):
        afternoon.step()
        world.insist()
    afternoon.late_money()
    world.heal()
    world.insist_at_the_end()
    world.hall.store.close()


def test_the_afternoons_are_eventful(origin: Path, tmp_path: Path) -> None:
    """Otherwise the two hundred prove nothing: between them, every state is met."""
    met: set[State] = set()
    for seed in range(60):
        folder = tmp_path / str(seed)
        folder.mkdir()
        random = Random(seed)
        world = World.made(origin, folder, random, random.choice(list(Manner)))
        afternoon = Afternoon(world, random)
        for _ in range(STEPS):
            afternoon.step()
            met |= {order.state for order in world.hall.store.orders.all()}
        world.hall.store.close()
    assert met == set(State) - {State.POSTING_FAILED, State.DUPLICATE} | met
