"""Signing on the real store, with the demonstration's banks: they confirm, refuse, or are silent."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from domain.agreements.agreement import Agreement, Refusal, Terms
from domain.agreements.book import AgreementProblem
from domain.agreements.signing import Signing
from domain.agreements.states import AgreementState
from kit.simulators.bank import BankFault, SimulatedBank
from storage.store import Store
from tests.accounts.samples import ABC, BANKS, CREDIT, ICBC, NOBODYS, NOON, terms


@dataclass
class Counter:
    """Where agreements are signed, under a clock and a fault that can be set."""

    store: Store
    now: datetime = NOON
    fault: BankFault = BankFault.NONE
    signing: Signing = field(init=False)

    def __post_init__(self) -> None:
        bank = SimulatedBank(BANKS, lambda: self.fault)
        self.signing = Signing(self.store.agreements, bank, lambda: self.now)

    def signed(self, said: Terms) -> Agreement:
        agreement = self.signing.sign(1, said)
        assert isinstance(agreement, Agreement)
        return agreement


@pytest.fixture
def counter(store: Store) -> Counter:
    return Counter(store)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (terms(ICBC), None),
        (replace(terms(ICBC), bank="ABC"), Refusal.UNKNOWN_ACCOUNT),
        (terms(NOBODYS), Refusal.UNKNOWN_ACCOUNT),
        (terms(CREDIT), Refusal.NOT_DEBIT),
        (replace(terms(ICBC), phone="19900000000"), Refusal.OTHER_PHONE),
    ],
)
def test_the_bank_answers_by_rule(counter: Counter, said: Terms, refusal: Refusal | None) -> None:
    agreement = counter.signed(said)
    assert agreement.state is (AgreementState.REJECTED if refusal else AgreementState.VERIFIED)
    assert (agreement.reason, agreement.verified_at, agreement.terms) == (refusal, NOON, said)
    assert counter.signing.of(1) == (agreement,)


def test_a_silent_bank_leaves_it_waiting_and_is_asked_again(counter: Counter) -> None:
    counter.fault = BankFault.DOWN
    waiting = counter.signed(terms(ICBC))
    assert (waiting.state, waiting.verified_at, waiting.live) == (AgreementState.PENDING, None, True)
    assert counter.signing.of(1) == (waiting,)
    assert counter.signing.sign(1, terms(ABC)) is AgreementProblem.ONE_VALID
    counter.fault, counter.now = BankFault.NONE, NOON + timedelta(days=1)
    (verified,) = counter.signing.of(1)
    assert (verified.state, verified.verified_at) == (AgreementState.VERIFIED, counter.now)


def test_a_refused_one_is_an_end_and_another_may_be_signed(counter: Counter) -> None:
    counter.fault = BankFault.REFUSE
    refused = counter.signed(terms(ICBC))
    assert (refused.state, refused.reason) == (AgreementState.REJECTED, Refusal.REFUSED)
    assert counter.signing.revoke(1, refused.number) is AgreementProblem.OVER
    counter.fault = BankFault.NONE
    assert counter.signed(terms(ICBC)).state is AgreementState.VERIFIED


@pytest.mark.parametrize("fault", [BankFault.NONE, BankFault.DOWN])
def test_a_live_one_is_revoked_once_and_then_another_may_be_signed(counter: Counter, fault: BankFault) -> None:
    counter.fault = fault
    first = counter.signed(terms(ICBC))
    counter.now += timedelta(minutes=1)
    revoked = counter.signing.revoke(1, first.number)
    assert revoked == replace(first, state=AgreementState.REVOKED, revoked_at=counter.now)
    assert counter.signing.revoke(1, first.number) is AgreementProblem.OVER
    counter.fault = BankFault.NONE
    second = counter.signed(terms(ABC))
    assert counter.signing.of(1) == (second, revoked)


def test_every_problem_and_every_refusal_has_words() -> None:
    assert all(problem.sentence for problem in AgreementProblem)
    assert len({refusal.sentence for refusal in Refusal}) == len(Refusal)
