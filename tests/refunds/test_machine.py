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
from domain.payment.network import (
    Absent,
    Refund,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.payment.order import Network, Order
from domain.refunds.application import Application, Route
from domain.refunds.life import TRANSITIONS
from domain.refunds.paymaster import Paymaster
from domain.refunds.problems import RefundProblem
from domain.refunds.states import COUNTED, RefundState
from domain.repayments.repayer import Repayer
from storage.refunds import StoredRefunds
from tests.payment.hall import bill_of
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.refunds.bench import ACCOUNT, Bench, bench_at, draft_of


class Mood(Enum):
    """How the network takes the next questions."""

    QUICK = auto()
    """It does it, and hands over what it still had."""
    SLOW = auto()
    """It takes it, and says that it is under way."""
    STUCK = auto()
    """It takes it, and cannot hand it over."""
    CLOSING = auto()
    """It gives up what it has taken."""
    FAILING = auto()
    """What it has taken fails."""
    DEAF = auto()
    LOST = auto()
    """It does it, and the answer is lost."""
    POOR = auto()
    """It will not: the merchant has no money there."""
    UNWILLING = auto()
    """It will not."""
    ODD = auto()
    """It does not say what it did, and says that it will do no more."""


ENDS: dict[Mood, RefundAnswer] = {
    Mood.QUICK: RefundDone(),
    Mood.LOST: RefundDone(),
    Mood.CLOSING: RefundClosed(),
    Mood.FAILING: RefundFailed("61"),
}
"""What becomes in this mood of a refund that is under way."""
OPEN = (RefundPending(), RefundAbnormal("5000"))


@dataclass
class Vault(ScriptedNetwork):
    """A network that keeps true books: what it took, by number and time, and what has become of that."""

    name: Network = WECHAT
    mood: Mood = Mood.QUICK
    taken: dict[tuple[str, object], tuple[Fen, RefundAnswer]] = field(default_factory=dict)

    @property
    def out(self) -> dict[str, Fen]:
        """What payers have, by number; none has two."""
        out = {number: fen for (number, _), (fen, state) in self.taken.items() if isinstance(state, RefundDone)}
        assert len(out) == sum(isinstance(state, RefundDone) for _, state in self.taken.values())
        return out

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        if self.mood in {Mood.DEAF, Mood.ODD}:
            return Unclear("timeout")
        answer = self._goes_on(refund)
        return Unclear("timeout") if self.mood is Mood.LOST else answer

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        match self.mood:
            case Mood.DEAF:
                return Unclear("timeout")
            case Mood.POOR:
                return RefundShort("NOT_ENOUGH")
            case Mood.UNWILLING | Mood.ODD:
                return Refused("INVALID_REQUEST")
        self.taken.setdefault((refund.number, refund.at), (refund.fen, RefundPending()))
        answer = self._goes_on(refund)
        return Unclear("timeout") if self.mood is Mood.LOST else answer

    def _goes_on(self, refund: Refund) -> RefundAnswer:
        key = refund.number, refund.at
        if key not in self.taken:
            return Absent()
        fen, state = self.taken[key]
        if state in OPEN:
            state = RefundAbnormal("5000") if self.mood is Mood.STUCK else ENDS.get(self.mood, state)
            self.taken[key] = fen, state
        return state


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
        store = self.bench.hall.store
        repayer = Repayer(store.repayments, {WECHAT: self.vault}, lambda: self.bench.hall.now)
        self.bench.paymaster = Paymaster(self.book, store.orders, repayer)

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

    @rule(number=numbers)
    def approve(self, number: str) -> None:
        self.judge(number, {RefundState.TAKEN}, self.bench.office.approve(number))

    @rule(number=numbers)
    def address(self, number: str) -> None:
        sent = {RefundState.SENDING} if self.book.get(number).route is Route.NETWORK else set()
        self.judge(number, {RefundState.TAKEN, *sent}, self.bench.office.address(number, ACCOUNT))

    @rule(number=numbers)
    def came_back(self, number: str) -> None:
        answer = self.bench.office.came_back(number)
        if isinstance(answer, Application):
            del self.by_hand[number]
            self.judge(number, {RefundState.PAID_OUT}, answer)

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

    @rule(hours=st.sampled_from([1, 25]))
    def time_passes(self, hours: int) -> None:
        self.bench.hall.later(hours=hours)

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
        by_network = {application(number): fen for number, fen in self.vault.out.items()}
        assert len(by_network) == len(self.vault.out)
        assert not by_network.keys() & self.by_hand.keys()
        out = by_network | self.by_hand
        on_its_way = [application(number) for (number, _), (_, state) in self.vault.taken.items() if state in OPEN]
        assert len(set(on_its_way)) == len(on_its_way)
        for a in applications:
            assert a.number not in on_its_way or a.state is RefundState.SENDING
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
        assert self.bench.hall.store.problem() is None


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


def application(number: str) -> str:
    """Whose try a number is: its digits stand where an order's has its time."""
    return f"TF{number[-22:-12]}"


def test_no_bill_is_ever_paid_back_twice(bench: Bench) -> None:
    Refunds.bench = bench
    quick = settings(
        max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Refunds, settings=quick)
