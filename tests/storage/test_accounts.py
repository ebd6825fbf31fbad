"""The book of accounts: what is told once, what is in use, and whose is whose."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from domain.accounts.account import BankAccount, Details
from domain.accounts.banks import Branch
from domain.accounts.book import AccountBook, AccountProblem
from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.events import Confirmed, Refused
from storage.accounts import StoredAccounts, account_digest
from storage.opening import open_file
from storage.store import Store
from tests.accounts.samples import ABC, CCB_16, GZRCU, HOLDER, ICBC, NOON, PHONE, details, terms


def reported(store: Store, said: Details, person: int = 1) -> BankAccount:
    account = store.accounts.report(person, said, NOON)
    assert isinstance(account, BankAccount)
    return account


def test_what_is_reported_is_read_again_in_that_order(store: Store) -> None:
    book: AccountBook = store.accounts
    said = details(ICBC, preferred=True, refund=True), details(ABC)
    first, second = (reported(store, each) for each in said)
    assert (first.details, second.details, first.reported_at) == (*said, NOON)
    assert book.accounts(1) == (first, second)
    assert book.accounts(2) == ()


@pytest.mark.parametrize(
    ("again", "problem"),
    [
        (details(ICBC), AccountProblem.DUPLICATE),
        (replace(details(ICBC), bank="ABC", holder="李桂兰"), AccountProblem.DUPLICATE),
        (details(ABC, preferred=True), AccountProblem.SECOND_PREFERRED),
        (details(ABC, refund=True), AccountProblem.SECOND_REFUND),
        (details(ABC, preferred=True, refund=True), AccountProblem.SECOND_PREFERRED),
        (details(ICBC, preferred=True, refund=True), AccountProblem.DUPLICATE),
    ],
)
def test_what_is_told_only_once(store: Store, again: Details, problem: AccountProblem) -> None:
    first = reported(store, details(ICBC, preferred=True, refund=True))
    assert store.accounts.report(1, again, NOON) is problem
    assert store.accounts.accounts(1) == (first,)
    second = reported(store, details(CCB_16))
    assert store.accounts.change(1, second.id, again) is problem
    assert store.accounts.accounts(1) == (first, second)


def test_another_person_may_report_the_same_and_have_flags_of_their_own(store: Store) -> None:
    said = details(ICBC, preferred=True, refund=True)
    assert [reported(store, said, person).person for person in (1, 2)] == [1, 2]


@pytest.mark.parametrize(
    "changed",
    [
        {"number": GZRCU, "bank": "GZRCU"},
        {"branch": Branch("999520302001", "中国工商银行红花岗区支行"), "county": "520302"},
        {"opened_on": date(2021, 1, 1)},
        {"holder": "张建国 "},
        {"preferred": False, "refund": True},
    ],
)
def test_what_is_changed_is_changed(store: Store, changed: dict[str, Any]) -> None:
    account = reported(store, details(ICBC, preferred=True))
    new = replace(account.details, **changed)
    assert store.accounts.change(1, account.id, new) == replace(account, details=new)
    assert store.accounts.accounts(1) == (replace(account, details=new),)
    assert store.accounts.change(1, account.id, new) is AccountProblem.UNCHANGED


def test_a_flag_that_is_given_up_may_be_given_to_another(store: Store) -> None:
    first, second = reported(store, details(ICBC, preferred=True)), reported(store, details(ABC))
    store.accounts.change(1, first.id, details(ICBC))
    assert isinstance(store.accounts.change(1, second.id, details(ABC, preferred=True)), BankAccount)


def test_what_is_deleted_is_gone_and_may_be_reported_again(store: Store) -> None:
    account = reported(store, details(ICBC))
    assert store.accounts.delete(1, account.id) is None
    assert store.accounts.accounts(1) == ()
    assert store.accounts.delete(1, account.id) is AccountProblem.NOT_THERE
    reported(store, details(ICBC))


def test_another_persons_account_is_not_there(store: Store) -> None:
    account = reported(store, details(ICBC))
    assert store.accounts.change(2, account.id, details(ABC)) is AccountProblem.NOT_THERE
    assert store.accounts.delete(2, account.id) is AccountProblem.NOT_THERE
    assert store.accounts.accounts(1) == (account,)


def locked(book: AccountBook, account: BankAccount, why: AccountProblem | None) -> bool:
    """Whether the account can be neither deleted nor moved, for this reason; its flags and its day can change."""
    said = account.details
    elsewhere = replace(said, branch=Branch("999520302001", "红花岗区支行"), county="520302")
    moves = [replace(said, number=GZRCU), replace(said, bank="ABC"), elsewhere]
    flagged = book.change(1, account.id, replace(said, preferred=True, opened_on=date(2021, 1, 1)))
    assert isinstance(flagged, BankAccount)
    assert isinstance(book.change(1, account.id, said), BankAccount)
    return [book.change(1, account.id, move) for move in moves] == [why] * 3 and book.delete(1, account.id) is why


def test_an_account_under_a_live_agreement_stays_until_it_is_over(store: Store) -> None:
    account, other = reported(store, details(ICBC)), reported(store, details(ABC))
    signed = store.agreements.sign(1, terms(ICBC), NOON)
    assert isinstance(signed, Agreement)
    assert locked(store.accounts, account, AccountProblem.UNDER_AGREEMENT)
    store.agreements.verify(signed.number, Confirmed(NOON))
    assert locked(store.accounts, account, AccountProblem.UNDER_AGREEMENT)
    assert store.accounts.delete(1, other.id) is None
    store.agreements.revoke(1, signed.number, NOON)
    assert store.accounts.delete(1, account.id) is None


def test_an_agreement_that_the_bank_refused_or_another_signed_holds_nothing(store: Store) -> None:
    account = reported(store, details(ICBC))
    refused, anothers = (store.agreements.sign(person, terms(ICBC), NOON) for person in (1, 2))
    assert isinstance(refused, Agreement) and isinstance(anothers, Agreement)
    store.agreements.verify(refused.number, Refused(NOON, Refusal.UNKNOWN_ACCOUNT))
    assert store.accounts.delete(1, account.id) is None


def test_whatever_else_uses_an_account_says_so_itself(store: Store) -> None:
    account, free = reported(store, details(ICBC)), reported(store, details(ABC))
    used = 1, account_digest(store.sealer, ICBC)
    uses = {AccountProblem.OPEN_REFUND: lambda session, person, digest: (person, digest) == used}
    book = StoredAccounts(store.sessions, store.sealer, uses)
    assert locked(book, account, AccountProblem.OPEN_REFUND)
    assert book.delete(1, free.id) is None


def test_of_two_connections_that_report_at_once_one_does(store: Store, folder: Path) -> None:
    numbers = iter(range(10**6, 2 * 10**6))
    other = open_file(folder / "hall.sqlite", folder / "hall.key", False, lambda _: next(numbers).to_bytes(12, "big"))
    said = [details(number, preferred=True) for number in (ICBC, ABC, ICBC, GZRCU)]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(s.accounts.report, 1, d, NOON) for d in said for s in (store, other)]
        answers = [job.result() for job in jobs]
    (winner,) = [answer for answer in answers if isinstance(answer, BankAccount)]
    assert {answer for answer in answers if answer is not winner} <= {
        AccountProblem.DUPLICATE,
        AccountProblem.SECOND_PREFERRED,
    }
    assert store.accounts.accounts(1) == other.accounts.accounts(1) == (winner,)
    other.close()


def test_what_is_personal_is_sealed_and_found_by_a_digest(store: Store, folder: Path) -> None:
    reported(store, details(ICBC))
    store.agreements.sign(1, terms(ICBC), NOON + timedelta(1))
    with store.sessions.reading() as session:
        (row,) = session.execute(text("SELECT * FROM bank_accounts"))
        (digest,) = session.scalars(text("SELECT number_digest FROM bank_accounts"))
        assert session.scalars(text("SELECT account_digest FROM agreements")).all() == [digest]
    cells = b"\0".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)
    files = b"".join(file.read_bytes() for file in folder.iterdir())
    assert b"999520102001" in cells and digest == account_digest(store.sealer, ICBC)
    secrets = [ICBC, PHONE, HOLDER, ICBC[-4:] * 2]
    assert not [secret for secret in secrets if secret.encode() in cells or secret.encode() in files]


def test_every_problem_has_words() -> None:
    assert len({problem.sentence for problem in AccountProblem}) == len(AccountProblem)
