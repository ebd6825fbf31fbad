"""Visitors' calls for the staff, of all terminals: rung, answered, over."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from domain.desk.calls import LAPSES_AFTER, DeskCall
from storage.bureau.rows import CallRow
from storage.sessions import Sessions

_LIVE = func.coalesce(CallRow.answered_at, CallRow.since) > bindparam("lapsed")
"""Whoever called before that, or was answered, is served by now, or has gone."""
_OPEN = select(CallRow).where(_LIVE).order_by(CallRow.since, CallRow.terminal)
_WAITING = select(func.count()).select_from(CallRow).where(_LIVE, CallRow.comes == "")
_ANSWERED = select(CallRow.comes).where(CallRow.terminal == bindparam("of"), CallRow.made == bindparam("at"))


@dataclass(frozen=True, slots=True)
class StoredCalls:
    """All raise StoreError; safe from several threads."""

    sessions: Sessions

    def ring(self, terminal: str, made: datetime, rung: int, screen: str, now: datetime) -> None:
        """A call, or the same one again; what was rung of an earlier one is over with it."""
        with self.sessions.writing() as session:
            row = session.get(CallRow, terminal, with_for_update=True)
            if row is not None and row.made == made:
                row.rung = max(row.rung, rung)
                return
            new = {"made": made, "since": now, "screen": screen, "rung": rung, "comes": "", "answered_at": None}
            session.merge(CallRow(terminal=terminal, **new))

    def answered(self, terminal: str, made: datetime) -> bool:
        """Whether one of the staff has said that they come."""
        return any(comes for (comes,) in self.sessions.look(_ANSWERED, of=terminal, at=made))

    def still(self, terminal: str) -> None:
        """Nobody needs to come any more."""
        with self.sessions.writing() as session:
            session.execute(delete(CallRow).where(CallRow.terminal == terminal))

    def open(self, now: datetime) -> tuple[DeskCall, ...]:
        """Those that are not over, the oldest first; also those to which somebody is on the way."""
        found = self.sessions.look(_OPEN, lapsed=now - LAPSES_AFTER)
        return tuple(DeskCall(one.terminal, one.made, one.since, one.screen, one.rung, one.comes) for one in found)

    def waiting(self, now: datetime) -> int:
        """How many of them nobody has answered."""
        with self.sessions.looking() as connection:
            return connection.scalar(_WAITING, {"lapsed": now - LAPSES_AFTER}) or 0

    def comes(self, terminal: str, made: datetime, who: str, now: datetime) -> bool:
        """One of the staff is on the way; false if the call is over, or another was first."""
        with self.sessions.writing() as session:
            done = session.connection().execute(
                update(CallRow)
                .where(CallRow.terminal == terminal, CallRow.made == made, CallRow.comes == "")
                .where(CallRow.since > now - LAPSES_AFTER)
                .values(comes=who, answered_at=now)
            )
            return done.rowcount == 1
