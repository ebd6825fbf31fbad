"""Staff of halls: their PINs, and who of them was admitted at which terminal, and until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from storage.bureau.rows import DutyRow, PinRow
from storage.sessions import Sessions

ON_DUTY_FOR = timedelta(minutes=30)
"""Longer than a terminal lets anybody stand at its staff's page without a touch."""

_ON_DUTY = (
    select(DutyRow.number)
    .join(PinRow, PinRow.number == DutyRow.number)
    .where(DutyRow.terminal == bindparam("of"), DutyRow.until > bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class Duties:
    """All raise StoreError; safe from several threads."""

    sessions: Sessions

    def set_pin(self, number: str, pin_hash: str) -> None:
        """From now on this is their PIN at every terminal; what `./kiosk pin` prints."""
        with self.sessions.writing() as session:
            session.merge(PinRow(number=number, pin_hash=pin_hash))

    def remove(self, number: str) -> None:
        """They are admitted nowhere any more."""
        with self.sessions.writing() as session:
            session.execute(delete(PinRow).where(PinRow.number == number))
            session.execute(delete(DutyRow).where(DutyRow.number == number))

    def pin(self, number: str) -> str | None:
        """The hash of their PIN; None if nobody has this number."""
        with self.sessions.looking() as connection:
            return connection.scalar(select(PinRow.pin_hash).where(PinRow.number == number))

    def begin(self, terminal: str, number: str, now: datetime) -> None:
        """They were admitted there."""
        with self.sessions.writing() as session:
            session.execute(delete(DutyRow).where(DutyRow.terminal == terminal, DutyRow.until <= now))
            session.merge(DutyRow(terminal=terminal, number=number, until=now + ON_DUTY_FOR))

    def at(self, terminal: str, now: datetime) -> frozenset[str]:
        """Who is on duty there."""
        return frozenset(number for (number,) in self.sessions.look(_ON_DUTY, of=terminal, now=now))
