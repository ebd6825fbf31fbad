"""Money that comes when nobody expects it any more is found, whatever the terminal or its clock did meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.payment import events
from domain.payment.cashier import GRACE, PAYABLE_FOR, PaidOtherwise
from domain.payment.network import Absent, Closed, Paid, Presented, RefundDone, Unclear, Waiting
from domain.payment.order import Network, Order, OrderBook
from domain.payment.states import OrderState
from domain.people.person import Bill
from tests.payment.hall import NOON, ZHANG, Hall, Mood, bill_of
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT, ScriptedNetwork
from tests.payment.simulated import Day
from tests.payment.test_cashier import NO_REFUND, PAID, SHOWN, SILENT, WAITING

ABSENT = ("query", Absent())
LATE = Paid("4200000001", NOON + PAYABLE_FOR + timedelta(seconds=40))
SECOND = timedelta(seconds=1)


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


@dataclass
class Behind:
    """An order book before another one."""

    behind: OrderBook

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


def starts(hall: Hall, name: Network, month: int = 11) -> Order:
    return hall.cashier.start(name, name, 1, (bill_of(hall.person(ZHANG), month),), "养老保险")


def closed(hall: Hall, network: ScriptedNetwork) -> Order:
    """Nobody had scanned it by its last moment, and the network said so."""
    network.will(SHOWN)
    order = hall.start()
    hall.now += PAYABLE_FOR + SECOND
    network.will(ABSENT, ("close", Absent()))
    assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
    return order


class TestUntilAnAnswer:
    def test_paid_while_the_terminal_was_off(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = closed(hall, network)
        hall.later(minutes=12)
        hall.reopen()
        network.will(("query", LATE))
        hall.sweep()
        assert hall.state(order) is OrderState.POSTED

    def test_it_counts_when_it_was_asked_for(self, hall: Hall, network: ScriptedNetwork) -> None:
        """What was asked a moment before the end, and answered after it, may have been true before it only."""

        def slow() -> Absent:
            hall.later(seconds=10)
            return Absent()

        order = closed(hall, network)
        hall.now = order.created_at + PAYABLE_FOR + GRACE - SECOND
        network.will(("query", slow))
        hall.sweep()
        assert hall.now > order.created_at + PAYABLE_FOR + GRACE and hall.state(order) is OrderState.CLOSED
        network.will(ABSENT)
        hall.sweep()
        assert hall.state(order) is OrderState.UNPAID

    @pytest.mark.parametrize("away", [{"minutes": 20}, {"days": 400}])
    def test_paid_while_the_line_was_down(self, hall: Hall, network: ScriptedNetwork, away: dict[str, float]) -> None:
        order = closed(hall, network)
        for _ in range(5):
            hall.later(**away)
            network.will(SILENT)
            assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        network.will(("query", LATE))
        hall.sweep()
        assert hall.state(order) is OrderState.POSTED

    def test_an_early_answer_is_not_the_last(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = closed(hall, network)
        hall.now = order.created_at + PAYABLE_FOR + GRACE - SECOND
        network.will(("query", Closed()))
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        hall.later(seconds=1)
        network.will(("query", Closed()))
        assert [o.state for o in hall.sweep()] == [OrderState.UNPAID]

    def test_nobody_is_asked_again_after_the_last(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = closed(hall, network)
        hall.later(hours=1)
        network.will(ABSENT)
        hall.sweep()
        assert hall.sweep() == () and hall.cashier.check(order.number).state is OrderState.UNPAID

    def test_what_the_bill_of_the_day_tells_is_found_even_then(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = closed(hall, network)
        hall.later(hours=1)
        network.will(ABSENT)
        hall.sweep()
        network.will(ABSENT, ("query", LATE))
        states = [hall.cashier.claimed(order.number).state for _ in range(2)]
        assert states == [OrderState.UNPAID, OrderState.POSTED]

    @pytest.mark.parametrize(
        ("answer", "state"),
        [
            (Closed(), OrderState.UNPAID),
            (Absent(), OrderState.UNPAID),
            (Waiting(), OrderState.CLOSED),
            (Unclear("timeout"), OrderState.CLOSED),
        ],
    )
    def test_one_that_the_network_holds_to_be_open_is_closed_there_first(
        self, hall: Hall, network: ScriptedNetwork, answer: object, state: OrderState
    ) -> None:
        closed(hall, network)
        hall.later(hours=1)
        network.will(WAITING, ("close", answer))
        assert [o.state for o in hall.sweep()] == [state]


class TestNeverShown:
    """A code that nobody has seen nobody can pay: its bill is free, whatever the network says or does not say."""

    @pytest.mark.parametrize("answer", [Unclear("401 unsigned"), Absent(), Closed()])
    def test_it_holds_no_bill(self, hall: Hall, network: ScriptedNetwork, answer: object) -> None:
        network.will(("create", Unclear("200 unknown serial")), SILENT, ("close", answer))
        assert hall.cashier.cancel(hall.start().number).state is OrderState.CLOSED
        network.will(SHOWN)
        assert hall.start().state is OrderState.PRESENTED

    def test_it_is_watched_all_the_same(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(("create", Unclear("timeout")), SILENT, ("close", Unclear("timeout")))
        order = hall.cashier.cancel(hall.start().number)
        network.will(("query", LATE))
        hall.sweep()
        assert hall.state(order) is OrderState.POSTED


class TestWhoseTimeItIs:
    """Nobody can set what ends a code: it is the time that passes, or the network's own clock."""

    def holds(self, hall: Hall, network: ScriptedNetwork) -> None:
        """The code lives: not to know it says nothing."""
        network.will(ABSENT, ("close", Absent()), ABSENT)
        assert [o.state for o in hall.sweep()] == [OrderState.EXPIRING]

    def ends(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(ABSENT, ("close", Absent()))
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]

    def cancelled(self, hall: Hall, network: ScriptedNetwork) -> Order:
        network.will(("create", Presented("a code")), ABSENT, ("close", Absent()), ABSENT)
        return hall.cashier.cancel(starts(hall, ALIPAY).number)

    @pytest.mark.parametrize("set_by", [timedelta(days=1), timedelta(days=-1)])
    def test_a_clock_that_is_set_ends_no_code_and_keeps_none(
        self, three: Hall, networks: dict[Network, ScriptedNetwork], set_by: timedelta
    ) -> None:
        self.cancelled(three, networks[ALIPAY])
        three.uptime()
        three.now += set_by
        three.looked = three.now
        self.holds(three, networks[ALIPAY])
        three.now += PAYABLE_FOR
        self.ends(three, networks[ALIPAY])

    def test_a_clock_that_is_ahead_of_the_networks(self, three: Hall, networks: dict[Network, ScriptedNetwork]) -> None:
        """The code was asked for until a moment that is four minutes later there."""
        behind = timedelta(minutes=4)
        order = self.cancelled(three, networks[ALIPAY])
        three.now = order.created_at + PAYABLE_FOR
        networks[ALIPAY].shows = three.now - behind
        self.holds(three, networks[ALIPAY])
        three.now += behind
        networks[ALIPAY].shows = three.now - behind
        self.ends(three, networks[ALIPAY])

    def test_a_clock_that_is_behind(self, three: Hall, networks: dict[Network, ScriptedNetwork]) -> None:
        """The code is void there before its time is over here: nobody is left standing before it."""
        networks[ALIPAY].will(("create", Presented("a code")))
        starts(three, ALIPAY)
        three.later(minutes=1)
        networks[ALIPAY].shows = three.now + timedelta(minutes=4)
        networks[ALIPAY].will(ABSENT, ("close", Absent()), ABSENT)
        assert [o.state for o in three.sweep()] == [OrderState.EXPIRING]

    def test_after_a_restart_the_networks_clock_counts_with_its_first_answer(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        """The power is cut, and the clock is a day ahead when it is back."""
        order = self.cancelled(three, networks[ALIPAY])
        three.now += timedelta(days=1)
        three.reopen()

        def it_tells_the_time() -> Absent:
            networks[ALIPAY].shows = order.created_at + timedelta(minutes=1)
            return Absent()

        networks[ALIPAY].will(("query", it_tells_the_time), ("close", Absent()), ABSENT)
        assert [o.state for o in three.sweep()] == [OrderState.EXPIRING]


@pytest.mark.parametrize("fast", [1, 4, -1, -4])
@pytest.mark.parametrize("name", [ALIPAY, UNIONPAY])
def test_paid_in_the_last_second_of_a_code_that_lives_longer_or_shorter_than_we_think(
    hall: Hall, name: Network, fast: int
) -> None:
    day = Day(hall)
    there = day.runtime.now
    day.cashier = replace(day.cashier, clock=lambda: there() + timedelta(minutes=fast))
    day.sweeps_with(day.cashier)
    order = day.starts(name)
    # Alipay is told how long a code lives as well, so that one of a fast clock lives no longer.
    ends = min(order.created_at, NOON if name == ALIPAY else order.created_at) + PAYABLE_FOR
    assert day.cashier.cancel(order.number).state is OrderState.EXPIRING
    while there() + timedelta(seconds=5) < ends:
        day.runtime.pass_by(seconds=5)
        day.janitor.sweep()
    assert hall.state(order) is OrderState.EXPIRING
    day.pays(order)
    for _ in range(72):
        day.runtime.pass_by(seconds=5)
        day.janitor.sweep()
    assert hall.state(order) is OrderState.POSTED


class TestPaidOtherwise:
    """Late money for a bill whose next code stands on a screen: nobody is to pay it twice."""

    def late_and_shown(
        self, hall: Hall, networks: dict[Network, ScriptedNetwork], other: Network
    ) -> tuple[Order, Order]:
        networks[WECHAT].will(SHOWN, WAITING, ("close", Closed()))
        late = hall.cashier.cancel(starts(hall, WECHAT).number)
        networks[other].will(("create", Presented("a code")))
        return late, starts(hall, other)

    def test_the_other_code_is_withdrawn_and_says_why(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        late, shown = self.late_and_shown(three, networks, ALIPAY)
        networks[WECHAT].will(("query", LATE))
        three.cashier.check(late.number)
        assert (three.state(late), three.state(shown)) == (OrderState.POSTED, OrderState.EXPIRING)
        assert three.store.orders.history(shown.number)[-1].detail == f"paid by {late.number}"
        networks[ALIPAY].will(ABSENT)
        with pytest.raises(PaidOtherwise) as why:
            three.cashier.check(shown.number)
        assert (why.value.order.number, why.value.order.network) == (late.number, WECHAT)
        three.now = shown.created_at + PAYABLE_FOR
        networks[ALIPAY].will(ABSENT, ("close", Absent()))
        networks[WECHAT].script.clear()
        three.cashier.tend(three.store.orders.get(shown.number))
        assert three.state(shown) is OrderState.CLOSED

    def test_one_that_can_be_recalled_is(self, three: Hall, networks: dict[Network, ScriptedNetwork]) -> None:
        late, shown = self.late_and_shown(three, networks, WECHAT)
        networks[WECHAT].will(("query", LATE))
        three.cashier.check(late.number)
        networks[WECHAT].will(WAITING, ("close", Closed()))
        with pytest.raises(PaidOtherwise):
            three.cashier.cancel(shown.number)
        assert three.state(shown) is OrderState.CLOSED

    def test_it_is_withdrawn_before_the_late_money_is_posted(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        late, shown = self.late_and_shown(three, networks, ALIPAY)
        three.tax.mood = Mood.DOWN
        networks[WECHAT].will(("query", LATE))
        assert three.cashier.check(late.number).state is OrderState.LATE_SUCCESS
        assert three.state(shown) is OrderState.EXPIRING

    def test_one_that_moves_meanwhile_is_withdrawn_as_well(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        """The screen hears nothing of it just then, and writes that down."""

        class Moves(Behind):
            def holding(self, bills: tuple[Bill, ...]) -> tuple[Order, ...]:
                found = three.store.orders.holding(bills)
                three.store.orders.move(three.store.orders.get(shown.number), events.Unanswered(), three.now)
                return found

        late, shown = self.late_and_shown(three, networks, ALIPAY)
        networks[WECHAT].will(("query", LATE))
        replace(three.cashier, book=Moves(three.store.orders)).check(late.number)  # type: ignore[arg-type]
        assert (three.state(late), three.state(shown)) == (OrderState.POSTED, OrderState.EXPIRING)

    def test_who_has_paid_it_all_the_same_gets_it_back(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        late, shown = self.late_and_shown(three, networks, ALIPAY)
        networks[WECHAT].will(("query", LATE))
        three.cashier.check(late.number)
        networks[ALIPAY].will(PAID, NO_REFUND, ("refund", RefundDone()))
        three.sweep()
        three.sweep()
        assert (three.state(late), three.state(shown)) == (OrderState.POSTED, OrderState.REFUNDED)

    def test_a_code_for_another_bill_stays(self, three: Hall, networks: dict[Network, ScriptedNetwork]) -> None:
        late, shown = self.late_and_shown(three, networks, ALIPAY)
        networks[UNIONPAY].will(("create", Presented("a code")))
        other = starts(three, UNIONPAY, month=12)
        networks[WECHAT].will(("query", LATE))
        three.cashier.check(late.number)
        assert (three.state(shown), three.state(other)) == (OrderState.EXPIRING, OrderState.PRESENTED)

    def test_what_is_closed_for_no_such_reason_says_nothing(
        self, three: Hall, networks: dict[Network, ScriptedNetwork]
    ) -> None:
        networks[WECHAT].will(SHOWN, PAID)
        three.cashier.check(starts(three, WECHAT, month=12).number)
        networks[WECHAT].will(SHOWN, WAITING, ("close", Closed()))
        assert three.cashier.cancel(starts(three, WECHAT).number).state is OrderState.CLOSED


def test_what_begins_while_the_janitor_reads_is_not_forgotten(hall: Hall, network: ScriptedNetwork) -> None:
    class Slow(Behind):
        def unsettled(self) -> tuple[Order, ...]:
            found = hall.store.orders.unsettled()
            network.will(SHOWN)
            started.append(hall.start())
            return found

    started: list[Order] = []
    replace(hall.cashier, book=Slow(hall.store.orders)).unsettled()  # type: ignore[arg-type]
    assert hall.cashier.watch.elapsed(started[0].number) == 0


def test_old_orders_keep_nobody_waiting(hall: Hall, network: ScriptedNetwork) -> None:
    """A store from before closed orders were looked after: they come last, and a few at a time."""
    for person in range(1001, 1031):
        network.will(SHOWN, WAITING, ("close", Closed()))
        hall.cashier.cancel(hall.start(bill_of(person)).number)
    network.will(SHOWN)
    shown = hall.start()
    hall.later(days=1)
    due = hall.cashier.unsettled()
    assert due[0] == shown and len(due) == 21
    network.will(*[("query", Closed())] * 20)
    for order in due[1:]:
        assert hall.cashier.tend(order).state is OrderState.UNPAID
    assert len(hall.cashier.unsettled()) == 11


def test_it_is_written_down_when_somebody_learnt_of_it(hall: Hall, network: ScriptedNetwork) -> None:
    order = closed(hall, network)
    hall.later(hours=3)
    network.will(("query", LATE))
    hall.sweep()
    found = hall.store.orders.get(order.number)
    assert found.paid_at == LATE.paid_at
    assert isinstance(found.paid_at, datetime) and found.paid_at < hall.now
