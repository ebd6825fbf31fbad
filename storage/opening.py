"""Opening the store's file: a new one appears whole or not at all, and one that cannot be used is not touched."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from storage.engine import WRITES, sqlite_engine
from storage.errors import StoreError
from storage.keys import Keys, make_key, read_key
from storage.migrations import bring_up
from storage.sealing import Sealer
from storage.store import Store


def open_file(path: Path, key_path: Path, may_make_key: bool, token: Callable[[int], bytes]) -> Store:
    """As `storage.open_store` says."""
    path, key_path = path.absolute(), key_path.absolute()
    try:
        exists = path.exists()
        if not exists:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if may_make_key and not key_path.exists():
                key_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                make_key(key_path, token)
        keys = Keys.of(read_key(key_path))
        if not exists:
            _create(path, keys)
        elif path.stat().st_size == 0:
            raise StoreError(f"the store {path} is empty: put back a copy, or remove it to begin anew")
    except OSError as error:
        raise StoreError(f"the store {path} cannot be opened: {error.strerror}") from None
    engine = sqlite_engine(path, keys.file)
    _check(engine, path)
    return Store(engine, Sealer(keys, token), str(path))


def _create(path: Path, keys: Keys) -> None:
    new = path.with_name(path.name + ".new")
    parts = [new, *(new.with_name(new.name + end) for end in ("-journal", "-wal", "-shm"))]
    try:
        for part in parts:
            part.unlink(missing_ok=True)
        new.touch(mode=0o600)
        engine = sqlite_engine(new, keys.file, new=True)
        _check(engine, new)
        engine.dispose()
        new.rename(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _check(engine: Engine, path: Path) -> None:
    """Insist that the file is ours, can be written to, and has today's tables."""
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            bring_up(connection)
    except DBAPIError as error:
        engine.dispose()
        if "not a database" in str(error.orig):
            raise StoreError(f"the store {path} is damaged, is something else, or has another key") from None
        raise StoreError(f"the store {path} cannot be used: {error.orig}") from None
    except StoreError:
        engine.dispose()
        raise
