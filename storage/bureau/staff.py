"""The staff of the desk in the store: who they are, what they sign in by, and every deed of theirs in the log."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.desk.deeds import Added, Bound, Deed, Entry, Granted, Renewed, Revoked, after
from domain.desk.member import Keys, Member, Role, roles_of, roles_told
from storage.bureau import desk_log
from storage.bureau.desk_rows import MemberRow, SessionRow
from storage.sealing import Sealer
from storage.sessions import Sessions

NAME, SECRET = "desk_members.name", "desk_members.secret"
_MEMBERS, _SESSIONS = MemberRow.__table__, SessionRow.__table__
assert isinstance(_MEMBERS, Table) and isinstance(_SESSIONS, Table)
_ONE = select(MemberRow).where(MemberRow.number == bindparam("of"))
_ALL = select(MemberRow).order_by(MemberRow.number)
_SPEND = (
    update(_MEMBERS)
    .where(_MEMBERS.c.number == bindparam("of"), _MEMBERS.c.step < bindparam("new"))
    .values(step=bindparam("new"))
)
_OUT = delete(_SESSIONS).where(_SESSIONS.c.member == bindparam("of"))


class NumberTaken(Exception):
    """Somebody has, or had, this number."""


@dataclass(frozen=True, slots=True)
class StoredStaff:
    """All methods raise StoreError; safe from several threads. `who` did it, as the log is to have it."""

    sessions: Sessions
    sealer: Sealer

    def find(self, number: str) -> Keys | None:
        """A member with what they sign in by; None if nobody has this number."""
        found = self.sessions.look(_ONE, of=number)
        return self._keys(found[0]) if found else None

    def all(self) -> tuple[Member, ...]:
        """Everybody there is or was, by number."""
        return tuple(self._keys(row).member for row in self.sessions.look(_ALL))

    def add(self, member: Member, passphrase: str, until: datetime, who: str) -> None:
        """A new one, with the hash of a passphrase that is good once. Raises NumberTaken."""
        row = MemberRow(
            number=member.number,
            name_sealed=self.sealer.seal(member.name, NAME),
            roles=roles_told(member.roles),
            state=after(None, Added()),
            added_at=member.added_at,
            passphrase=passphrase,
            until=until,
            secret_sealed=None,
            step=0,
        )
        try:
            with self.sessions.writing() as session:
                session.add(row)
                session.flush()
                deed = Added(detail=row.roles)
                desk_log.write(session, row, deed, member.added_at, desk_log.facts(row), who, "")
        except IntegrityError:
            raise NumberTaken(member.number) from None

    def bind(self, number: str, passphrase: str, secret: str, step: int, at: datetime) -> None:
        """They have chosen a passphrase and a second factor, whose code of this `step` is used up. Raises Impossible if
        they have been bound, or revoked, meanwhile.
        """
        sealed = self.sealer.seal(secret, SECRET)
        new: dict[str, Any] = {"passphrase": passphrase, "until": None, "secret_sealed": sealed, "step": step}
        self._change(number, Bound(), at, number, **new)

    def renew(self, number: str, passphrase: str, until: datetime, at: datetime, who: str) -> None:
        """They get a passphrase that is good once: what they had is good no more, and they are signed out."""
        new: dict[str, Any] = {"passphrase": passphrase, "until": until, "secret_sealed": None}
        self._change(number, Renewed(), at, who, leaves=True, **new)

    def grant(self, number: str, roles: frozenset[Role], at: datetime, who: str) -> None:
        """They may do this from now on, and nothing else. Raises Impossible for who is revoked."""
        told = roles_told(roles)
        self._change(number, Granted(detail=told), at, who, roles=told)

    def revoke(self, number: str, at: datetime, who: str) -> None:
        """They may do nothing any more, and are signed out. Raises Impossible for who is revoked."""
        self._change(number, Revoked(), at, who, leaves=True)

    def did(self, number: str, deed: Deed, at: datetime, about: str = "", who: str = "") -> None:
        """Write down what they did, which changes nothing of them. Raises Impossible unless they are at work."""
        self._change(number, deed, at, who or number, about=about)

    def spend(self, number: str, step: int) -> bool:
        """Use up the code of a stretch of time, and all earlier ones; false if that has been done."""
        with self.sessions.writing() as session:
            done = session.connection().execute(_SPEND, {"of": number, "new": step})
            return done.rowcount == 1

    def entries(self, most: int, before: int | None = None) -> tuple[Entry, ...]:
        """The newest entries of the log, the newest first; those before one."""
        return desk_log.entries(self.sessions, most, before)

    def about(self, matter: str) -> tuple[Entry, ...]:
        """What was done about a matter, from the first."""
        return desk_log.of(self.sessions, matter)

    def unbroken(self, most: int) -> bool:
        """Whether the newest entries are chained; all of it `problem` reads."""
        return desk_log.unbroken(self.sessions, most)

    def problem(self) -> str | None:
        """What is wrong with the log, or with members who are not what it says; None if nothing is. Reads all of it."""
        return next(filter(None, desk_log.faults(self.sessions)), None)

    def _change(
        self, number: str, deed: Deed, at: datetime, who: str, about: str = "", leaves: bool = False, **new: Any
    ) -> None:
        with self.sessions.writing() as session:
            row = _locked(session, number)
            row.state = after(row.state, deed)
            before = desk_log.facts(row)
            for name, value in new.items():
                setattr(row, name, value)
            now = desk_log.facts(row)
            session.flush()
            learnt = {name: value for name, value in now.items() if value != before[name]}
            desk_log.write(session, row, deed, at, learnt, who, about)
            if leaves:
                session.connection().execute(_OUT, {"of": number})

    def _keys(self, row: Any) -> Keys:
        member = Member(
            row.number, self.sealer.unseal(row.name_sealed, NAME), roles_of(row.roles), row.state, row.added_at
        )
        secret = self.sealer.unseal(row.secret_sealed, SECRET) if row.secret_sealed else None
        return Keys(member, row.passphrase, secret, row.until)


def _locked(session: Session, number: str) -> MemberRow:
    row = session.get(MemberRow, number, with_for_update=True)
    if row is None:
        raise KeyError(number)
    return row
