"""The book of refunds: who holds a bill, who moves first, what is sealed, and a log that cannot be changed unseen."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.exc import IntegrityError

from domain.accounts.account import Details
from domain.accounts.banks import Branch
from domain.accounts.book import AccountProblem
from domain.lives.events import Impossible
from domain.money import Fen
from domain.payment.events import GivenUp
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Ground, Refundable, Route, SumKind
from domain.refunds.book import AlreadyApplied, Overtaken, TooMuch
from domain.refunds.events import Addressed, Approved, PaidOut, RefundEvent, Refused, Returned, Sent, Taken, Withdrawn
from domain.refunds.states import RefundState
from storage.refund_log import PRIVATE
from storage.refund_rows import RefundRow
from storage.store import Store
from tests.happening import some
from tests.payment.hall import NOON

T = TypeVar("T")
CARD, PHONE, HOLDER, WHY, REFUSAL = "6222020200112233446", "13985012345", "张建国", "多缴了一次", "户名不一致"
ITEM = Refundable(
    *(1, Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 11), "520102P", "520000000000000099", "wechat"),
    *(date(2026, 11, 23), Fen(87894)),
    order="GZT00010000000000001",
)
DRAFT = Draft(
    *(1, ITEM, SumKind.CONTRIBUTION, Ground.OTHER, Fen(50000)),
    *(Account("贵州银行", CARD, HOLDER), PHONE, WHY),
)
OTHER = replace(
    DRAFT, item=replace(ITEM, period=Period(2026, 10)), account=None, applicant=HOLDER, network=Network("wechat")
)
"""Back by the network that it came by."""
ELSEWHERE = Account("ICBC", CARD[::-1], "李小明")
Way = Sequence[type[RefundEvent]]
PAID_OUT: Way = (Taken, Approved, Sent, PaidOut)


def submitted(store: Store, draft: Draft = DRAFT) -> Application:
    return store.refunds.submit(draft, NOON, "visitor")


def moved(store: Store, application: Application, *happened: type[RefundEvent]) -> Application:
    for event in happened:
        application = store.refunds.move(application, some(event, route=application.route), NOON, "GY0107")
    return application


def at_once(jobs: list[Callable[[], T]]) -> list[T | Exception]:
    """The results of jobs that begin together in threads of their own, in order."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], T]) -> T | Exception:
        start.wait()
        try:
            return job()
        except (AlreadyApplied, Overtaken) as error:
            return error

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


