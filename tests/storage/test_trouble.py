"""What the engine and the system say, and what that means: may it pass by itself, is it damage, or neither."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

import storage.engine
from domain.ports import MayPass
from storage import Files, StoreError, hold_store
from storage.errors import StoreUnavailable, StoreUnsound
from storage.store import Store
from storage.trouble import by_code, by_errno
from tests.payment.hall import bill_of, new_order
from tests.storage.selling import counters, sells
from tests.storage.test_opening import limit, reopen

EXTENDED_FULL = sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_BUSY_SNAPSHOT, sqlite3.SQLITE_READONLY_DIRECTORY


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *((code, StoreUnavailable) for code in (*EXTENDED_FULL, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)),
        (sqlite3.SQLITE_LOCKED, StoreUnavailable),
        (sqlite3.SQLITE_CORRUPT, StoreUnsound),
        (sqlite3.SQLITE_CORRUPT_INDEX, StoreUnsound),
        (sqlite3.SQLITE_NOTADB, StoreUnsound),
        (sqlite3.SQLITE_IOERR_CORRUPTFS, StoreUnsound),
        (sqlite3.SQLITE_READONLY_DBMOVED, StoreUnsound),
        (sqlite3.SQLITE_ERROR, StoreError),
        (sqlite3.SQLITE_MISUSE, StoreError),
        (0, StoreError),
    ],
)
def test_codes_of_the_engine(code: int, kind: type[StoreError]) -> None:
    assert type(by_code(code, "why")) is kind


@pytest.mark.parametrize(
    ("number", "passes"),
    [
        (errno.ENOSPC, True),
        (errno.EROFS, True),
        (errno.EIO, True),
        (errno.EDQUOT, True),
        (errno.EACCES, False),
        (errno.ENOENT, False),
        (errno.ENOTDIR, False),
    ],
)
def test_errors_of_the_system(number: int, passes: bool) -> None:
    assert isinstance(by_errno(OSError(number, "why"), "why"), MayPass) is passes


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.engine, "BUSY_SECONDS", 0.0)


def test_a_locked_store_may_pass(impatient: None, store: Store, folder: Path) -> None:
    other = reopen(folder)
    with store.sessions.writing():
        for act in (lambda: sells(other, 1), other.probe, lambda: reopen(folder)):
            with pytest.raises(StoreUnavailable, match="database is locked"):
                act()
    sells(other, 1)
    other.close()


def test_a_disk_that_is_full_may_pass_and_nothing_is_half_done(folder: Path) -> None:
    with hold_store(Files(folder / "hall.sqlite", folder / "hall.key")) as store:
        sells(store, 0)
        before = counters(store)
        with limit(200_000):
            with pytest.raises(StoreUnavailable), store.sessions.writing() as session:
                session.execute(text("UPDATE people SET name_sealed = zeroblob(9000)"))
            with pytest.raises(StoreUnavailable, match="has no room"):
                store.probe()
        assert counters(store) == before and store.problem() is None
        store.probe()
        sells(store, 1)


def test_what_is_wrong_with_the_question_does_not_pass(store: Store) -> None:
    with pytest.raises(StoreError) as wrong, store.sessions.reading() as session:
        session.execute(text("SELECT nothing"))
    assert not isinstance(wrong.value, MayPass | StoreUnsound)


def test_damage_does_not_pass(store: Store, folder: Path) -> None:
    file = folder / "hall.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(byte ^ 1 for byte in whole[4096:]))
    with pytest.raises(StoreUnsound):
        store.orders.add(new_order("GZT00010000000000001", bill_of(1)))
