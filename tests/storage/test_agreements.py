"""The book of agreements: numbers without gaps, one live agreement, the first word of the bank."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.book import AgreementBook, AgreementProblem
from domain.agreements.events import Confirmed, Refused, Signed
from domain.agreements.states import AgreementState
from storage.store import Store
from tests.accounts.samples import ABC, HOLDER, ICBC, NOON, PHONE, terms

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def book(store: Store) -> AgreementBook:
    return store.agreements


def sign(book: AgreementBook, person: int = 1, at: datetime = NOON, county: str = "520102") -> Agreement:
    signed = book.sign(person, replace(terms(ICBC), authority=county), at)
    assert isinstance(signed, Agreement)
    return signed


def test_what_is_signed_is_read_again(book: AgreementBook) -> None:
    signed = sign(book)
    assert signed == Agreement(
        number="995201022026000001", person=1, terms=terms(ICBC), state=AgreementState.PENDING, signed_at=NOON
    )
    assert book.of(1) == (signed,)
    assert book.of(2) == ()


def test_numbers_have_no_gaps_for_each_authority_and_year(book: AgreementBook) -> None:
    sign(book, 1)
    assert book.sign(1, terms(ABC), NOON) is AgreementProblem.ONE_VALID
    others = [sign(book, 2), sign(book, 3, county="520302"), sign(book, 4, datetime(2027, 1, 1, tzinfo=UTC))]
    assert [other.number for other in others] == ["995201022026000002", "995203022026000001", "995201022027000001"]


@pytest.mark.parametrize("end", [AgreementState.REJECTED, AgreementState.REVOKED])
def test_what_is_over_lets_another_be_signed_and_stays_listed(book: AgreementBook, end: AgreementState) -> None:
    first = sign(book)
    if end is AgreementState.REJECTED:
        book.verify(first.number, Refused(LATER, Refusal.OTHER_PHONE))
    else:
        book.revoke(1, first.number, LATER)
    second = sign(book, at=LATER)
    assert [(a.number, a.state) for a in book.of(1)] == [(second.number, AgreementState.PENDING), (first.number, end)]


def test_the_first_word_of_the_bank_stands(book: AgreementBook) -> None:
    number = sign(book).number
    verified = book.verify(number, Confirmed(LATER))
    assert (verified.state, verified.verified_at, verified.reason) == (AgreementState.VERIFIED, LATER, None)
    assert book.verify(number, Refused(LATER + timedelta(1), Refusal.REFUSED)) == verified


def test_a_refusal_says_why_and_nothing_else_is_a_word_of_the_bank(book: AgreementBook) -> None:
    """Mypy knows as well: each of these would be reported if it were not said to be wrong."""
    signed = sign(book)
    with pytest.raises(TypeError):
        book.verify(signed.number, Refused(LATER))  # type: ignore[call-arg]
    assert book.verify(signed.number, Signed(LATER)) == signed  # type: ignore[arg-type]


def test_a_bank_that_answers_late_revives_nothing(book: AgreementBook) -> None:
    number = sign(book).number
    revoked = book.revoke(1, number, LATER)
    assert book.verify(number, Confirmed(LATER)) == revoked


def test_nobody_revokes_what_is_anothers_or_nobodys(book: AgreementBook) -> None:
    signed = sign(book)
    assert book.revoke(2, signed.number, LATER) is AgreementProblem.NOT_THERE
    assert book.revoke(1, "995201022026999999", LATER) is AgreementProblem.NOT_THERE
    assert book.of(1) == (signed,)
    with pytest.raises(LookupError):
        book.verify("995201022026999999", Confirmed(LATER))


def test_of_two_who_sign_at_once_one_does(book: AgreementBook) -> None:
    jobs: list[Callable[[], object]] = [lambda a=a: book.sign(1, terms(a), NOON) for a in (ICBC, ABC) * 4]  # type: ignore[misc]
    with ThreadPoolExecutor(8) as pool:
        answers = [job.result() for job in [pool.submit(job) for job in jobs]]
    assert sorted(type(answer).__name__ for answer in answers) == ["Agreement"] + ["AgreementProblem"] * 7
    assert len(book.of(1)) == 1


def test_what_is_personal_is_sealed(store: Store) -> None:
    sign(store.agreements)
    with store.sessions.reading() as session:
        (row,) = session.execute(text("SELECT * FROM agreements"))
    cells = b"\0".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)
    assert b"520102" in cells
    assert not [secret for secret in (ICBC, PHONE, HOLDER) if secret.encode() in cells]