class TestKeeping:
    def test_an_application_is_given_back_as_it_was_stored(self, store: Store) -> None:
        first = submitted(store)
        assert (first.number, first.draft, first.route) == ("TF2026000001", DRAFT, Route.BANK)
        assert (first.account, store.refunds.get(first.number)) == (DRAFT.account, first)
        other = submitted(store, OTHER)
        assert (other.draft, other.route, other.account) == (OTHER, Route.NETWORK, None)
        assert store.refunds.get(other.number) == other

    def test_another_account_leaves_what_was_applied_for(self, store: Store) -> None:
        taken = moved(store, submitted(store, OTHER), Taken)
        addressed = store.refunds.move(taken, Addressed(ELSEWHERE), NOON, "GY0107")
        assert (addressed.draft, addressed.account) == (OTHER, ELSEWHERE)
        assert store.refunds.get(addressed.number) == addressed
        assert store.problem() is None

    def test_one_of_before_there_was_more_than_one_way(self, store: Store) -> None:
        """It ends with the explanation: nothing was known of an applicant or of a network."""
        first = submitted(store)
        with store.sessions.writing() as session:
            row = session.get(RefundRow, first.number)
            assert row is not None
            told = json.loads(store.sealer.unseal(row.private_sealed, PRIVATE))[:5]
            row.private_sealed = store.sealer.seal(json.dumps(told, ensure_ascii=False), PRIVATE)
        old = store.refunds.get(first.number)
        assert old == replace(first, draft=replace(DRAFT, applicant="", network=None))

    def test_numbers_have_no_gaps_and_begin_anew_each_year(self, store: Store) -> None:
        submitted(store)
        with pytest.raises(AlreadyApplied, match="TF2026000001"):
            submitted(store)
        with pytest.raises(TooMuch):
            submitted(store, replace(OTHER, fen=Fen(87895)))
        assert submitted(store, OTHER).number == "TF2026000002"
        later = replace(DRAFT, item=replace(ITEM, period=Period(2026, 9)))
        assert store.refunds.submit(later, NOON + timedelta(days=60), "visitor").number == "TF2027000001"

    def test_lists(self, store: Store) -> None:
        first = submitted(store)
        second = store.refunds.submit(OTHER, NOON + timedelta(minutes=1), "visitor")
        foreign = submitted(store, replace(DRAFT, person=2, item=replace(ITEM, person=2)))
        assert store.refunds.of(1) == (second, first)
        assert store.refunds.open() == (first, foreign, second)
        ended = moved(store, first, Withdrawn)
        assert store.refunds.open() == (foreign, second)
        assert store.refunds.of(1) == (second, ended)

    def test_an_unknown_number(self, store: Store) -> None:
        first = submitted(store)
        with pytest.raises(KeyError):
            store.refunds.get("TF2026000404")
        with pytest.raises(KeyError):
            store.refunds.move(replace(first, number="TF2026000404"), Taken(), NOON, "GY0107")

    def test_personal_data_is_sealed(self, store: Store) -> None:
        """Nowhere in the rows as the database has them, which are in an encrypted file besides."""
        taken = store.refunds.move(moved(store, submitted(store), Taken), Addressed(ELSEWHERE), NOON, "GY0107")
        moved(store, submitted(store, OTHER), Taken)
        refused = store.refunds.move(taken, Refused(REFUSAL, NOON), NOON, "GY0107")
        assert (refused.reason, refused.account) == (REFUSAL, ELSEWHERE)
        with store.sessions.reading() as session:
            rows = [tuple(row) for table in ("refunds", "refund_events") for row in session.execute(_all(table))]
        told = json.dumps(
            rows,
            ensure_ascii=False,
            default=lambda value: bytes.decode(value, "utf-8", "replace") if isinstance(value, bytes) else str(value),
        )
        assert "TF2026000001" in told
        assert [word for word in (CARD, CARD[::-1], PHONE, HOLDER, WHY, REFUSAL, "李小明") if word in told] == []

    def test_nothing_of_it_can_be_read_in_the_file(self, store: Store, folder: Path) -> None:
        submitted(store)
        files = b"".join(file.read_bytes() for file in folder.glob("hall.sqlite*"))
        assert [word for word in (CARD, PHONE, "TF2026000001", WHY) if word.encode() in files] == []

    def test_personal_data_is_not_in_words_for_people(self, store: Store) -> None:
        taken = moved(store, submitted(store), Taken)
        refusal = Refused(REFUSAL, NOON)
        words = repr((refusal, store.refunds.move(taken, refusal, NOON, "GY0107")))
        assert [word for word in (CARD, PHONE, HOLDER, WHY, REFUSAL) if word in words] == []


