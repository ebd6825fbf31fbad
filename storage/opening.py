"""Opening the store's file: a new one appears whole or not at all, and one that cannot be used is not touched."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from storage import files
from storage.anchor import AnchorFile
from storage.engine import WRITES, meaning, sqlite_engine
from storage.errors import StoreError, StoreUnsound
from storage.file_sessions import FileSessions
from storage.files import Files
from storage.keys import LENGTH, Keys, read_key, write_key
from storage.migrations import bring_up
from storage.sealing import Sealer
from storage.store import Store
from storage.trouble import by_errno

Token = Callable[[int], bytes]
"""n random bytes, for keys and nonces."""


def open_file(path: Path, key_path: Path, may_make: bool, token: Token) -> Store:
    """As `storage.open_store` says."""
    places = Files(path.absolute(), key_path.absolute())
    if not present(places):
        if not may_make:
            raise StoreError(f"there is no store {places.store}")
        make(places, token)
    return opened(places.store, Keys.of(read_key(places.key)), token)


def present(places: Files) -> bool:
    """Whether there is a store; false if there is no key either. Raises StoreError for a key alone."""
    try:
        if places.store.exists():
            return True
        if places.key.exists():
            raise StoreError(
                f"the store {places.store} is gone and its key is still there: put the store back, "
                "or a backup by ./kiosk restore FILE"
            )
    except OSError as error:
        raise by_errno(error, f"the store {places.store} cannot be opened: {error.strerror}") from None
    return False


def opened(
    path: Path, keys: Keys, token: Token, anchor: AnchorFile | None = None, terminal: str | None = None
) -> Store:
    """The store in a file that is there. Raises StoreError."""
    try:
        if path.stat().st_size == 0:
            raise StoreUnsound(f"the store {path} is empty: put back a copy, or a backup by ./kiosk restore FILE")
    except OSError as error:
        raise by_errno(error, f"the store {path} cannot be opened: {error.strerror}") from None
    engine = sqlite_engine(path, keys.file)
    _check(engine, path)
    return Store(FileSessions(engine, str(path), anchor, terminal), Sealer(keys, token), anchor)


def make(places: Files, token: Token) -> None:
    """A new store with a new key. Raises StoreError, and then there is neither of them.

    Cut off between its last two steps it leaves the key and the whole store under another name (`finish`).
    """
    master = token(LENGTH)
    try:
        for file in (places.store, places.key):
            files.folder(file.parent)
        _create(places.new, Keys.of(master))
        try:
            write_key(places.key, master)
            finish(places)
        finally:
            files.remove(places.new)
    except OSError as error:
        raise by_errno(error, f"the store {places.store} cannot be made: {error.strerror}") from None


def finish(places: Files) -> None:
    """Put a whole new store in its place, if only that is left of making it. Raises OSError."""
    if places.key.exists() and places.new.exists() and not places.store.exists():
        places.new.rename(places.store)
        files.keep(places.store.parent)


def _create(new: Path, keys: Keys) -> None:
    files.remove(new)
    try:
        new.touch(mode=0o600)
        engine = sqlite_engine(new, keys.file, new=True)
        _check(engine, new)
        engine.dispose()
    except BaseException:
        files.remove(new)
        raise


def _check(engine: Engine, path: Path) -> None:
    """Insist that the file is ours, can be written to, and has today's tables."""
    try:
        with engine.connect() as connection, connection.execution_options(**{WRITES: True}).begin():
            bring_up(connection)
    except DBAPIError as error:
        engine.dispose()
        if "not a database" in str(error.orig):
            raise StoreUnsound(f"the store {path} is damaged, is something else, or has another key") from None
        raise meaning(error, f"the store {path} cannot be used") from None
    except StoreError:
        engine.dispose()
        raise
