"""Making and opening a bureau's database. The key that seals its fields lies in a file beside the service."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect

from storage import files
from storage.bureau import seal
from storage.bureau.migrations import HEAD, bring_up, version
from storage.bureau.sessions import BureauSessions
from storage.errors import StoreError
from storage.keys import LENGTH, Keys, read_key, write_key
from storage.opening import Token
from storage.postgres import alone, at_length, postgres_engine, unfit
from storage.sealing import Sealer
from storage.store import Store
from storage.trouble import by_errno

INIT, UPGRADE = "./kiosk bureau init", "./kiosk bureau upgrade"


def open_bureau(url: str, keys_file: Path, *, token: Token, connections: int = 10) -> Store:
    """The bureau's store in a database of PostgreSQL.

    Raises StoreError, StoreUnavailable where another try may help; then nothing was changed.
    """
    sealer = Sealer(Keys.of(read_key(keys_file)), token)
    with _sessions(url, connections) as sessions, sessions.looking() as database:
        _insist(sessions, database)
        found = version(database)
        if found is None:
            raise StoreError(f"the database {sessions.place} holds no bureau: {INIT} makes one")
        if found != HEAD:
            wanted = f"this program wants {HEAD}" if found < HEAD else f"this program is older: it knows {HEAD}"
            raise StoreError(f"the database {sessions.place} has tables of version {found}, {wanted} ({UPGRADE})")
        if not seal.fits(database, sealer):
            raise StoreError(
                f"the key file {keys_file} is not the one that the database {sessions.place} is sealed with"
            )
    return Store(sessions, sealer)


def asked_by(store: Store, terminal: str) -> Store:
    """The same store, for what a terminal asks of it: its name stands in what is logged."""
    return Store(BureauSessions(store.sessions.engine, store.sessions.place, terminal), store.sealer)


def make_bureau(url: str, keys_file: Path, *, token: Token) -> None:
    """Make the tables in an empty database, and the key file where there is none. Raises StoreError.

    A key file that is there is used: the database is made anew, or the file was put there first.
    """
    with _sessions(url) as sessions, sessions.guarded(), sessions.engine.begin() as database:
        _insist(sessions, database)
        at_length(database)
        alone(database, "tables")
        if tables := inspect(database).get_table_names():
            raise StoreError(f"the database {sessions.place} is not empty: it has a table {min(tables)}")
        bring_up(database)
        seal.mark(database, Sealer(Keys.of(_key(keys_file, token)), token))


def upgrade_bureau(url: str) -> tuple[str, str]:
    """Bring the tables of a bureau to today's, in one transaction; the versions before and after. Raises StoreError."""
    with _sessions(url) as sessions, sessions.guarded(), sessions.engine.begin() as database:
        _insist(sessions, database)
        at_length(database)
        alone(database, "tables")
        before = version(database)
        if before is None:
            raise StoreError(f"the database {sessions.place} holds no bureau: {INIT} makes one")
        bring_up(database)
        return before, HEAD


@contextmanager
def _sessions(url: str, connections: int = 1) -> Iterator[BureauSessions]:
    """No connection stays open: whoever goes on with them begins with none."""
    engine = postgres_engine(url, connections)
    where = engine.url
    sessions = BureauSessions(engine, f"{where.host or where.query.get('host', 'localhost')}/{where.database}")
    try:
        yield sessions
    finally:
        engine.dispose()


def _insist(sessions: BureauSessions, database: Connection) -> None:
    if why := unfit(database):
        raise StoreError(f"the database {sessions.place} cannot be used: {why}")


def _key(path: Path, token: Token) -> bytes:
    try:
        if not path.exists():
            files.folder(path.parent)
            write_key(path, token(LENGTH))
    except OSError as error:
        raise by_errno(error, f"the key file {path} cannot be made: {error.strerror}") from None
    return read_key(path)