class TestMoving:
    def test_what_an_event_teaches_is_kept(self, store: Store) -> None:
        taken = moved(store, submitted(store), Taken)
        approved = store.refunds.move(taken, Approved(Route.BANK), NOON, "GY0107")
        sent = store.refunds.move(approved, Sent(NOON), NOON, "GY0107")
        out = store.refunds.move(sent, PaidOut(NOON, detail="by hand"), NOON, "GY0107")
        assert out == store.refunds.get(out.number)
        assert out == replace(taken, state=RefundState.PAID_OUT, route=Route.BANK, sent_at=NOON, ended_at=NOON)
        assert store.refunds.history(out.number)[-1].detail == "by hand"
        assert store.problem() is None

    def test_an_event_without_what_it_teaches_or_with_more_is_none(self, store: Store) -> None:
        """Mypy knows as well: each of these would be reported if it were not said to be wrong."""
        first = submitted(store)
        with pytest.raises(TypeError):
            store.refunds.move(first, Approved(), NOON, "GY0107")  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            store.refunds.move(first, Taken(fen=1), NOON, "GY0107")  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            store.refunds.move(first, Taken(), NOON, "GY0107", fen=1)  # type: ignore[call-arg]
        with pytest.raises(Impossible):
            store.refunds.move(first, GivenUp(), NOON, "GY0107")  # type: ignore[arg-type]
        assert store.refunds.get(first.number) == first

    @pytest.mark.parametrize(
        ("way", "event"),
        [
            ([Withdrawn], Approved),
            ([Taken, Withdrawn], Approved),
            ([Taken, Withdrawn], PaidOut),
            (PAID_OUT, Withdrawn),
            (PAID_OUT, PaidOut),
            ([Taken, Refused], Approved),
        ],
    )
    def test_an_impossible_event_leaves_no_trace(self, store: Store, way: Way, event: type[RefundEvent]) -> None:
        ended = moved(store, submitted(store), *way)
        history = store.refunds.history(ended.number)
        with pytest.raises(Impossible):
            moved(store, ended, event)
        assert (store.refunds.get(ended.number), store.refunds.history(ended.number)) == (ended, history)
        assert store.problem() is None

    def test_an_application_that_has_moved_on(self, store: Store) -> None:
        first = submitted(store)
        moved(store, first, Withdrawn)
        with pytest.raises(Overtaken, match=first.number):
            moved(store, first, Taken)

    def test_of_many_threads_one_moves_it(self, store: Store) -> None:
        first = submitted(store)
        results = at_once([lambda event=e: moved(store, first, event) for e in [Taken, Withdrawn] * 5])  # type: ignore[misc]
        (winner,) = (result for result in results if isinstance(result, Application))
        assert winner == store.refunds.get(first.number)
        assert [type(r) for r in results].count(Overtaken) == 9
        assert len(store.refunds.history(first.number)) == 2 and store.problem() is None


class TestHoldingBills:
    @pytest.mark.parametrize("way", [(), PAID_OUT[:1], PAID_OUT[:2], PAID_OUT[:3], (*PAID_OUT[:3], Returned)])
    def test_an_open_application_holds_its_bill(self, store: Store, way: Way) -> None:
        moved(store, submitted(store), *way)
        with pytest.raises(AlreadyApplied, match="TF2026000001"):
            submitted(store, replace(DRAFT, fen=Fen(1)))

    @pytest.mark.parametrize(("way", "left"), [((Withdrawn,), 87894), ((Taken, Refused), 87894), (PAID_OUT, 37894)])
    def test_one_that_is_over_leaves_what_was_not_paid_out(self, store: Store, way: Way, left: int) -> None:
        moved(store, submitted(store), *way)
        with pytest.raises(TooMuch) as much:
            submitted(store, replace(DRAFT, fen=Fen(left + 1)))
        assert much.value.left == left
        again = submitted(store, replace(DRAFT, fen=Fen(left)))
        assert again.draft.item.applied == 87894 - left

    def test_two_terminals_at_once(self, store: Store) -> None:
        results = at_once([lambda: submitted(store)] * 8)
        (winner,) = store.refunds.of(1)
        assert [r for r in results if isinstance(r, Application)] == [winner]
        assert [r.number for r in results if isinstance(r, AlreadyApplied)] == [winner.number] * 7
        assert winner.number == "TF2026000001" and store.problem() is None

    @pytest.mark.sqlite
    def test_the_database_itself_insists(self, store: Store) -> None:
        submitted(store)
        submitted(store, OTHER)
        with pytest.raises(IntegrityError, match="UNIQUE"), store.sessions.writing() as session:
            session.execute(text("UPDATE refunds SET bill_key = :key"), {"key": ITEM.bill})


