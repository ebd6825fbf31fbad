"""The janitor goes on whatever it runs into, and tells the staff once of what needs people."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import cast

import pytest

from adapters.janitor import Janitor
from domain.payment.cashier import Cashier
from domain.payment.clocks import Clocks
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.refunds.paymaster import Paymaster
from kit.simulators.runtime import SimulatedRuntime
from tests.payment.hall import NOON, bill_of, new_order

FIRST, SECOND, THIRD = (new_order(f"GZT00012026112312000000000{i}", bill_of(1)) for i in (1, 2, 3))


@dataclass
class Rounds:
    """A cashier who has `rounds` of unsettled orders, all of them due, and can be told to stumble over one."""

    rounds: list[Callable[[], tuple[Order, ...]]]
    stumbles_over: str = ""
    tended: list[str] = field(default_factory=list)
    networks: Mapping[Network, PaymentNetwork] = field(default_factory=dict)
    watch: Watch = field(default_factory=lambda: Watch(lambda: 0.0, lambda n: 0))

    @property
    def clocks(self) -> Clocks:
        return Clocks(self.networks, self.clock)

    def clock(self) -> datetime:
        return NOON

    def unsettled(self) -> tuple[Order, ...]:
        return self.rounds.pop(0)()

    def due(self, order: Order) -> bool:
        return True

    def tend(self, order: Order) -> Order:
        if order.number == self.stumbles_over:
            raise RuntimeError("a mistake")
        self.tended.append(order.number)
        return order


class NoRefunds:
    def due(self) -> tuple[()]:
        return ()


class Greeted:
    """A network that is there, and tells no time."""

    def greet(self) -> None: ...

    def time(self) -> None: ...


def worked(cashier: Rounds) -> Rounds:
    """The cashier after a janitor has worked off all rounds."""
    janitor = Janitor(cast(Cashier, cashier), cast(Paymaster, NoRefunds()), SimulatedRuntime(NOON))
    while cashier.rounds:
        janitor.sweep()
    return cashier


def test_one_order_does_not_keep_the_others_waiting(caplog: pytest.LogCaptureFixture) -> None:
    cashier = worked(Rounds([lambda: (FIRST, SECOND, THIRD)], stumbles_over=FIRST.number))
    assert cashier.tended == [SECOND.number, THIRD.number]
    assert [record.getMessage() for record in caplog.records] == [f"order {FIRST.number} could not be tended"]


def test_it_goes_on_where_the_store_could_not_be_read(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> tuple[Order, ...]:
        raise RuntimeError("a mistake")

    assert worked(Rounds([broken, lambda: (FIRST,)])).tended == [FIRST.number]
    assert [record.getMessage() for record in caplog.records] == ["unsettled orders could not be read"]


def test_a_second_lane_sweeps_only_while_another_is_about_something() -> None:
    """Who is about an order that takes its time has the others tended beside it; else one look is enough for all."""
    runtime = SimulatedRuntime(NOON, until=NOON)  # Each lane has one round.
    cashier = Rounds([lambda: (FIRST, SECOND)] * 2)
    cashier.networks = {Network("wechat"): cast(PaymentNetwork, Greeted())}
    janitor = Janitor(cast(Cashier, cashier), cast(Paymaster, NoRefunds()), runtime)
    janitor.start()
    first, second = (runtime.started[name] for name in ("janitor wechat", "janitor wechat 1"))
    second()
    assert cashier.tended == []

    def slow(order: Order) -> Order:
        cashier.tended.append(order.number)
        if order is FIRST:
            second()
        return order

    cashier.tend = slow  # type: ignore[method-assign]
    first()
    assert cashier.tended == [FIRST.number, SECOND.number, SECOND.number]


def test_what_needs_people_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    looked_at = replace(FIRST, state=OrderState.MANUAL_REVIEW)
    owed = replace(SECOND, state=OrderState.REFUND_DUE, paid_at=NOON - timedelta(days=2))
    fresh = replace(THIRD, state=OrderState.REFUND_DUE, paid_at=NOON)
    worked(Rounds([lambda: (looked_at, owed, fresh)] * 2))
    told = [record.getMessage().split()[1] for record in caplog.records]
    assert told == [looked_at.number, owed.number]
