"""Who has signed in at the desk: kept at the server, under the hash of what the browser has."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update

from domain.desk.member import MemberState
from domain.words import NOTHING, Text, Verbatim
from storage.bureau.desk_rows import MemberRow, SessionRow
from storage.sealing import Sealer
from storage.sessions import Sessions

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=10)
"""A session ends after so long without a page being asked for, and after a day's work in any case."""
ENTERING = timedelta(minutes=15)
"""For choosing a passphrase and a second factor."""
NOTED = timedelta(seconds=30)
"""How exactly it is kept when somebody was seen last."""
SECRET = "desk_sessions.secret"  # noqa: S105 (the name of a column)
_TABLE = SessionRow.__table__
assert isinstance(_TABLE, Table)
_ONE = (
    select(SessionRow, MemberRow.state)
    .join(MemberRow, MemberRow.number == SessionRow.member)
    .where(SessionRow.id == bindparam("of"))
)
_BEGIN = insert(_TABLE)
_SEEN = update(_TABLE).where(_TABLE.c.id == bindparam("of")).values(seen_at=bindparam("now"))
_SAY = update(_TABLE).where(_TABLE.c.id == bindparam("of")).values(said=bindparam("words"))
_KEEP = update(_TABLE).where(_TABLE.c.id == bindparam("of")).values(secret_sealed=bindparam("sealed"))
_END = delete(_TABLE).where(_TABLE.c.id == bindparam("of"))
_OLD = delete(_TABLE).where((_TABLE.c.began_at < bindparam("began")) | (_TABLE.c.seen_at < bindparam("seen")))


@dataclass(frozen=True, slots=True)
class DeskSession:
    """`id` is the hash; `until` when it ends if nothing more is asked for. `said` is what the next page tells, and
    whether it is that something was not done.
    """

    id: bytes
    member: str
    enters: bool
    until: datetime
    secret: str | None
    said: Text
    is_problem: bool


@dataclass(frozen=True, slots=True)
class StoredSessions:
    """All methods raise StoreError; safe from several threads. `token(n)` gives n bytes that nobody can foretell."""

    sessions: Sessions
    sealer: Sealer
    token: Callable[[int], bytes]

    def begin(self, member: str, at: datetime, enters: bool = False) -> str:
        """A new one, and what the browser is to have: said once, kept nowhere. What is over is forgotten."""
        name = self.token(32).hex()
        row = {"member": member, "began_at": at, "seen_at": at, "enters": enters, "secret_sealed": None, "said": ""}
        with self.sessions.writing() as session:
            store = session.connection()
            store.execute(_OLD, {"began": at - LONGEST, "seen": at - IDLE})
            store.execute(_BEGIN, {"id": hashed(name), **row})
        return name

    def find(self, name: str, at: datetime, counts: bool) -> DeskSession | None:
        """The session of a browser that has this; None where it is over. `counts`: somebody asked for a page."""
        found = self.sessions.look(_ONE, of=hashed(name))
        if not found:
            return None
        row = found[0]
        longest, idle = (ENTERING, ENTERING) if row.enters else (LONGEST, IDLE)
        wanted = MemberState.NEW if row.enters else MemberState.ACTIVE
        if at >= min(row.began_at + longest, row.seen_at + idle) or row.state is not wanted:
            self.end(row.id)
            return None
        seen = row.seen_at
        if counts and at - seen > NOTED:
            seen = at
            self._write(_SEEN, row.id, now=at)
        secret = self.sealer.unseal(row.secret_sealed, SECRET) if row.secret_sealed else None
        until = min(row.began_at + longest, seen + idle)
        return DeskSession(row.id, row.member, row.enters, until, secret, *_heard(row.said))

    def keep_secret(self, session: bytes, secret: str) -> None:
        """The second factor that is being set up."""
        self._write(_KEEP, session, sealed=self.sealer.seal(secret, SECRET))

    def say(self, session: bytes, words: Text, is_problem: bool = False) -> None:
        """What the next page tells."""
        told = json.dumps([_told(words), is_problem], ensure_ascii=False) if words else ""
        self._write(_SAY, session, words=told)

    def end(self, session: bytes) -> None:
        """Whoever has it is nobody any more."""
        self._write(_END, session)

    def _write(self, what: Any, session: bytes, **values: Any) -> None:
        with self.sessions.writing() as writing:
            writing.connection().execute(what, {"of": session, **values})


def hashed(name: str) -> bytes:
    """Under what a session is kept: whoever reads the table can be nobody by it."""
    return hashlib.sha256(name.encode()).digest()


def _told(value: object) -> object:
    """A text as its message and arguments, so that it can be said in another language."""
    if isinstance(value, Text) and type(value) is Text:
        return [value.message, {name: _told(one) for name, one in value.args.items()}]
    return str(value)


def _heard(said: str) -> tuple[Text, bool]:
    if not said:
        return NOTHING, False
    told, is_problem = json.loads(said)
    return _text(told), is_problem


def _text(told: Any) -> Text:
    if isinstance(told, str):
        return Verbatim(told)
    message, args = told
    return Text(message, **{name: _text(one) for name, one in args.items()})
