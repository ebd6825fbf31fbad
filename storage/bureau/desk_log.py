"""The log of the desk (`storage.chain`): who did what. And members are what it says they are, their keys included."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from domain.desk.deeds import DEEDS, Deed, Entry
from storage.audit import slices
from storage.bureau.desk_rows import DeskEntryRow, MemberRow
from storage.chain import FIRST, Log
from storage.order_log import digest
from storage.sessions import Sessions

_NEWEST = select(DeskEntryRow).order_by(DeskEntryRow.serial.desc()).limit(bindparam("most"))
_BEFORE = _NEWEST.where(DeskEntryRow.serial < bindparam("before"))
_ABOUT = select(DeskEntryRow).where(DeskEntryRow.about == bindparam("of")).order_by(DeskEntryRow.serial)


def facts(row: MemberRow) -> dict[str, Any]:
    """All that a member is but their number and state: nobody gets a role or another key but by an entry."""
    return {
        "name": digest(row.name_sealed),
        "roles": row.roles,
        "added_at": row.added_at,
        "passphrase": digest(row.passphrase.encode()),
        "until": row.until,
        "secret": digest(row.secret_sealed),
    }


LOG = Log(DeskEntryRow, DeskEntryRow.member, MemberRow, facts, "desk entry", "staff member", own=("who", "about"))


def faults(sessions: Sessions) -> Iterator[str | None]:
    """The faults of the log, and of members who are not what it says; a None after each slice of the work without one.

    For who reads all of a bureau's logs (`storage.audit`). Raises StoreError.
    """
    return slices(sessions, LOG)


def entries(sessions: Sessions, most: int, before: int | None = None) -> tuple[Entry, ...]:
    """The newest entries, the newest first; those before one. Raises StoreError."""
    found = sessions.look(_NEWEST, most=most) if before is None else sessions.look(_BEFORE, most=most, before=before)
    return tuple(map(_entry, found))


def of(sessions: Sessions, about: str) -> tuple[Entry, ...]:
    """What was done about one matter, from the first. Raises StoreError."""
    return tuple(map(_entry, sessions.look(_ABOUT, of=about)))


def unbroken(sessions: Sessions, most: int) -> bool:
    """Whether each of the newest entries is chained to the one before it. Raises StoreError."""
    rows = sessions.look(_NEWEST, most=most)
    before = [*(row.hash for row in rows[1:]), FIRST if rows and rows[-1].serial == 1 else None]
    return all(hash is None or row.hash == LOG.hash(hash, row) for row, hash in zip(rows, before, strict=False))


def write(session: Session, row: MemberRow, deed: Deed, at: Any, learnt: dict[str, Any], who: str, about: str) -> None:
    """Append an entry; the member is in their new state already."""
    LOG.append(session, row, deed, at, learnt, who=who, about=about)


def _entry(row: Any) -> Entry:
    return Entry(row.serial, DEEDS[row.event], row.at, row.member, row.who, row.about, row.detail)
