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
from domain.refunds.account import Account
from domain.refunds.application import Application, Route
from domain.refunds.states import RefundState
from domain.repayments.states import RepaymentState
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.payment.hall import NOON, Hall
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.refunds.bench import Bench, done

ASKED_BACK = 300_00
CARD = Account("ICBC", "6222020200112233446", "张建国")


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
    assert [a.state for a in counter.round()] == [RefundState.SENDING], "two within a minute it does not take"
    counter.hall.later(minutes=1)
    counter.round()
    counter.hall.later(seconds=3)
    assert [a.state for a in counter.round()] == [RefundState.PAID_OUT]
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def left(counter: Bench, simulator: WeChatSimulator) -> int:
    """What the payer's card is short of, in fen, against before it paid anything."""
    return 50_000_00 - simulator.wallet.balances[Source.CARD]


def states(counter: Bench, application: Application) -> list[RepaymentState]:
    return [one.state for one in counter.hall.store.repayments.of(application.number)]


def round_after(counter: Bench, **time: float) -> RefundState:
    counter.hall.later(**time)
    (application,) = counter.round()
    return application.state


def test_what_was_abnormal_arrives_after_all(counter: Bench, simulator: WeChatSimulator, approved: Application) -> None:
    simulator.faults.decide(RefundFate.ABNORMAL)
    counter.round()
    assert [round_after(counter, days=1) for _ in range(3)] == [RefundState.SENDING] * 3
    assert states(counter, approved) == [RepaymentState.ABNORMAL]
    (repayment,) = counter.hall.store.repayments.of(approved.number)
    simulator.ledger.turn(repayment.number, RefundFate.DONE)
    assert round_after(counter, days=1) is RefundState.PAID_OUT
    assert left(counter, simulator) == approved.draft.item.fen - ASKED_BACK


def test_what_was_abnormal_is_sent_on_to_the_card_that_was_brought(
    counter: Bench, simulator: WeChatSimulator, approved: Application
) -> None:
    simulator.faults.decide(RefundFate.ABNORMAL)
    counter.round()
    round_after(counter, seconds=3)
    done(counter.office.address(approved.number, CARD))
    assert round_after(counter, minutes=29) is RefundState.SENDING
    assert simulator.ledger.sent_on == []
    assert round_after(counter, minutes=1) is RefundState.SENDING
    assert round_after(counter, seconds=3) is RefundState.PAID_OUT
    assert simulator.ledger.sent_on == [(CARD.number, CARD.holder, ASKED_BACK)]
    assert left(counter, simulator) == approved.draft.item.fen


def test_what_cannot_be_sent_on_comes_back_to_the_merchant_and_goes_by_bank(
    counter: Bench, simulator: WeChatSimulator, approved: Application
) -> None:
    """Only once WeChat says that the merchant has it again."""
    simulator.faults.decide(RefundFate.ABNORMAL)
    counter.round()
    round_after(counter, seconds=3)
    done(counter.office.address(approved.number, Account("GZRCU", "6217790000000000016", "张建国")))
    assert round_after(counter, hours=1) is RefundState.SENDING
    assert round_after(counter, seconds=3) is RefundState.TAKEN
    assert counter.office.history(approved.number)[-1].detail == "returned to the merchant"
    assert done(counter.office.approve(approved.number)).route is Route.BANK
    assert counter.paymaster.due() == ()
    assert simulator.ledger.sent_on == [] and left(counter, simulator) == approved.draft.item.fen


def test_a_closed_one_goes_out_by_another_number(
    counter: Bench, simulator: WeChatSimulator, approved: Application
) -> None:
    simulator.faults.decide(RefundFate.CLOSED)
    counter.round()
    assert round_after(counter, days=7) is RefundState.SENDING
    simulator.faults.decide(RefundFate.DONE)
    assert round_after(counter, days=1) is RefundState.SENDING
    assert round_after(counter, seconds=3) is RefundState.PAID_OUT
    assert states(counter, approved) == [RepaymentState.ENDED, RepaymentState.DONE]
    assert left(counter, simulator) == approved.draft.item.fen - ASKED_BACK


@pytest.mark.parametrize(
    ("fate", "after"),
    [(RefundFate.REFUSED, RefundState.TAKEN), (RefundFate.SHORT, RefundState.SENDING)],
)
def test_what_is_not_taken_goes_out_once_it_is(
    counter: Bench, simulator: WeChatSimulator, approved: Application, fate: RefundFate, after: RefundState
) -> None:
    """The account was restored, or filled: by the same number, once."""
    simulator.faults.decide(fate)
    assert [a.state for a in counter.round()] == [after]
    simulator.faults.decide(RefundFate.DONE)
    if after is RefundState.TAKEN:
        done(counter.office.approve(approved.number))
    counter.hall.later(hours=1)
    counter.round()
    assert round_after(counter, seconds=3) is RefundState.PAID_OUT
    assert states(counter, approved) == [RepaymentState.DONE]
    assert left(counter, simulator) == approved.draft.item.fen - ASKED_BACK
