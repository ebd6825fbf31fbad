"""What PostgreSQL says, and what that means: may it pass by itself, is it damage, or neither. Nothing is half done."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from psycopg.errors import lookup
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.exc import OperationalError as Failed

import storage.postgres
from domain.ports import MayPass
from kit.bureau.cluster import OWNER, cluster_of_its_own
from storage.bureau.opening import asked_by, make_bureau, open_bureau
from storage.errors import StoreError, StoreUnavailable, StoreUnsound
from storage.postgres import meaning
from storage.store import Store
from tests.payment.hall import NOON, bill_of
from tests.storage.test_refunds import DRAFT, PAID_OUT, moved, submitted


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("08006", StoreUnavailable),  # connection_failure
        ("40001", StoreUnavailable),  # serialization_failure
        ("40P01", StoreUnavailable),  # deadlock_detected
        ("53100", StoreUnavailable),  # disk_full
        ("53300", StoreUnavailable),  # too_many_connections
        ("57014", StoreUnavailable),  # query_canceled
        ("57P01", StoreUnavailable),  # admin_shutdown
        ("57P03", StoreUnavailable),  # cannot_connect_now
        ("58030", StoreUnavailable),  # io_error
        ("25006", StoreUnavailable),  # read_only_sql_transaction
        ("55P03", StoreUnavailable),  # lock_not_available
        ("XX001", StoreUnsound),  # data_corrupted
        ("XX002", StoreUnsound),  # index_corrupted
        ("57P04", StoreError),  # database_dropped
        ("42501", StoreError),  # insufficient_privilege
        ("42P01", StoreError),  # undefined_table
        ("22003", StoreError),  # numeric_value_out_of_range
    ],
)
def test_codes_of_the_engine(code: str, kind: type[StoreError]) -> None:
    assert type(meaning(Failed("", {}, lookup(code)("why")), "it failed")) is kind


def on(store: Store) -> psycopg.Connection[tuple[object, ...]]:
    """A connection to its server, beside it."""
    folder, _, name = store.sessions.place.rpartition("/")
    return psycopg.connect(host=folder, user=OWNER, dbname=name, autocommit=True)


def end_all(store: Store) -> None:
    """Whoever is connected is thrown out, as by a restart."""
    with on(store) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'kiosk-bureau'"
        )


def test_connections_that_were_ended_while_nobody_used_them_are_not_noticed(shared: Store) -> None:
    shared.probe()
    end_all(shared)
    shared.probe()
    assert shared.tax.masked(1)


def test_one_that_ends_in_the_middle_may_pass_and_nothing_is_half_done(shared: Store) -> None:
    before = shared.tax.paid(1)
    with pytest.raises(StoreUnavailable, match="terminating connection"), shared.sessions.writing() as session:
        session.execute(text("DELETE FROM posted_bills"))
        end_all(shared)
        session.execute(text("SELECT 1"))
    assert shared.tax.paid(1) == before != frozenset()


def test_a_lock_that_is_not_free_and_no_free_connection_may_pass(
    database: str, bureau_key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(storage.postgres.SETTINGS, "lock_timeout", "10ms")
    monkeypatch.setattr(storage.postgres, "FREE_SECONDS", 0.01)
    store = open_bureau(database, bureau_key, token=os.urandom, connections=2)
    with store.sessions.writing() as session:
        session.execute(text("INSERT INTO counters VALUES ('probes', 1)"))
        with pytest.raises(StoreUnavailable, match=r"lock timeout$"):
            store.probe()
        with store.sessions.reading() as other:
            other.execute(text("SELECT 1"))
            with pytest.raises(StoreUnavailable, match="has no connection free"):
                store.probe()
    store.close()


def test_what_is_wrong_with_the_question_does_not_pass(bureau: Store) -> None:
    with pytest.raises(StoreError) as wrong, bureau.sessions.reading() as session:
        session.execute(text("SELECT nothing"))
    assert not isinstance(wrong.value, MayPass | StoreUnsound)


def test_what_has_failed_is_not_committed_whoever_looks_away(bureau: Store) -> None:
    """The server would undo all of it, and call that a commit."""
    with pytest.raises(StoreError, match="has failed"), bureau.sessions.writing() as session:
        session.execute(text("INSERT INTO counters VALUES ('probes', 7)"))
        with suppress(ProgrammingError):
            session.execute(text("SELECT nothing"))
    bureau.probe()
    with bureau.sessions.reading() as session:
        assert session.execute(text("SELECT value FROM counters")).scalars().all() == [1]


def test_what_is_only_read_is_not_written_and_of_one_moment(shared: Store) -> None:
    with pytest.raises(StoreUnavailable, match="read-only"), shared.sessions.reading() as session:
        session.execute(text("DELETE FROM posted_bills"))
    with shared.sessions.reading() as session:
        before = session.execute(text("SELECT count(*) FROM postings")).scalar()
        shared.tax.post("A", (bill_of(3, 12),), NOON, "wechat")
        assert session.execute(text("SELECT count(*) FROM postings")).scalar() == before


class TestTheStandby:
    """Whoever waits for a standby that does not answer has not been told that anything is kept."""

    @pytest.fixture
    def kept(self, bureau_key: Path, shared: Store) -> Iterator[Store]:
        with cluster_of_its_own(fsync="off", synchronous_commit="remote_apply") as cluster:
            cluster.tell("CREATE DATABASE bureau TEMPLATE template0")
            make_bureau(cluster.url("bureau"), bureau_key, token=os.urandom)
            store = open_bureau(cluster.url("bureau"), bureau_key, token=os.urandom)
            with store.sessions.writing() as session:
                session.execute(text("INSERT INTO people VALUES (1, 'resident_id', 'a', 'b', 'c', 'd', false)"))
            yield store
            store.close()

    @pytest.mark.parametrize("how", ["pg_cancel_backend", "pg_terminate_backend"])
    def test_a_commit_whose_answer_is_lost_is_not_one(self, kept: Store, how: str) -> None:
        def post() -> str:
            return kept.tax.post("A", (bill_of(1),), NOON, "wechat")

        self.wait_for(kept, "nobody")
        with ThreadPoolExecutor(1) as pool:
            for _ in ("at first", "and whoever asks again for what is there by now"):
                job = pool.submit(post)
                self.interrupt(kept, how)
                assert isinstance(job.exception(), StoreUnavailable)
        self.wait_for(kept, "")
        assert post() == post() and len(kept.tax.payments(1)) == 1

    def wait_for(self, store: Store, standby: str) -> None:
        with on(store) as server:
            server.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{standby}'".encode())
            server.execute("SELECT pg_reload_conf()")
            while server.execute("SHOW synchronous_standby_names").fetchone() != (standby,):
                pass

    def interrupt(self, store: Store, how: str) -> None:
        with on(store) as server:
            while not server.execute(
                f"SELECT {how}(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'".encode()
            ).fetchall():
                pass


class TestTheLogs:
    @pytest.mark.parametrize(
        ("statement", "why"),
        [
            ("UPDATE refund_events SET who = 'x'", "never changed"),
            ("DELETE FROM refund_events WHERE serial = 4", "never changed"),
            ("TRUNCATE refund_events", "never changed"),
            (
                "INSERT INTO refund_events (serial, refund, state, who, event, at, detail, learnt, hash) "
                "SELECT 0, refund, state, who, event, at, detail, learnt, hash FROM refund_events WHERE serial = 1",
                "only added at the end",
            ),
        ],
    )
    def test_the_database_itself_lets_nothing_be_changed(self, shared: Store, statement: str, why: str) -> None:
        moved(shared, submitted(shared), *PAID_OUT)
        with pytest.raises(IntegrityError, match=why), shared.sessions.writing() as session:
            session.execute(text(statement))

    def test_what_is_changed_behind_its_back_is_found(self, shared: Store) -> None:
        moved(shared, submitted(shared), *PAID_OUT)
        assert shared.problem() is None
        with shared.sessions.writing() as session:
            session.execute(text("ALTER TABLE refund_events DISABLE TRIGGER ALL"))
            session.execute(text("UPDATE refund_events SET who = 'x' WHERE serial = 3"))
        assert shared.problem() == "refund event 3 was changed"

    def test_whose_terminal_it_was_is_in_them(self, shared: Store) -> None:
        asked_by(shared, "T0007").refunds.submit(DRAFT, NOON, "visitor")
        with shared.sessions.reading() as session:
            assert session.execute(text("SELECT terminal FROM refund_events")).scalars().all() == ["T0007"]


def test_nothing_that_is_personal_is_in_what_is_said(shared: Store) -> None:
    jobs: tuple[Callable[[], object], ...] = (
        lambda: shared.tax.post("199\x0000000099", (bill_of(1),), NOON, "wechat"),
        lambda: shared.tax.masked(10**30),
    )
    for job in jobs:
        with pytest.raises(StoreError) as told:
            job()
        assert "199" not in str(told.value) and "SELECT" not in str(told.value)
