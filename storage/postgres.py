"""PostgreSQL as the store's engine, by psycopg. The only place that speaks PostgreSQL's own words."""

import re
import select
from collections.abc import Iterable, Mapping
from typing import Any

from psycopg import Connection as Driver
from psycopg import Error, OperationalError
from psycopg.errors import Diagnostic, InFailedSqlTransaction
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, Engine, QueuePool, create_engine, make_url, text
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import OperationalError as Failed

from storage.errors import StoreError, StoreUnavailable, StoreUnsound

OLDEST = 15
ORDERS = ("C", "POSIX", "C.UTF-8", "C.utf8")
"""Locales in which text has one order whatever a system's library thinks: a standby's system may have another."""
SETTINGS = {
    "lock_timeout": "5s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "30s",
}
"""What every connection asks for. A pooler between that passes none of it on (pgbouncer's `ignore_startup_parameters =
options`) wants it set for the role: `ALTER ROLE … SET lock_timeout = '5s'`.
"""
LINE = {"connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
"""In seconds: when a server that says nothing is given up."""
FREE_SECONDS = 5.0
"""How long to wait for a connection that others use."""
PASSING = (
    "08",  # the connection was lost
    "40",  # another transaction was in the way; or nobody knows whether it was committed (40003)
    "53",  # no disk, no memory, too many connections
    "57",  # starting up, shutting down, cancelled, too slow
    "58",  # the system's own trouble
    "25006",  # a standby: it only reads
    "25P03",  # too long in a transaction
    "25P04",
    "55006",  # the object is in use
    "55P03",  # a lock that is not free
)
"""Beginnings of SQLSTATEs (postgresql.org/docs, appendix A) of what may pass by itself."""
GONE, UNSOUND = ("57P04",), ("XX001", "XX002")
"""Of what does not: the database is dropped; what is stored is damaged."""
REFUSED = re.compile("password authentication failed|no password supplied|does not exist|pg_hba.conf|not permitted")
"""In what a server says of a connection that it refuses, and for which it gives no code: it will not pass by itself."""

APPEND_ONLY = (
    "CREATE OR REPLACE FUNCTION are_not_changed() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN RAISE EXCEPTION '% are never changed', TG_TABLE_NAME USING ERRCODE = '23000'; END$$",
    "CREATE TRIGGER {table}_are_not_changed BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION are_not_changed()",
    "CREATE TRIGGER {table}_are_not_emptied BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION are_not_changed()",
)
"""What lets rows of a table only be added."""
AT_THE_END = (
    "CREATE FUNCTION {table}_are_only_added() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN IF NEW.{key} <= (SELECT max({key}) FROM {table}) THEN "
    "RAISE EXCEPTION '{table} are only added at the end' USING ERRCODE = '23000'; END IF; RETURN NEW; END$$",
    "CREATE TRIGGER {table}_are_only_added BEFORE INSERT ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION {table}_are_only_added()",
)
"""What lets each have only a higher key than all before."""


class Line(Driver[Any]):
    """A connection. `warned` is whether the server has warned of anything since that was last forgotten."""

    warned = False

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.add_notice_handler(self._note)

    def _note(self, notice: Diagnostic) -> None:
        self.warned = self.warned or notice.severity_nonlocalized == "WARNING"


class Postgres(PGDialect_psycopg):
    """A commit that is answered with a warning is one whose answer was lost."""

    supports_statement_cache = True

    def connect(self, *given: Any, **named: Any) -> Any:
        return Line.connect(*given, **named)

    def do_commit(self, dbapi_connection: Any) -> None:
        """Whoever cancels the wait for the standby has the server commit without it, and only warn of that. What has
        failed it undoes, and calls that a commit.
        """
        line = dbapi_connection.dbapi_connection
        if line.info.transaction_status is TransactionStatus.INERROR:
            raise InFailedSqlTransaction("what has failed is not committed: the server would undo it and not say so")
        line.warned = False
        super().do_commit(dbapi_connection)  # type: ignore[no-untyped-call]
        if line.warned:
            raise OperationalError("nobody knows whether what was committed will stay: the standby was not waited for")

    def do_ping(self, dbapi_connection: Any) -> bool:
        """It is asked only where something has come on an idle connection: its end, or what the server says of it."""
        watched = select.poll()
        watched.register(dbapi_connection.fileno(), select.POLLIN)
        return not watched.poll(0) or bool(super().do_ping(dbapi_connection))  # type: ignore[no-untyped-call]


registry.register("postgresql.kiosk", __name__, Postgres.__name__)


def postgres_engine(url: str, connections: int = 10) -> Engine:
    """An engine over a database: `postgresql+psycopg://user:password@host/name`, `…/name?host=/folder/of/its/socket`,
    or `…/name?host=one:5432&host=two:5432`, of which the one is used that can be written to.

    Nothing is opened yet. Nothing is prepared in the server: a pooler may give each transaction another connection.
    Raises StoreError for what is no such URL.
    """
    try:
        where = make_url(url)
    except ArgumentError:
        raise StoreError("the database's URL is none: postgresql+psycopg://user@host/name is one") from None
    if where.get_backend_name() != "postgresql" or not where.database:
        raise StoreError("the database's URL names no database of PostgreSQL: postgresql+psycopg://user@host/name does")
    return create_engine(
        where.set(drivername="postgresql+kiosk"),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=FREE_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            **LINE,
            "prepare_threshold": None,
            "target_session_attrs": "read-write",
            "options": " ".join(f"-c {name}={value}" for name, value in SETTINGS.items()),
            "application_name": "kiosk-bureau",
        },
    )


