"""The book of slips in the store: one row for each that was sent, and how it ended."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, update

from domain.certificates.book import PrintEnd
from storage.sessions import Sessions
from storage.terminal_rows import SlipRow


@dataclass(frozen=True, slots=True)
class StoredSlips:
    """Implements `SlipBook`. All methods raise StoreError."""

    sessions: Sessions

    def begin(self, again: bool, at: datetime) -> int:
        with self.sessions.writing() as session:
            row = SlipRow(began_at=at, again=again, end=None, ended_at=None)
            session.add(row)
            session.flush()
            return row.id

    def forget(self, number: int) -> None:
        row = SlipRow
        with self.sessions.writing() as session:
            session.execute(delete(row).where(row.id == number, row.end.is_(None)))

    def end(self, number: int, end: PrintEnd, at: datetime) -> None:
        row = SlipRow
        with self.sessions.writing() as session:
            session.execute(update(row).where(row.id == number, row.end.is_(None)).values(end=end, ended_at=at))
