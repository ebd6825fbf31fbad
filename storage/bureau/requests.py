"""Calls that change something, and what each was answered: asked again, it is answered the same and does nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from storage.bureau.rows import RequestRow
from storage.bureau.sessions import BureauSessions
from storage.sealing import Sealer

ANSWER, CONTENT = "requests.answer", "requests.content"
KEPT_FOR = timedelta(days=7)


class Reused(Exception):
    """The number was given to another question before."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What goes back to the terminal."""

    status: int
    body: str


@dataclass(frozen=True, slots=True)
class StoredRequests:
    """All raise StoreError; safe from several threads."""

    sessions: BureauSessions
    sealer: Sealer

    def once(self, terminal: str, number: str, content: str, at: datetime, act: Callable[[], Answered]) -> Answered:
        """What was answered to this question before, or what `act` answers now. Raises Reused.

        What `act` does in the store and that it was done are one transaction: neither is ever there alone.
        """
        digest = self.sealer.digest(CONTENT, content)
        try:
            with self.sessions.together() as session:
                row = RequestRow(terminal=terminal, number=number, content=digest, status=0, answer_sealed=b"", at=at)
                session.add(row)
                session.flush()  # Whoever asks the same at the same time waits here until this one is answered.
                answered = act()
                row.status, row.answer_sealed = answered.status, self.sealer.seal(answered.body, ANSWER)
                return answered
        except IntegrityError:
            before = self._answered(terminal, number)
        if before is None or before.content != digest:
            raise Reused(number)
        return Answered(before.status, self.sealer.unseal(before.answer_sealed, ANSWER))

    def forget(self, now: datetime) -> None:
        """Those of long ago: nobody asks them again."""
        with self.sessions.writing() as session:
            session.execute(delete(RequestRow).where(RequestRow.at < now - KEPT_FOR))

    def _answered(self, terminal: str, number: str) -> RequestRow | None:
        """As it stands for good: a row that is locked waits for the standby, as whoever wrote it did."""
        with self.sessions.writing() as session:
            found = session.get(RequestRow, (terminal, number), with_for_update=True)
            if found is not None:
                session.expunge(found)
            return found
