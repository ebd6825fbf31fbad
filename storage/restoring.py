"""A backup takes the store's place, and numbers go on above all that was ever given."""

import os
import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storage import anchor, files
from storage.anchor import Anchor, AnchorFile
from storage.errors import StoreError, StoreUnsound
from storage.files import Files
from storage.holding import ID
from storage.keys import Keys, read_key
from storage.lock import locked
from storage.losses import Lost, counted_to, go_on_above, leapt, lost, position, store_id
from storage.opening import Token, opened
from storage.rows import StoreIdRow
from storage.trouble import by_errno


@dataclass(frozen=True, slots=True)
class Restored:
    """What is gone with the older store, None if nobody can tell; and where the store before it lies now, if any."""

    lost: Lost | None
    aside: Path | None


def restore(places: Files, source: Path, at: datetime, token: Token) -> Restored:
    """Let a backup take the store's place, or let the store itself stay as it is: `source` is its own file then.

    It is copied and read whole before anything else is touched. Cut off at any moment, either the store is still
    there, or the backup is: it can be done again. Raises StoreError.
    """
    source = source.absolute()
    try:
        if not source.is_file():
            raise StoreError(f"there is no backup {source}")
        with locked(places):
            keys = Keys.of(read_key(places.key))
            try:
                _copy(source, places.restored)
                known = _known(places, keys)
                now, gone = _prepared(places, source, keys, known, at, token)
                files.keep(places.restored)
                if known is None:
                    anchor.make(places.anchor, keys.anchor, now)
                aside = _set_aside(places, at)
                places.restored.rename(places.store)
                files.keep(places.store.parent)
            finally:
                files.remove(places.restored)
            _anchor(places, keys, now)
            return Restored(gone, aside)
    except OSError as error:
        raise by_errno(error, f"the store {places.store} was not restored: {error.strerror}") from None


def _copy(source: Path, target: Path) -> None:
    """With what SQLite keeps beside it, for a store that was not closed."""
    files.remove(target)
    for end in ("", "-wal"):
        part, copy = source.with_name(source.name + end), target.with_name(target.name + end)
        if part.exists():
            copy.touch(mode=0o600)
            shutil.copyfile(part, copy)


def _prepared(
    places: Files, source: Path, keys: Keys, known: Anchor | None, at: datetime, token: Token
) -> tuple[Anchor, Lost | None]:
    """Raise the copy's numbers above its anchor's; the anchor that it then has, and what it has lost."""
    with closing(opened(places.restored, keys, token)) as store:
        if fault := store.problem():
            raise StoreUnsound(f"{source} cannot take the store's place: {fault}")
        with store.sessions.writing() as session:
            name = store_id(session)
            if known and name not in (None, known.store):
                raise StoreError(f"{source} is of another store than the one that was here")
            kept = counted_to(session)
            go_on_above(session, known.counters if known else leapt(kept), at)
            if name is None:
                name = known.store if known else token(ID).hex()
                session.add(StoreIdRow(id=bytes.fromhex(name)))
        with store.sessions.reading() as session:
            counters, heads = position(session)
    return Anchor(name, counters, heads), lost(kept, known.counters) if known else None


def _anchor(places: Files, keys: Keys, now: Anchor) -> None:
    """In the file that is there: that needs no room on the disk."""
    with closing(AnchorFile(places.anchor, keys.anchor)) as file:
        file.change(lambda before: replace(now, writes=before.writes))


def _known(places: Files, keys: Keys) -> Anchor | None:
    """The anchor; None if it is gone, or cannot be trusted."""
    try:
        return anchor.read(places.anchor, keys.anchor)
    except StoreUnsound:
        return None


def _set_aside(places: Files, at: datetime) -> Path | None:
    """Keep the store under a dated name as well. Its log goes first: the new store must not take it for its own.

    It goes for good: a power cut may keep what changed in a folder later, and not what changed before.
    """
    there, aside = places.store.exists(), places.beside(f".{at:%Y%m%d-%H%M%S}")
    for part, kept in zip(files.parts(places.store)[:2], files.parts(aside)[:2], strict=True):
        if part.exists():
            os.link(part, kept)
    for part in files.parts(places.store)[1:]:
        part.unlink(missing_ok=True)
    files.keep(places.store.parent)
    return aside if there else None