def meaning(error: DBAPIError, failed: str) -> StoreError:
    """What an error means, by its SQLSTATE. What failed without one has lost its connection, or got none.

    Only the first of the server's words are said: its details may name what is in a row.
    """
    code = str(getattr(error.orig, "sqlstate", None) or "")
    diagnosed = getattr(error.orig, "diag", None)
    words = (diagnosed and diagnosed.message_primary) or str(error.orig)
    said = f"{failed}: {' '.join(words.split())}"
    if code in UNSOUND:
        return StoreUnsound(said)
    lost = isinstance(error, Failed) and not code and not REFUSED.search(words)
    passes = lost or (code.startswith(PASSING) and code not in GONE)
    return (StoreUnavailable if passes else StoreError)(said)


def unfit(connection: Connection) -> str | None:
    """Why a store cannot live in the database, in a sentence; None if it can."""
    version = int((connection.dialect.server_version_info or (0,))[0])
    if version < OLDEST:
        return f"PostgreSQL {version} is too old; {OLDEST} or later is needed"
    encoding, order = connection.execute(
        text("SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()")
    ).one()
    if encoding != "UTF8" or order not in ORDERS:
        return (
            f"its database has encoding {encoding} and locale {order}: make it by "
            "createdb --template=template0 --encoding=UTF8 --locale=C"
        )
    return None


def alone(connection: Connection, name: str) -> None:
    """Until its transaction ends nobody else comes past this of the same name."""
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})


def at_length(connection: Connection) -> None:
    """Until its transaction ends it may take as long as it takes: whoever moves millions of rows says so."""
    for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
        connection.execute(text(f"SET LOCAL {setting} = 0"))


def is_first(connection: Connection, name: str) -> bool:
    """Whether nobody else is past this of the same name; then nobody comes until the transaction ends."""
    return bool(connection.scalar(text("SELECT pg_try_advisory_xact_lock(hashtext(:name))"), {"name": name}))


def takes(connection: Connection, name: str) -> bool:
    """Whether the lock of this name was free; this connection holds it then, until it `leaves` it or ends."""
    return bool(connection.scalar(text("SELECT pg_try_advisory_lock(hashtext(:name))"), {"name": name}))


def leaves(connection: Connection, name: str) -> None:
    connection.execute(text("SELECT pg_advisory_unlock(hashtext(:name))"), {"name": name})


def copy_in(connection: Connection, table: str, columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Copy rows into a table, as they come; `columns` are its columns' types. Raises DBAPIError."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, Line)
    into = SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        Identifier(table), SQL(", ").join(map(Identifier, columns))
    )
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            copy.set_types([*columns.values()])
            for row in rows:
                copy.write_row(row)
    except Error as error:
        raise DBAPIError.instance("COPY", None, error, Error, hide_parameters=True) from None


def broken_pages(connection: Connection) -> str | None:
    """What the server has found wrong with the database's pages while it read them; it looks if it was made so."""
    found = connection.scalar(text("SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()"))
    return f"{found} pages of the database are damaged" if found else None
