"""Running on a store: alone, and with an anchor that knows how far it had come."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy.orm import Session

from storage import anchor
from storage.anchor import Anchor, AnchorFile
from storage.errors import StoreError, StoreUnsound
from storage.files import Files
from storage.keys import Keys, read_key
from storage.lock import locked
from storage.losses import difference, position, store_id
from storage.opening import Token, finish, make, opened, present
from storage.rows import StoreIdRow
from storage.store import Store
from storage.trouble import by_errno

ID = 16
"""Bytes of a store's name for itself."""


@contextmanager
def held(places: Files, may_make: bool, token: Token, terminal: str | None = None) -> Iterator[Store]:
    """As `storage.hold_store` says."""
    with ExitStack() as holding:
        _folder(places, may_make)
        holding.enter_context(locked(places))
        _there(places, may_make, token)
        keys = Keys.of(read_key(places.key))
        store = opened(places.store, keys, token)
        holding.callback(store.close)
        kept = _anchored(places, keys, token, store)
        holding.callback(kept.close)
        held = store.held(kept, terminal)
        holding.callback(held.close)
        yield held


@contextmanager
def beside(places: Files, token: Token, terminal: str | None = None) -> Iterator[Store]:
    """As `storage.join_store` says."""
    if not present(places):
        raise _no_store(places)
    keys = Keys.of(read_key(places.key))
    with ExitStack() as joined:
        try:
            kept = AnchorFile(places.anchor, keys.anchor)
        except OSError as error:
            raise by_errno(error, f"the anchor {places.anchor} cannot be used: {error.strerror}") from None
        joined.callback(kept.close)
        store = opened(places.store, keys, token, kept, terminal)
        joined.callback(store.close)
        if found := doubt(places, keys, store):
            raise StoreUnsound(f"the store {places.store} is not to be trusted: {found}")
        yield store


def new_store(places: Files, token: Token) -> None:
    """A new store with its key and its anchor, where there is none of them. Raises StoreError."""
    for file in (places.store, places.key, places.anchor):
        if file.exists() and not _half_made(places):
            raise StoreError(f"{file} is there already: a new store is made only where there is none")
    with held(places, True, token):
        pass


def doubt(places: Files, keys: Keys, store: Store) -> str | None:
    """What the anchor knows against the store, in a sentence; None if nothing. Raises StoreError.

    The anchor is read first: a terminal that writes meanwhile is only further on.
    """
    known = anchor.read(places.anchor, keys.anchor)
    with store.sessions.reading() as session:
        return _doubt(session, known)


def _doubt(session: Session, known: Anchor | None) -> str | None:
    if known:
        return difference(session, known)
    return None if store_id(session) is None else "its anchor is gone: nobody can tell whether it is the latest"


def _folder(places: Files, may_make: bool) -> None:
    """Where nothing is to be made, nothing is touched either."""
    try:
        if may_make:
            places.store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not places.new.exists() and not present(places):
            raise _no_store(places)
    except OSError as error:
        raise by_errno(error, f"the store {places.store} cannot be opened: {error.strerror}") from None


def _there(places: Files, may_make: bool, token: Token) -> None:
    try:
        finish(places)
    except OSError as error:
        raise by_errno(error, f"the store {places.store} cannot be made: {error.strerror}") from None
    if not present(places):
        if places.anchor.exists():
            raise StoreError(
                f"the store {places.store} and its key are gone, and its anchor is still there: put both back"
            )
        if not may_make:
            raise _no_store(places)
        make(places, token)


def _no_store(places: Files) -> StoreError:
    return StoreError(f"there is no store {places.store}: ./kiosk init --profile hall --config FILE makes one")


def _half_made(places: Files) -> bool:
    """Whether a new store has its key, and has only not been put in its place."""
    return places.key.exists() and places.new.exists() and not places.store.exists()


def _anchored(places: Files, keys: Keys, token: Token, store: Store) -> AnchorFile:
    """The anchor of a store that is not behind it. A store from before there were anchors gets its first."""
    known = anchor.read(places.anchor, keys.anchor)
    with store.sessions.reading() as session:
        name, now = store_id(session), position(session)
        agree = known is not None and (known.store, known.counters, known.heads) == (name, *now)
        found = None if agree else _doubt(session, known)
    if found:
        raise StoreUnsound(
            f"the store {places.store} is not to be trusted: {found}; put the latest copy back, or decide by "
            "./kiosk restore what to go on with"
        )
    if known is None:
        known = Anchor(name or token(ID).hex())
        anchor.make(places.anchor, keys.anchor, known.advanced(*now))
    if name is None:
        with store.sessions.writing() as session:
            session.add(StoreIdRow(id=bytes.fromhex(known.store)))
            session.flush()
        with store.sessions.reading() as session:
            now = position(session)
    file = AnchorFile(places.anchor, keys.anchor)
    try:
        file.change(lambda before: before.advanced(*now))
    except BaseException:
        file.close()
        raise
    return file
