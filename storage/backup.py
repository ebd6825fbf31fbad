"""Copies of a store that are whole: made while the terminal runs, and encrypted with the same key."""

import os
from contextlib import closing
from pathlib import Path

from storage import files
from storage.engine import copy_to, meaning, sqlite_engine
from storage.errors import StoreError, StoreUnsound
from storage.files import Files
from storage.keys import Keys, read_key
from storage.opening import Token, opened, present
from storage.sessions import as_store_error
from storage.trouble import by_errno


def back_up(places: Files, target: Path, token: Token) -> None:
    """Copy the store to `target`, which must not be there, and read all of the copy. Raises StoreError.

    Cut off, it leaves nothing under that name.
    """
    target = target.absolute()
    if not present(places):
        raise StoreError(f"there is no store {places.store}")
    keys = Keys.of(read_key(places.key))
    part = target.with_name(target.name + ".part")
    try:
        _is_free(target)
        files.remove(part)
        part.touch(mode=0o600)
        _copy(places, part, keys, token)
        with closing(opened(part, keys, token)) as copy:
            if fault := copy.problem():
                raise StoreUnsound(f"the backup {target} was not kept: {fault}")
        _put(part, target)
    except OSError as error:
        raise by_errno(error, f"the backup {target} cannot be made: {error.strerror}") from None
    finally:
        files.remove(part)


def _is_free(target: Path) -> None:
    if target.exists():
        raise StoreError(f"{target} is there already: a backup overwrites nothing")


def _put(part: Path, target: Path) -> None:
    """Give the copy its name, by a claim that fails if somebody else has taken it meanwhile."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        _is_free(target)
    part.rename(target)
    files.keep(target.parent)


def _copy(places: Files, part: Path, keys: Keys, token: Token) -> None:
    engine = sqlite_engine(part, keys.file, new=True)
    try:
        with closing(opened(places.store, keys, token)) as store, as_store_error(str(part), meaning):
            # A page that cannot be read would be copied as an empty one that can.
            if fault := next(filter(None, store.looks()["pages"]), None):
                raise StoreUnsound(f"the store {places.store} is damaged and was not copied: {fault}")
            copy_to(store.sessions.engine, engine)
    finally:
        engine.dispose()
