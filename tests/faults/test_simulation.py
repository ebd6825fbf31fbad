"""Two hundred afternoons in which everything goes wrong, each replayed exactly by its seed."""

from datetime import timedelta
from random import Random

from domain.payment.cashier import AlreadyPaid
from domain.payment.clocks import ClockWrong
from domain.payment.order import BillBusy
from domain.payment.states import OrderState
from domain.ports import Unreachable
from tests.faults.bank import Manner, late
from tests.faults.tripwire import Crash
from tests.faults.world import World
from tests.payment.hall import ZHANG, ZHOU, Hall, Mood, bill_of

STEPS = 12

BY_PEOPLE = {OrderState.SENT_BACK, OrderState.POSTED_BY_HAND}


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

    def some_order(self) -> str | None:
        numbers = list(self.world.bank.accounts)
        return self.random.choice(numbers) if numbers else None

    def start(self) -> None:
        self.world.hall.start(*self.random.choice(self.baskets))

    def check(self) -> None:
        if number := self.some_order():
            self.world.hall.cashier.check(number)

    def cancel(self) -> None:
        if number := self.some_order():
            self.world.hall.cashier.cancel(number)

    def sweep(self) -> None:
        self.world.hall.sweep()

    def pay(self) -> None:
        if payable := self.world.bank.payable():
            self.world.bank.pay(self.random.choice(payable))

    def wait(self) -> None:
        self.world.later(seconds=self.random.randrange(200))

    def trouble(self) -> None:
        self.world.bank.trouble = self.random.choice([0.0, 0.3, 0.6, 1.0])

    def night(self) -> None:
        """Hours without an answer, and the janitor goes on asking."""
        self.world.bank.trouble = 1.0
        for hours in (1, 5):
            self.world.later(hours=hours)
            self.sweep()

    def tax(self) -> None:
        self.world.hall.tax.mood = self.random.choice(list(Mood))

    def restart(self) -> None:
        self.world.restart()

    def power(self) -> None:
        self.world.wire.left = self.random.randrange(12)

    def clock(self) -> None:
        """The terminal's clock jumps. Spared is who hears of orders when they are scanned, and never says the time.

        Nobody can know then, after a restart, when a code is over that cannot be taken back.
        """
        if self.world.bank.manner is Manner.AT_ONCE or self.world.bank.tells:
            self.world.hall.now += timedelta(days=self.random.choice([-1, 1]))

    def step(self) -> None:
        happenings = [self.start, self.check, self.cancel, self.sweep, self.pay, self.wait]
        troubles = [self.trouble, self.tax, self.restart, self.power, self.clock, self.night]
        happening = self.random.choices([*happenings, *troubles], [6, 5, 2, 4, 4, 4, 2, 2, 1, 1, 1, 0.5])[0]
        try:
            happening()
        except (AlreadyPaid, BillBusy, ClockWrong, Unreachable):
            pass
        except Crash:
            self.world.insist()
            self.world.restart()

    def late_money(self) -> None:
        """Orders that the network has closed are paid all the same, while the terminal still watches them."""
        self.world.hall.now = self.world.true
        for order in self.world.hall.store.orders.unsettled():
            account = self.world.bank.accounts.get(order.number)
            closed = order.state is OrderState.CLOSED
            if closed and account and not account.taken and self.random.random() < 0.5:
                late(account)


def play(seed: int, hall: Hall) -> set[OrderState]:
    """One afternoon and the evening after it; returns the states that orders were in."""
    random = Random(seed)
    world = World.begun(hall, random, random.choice(list(Manner)), random.random() < 0.5)
    afternoon = Afternoon(world, random)
    for _ in range(STEPS):
        afternoon.step()
    afternoon.late_money()
    world.heal()
    world.insist_at_the_end()
    return world.states_met()


def test_two_hundred_afternoons(hall: Hall) -> None:
    met: set[OrderState] = set()
    for seed in range(200):
        try:
            met |= play(seed, hall)
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
    assert met == set(OrderState) - BY_PEOPLE, "not eventful enough to prove anything"
