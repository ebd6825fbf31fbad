"""How often a network is asked: often while somebody stands there, and ever more rarely, also after a restart."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from adapters.janitor import Janitor
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network, Order
from domain.payment.pace import DOUBLED, REFUNDS, USUAL, Waits, wait
from domain.payment.states import OrderState
from domain.payment.watch import LONGER, Watch
from domain.refunds.paymaster import Paymaster
from kit.simulators.faults import Fault
from tests.payment.hall import ZHOU, Hall, bill_of
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT
from tests.payment.simulated import Day

HOUR = 3600.0


def ends(waits: Waits, until: float) -> list[float]:
    """When each wait ends, one after the other."""
    found = [0.0]
    while found[-1] < until:
        found.append(found[-1] + wait(waits, found[-1]))
    return found[1:-1]


@pytest.mark.parametrize(
    ("waits", "until", "then"),
    [
        (USUAL.watched, 300, [*range(2, 62, 2), 65, 80, 110, 140, 170, 200, 230, 260, 290]),
        (USUAL.alone, 2 * HOUR, [5, 20, 50, 110, 410, 2210, 4010, 5810]),
        (DOUBLED.watched, 300, [1, 3, 7, 15, 31, 63, 95, 127, 159, 191, 223, 255, 287]),
        (DOUBLED.alone, 2 * HOUR, [1, 3, 7, 15, 31, 63, 123, 423, 2223, 4023, 5823]),
        (REFUNDS, 2 * HOUR, [60, 120, 180, 240, 300, 600, 2400, 4200, 6000]),
    ],
)
def test_the_waits(waits: Waits, until: float, then: list[float]) -> None:
    assert ends(waits, until) == then


@dataclass
class Counting:
    """A `PaymentNetwork` that notes when it was asked what."""

    behind: PaymentNetwork
    uptime: Callable[[], float]
    asked: list[tuple[str, float]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.behind, name)
        if name not in {"create", "query", "close", "refund", "query_refund"}:
            return found

        def ask(*given: Any) -> Any:
            self.asked.append((name, self.uptime()))
            return found(*given)

        return ask

    def times(self, *calls: str) -> list[float]:
        return [at for call, at in self.asked if call in calls]


class Counted(Day):
    """A day on which it is noted what each network is asked, and when."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.counts = {name: Counting(one, self.runtime.uptime) for name, one in self.cashier.networks.items()}
        self.sits_down()

    def sits_down(self) -> None:
        """The program starts, on the store as it is."""
        watch = Watch(self.runtime.uptime, self.runtime.below)
        repayer = replace(self.cashier.repayer, networks=self.counts)
        self.cashier = replace(self.cashier, networks=self.counts, watch=watch, repayer=repayer)
        self.sweeps_with(self.cashier)

    def goes_on(self, seconds: float, every: float = 5.0) -> None:
        """The janitor sweeps."""
        until = self.runtime.uptime() + seconds
        while self.runtime.uptime() < until:
            self.runtime.pass_by(seconds=every)
            self.janitor.sweep()

    def is_watched(self, order: Order, seconds: float) -> None:
        """Somebody stands before the code, as the screen does it, and the janitor sweeps beside."""
        began = self.runtime.uptime()
        sweep = began + 5
        while (age := self.runtime.uptime() - began) < seconds:
            pause = self.cashier.again(order, age)
            while sweep < self.runtime.uptime() + pause:
                self.runtime.pass_by(seconds=sweep - self.runtime.uptime())
                self.janitor.sweep()
                pause -= max(0.0, self.runtime.uptime() - began - age)
                age, sweep = self.runtime.uptime() - began, sweep + 5
            self.runtime.pass_by(seconds=pause)
            self.cashier.check(order.number)


class TestAnUnpaidOrder:
    """From its code to its end, with nobody who pays."""

    @pytest.mark.parametrize(("name", "most"), [(WECHAT, 55), (ALIPAY, 65), (UNIONPAY, 50)])
    def test_it_is_asked_about_some_fifty_times_in_all(self, hall: Hall, name: Network, most: int) -> None:
        day = Counted(hall)
        order = day.starts(name)
        day.is_watched(order, 300)
        day.cashier.cancel(order.number)
        day.goes_on(10 * 60 + 30)
        assert hall.state(order) is OrderState.UNPAID
        counted = len(day.counts[name].times("query", "close"))
        assert 20 < counted < most, counted
        day.goes_on(5 * HOUR, every=60)
        assert len(day.counts[name].times("query", "close")) == counted

    def test_while_somebody_stands_there_the_janitor_does_not_ask_as_well(self, hall: Hall) -> None:
        day = Counted(hall)
        day.is_watched(day.starts(WECHAT), 60)
        pauses = [b - a for a, b in pairwise(day.counts[WECHAT].times("query"))]
        assert min(pauses) >= 2.0 and max(pauses) <= 2.0 * (1 + LONGER)

    def test_left_alone_it_is_closed_at_its_end_and_asked_after_its_grace(self, hall: Hall) -> None:
        day = Counted(hall)
        order = day.starts(WECHAT)
        day.goes_on(20 * 60)
        assert hall.state(order) is OrderState.UNPAID
        (closed,) = day.counts[WECHAT].times("close")
        assert 300 <= closed < 306
        assert 900 <= day.counts[WECHAT].times("query")[-1] < 906


