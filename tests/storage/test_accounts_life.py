"""Accounts and agreements of two people, in any order of events, on the real store beside a model of it."""

from dataclasses import dataclass, replace
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from domain.accounts.account import BankAccount
from domain.accounts.book import Problem as AccountProblem
from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.book import Problem
from domain.agreements.states import LIVE, State
from storage.store import Store
from tests.accounts.samples import ABC, CCB_16, ICBC, NOON, details, terms

NUMBERS = st.sampled_from([ICBC, ABC, CCB_16])
FLAGS = st.booleans()
PEOPLE = st.integers(0, 1)


@dataclass
class Known:
    """What a person should have: accounts by id, and agreements, oldest first."""

    accounts: dict[int, BankAccount]
    agreements: list[Agreement]

    def live(self) -> list[Agreement]:
        return [agreement for agreement in self.agreements if agreement.state in LIVE]

    def in_use(self, account: BankAccount) -> bool:
        return any(a.terms.account == account.details.number for a in self.live())

    def clash(self, number: str, preferred: bool, refund: bool, itself: int = 0) -> AccountProblem | None:
        others = [a.details for key, a in self.accounts.items() if key != itself]
        if any(d.number == number for d in others):
            return AccountProblem.DUPLICATE
        if preferred and any(d.preferred for d in others):
            return AccountProblem.SECOND_PREFERRED
        return AccountProblem.SECOND_REFUND if refund and any(d.refund for d in others) else None


class Life(RuleBasedStateMachine):
    """Two people who nobody has been before."""

    def __init__(self, store: Store, *people: int) -> None:
        super().__init__()
        self.store, self.people = store, people
        self.known = {person: Known({}, []) for person in people}

    def _pick(self, who: int, data: st.DataObject) -> tuple[int, Known, BankAccount]:
        person = self.people[who]
        every = [account for known in self.known.values() for account in known.accounts.values()]
        return person, self.known[person], data.draw(st.sampled_from(every))

    @rule(who=PEOPLE, number=NUMBERS, preferred=FLAGS, refund=FLAGS)
    def report(self, who: int, number: str, preferred: bool, refund: bool) -> None:
        person = self.people[who]
        known = self.known[person]
        expected = known.clash(number, preferred, refund)
        answer = self.store.accounts.report(person, details(number, preferred, refund), NOON)
        if isinstance(answer, BankAccount):
            known.accounts[answer.id] = answer
            assert expected is None
        else:
            assert answer is expected

    @precondition(lambda self: any(known.accounts for known in self.known.values()))
    @rule(who=PEOPLE, data=st.data(), number=NUMBERS, preferred=FLAGS, refund=FLAGS)
    def change(self, who: int, data: st.DataObject, number: str, preferred: bool, refund: bool) -> None:
        person, known, account = self._pick(who, data)
        new = details(number, preferred, refund)
        answer = self.store.accounts.change(person, account.id, new)
        if account.person != person:
            assert answer is AccountProblem.NOT_THERE
        elif new == account.details:
            assert answer is AccountProblem.UNCHANGED
        elif new.number != account.details.number and known.in_use(account):
            assert answer is AccountProblem.UNDER_AGREEMENT
        elif clash := known.clash(number, preferred, refund, account.id):
            assert answer is clash
        else:
            known.accounts[account.id] = replace(account, details=new)
            assert answer == known.accounts[account.id]

    @precondition(lambda self: any(known.accounts for known in self.known.values()))
    @rule(who=PEOPLE, data=st.data())
    def delete(self, who: int, data: st.DataObject) -> None:
        person, known, account = self._pick(who, data)
        answer = self.store.accounts.delete(person, account.id)
        if account.person != person:
            assert answer is AccountProblem.NOT_THERE
        elif known.in_use(account):
            assert answer is AccountProblem.UNDER_AGREEMENT
        else:
            assert answer is None
            del known.accounts[account.id]

    @rule(who=PEOPLE, number=NUMBERS)
    def sign(self, who: int, number: str) -> None:
        known = self.known[self.people[who]]
        answer = self.store.agreements.sign(self.people[who], terms(number), NOON)
        if known.live():
            assert answer is Problem.ONE_VALID
        else:
            assert isinstance(answer, Agreement) and answer.state is State.PENDING
            known.agreements.append(answer)

    @precondition(lambda self: any(known.agreements for known in self.known.values()))
    @rule(who=PEOPLE, data=st.data(), refusal=st.none() | st.sampled_from(Refusal))
    def answer(self, who: int, data: st.DataObject, refusal: Refusal | None) -> None:
        every = [agreement for known in self.known.values() for agreement in known.agreements]
        before = data.draw(st.sampled_from(every))
        after = self.store.agreements.verify(before.number, refusal, NOON)
        if before.state is State.PENDING:
            end = State.REJECTED if refusal else State.VERIFIED
            self._replace(before, replace(before, state=end, verified_at=NOON, reason=refusal))
            assert after.state is end
        else:
            assert after == before

    @precondition(lambda self: any(known.agreements for known in self.known.values()))
    @rule(who=PEOPLE, data=st.data())
    def revoke(self, who: int, data: st.DataObject) -> None:
        every = [agreement for known in self.known.values() for agreement in known.agreements]
        before = data.draw(st.sampled_from(every))
        answer = self.store.agreements.revoke(self.people[who], before.number, NOON)
        if before.person != self.people[who]:
            assert answer is Problem.NOT_THERE
        elif before.state not in LIVE:
            assert answer is Problem.OVER
        else:
            self._replace(before, replace(before, state=State.REVOKED, revoked_at=NOON))

    def _replace(self, old: Agreement, new: Agreement) -> None:
        agreements = self.known[old.person].agreements
        agreements[agreements.index(old)] = new

    @invariant()
    def the_store_holds_what_is_known(self) -> None:
        for person, known in self.known.items():
            assert {account.id: account for account in self.store.accounts.accounts(person)} == known.accounts
            assert self.store.agreements.of(person) == tuple(reversed(known.agreements))
            assert len(known.live()) <= 1
            assert sum(account.details.preferred for account in known.accounts.values()) <= 1
            assert sum(account.details.refund for account in known.accounts.values()) <= 1


def test_accounts_and_agreements_in_any_order(store: Store) -> None:
    people = count(1000)
    limits = settings(max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))

    class Here(Life):
        def __init__(self) -> None:
            super().__init__(store, next(people), next(people))

    run_state_machine_as_test(Here, settings=limits)
