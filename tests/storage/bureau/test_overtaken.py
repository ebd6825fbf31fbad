"""Many write to a bureau at once: whoever is overtaken between looking and writing finds what the other has done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any, TypeVar

import pytest
from sqlalchemy import event

import storage.postgres
from domain.accounts.account import BankAccount
from domain.accounts.book import AccountProblem
from domain.agreements.agreement import Agreement
from domain.agreements.book import AgreementProblem
from domain.certificates.book import AlreadyOpened, Draft, Issuer
from domain.certificates.certificate import CertificateKind, Content, Opening
from domain.money import Fen
from domain.people.insurance import Period
from domain.people.person import Bill, TierRecord
from domain.ports import PostingRefused
from domain.refunds.application import Application
from domain.refunds.book import AlreadyApplied
from domain.refunds.events import CameBack
from storage.errors import StoreUnavailable
from storage.store import Store
from tests.accounts.samples import ABC, ICBC, details, terms
from tests.happening import some
from tests.payment.hall import NOON, PEOPLE, bill_of
from tests.storage.test_refunds import DRAFT, PAID_OUT, moved

T = TypeVar("T")
OLD_YEAR, NEW_YEAR = datetime(2026, 12, 31, 15, tzinfo=UTC), datetime(2027, 1, 1, 1, tzinfo=UTC)
"""Numbers of two years are counted apart: nothing but a key is in the way of both."""
BILL = bill_of(1)
NOBODY_S_PHONE = "19900000077"
CONTENT = Content("张建国", "居民身份证", "5201**********0011", "2026年", "国家税务总局贵阳市税务局", (), ())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long. It comes before the store."""
    monkeypatch.setitem(storage.postgres.SETTINGS, "lock_timeout", "20ms")


@contextmanager
def before(statement: str | int, store: Store, other: Callable[[], T], done: list[T]) -> Iterator[None]:
    """The first time that the store is about to say this, or before its nth statement from 0, another one does all of
    something.
    """
    engine, begun, said = store.sessions.engine, False, count()

    def interrupt(_: object, __: object, saying: str, *___: object) -> None:
        nonlocal begun
        if not begun and (next(said) == statement if isinstance(statement, int) else saying.startswith(statement)):
            begun = True
            done.append(other())

    event.listen(engine, "before_cursor_execute", interrupt)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", interrupt)


def overtaken(store: Store, statement: str, job: Callable[[], T], other: Callable[[], T]) -> tuple[T | Exception, T]:
    """What a job comes to if another is done just before it says this; and what that other came to."""
    done: list[T] = []
    with before(statement, store, other, done):
        try:
            answer: T | Exception = job()
        except (PostingRefused, AlreadyOpened, AlreadyApplied) as error:
            answer = error
    (first,) = done
    return answer, first


def draft(at: datetime) -> Draft:
    issuer = Issuer("T0001", "520102", 1)
    return Draft(CertificateKind.TAX, Opening.FIRST, 1, issuer, at, CONTENT, (BILL.key,))