class TestANetworkThatIsSilent:
    def test_it_is_asked_ever_more_rarely(self, hall: Hall) -> None:
        day = Counted(hall)
        day.cashier.cancel(day.starts(ALIPAY).number)
        day.faults.switch(Fault.DOWN)
        day.goes_on(HOUR)
        day.goes_on(5 * HOUR, every=60)
        pauses = [b - a for a, b in pairwise(day.counts[ALIPAY].times("query")) if b - a > 5]
        assert len(pauses) < 25 and max(pauses) < 1800 * (1 + LONGER) + 60
        assert pauses[:3] == sorted(pauses[:3]) and all(pause >= 1800 for pause in pauses[-8:])

    def test_a_restart_asks_once_and_goes_on_as_before(self, hall: Hall) -> None:
        day = Counted(hall)
        day.cashier.cancel(day.starts(ALIPAY).number)
        day.faults.switch(Fault.DOWN)
        day.goes_on(3 * HOUR, every=60)
        before = len(day.counts[ALIPAY].asked)
        day.sits_down()
        day.goes_on(29 * 60, every=60)
        times = [at for _, at in day.counts[ALIPAY].asked[before:]]
        assert times and max(times) - min(times) < 10


class TestWaits:
    def test_terminals_that_began_together_do_not_go_on_so(self, hall: Hall) -> None:
        def asked(seed: int) -> list[float]:
            hall.renew()
            day = Counted(hall, seed)
            day.is_watched(day.starts(WECHAT), 30)
            return day.counts[WECHAT].times("query")

        assert asked(1) == asked(1) != asked(2)

    def test_a_stuck_refund_is_asked_about_ever_more_rarely(self, hall: Hall) -> None:
        """Its order could not be posted, and its network does not say that the money went back."""
        day = Counted(hall)
        bill = bill_of(hall.person(ZHOU))
        order = day.cashier.start(WECHAT, "wechat", bill.person, (bill,), "养老保险")
        day.pays(order)
        assert day.cashier.check(order.number).state is OrderState.REFUND_DUE
        day.faults.switch(Fault.DOWN)
        day.goes_on(600)
        day.goes_on(5 * HOUR, every=60)
        counted = day.counts[WECHAT].times("query_refund")
        assert 12 < len(counted) < 20, counted
        day.faults.switch(Fault.NONE)
        day.goes_on(2 * HOUR, every=60)
        assert hall.state(order) is OrderState.REFUNDED

    def test_money_that_is_owed_goes_back_with_the_next_round(self, hall: Hall) -> None:
        """Whenever its order would have been asked about."""
        day = Counted(hall)
        bill = bill_of(hall.person(ZHOU))
        order = day.cashier.start(WECHAT, "wechat", bill.person, (bill,), "养老保险")
        day.goes_on(120)
        day.pays(order)
        assert day.cashier.check(order.number).state is OrderState.REFUND_DUE
        day.goes_on(5)
        assert day.counts[WECHAT].times("refund")

    @pytest.mark.parametrize("name", NETWORKS)
    def test_money_that_waits_for_the_tax_system_waits_for_no_network(self, hall: Hall, name: Network) -> None:
        day = Counted(hall)
        order = day.starts(name)
        day.pays(order)
        day.goes_on(10)
        assert hall.state(order) is OrderState.POSTED


def test_what_is_known_of_the_past_counts_only_once(hall: Hall) -> None:
    """After a restart the age comes from the clock, which may be wrong: a wait is never longer than the longest."""
    now = 0.0
    watch = Watch(lambda: now, lambda n: 0)
    watch.asked("A", "closing", USUAL.alone, age=-timedelta(days=9).total_seconds(), within=1e9)
    assert not watch.due("A", "closing")
    now = 5.0
    assert watch.due("A", "closing")
    watch.asked("B", "closing", USUAL.alone, age=1e12, within=1e9)
    now += 1800
    assert watch.due("B", "closing")


def test_janitors_of_one_terminal_do_not_ask_twice(hall: Hall) -> None:
    """Two of its lanes read the same list; the second finds that nothing is due any more, or that it is being done."""
    day = Counted(hall)
    order = day.starts(WECHAT)
    day.runtime.pass_by(seconds=10)
    inner = day.counts[WECHAT]

    class Lane:
        """While an order is asked about, another lane comes by."""

        def __getattr__(self, name: str) -> Any:
            if name == "query":
                day.janitor.sweep((WECHAT,))
            return getattr(inner, name)

    networks: dict[Network, Any] = {**day.cashier.networks, WECHAT: Lane()}
    day.cashier = replace(day.cashier, networks=networks)
    paymaster = Paymaster(hall.store.refunds, hall.store.orders, day.cashier.repayer)
    day.janitor = Janitor(day.cashier, paymaster, day.runtime)
    day.janitor.sweep((WECHAT,))
    day.janitor.sweep((WECHAT,))
    assert len(inner.times("query")) == 1 and hall.state(order) is OrderState.PRESENTED
