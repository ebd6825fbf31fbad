"""Accounts, agreements and refunds of two people, in any order of events, on the real store beside a model of it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text

from domain.accounts.account import BankAccount, Details
from domain.accounts.book import AccountProblem
from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.book import AgreementProblem
from domain.agreements.events import Confirmed, Refused
from domain.agreements.signing import Signing
from domain.agreements.states import AgreementState
from domain.payment.network import RefundDone, Unclear
from domain.refunds.account import Account
from domain.refunds.application import Application
from domain.refunds.problems import NO_SUCH, Reason, RefundProblem
from domain.refunds.states import RefundState
from storage.store import Store
from tests.accounts.samples import ABC, CCB_16, HOLDER, ICBC, card, details, terms
from tests.payment.hall import PEOPLE, ZHANG, bill_of
from tests.refunds.bench import Bench, bench_at, draft_of
from tests.storage.life import BY_PEOPLE, Bank, Known, after

ZHAO = next(person for person in PEOPLE if person.name == "赵永红")
WHO, WHICH, FLAGS = st.integers(0, 1), st.sampled_from([0, 0, 1]), st.booleans()
NUMBERS = st.sampled_from([ICBC, ICBC, ABC])
REPORTS = st.builds(details, st.sampled_from([ICBC, ABC, CCB_16]), FLAGS, FLAGS)
ELSEWHERE = st.builds(replace, REPORTS, county=st.just("520302"))
WORDS = st.sampled_from([AgreementState.PENDING, AgreementState.VERIFIED, AgreementState.REJECTED])
SUMS = st.sampled_from([300_00, None])
"""A part, or all."""
BY_BANK = ["take", "address", "approve", "send", "pay_out", "came_back"]
BY_NETWORK = ["take", "approve", "silence", "paymaster"]
ENDS = [["withdraw"], ["take", "refuse"], ["take", "approve", "withdraw"]]
WAYS = st.sampled_from([[], *ENDS, *(way[:n] for way in (BY_BANK, BY_NETWORK) for n in range(2, 7))])
STEPS = st.lists(st.sampled_from([*BY_PEOPLE, "address", "silence", "paymaster"]), min_size=1, max_size=3)
"""What happens to an application, step by step: from its beginning, where chance seldom goes all the way, and later."""
SILENCE = [("query_refund", Unclear("timeout")), ("refund", Unclear("timeout"))]
DONE = [("query_refund", RefundDone())]
OTHER = card("621226", 19, 1)


class Money(RuleBasedStateMachine):
    """Each of the two has an account, and two payments to be refunded; the first was made at this terminal."""

    accounts, agreements, refunds = Bundle("accounts"), Bundle("agreements"), Bundle("refunds")
    """Each by who has it, and its key."""
    bench: Bench

    def __init__(self) -> None:
        super().__init__()
        self.bench.hall.renew()
        self.bench.network.script.clear()
        people = [self.bench.hall.person(who) for who in (ZHANG, ZHAO)]
        self.known = [Known(person, self.bench.desk.refundable(person)[:2]) for person in people]
        self.before = deepcopy(self.known)

    @property
    def store(self) -> Store:
        return self.bench.hall.store

    @initialize(target=accounts)
    def both_begin_with_the_same_account(self) -> object:
        return multiple(*(self.report(who, details(ICBC)) for who in (0, 1)))

    @rule(target=accounts, who=WHO, new=REPORTS)
    def report(self, who: int, new: Details) -> object:
        known, now = self.known[who], self.bench.hall.now
        problem = known.why_not_reported(new)
        answer = self.store.accounts.report(known.person, new, now)
        if not isinstance(answer, BankAccount):
            assert answer is problem
            return multiple()
        assert problem is None
        assert answer == BankAccount(id=answer.id, person=known.person, details=new, reported_at=now)
        known.accounts[answer.id] = answer
        return who, answer.id

    @rule(account=accounts, new=REPORTS | ELSEWHERE)
    def change(self, account: tuple[int, int], new: Details) -> None:
        known, key = self.known[account[0]], account[1]
        problem = known.why_not_changed(key, new)
        answer = self.store.accounts.change(known.person, key, new)
        if problem is None:
            known.accounts[key] = replace(known.accounts[key], details=new)
        assert answer == (problem or known.accounts[key])

    @rule(account=accounts, preferred=FLAGS, refund=FLAGS)
    def flag(self, account: tuple[int, int], preferred: bool, refund: bool) -> None:
        known, key = self.known[account[0]], account[1]
        said = known.accounts[key].details if key in known.accounts else details(ICBC)
        self.change(account, replace(said, preferred=preferred, refund=refund))

    @rule(target=accounts, account=consumes(accounts))
    def delete(self, account: tuple[int, int]) -> object:
        known, key = self.known[account[0]], account[1]
        problem = known.why_not_deleted(key)
        assert self.store.accounts.delete(known.person, key) is problem
        if problem:
            return account
        del known.accounts[key]
        return multiple()

    @rule(target=agreements, who=WHO, number=NUMBERS, word=WORDS)
    def sign(self, who: int, number: str, word: AgreementState) -> object:
        known = self.known[who]
        signing = Signing(self.store.agreements, Bank(word), lambda: self.bench.hall.now)
        answer = signing.sign(known.person, terms(number))
        if known.live():
            assert answer is AgreementProblem.ONE_VALID
            return multiple()
        assert isinstance(answer, Agreement)
        assert (answer.person, answer.terms, answer.state) == (known.person, terms(number), word)
        known.agreements[answer.number] = answer
        return who, answer.number

    @rule(agreement=agreements, refusal=st.none() | st.sampled_from(Refusal))
    def the_bank_answers_late(self, agreement: tuple[int, str], refusal: Refusal | None) -> None:
        known, number = self.known[agreement[0]], agreement[1]
        before, now = known.agreements[number], self.bench.hall.now
        if before.state is AgreementState.PENDING:
            end = AgreementState.REJECTED if refusal else AgreementState.VERIFIED
            known.agreements[number] = replace(before, state=end, verified_at=now, reason=refusal)
        assert (
            self.store.agreements.verify(number, Refused(now, refusal) if refusal else Confirmed(now))
            == known.agreements[number]
        )

    @rule(agreement=agreements)
    def revoke(self, agreement: tuple[int, str]) -> None:
        known, number = self.known[agreement[0]], agreement[1]
        before, now = known.agreements[number], self.bench.hall.now
        answer = self.store.agreements.revoke(known.person, number, now)
        if before in known.live():
            known.agreements[number] = replace(before, state=AgreementState.REVOKED, revoked_at=now)
            assert answer == known.agreements[number]
        else:
            assert answer is AgreementProblem.OVER

    @rule(target=refunds, who=WHO, which=WHICH, fen=SUMS, to=st.none() | NUMBERS, way=WAYS)
    def apply(self, who: int, which: int, fen: int | None, to: str | None, way: list[str]) -> object:
        known = self.known[who]
        draft = draft_of(known.items[which], fen, account=Account("银行", to, HOLDER) if to else None)
        problem = known.why_not_applied(draft)
        answer = self.bench.desk.apply(draft)
        if isinstance(answer, RefundProblem):
            assert answer.reason is problem
            return multiple()
        assert problem is None
        assert answer.state is RefundState.SUBMITTED and answer.draft == replace(draft, item=answer.draft.item)
        known.refunds[answer.number] = answer
        self.onward((who, answer.number), way)
        return who, answer.number

    @rule(refund=refunds, way=STEPS)
    def onward(self, refund: tuple[int, str], way: list[str]) -> None:
        known, number = self.known[refund[0]], refund[1]
        for step in way:
            if step not in {*BY_PEOPLE, "address"}:
                self._paymaster(heard=step == "paymaster")
                continue
            before, expected = known.refunds[number], after(known, known.refunds[number], step)
            answer = self._answer(known.person, number, step)
            if isinstance(answer, RefundProblem):
                assert answer.reason is expected
            else:
                assert (answer.number, answer.draft, answer.state) == (number, before.draft, expected)
                known.refunds[number] = answer

    def _answer(self, person: int, number: str, step: str) -> Application | RefundProblem:
        match step:
            case "withdraw":
                return self.bench.desk.withdraw(number, person)
            case "address":
                return self.bench.office.address(number, Account("银行", ABC, HOLDER))
            case "refuse":
                return self.bench.office.refuse(number, "资料不全")
        move: Callable[[str], Application | RefundProblem] = getattr(self.bench.office, step)
        return move(number)

    def _paymaster(self, heard: bool) -> None:
        """The network does what it is asked for, and says so or is silent."""
        due = {number: known for known in self.known for number in known.due()}
        self.bench.network.will(*(DONE if heard else SILENCE) * len(due))
        for sent in self.bench.round():
            assert sent.state is (RefundState.PAID_OUT if heard else RefundState.SENDING)
            due.pop(sent.number).refunds[sent.number] = sent
        assert not due

    @precondition(lambda self: any(known.live() or known.open() for known in self.known))
    @rule(target=accounts, who=WHO)
    def begin_anew(self, who: int) -> object:
        """When all has come to its end, nothing holds an account any more."""
        known = self.known[who]
        for agreement in known.live():
            self.revoke((who, agreement.number))
        for application in known.open():
            self.onward((who, application.number), ["paymaster", "take", "give_back", "refuse"])
        for key in list(known.accounts):
            self.delete((who, key))
        assert self.store.accounts.accounts(known.person) == ()
        return self.report(who, details(ICBC))

    @precondition(lambda self: self.known != self.before)
    @rule()
    def restart(self) -> None:
        self.before = deepcopy(self.known)
        self.bench.hall.blink()
        self.bench.hall.later(hours=1)
        self.bench.sit_down()
        self._holds_what_is_known()
        self._hides_what_is_anothers()

    def _holds_what_is_known(self) -> None:
        for known in self.known:
            assert self.store.accounts.accounts(known.person) == tuple(known.accounts.values())
            assert self.store.agreements.of(known.person) == tuple(known.agreements.values())[::-1]
            assert self.bench.desk.of(known.person) == tuple(known.refunds.values())[::-1]
            listed = {item.bill: item.left for item in self.bench.desk.refundable(known.person)}
            assert {item.bill: listed[item.bill] for item in known.items if item.bill in listed} == known.free()

    def _hides_what_is_anothers(self) -> None:
        for known, other in (self.known, self.known[::-1]):
            me = known.person
            for key in other.accounts:
                assert self.store.accounts.change(me, key, details(OTHER)) is AccountProblem.NOT_THERE
                assert self.store.accounts.delete(me, key) is AccountProblem.NOT_THERE
            for number in other.agreements:
                assert self.store.agreements.revoke(me, number, self.bench.hall.now) is AgreementProblem.NOT_THERE
            for number in other.refunds:
                assert self.bench.desk.withdraw(number, me) == NO_SUCH
            answer = self.bench.desk.apply(replace(draft_of(other.items[0]), person=me))
            assert isinstance(answer, RefundProblem) and answer.reason is Reason.NOT_YOURS

    @invariant()
    def what_is_named_stays(self) -> None:
        for known in self.known:
            for key, account in known.accounts.items():
                if problem := known.why_not_deleted(key):
                    moves = replace(account.details, number=OTHER), replace(account.details, county="520303")
                    assert [self.store.accounts.change(known.person, key, new) for new in moves] == [problem] * 2
                    assert self.store.accounts.delete(known.person, key) is problem

    @invariant()
    def nothing_is_had_twice(self) -> None:
        for known in self.known:
            every = [account.details for account in known.accounts.values()]
            assert max(len(known.live()), sum(d.preferred for d in every), sum(d.refund for d in every)) <= 1
            assert all(known.left(item) >= 0 and len(known.open_for(item)) <= 1 for item in known.items)

    def teardown(self) -> None:
        self._holds_what_is_known()
        self._hides_what_is_anothers()
        assert self.store.problem() is None
        tables = "bank_accounts agreements refunds refund_events counters".split()
        with self.store.sessions.reading() as session:
            cells = repr([session.execute(text(f"SELECT * FROM {table}")).all() for table in tables])
        assert not any(number in cells for number in (ICBC, ABC, CCB_16))


@pytest.fixture
def bench(origin: Path, tmp_path: Path) -> Iterator[Bench]:
    """Of each, a month was paid at the terminal with the same order, all else elsewhere."""
    paid, here = tmp_path / "paid", tmp_path / "here"
    paid.mkdir()
    here.mkdir()
    first = bench_at(origin, paid)
    first.pay(bill_of(first.zhang), bill_of(first.hall.person(ZHAO), 12))
    first.hall.store.close()
    bench = bench_at(paid, here)
    yield bench
    bench.hall.store.close()


def test_accounts_agreements_and_refunds_in_any_order(bench: Bench) -> None:
    Money.bench = bench
    quick = settings(
        max_examples=28, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Money, settings=quick)
