"""Visitors, staff, a paymaster and a network that often fails, in any order: no bill is ever paid back twice."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from domain.money import Fen
from domain.payment.network import Refund, RefundAnswer, RefundDone, RefundPending, Refused, Unclear
from domain.payment.order import Network, Order
from domain.refunds.application import Application, Route
from domain.refunds.life import TRANSITIONS
from domain.refunds.paymaster import Paymaster
from domain.refunds.problems import RefundProblem
from domain.refunds.states import COUNTED, RefundState
from storage.refunds import StoredRefunds
from tests.payment.hall import bill_of
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.refunds.bench import Bench, bench_at, draft_of


class Mood(Enum):
    """How the network takes the next questions."""

    QUICK = auto()
    SLOW = auto()
    """It does it, and says that it is under way."""
    DEAF = auto()
    LOST = auto()
    """It does it, and the answer is lost."""
    POOR = auto()
    """It will not."""
    ODD = auto()
    """It does not say what it did, and says that it will do no more."""


@dataclass
class Vault(ScriptedNetwork):
    """A network that keeps true books: what went out, by number and time, and never twice."""

    name: Network = WECHAT
    mood: Mood = Mood.QUICK
    out: dict[tuple[str, object], Fen] = field(default_factory=dict)

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        if self.mood in {Mood.DEAF, Mood.LOST, Mood.ODD}:
            return Unclear("timeout")
        if (refund.number, refund.at) not in self.out:
            return Refused("RESOURCE_NOT_EXISTS")
        return RefundPending() if self.mood is Mood.SLOW else RefundDone()

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        if self.mood is Mood.DEAF:
            return Unclear("timeout")
        if self.mood in {Mood.POOR, Mood.ODD}:
            return Refused("NOT_ENOUGH")
        self.out.setdefault((refund.number, refund.at), refund.fen)
        if self.mood is Mood.LOST:
            return Unclear("timeout")
        return RefundPending() if self.mood is Mood.SLOW else RefundDone()


class Refunds(RuleBasedStateMachine):
    numbers = Bundle("numbers")
    bench: Bench

    def __init__(self) -> None:
        super().__init__()
        self.bench.hall.renew()
        self.vault = Vault()
        self.by_hand: dict[str, Fen] = {}
        self.sit_down()
        self.items = self.bench.desk.refundable(1)[:3]

    @property
    def book(self) -> StoredRefunds:
        return self.bench.hall.store.refunds

    def sit_down(self) -> None:
        self.bench.sit_down()
        networks = {WECHAT: self.vault}
        self.bench.paymaster = Paymaster(self.book, self.bench.hall.store.orders, networks, lambda: self.bench.hall.now)

    @rule(target=numbers, which=st.integers(0, 2), fen=st.sampled_from([0, 300_00, 500_00, 878_94]))
    def apply(self, which: int, fen: int) -> object:
        answer = self.bench.desk.apply(draft_of(self.items[which], fen))
        return answer.number if isinstance(answer, Application) else multiple()

    @rule(number=numbers)
    def withdraw(self, number: str) -> None:
        self.judge(number, {RefundState.SUBMITTED, RefundState.TAKEN}, self.bench.desk.withdraw(number, 1))

    @rule(number=numbers)
    def take(self, number: str) -> None:
        self.judge(number, {RefundState.SUBMITTED}, self.bench.office.take(number))

    @rule(number=numbers, to_bank=st.booleans())
    def approve(self, number: str, to_bank: bool) -> None:
        self.judge(number, {RefundState.TAKEN}, self.bench.office.approve(number, to_bank))

    @rule(target=numbers, which=st.integers(0, 2), mood=st.sampled_from(Mood))
    def all_at_once(self, which: int, mood: Mood) -> object:
        """The straight way, which chance seldom goes."""
        number = self.apply(which, 300_00)
        if isinstance(number, str):
            self.bench.approved(self.book.get(number))
            self.paymaster(mood, 1)
        return number

    @rule(number=numbers)
    def refuse(self, number: str) -> None:
        self.judge(number, {RefundState.TAKEN}, self.bench.office.refuse(number, "资料不全"))

    @rule(number=numbers)
    def send(self, number: str) -> None:
        self.judge(number, {RefundState.APPROVED}, self.bench.office.send(number), by_hand=True)

    @rule(number=numbers)
    def pay_out(self, number: str) -> None:
        answer = self.bench.office.pay_out(number)
        self.judge(number, {RefundState.SENDING}, answer, by_hand=True)
        if isinstance(answer, Application):
            assert number not in self.by_hand
            self.by_hand[number] = answer.draft.fen

    @rule(number=numbers)
    def give_back(self, number: str) -> None:
        answer = self.bench.office.give_back(number)
        self.judge(number, {RefundState.APPROVED, RefundState.SENDING}, answer, by_hand=True)

    @rule(mood=st.sampled_from(Mood), times=st.integers(1, 3))
    def paymaster(self, mood: Mood, times: int) -> None:
        self.vault.mood = mood
        for _ in range(times):
            self.bench.round()
            self.bench.hall.later(minutes=1)

    @rule(number=numbers, mood=st.sampled_from(Mood))
    def another_paymaster_that_comes_late(self, number: str, mood: Mood) -> None:
        self.vault.mood = mood
        stale = self.book.get(number)
        self.bench.round()
        self.bench.paymaster.tend(stale)

    @rule()
    def restart(self) -> None:
        self.bench.hall.blink()
        self.sit_down()

    def judge(
        self, number: str, before: set[RefundState], answer: Application | RefundProblem, by_hand: bool = False
    ) -> None:
        """What was answered is what the log says, and only the states of `before` let it happen."""
        history = self.bench.office.history(number)
        stored = self.book.get(number)
        if isinstance(answer, Application):
            assert answer == stored
            assert history[-2].state in before
        else:
            assert answer.sentence
            assert stored.state not in before or (by_hand and stored.route is Route.NETWORK)

    @invariant()
    def nothing_is_paid_back_twice(self) -> None:
        applications = self.bench.desk.of(1)
        by_network = {number[:12]: fen for (number, _), fen in self.vault.out.items()}
        assert len(by_network) == len(self.vault.out)
        assert not by_network.keys() & self.by_hand.keys()
        out = by_network | self.by_hand
        for a in applications:
            if a.state is RefundState.PAID_OUT:
                assert out[a.number] == a.draft.fen
            elif a.state is not RefundState.SENDING:
                assert a.number not in out
        for item in self.items:
            mine = [a for a in applications if a.draft.item.bill == item.bill]
            assert sum(a.draft.fen for a in mine if a.state in COUNTED) <= item.fen
            assert sum(a.is_open for a in mine) <= 1

    @invariant()
    def every_step_is_one_of_the_table(self) -> None:
        for a in self.bench.desk.of(1):
            state: RefundState | None = None
            for step in self.bench.office.history(a.number):
                assert TRANSITIONS[state][step.event] is step.state
                state = step.state
            assert state is a.state

    def teardown(self) -> None:
        numbers = sorted(a.number for a in self.bench.desk.of(1))
        assert numbers == [f"TF2026{n:06d}" for n in range(1, len(numbers) + 1)]
        assert self.book.verify_chain() is None


@pytest.fixture(scope="module")
def bench(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """November and December were paid at the terminal, with one order, all else elsewhere."""
    paid, copy = tmp_path_factory.mktemp("paid"), tmp_path_factory.mktemp("copy")
    first = bench_at(origin, paid)
    first.pay(bill_of(first.zhang), bill_of(first.zhang, 12))
    first.hall.store.close()
    for left in paid.glob("*-*"):
        left.unlink()
    shutil.copytree(paid, copy, dirs_exist_ok=True)
    bench = bench_at(paid, copy)
    yield bench
    bench.hall.store.close()


def test_no_bill_is_ever_paid_back_twice(bench: Bench) -> None:
    Refunds.bench = bench
    quick = settings(
        max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Refunds, settings=quick)
