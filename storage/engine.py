"""SQLite as the store's engine, encrypted by SQLCipher. The only place that speaks SQLite's own words."""

from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from storage.errors import StoreError

OLDEST = (3, 51, 3)
"""Earlier versions can damage a database in WAL mode (sqlite.org/wal.html, WAL-reset bug)."""
BUSY_SECONDS = 5.0
WRITES = "writes"
"""The execution option of connections that will write: they take the lock at once, so they never find it stale."""

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

    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: dbapi2.Connection, key: bytes, wal: bool) -> None:
    """Unlock the file, and only then touch it. A new file stays out of WAL, so that all of it is in one file."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if wal:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def damage(engine: Engine) -> str | None:
    """The first fault of the whole file, page by page; None if it is sound. Reads everything: minutes for millions."""
    with engine.connect() as connection:
        for check in ("cipher_integrity_check", "quick_check"):
            row = connection.exec_driver_sql(f"PRAGMA {check}").first()
            if row is not None and row[0] != "ok":
                return str(row[0])
    return None