def due(month: int) -> Bill:
    return replace(BILL, period=Period(2027 + month // 12, month % 12 + 1))


def post(store: Store, number: str, *months: int) -> str:
    return store.tax.post(number, tuple(due(month) for month in months), NOON, "wechat")


class TestPostingAtAnyMoment:
    """The other comes before each statement in turn; where the first has locked something it waits, in vain."""

    months = count(1)

    def moments(self, store: Store, act: Callable[[str, int], str], other: Callable[[str, int], str]) -> Iterator[Any]:
        """What both come to for an order and a month of their own."""
        for moment in count():
            done: list[object] = []
            month = next(self.months)
            said = f"ORDER{month}", month
            with before(moment, store, partial(answer, other, *said), done):
                first = answer(act, *said)
            if not done:
                assert moment > 2, "a posting has some statements"
                return
            yield first, done[0], [one for one in store.tax.payments(1) if one.period == due(month).period]

    def test_the_same_order(self, impatient: None, shared: Store) -> None:
        act = lambda number, month: post(shared, number, month)  # noqa: E731
        for first, other, posted in self.moments(shared, act, act):
            assert [one.voucher for one in posted] == [first] and other in (first, StoreUnavailable)

    def test_another_order_for_the_same_bill(self, impatient: None, shared: Store) -> None:
        def act(number: str, month: int) -> str:
            return post(shared, number, month)

        def another(number: str, month: int) -> str:
            return post(shared, f"{number}B", month)

        for first, other, posted in self.moments(shared, act, another):
            (voucher,) = [one.voucher for one in posted]
            assert (first, other) in ((voucher, StoreUnavailable), (PostingRefused, voucher))

    def test_a_window_and_again_a_window(self, impatient: None, shared: Store) -> None:
        def by_hand(number: str, month: int) -> str:
            shared.tax.posted_by_hand(number, (due(month),), NOON, "wechat", f"W{number}")
            return f"W{number}"

        act = lambda number, month: post(shared, number, month)  # noqa: E731
        for job in (act, by_hand):
            for first, other, posted in self.moments(shared, job, by_hand):
                (voucher,) = [one.voucher for one in posted]
                assert first == voucher and other in (voucher, StoreUnavailable)


def answer(job: Callable[[str, int], str], number: str, month: int) -> str | type[Exception]:
    try:
        return job(number, month)
    except (PostingRefused, StoreUnavailable) as error:
        return type(error)


class TestPosting:
    def test_the_same_order_at_once_has_one_voucher(self, shared: Store) -> None:
        first, other = (lambda: post(shared, "A", 11),) * 2
        answer, voucher = overtaken(shared, "INSERT INTO postings", first, other)
        assert answer == voucher and [payment.voucher for payment in shared.tax.payments(1)].count(voucher) == 1

    @pytest.mark.parametrize("statement", ["INSERT INTO postings", "INSERT INTO posted_bills"])
    def test_of_two_orders_with_one_bill_one_is_posted_and_nothing_of_the_other(
        self, shared: Store, statement: str
    ) -> None:
        jobs = (lambda: post(shared, "A", 10, 11)), (lambda: post(shared, "B", 11, 12))
        answer, voucher = overtaken(shared, statement, *jobs)
        assert str(answer) == "posted by another order"
        mine = [payment for payment in shared.tax.payments(1) if payment.order in ("A", "B")]
        assert {(payment.order, payment.voucher) for payment in mine} == {("B", voucher)}
        assert {payment.period for payment in mine} == {due(11).period, due(12).period}

    def test_a_window_that_is_first(self, shared: Store) -> None:
        def by_hand() -> str:
            shared.tax.posted_by_hand("A", (due(11),), NOON, "wechat", "W1")
            return "W1"

        assert overtaken(shared, "INSERT INTO postings", lambda: post(shared, "A", 11), by_hand) == ("W1", "W1")

    def test_a_window_that_comes_second(self, shared: Store) -> None:
        def by_hand() -> str:
            shared.tax.posted_by_hand("A", (due(11),), NOON, "wechat", "W1")
            return "W1"

        answer, voucher = overtaken(shared, "INSERT INTO postings", by_hand, lambda: post(shared, "A", 11))
        assert isinstance(answer, PostingRefused)
        assert [payment.voucher for payment in shared.tax.payments(1) if payment.order == "A"] == [voucher]

    def test_a_voucher_that_a_window_has_given(self, shared: Store) -> None:
        def by_hand() -> str:
            shared.tax.posted_by_hand("W", (due(12),), NOON, "wechat", following)
            return following

        following = f"{int(post(shared, 'A', 10)) + 1}"
        answer, _ = overtaken(shared, "INSERT INTO postings", lambda: post(shared, "B", 11), by_hand)
        assert isinstance(answer, str) and answer > following


def test_the_first_number_of_a_sequence_is_given_once(shared: Store) -> None:
    def issue(bill: str) -> Callable[[], str]:
        return lambda: shared.certificates.issue(replace(draft(OLD_YEAR), bills=(bill,))).number

    numbers = overtaken(shared, "INSERT INTO counters", issue("1"), issue("2"))
    assert len(set(numbers)) == 2 and {str(number)[-8:] for number in numbers} == {"00000001", "00000002"}


def test_a_bill_is_opened_once_on_new_year_s_eve_as_well(shared: Store) -> None:
    jobs = [lambda at=at: shared.certificates.issue(draft(at)).number for at in (OLD_YEAR, NEW_YEAR)]
    answer, number = overtaken(shared, "INSERT INTO opened_bills", *jobs)
    assert isinstance(answer, AlreadyOpened)
    assert [one.number for one in shared.certificates.issued(1, CertificateKind.TAX)] == [number]


def test_two_prints_of_one_certificate_are_two(shared: Store) -> None:
    number = shared.certificates.issue(draft(NOON)).number
    jobs = [lambda: shared.certificates.begin_print(number, NOON)] * 2
    assert overtaken(shared, "INSERT INTO certificate_prints", *jobs) == (2, 1)


def test_the_last_choice_of_tier_stands(shared: Store) -> None:
    bill = bill_of(2, month=12)
    other = replace(bill, tier="80", fen=Fen(117192))
    first, second = (TierRecord.of(said, "wechat", NOON) for said in (bill, other))
    jobs = (lambda: shared.tax.declare(second)), (lambda: shared.tax.declare(first))
    assert overtaken(shared, "INSERT INTO tier_records", *jobs) == (None, None)
    assert [record for record in shared.tax.declared(2, bill.scheme) if record.period == bill.period] == [second]


@pytest.mark.parametrize("phone", [NOBODY_S_PHONE, "19900000078"])
def test_one_account_in_the_app_for_each_person(shared: Store, phone: str) -> None:
    who = next(person for person in PEOPLE if not person.has_account)
    person = shared.tax.find_person(who.kind, who.number, who.name)
    assert person
    jobs = [lambda said=said: shared.tax.open_account(person.id, said) for said in (NOBODY_S_PHONE, phone)]
    assert overtaken(shared, "INSERT INTO app_accounts", *jobs) == (False, True)
    assert shared.tax.account_of(phone) == person


def test_of_two_reports_of_one_account_one_is_taken(shared: Store) -> None:
    jobs = [lambda: shared.accounts.report(1, details(ICBC), NOON)] * 2
    answer, account = overtaken(shared, "INSERT INTO bank_accounts", *jobs)
    assert answer is AccountProblem.DUPLICATE and shared.accounts.accounts(1) == (account,)


def test_of_two_preferred_accounts_one_is_taken(shared: Store) -> None:
    mine = shared.accounts.report(1, details(ICBC), NOON)
    assert isinstance(mine, BankAccount)
    change = lambda: shared.accounts.change(1, mine.id, details(ICBC, preferred=True))  # noqa: E731
    report = lambda: shared.accounts.report(1, details(ABC, preferred=True), NOON)  # noqa: E731
    answer, other = overtaken(shared, "UPDATE bank_accounts", change, report)
    assert answer is AccountProblem.SECOND_PREFERRED and shared.accounts.accounts(1) == (mine, other)


def test_of_two_agreements_one_is_signed(shared: Store) -> None:
    jobs = [lambda at=at: shared.agreements.sign(1, terms(ICBC), at) for at in (OLD_YEAR, NEW_YEAR)]
    answer, signed = overtaken(shared, "INSERT INTO agreements", *jobs)
    assert answer is AgreementProblem.ONE_VALID and isinstance(signed, Agreement)
    assert shared.agreements.of(1) == (signed,)
    shared.agreements.revoke(1, signed.number, NEW_YEAR)
    again = shared.agreements.sign(1, terms(ICBC), OLD_YEAR)
    assert isinstance(again, Agreement) and again.number.endswith("000001"), "the number of who was refused is given"


class TestRefunds:
    def test_a_bill_is_held_by_one_application_on_new_year_s_eve_as_well(self, shared: Store) -> None:
        jobs = [lambda at=at: shared.refunds.submit(DRAFT, at, "visitor") for at in (OLD_YEAR, NEW_YEAR)]
        answer, first = overtaken(shared, "INSERT INTO counters", *jobs)
        assert isinstance(answer, AlreadyApplied) and answer.number == first.number == "TF2027000001"
        assert shared.refunds.of(1) == (first,) and shared.problem() is None

    def test_who_applies_waits_for_who_applies_in_another_year(self, impatient: None, shared: Store) -> None:
        """What is left of a bill is counted, and no key says how much that is."""
        done: list[object] = []
        again = partial(pytest.raises, StoreUnavailable, match="lock timeout")
        with again(), before("INSERT INTO refunds", shared, lambda: shared.refunds.submit(DRAFT, NEW_YEAR, ""), done):
            shared.refunds.submit(DRAFT, OLD_YEAR, "visitor")

    def test_what_came_back_holds_its_bill_only_if_nobody_else_does(self, shared: Store) -> None:
        out = moved(shared, shared.refunds.submit(DRAFT, NOON, "visitor"), *PAID_OUT)
        rest = replace(DRAFT, fen=Fen(DRAFT.item.fen - DRAFT.fen))

        def came_back() -> Application:
            return shared.refunds.move(out, some(CameBack), NOON + timedelta(days=1), "GY0107")

        answer, other = overtaken(
            shared, "INSERT INTO counters", came_back, lambda: shared.refunds.submit(rest, NEW_YEAR, "visitor")
        )
        assert isinstance(answer, AlreadyApplied) and answer.number == other.number
        assert shared.refunds.get(out.number) == out and shared.problem() is None
