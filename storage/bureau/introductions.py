"""Whom a terminal may ask about: only who was looked up there by kind, number and name together, and not long ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, select

from storage.bureau.rows import IntroductionRow, WrongLookRow
from storage.sessions import Sessions

KNOWN_FOR = timedelta(hours=1)
"""After this a terminal has to look somebody up again."""
WRONG_IN_A_MINUTE = 10
MINUTE = timedelta(minutes=1)

_WRONG = select(func.count()).where(WrongLookRow.terminal == bindparam("of"), WrongLookRow.at > bindparam("since"))
_KNOWN = select(func.count()).where(
    IntroductionRow.terminal == bindparam("of"),
    IntroductionRow.person_id.in_(bindparam("people", expanding=True)),
    IntroductionRow.until > bindparam("now"),
)


@dataclass(frozen=True, slots=True)
class Introductions:
    """All raise StoreError; safe from several threads."""

    sessions: Sessions

    def tried_too_often(self, terminal: str, now: datetime) -> bool:
        """Whether so many were looked up in vain within a minute that the next has to wait."""
        ((wrong,),) = self.sessions.look(_WRONG, of=terminal, since=now - MINUTE)
        return bool(wrong >= WRONG_IN_A_MINUTE)

    def in_vain(self, terminal: str, now: datetime) -> None:
        """Nobody was found."""
        with self.sessions.writing() as session:
            session.execute(
                delete(WrongLookRow).where(WrongLookRow.terminal == terminal, WrongLookRow.at <= now - MINUTE)
            )
            session.add(WrongLookRow(terminal=terminal, at=now))

    def introduce(self, terminal: str, person: int, now: datetime) -> None:
        """Somebody was found. Who has been for a while is forgotten on that occasion."""
        with self.sessions.writing() as session:
            session.execute(
                delete(IntroductionRow).where(IntroductionRow.terminal == terminal, IntroductionRow.until <= now)
            )
            session.merge(IntroductionRow(terminal=terminal, person_id=person, until=now + KNOWN_FOR))

    def known(self, terminal: str, people: frozenset[int], now: datetime) -> bool:
        """Whether all of them were introduced there."""
        if not people:
            return True
        ((found,),) = self.sessions.look(_KNOWN, of=terminal, people=list(people), now=now)
        return bool(found == len(people))