def test_an_account_that_a_refund_is_to_be_paid_to_stays(store: Store) -> None:
    details = Details(
        county="520102",
        bank="gzb",
        branch=Branch("313701000000", "南明支行"),
        holder=HOLDER,
        number=CARD,
        opened_on=date(2020, 1, 1),
    )
    account = store.accounts.report(1, details, NOON)
    assert not isinstance(account, AccountProblem)
    application = submitted(store)
    assert store.accounts.delete(1, account.id) is AccountProblem.OPEN_REFUND
    moved(store, application, Withdrawn)
    assert store.accounts.delete(1, account.id) is None


@pytest.mark.sqlite
class TestTheLog:
    @pytest.fixture(autouse=True)
    def _a_few_steps(self, store: Store) -> None:
        for month in (1, 2, 3):
            draft = replace(DRAFT, item=replace(ITEM, period=Period(2026, month)))
            taken = moved(store, submitted(store, draft), Taken)
            store.refunds.move(taken, Refused(REFUSAL, NOON), NOON, "GY0107")
        assert store.problem() is None

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ("UPDATE refund_events SET who = 'x'", "never changed"),
            ("DELETE FROM refund_events WHERE serial = 9", "never removed"),
            ("INSERT OR REPLACE INTO refund_events SELECT * FROM refund_events", "only added at the end"),
        ],
    )
    def test_the_database_itself_lets_nothing_be_changed(self, store: Store, change: str, why: str) -> None:
        with pytest.raises(IntegrityError, match=why), store.sessions.writing() as session:
            session.execute(text(change))

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ("UPDATE refund_events SET who = 'x' WHERE serial = 5", "refund event 5 was changed"),
            ("UPDATE refund_events SET detail = 'x' WHERE serial = 5", "refund event 5 was changed"),
            ("UPDATE refund_events SET state = 'approved' WHERE serial = 8", "refund event 8 was changed"),
            ("UPDATE refund_events SET learnt = '{}' WHERE serial = 1", "refund event 1 was changed"),
            ("UPDATE refund_events SET hash = zeroblob(32) WHERE serial = 9", "refund event 9 was changed"),
            ("DELETE FROM refund_events WHERE serial = 4", "refund event 4 is missing"),
            ("DELETE FROM refund_events WHERE serial = 9", "refund events after event 8 are missing"),
            ("UPDATE refunds SET state = 'paid_out' WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET live = 1 WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET fen = 87894 WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET paid_fen = 99999 WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET person_id = 2 WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET route = 'network' WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET account_digest = zeroblob(32) WHERE number LIKE '%1'", "TF2026000001 is not what"),
            ("UPDATE refunds SET reason_sealed = NULL WHERE number LIKE '%1'", "TF2026000001 is not what"),
        ],
    )
    def test_whatever_is_changed_behind_its_back_is_found(self, store: Store, change: str, found: str) -> None:
        _behind_its_back(store, change)
        problem = store.refunds.verify_chain()
        assert problem is not None and found in problem
        assert store.problem() == problem

    def test_an_account_that_is_exchanged_is_found(self, store: Store) -> None:
        """Even by one that was sealed with the right key: that of another application."""
        theirs = replace(
            DRAFT, account=Account("贵州银行", CARD[::-1], HOLDER), item=replace(ITEM, period=Period(2025))
        )
        submitted(store, theirs)
        _behind_its_back(
            store,
            "UPDATE refunds SET private_sealed = (SELECT private_sealed FROM refunds WHERE number LIKE '%4') "
            "WHERE number LIKE '%1'",
        )
        account = store.refunds.get("TF2026000001").account
        assert account and account.number == CARD[::-1]
        assert store.problem() == "refund TF2026000001 is not what its events say"


def _all(table: str) -> TextClause:
    return text(f"SELECT * FROM {table}")


def _behind_its_back(store: Store, change: str) -> None:
    with store.sessions.writing() as session:
        for trigger in session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars():
            session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(text(change))
