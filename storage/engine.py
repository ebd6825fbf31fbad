"""SQLite as the store's engine, encrypted by SQLCipher. The only place that speaks SQLite's own words."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from storage.errors import StoreError
from storage.trouble import by_code

OLDEST = (3, 51, 3)
"""Earlier versions can damage a database in WAL mode (sqlite.org/wal.html, WAL-reset bug)."""
BUSY_SECONDS = 5.0
WRITES = "writes"
"""The execution option of connections that will write: they take the lock at once, so they never find it stale."""

ALONE = "alone"
"""What a connection's `info` holds before it reads by a single statement."""

UNCODED = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database is locked": dbapi2.SQLITE_BUSY,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
}
"""The codes of what the driver raises without one when it copies a database, by SQLite's own words."""

APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER {table}_are_not_changed BEFORE UPDATE ON {table} "
        "BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END",
        "CREATE TRIGGER {table}_are_not_removed BEFORE DELETE ON {table} "
        "BEGIN SELECT RAISE(ABORT, '{table} are never removed'); END",
        "CREATE TRIGGER {table}_are_not_replaced BEFORE INSERT ON {table} "
        "WHEN NEW.{key} <= (SELECT max({key}) FROM {table}) "
        "BEGIN SELECT RAISE(ABORT, '{table} are only added at the end'); END",
    )
}
"""By dialect, the triggers that let rows of a table only be added, each with a higher key than all before."""


class OneSqlite(SQLiteDialect_pysqlite):
    """The same for every engine: a statement that was compiled for one is not compiled again for the next.

    A start opens the store more than once.
    """

    supports_statement_cache = True

    def set_connection_execution_options(self, connection: Connection, opts: Mapping[str, Any]) -> None:
        """Note who will write where `do_begin` finds it. A listener would be asked about every statement as well."""
        super().set_connection_execution_options(connection, opts)
        connection.connection.info[WRITES] = opts.get(WRITES, False)

    def do_begin(self, dbapi_connection: Any) -> None:
        """By the driver itself: it is said before every read but of a single statement, which is of one moment."""
        if not dbapi_connection.info.pop(ALONE, False):
            dbapi_connection.execute("BEGIN IMMEDIATE" if dbapi_connection.info.pop(WRITES, False) else "BEGIN")

    def __eq__(self, other: object) -> bool:
        return type(other) is OneSqlite

    def __hash__(self) -> int:
        return hash(OneSqlite)


registry.register("sqlite.one", __name__, OneSqlite.__name__)
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)


def sqlite_engine(path: Path, key: bytes, new: bool = False) -> Engine:
    """An engine over the file, which must be there unless `new`. Nothing is opened yet. Raises StoreError."""
    if dbapi2.sqlite_version_info < OLDEST:
        raise StoreError(f"SQLite {dbapi2.sqlite_version} can damage the store; 3.51.3 or later is needed")
    mode = "rwc" if new else "rw"

    def connect() -> dbapi2.Connection:
        connection = dbapi2.connect(
            f"file:{quote(str(path))}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, key, wal=not new)
        except dbapi2.Error:
            connection.close()
            raise
        return connection

    return create_engine(
        "sqlite+one://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )


def _prepare(connection: dbapi2.Connection, key: bytes, wal: bool) -> None:
    """Unlock the file, and only then touch it. A new file stays out of WAL, so that all of it is in one file."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if wal:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def changes(connection: Connection) -> int:
    """How many rows were ever added, changed or removed over the connection."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return int(driver.total_changes)


def meaning(error: DBAPIError, failed: str) -> StoreError:
    """What an error means, by SQLite's result code (sqlite.org/rescode.html); 0 where the driver knows of none.

    Only the driver's own words are said: the statement and its parameters may be personal.
    """
    return by_code(int(getattr(error.orig, "sqlite_errorcode", 0)), f"{failed}: {error.orig}")


def flush(engine: Engine) -> None:
    """Bring what stands in the write-ahead log into the file, as far as nobody reads older pages."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").first()


def copy_to(source: Engine, target: Engine) -> None:
    """Copy a database as it is at one moment, while others write to it (SQLite's online backup). Raises StoreError."""
    with source.connect() as copied, target.connect() as copy:
        driver = copied.connection.driver_connection
        assert driver is not None
        try:
            driver.backup(copy.connection.driver_connection)
        except dbapi2.Error as error:
            raise by_code(UNCODED.get(str(error), 0), f"the store was not copied: {error}") from None


def damage(engine: Engine) -> Iterator[str | None]:
    """The faults of the whole file, page by page, then table by table; a None after every part of the work.

    The engine works without Python's lock: other threads do not feel it.
    """
    with engine.connect() as connection:
        fault = _first(connection, "cipher_integrity_check")
        if fault is not None:
            # A page is wrong as well while it is being written from the log, or was when the power failed.
            flush(engine)
            fault = _first(connection, "cipher_integrity_check")
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    yield fault
    for table in tables:
        with engine.connect() as connection:
            fault = _first(connection, f"quick_check('{table}')")
        yield fault


def _first(connection: Connection, check: str) -> str | None:
    row = connection.exec_driver_sql(f"PRAGMA {check}").first()
    return None if row is None or row[0] == "ok" else " ".join(str(row[0]).split())
