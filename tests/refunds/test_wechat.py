"""A refund through the real WeChat client and the simulated WeChat Pay, over loopback."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from adapters.payments import line
from adapters.runtime import Machine
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.refunds.application import Application
from domain.refunds.states import RefundState
from kit.simulators.faults import Fault
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.payment.hall import NOON, Hall
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.refunds.bench import Bench

ASKED_BACK = 300_00


class Clock:
    """The hall's clock, once there is a hall."""

    hall: Hall | None = None

    def __call__(self) -> datetime:
        return self.hall.now if self.hall else NOON


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def simulator(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[WeChatSimulator]:
    monkeypatch.setattr(line, "PAUSE_S", 0.0)
    simulator = WeChatSimulator(clock, Machine(), make_key=lambda: generate_private_key(65537, 1024))
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def counter(origin: Path, tmp_path: Path, simulator: WeChatSimulator, clock: Clock) -> Iterator[Bench]:
    _, wechat = demo_merchant(simulator, clock, Machine(), make_key=lambda: generate_private_key(65537, 1024))
    clock.hall = Hall(origin, tmp_path, {WECHAT: wechat})
    yield Bench(clock.hall, ScriptedNetwork())
    assert clock.hall.store.problem() is None
    clock.hall.store.close()
    wechat.disconnect()


def paid(counter: Bench, simulator: WeChatSimulator) -> Order:
    order = counter.hall.start()
    assert order.code is not None
    assert simulator.pay(order.code, Source.CARD) is Ending.PAID
    order = counter.hall.cashier.check(order.number)
    assert order.state is OrderState.POSTED
    return order


@pytest.fixture
def approved(counter: Bench, simulator: WeChatSimulator) -> Application:
    paid(counter, simulator)
    return counter.approved(counter.applied(counter.item(counter.zhang), ASKED_BACK))


def test_asked_five_times_it_goes_back_once(counter: Bench, simulator: WeChatSimulator, approved: Application) -> None:
    before = simulator.wallet.balances[Source.CARD]
    for _ in range(5):  # As five terminals would that all hold the application as it was approved.
        assert counter.paymaster.tend(approved).state is RefundState.SENDING
        assert simulator.wallet.balances[Source.CARD] == before + ASKED_BACK
    counter.hall.later(seconds=3)
    assert [counter.paymaster.tend(approved).state for _ in range(5)] == [RefundState.PAID_OUT] * 5
    assert simulator.wallet.balances[Source.CARD] == before + ASKED_BACK


@pytest.mark.parametrize("fault", [Fault.LOSE_ANSWER, Fault.DOWN, Fault.BAD_SIGNATURE, Fault.WRONG_AMOUNT])
def test_a_bad_line_changes_nothing_but_the_time_it_takes(
    counter: Bench, simulator: WeChatSimulator, approved: Application, fault: Fault
) -> None:
    before = simulator.wallet.balances[Source.CARD]
    simulator.faults.switch(fault)
    for _ in range(2):
        (sending,) = counter.round()
        assert sending.state is RefundState.SENDING
    simulator.faults.switch(Fault.NONE)
    counter.round()
    counter.hall.later(seconds=3)
    assert [a.state for a in counter.round()] == [RefundState.PAID_OUT]
    assert simulator.wallet.balances[Source.CARD] == before + ASKED_BACK


def test_the_rest_goes_back_by_a_number_of_its_own(
    counter: Bench, simulator: WeChatSimulator, approved: Application
) -> None:
    item = approved.draft.item
    counter.round()
    counter.hall.later(seconds=3)
    counter.round()
    rest = counter.item(counter.zhang, item.period.key)
    assert rest.left == item.fen - ASKED_BACK
    counter.approved(counter.applied(rest))
    counter.round()
    counter.hall.later(seconds=3)
    assert [a.state for a in counter.round()] == [RefundState.PAID_OUT]
    assert simulator.wallet.balances[Source.CARD] == 50_000_00
