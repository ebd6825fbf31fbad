"""Wrong tries at the desk's door: counted before each is looked at, by person and by address, over restarts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Table, bindparam, delete
from sqlalchemy.exc import IntegrityError

from storage.bureau.desk_rows import TryRow
from storage.sealing import Sealer
from storage.sessions import Sessions

FREE, ADDRESS_FREE = 3, 10
"""From this many wrong tries in a row by one person, or from one address, the next has to wait: many may sit behind
one address."""
FIRST, LONGEST = timedelta(seconds=15), timedelta(minutes=15)
"""Each wait is twice as long as the one before. Nobody is shut out for good: anybody could do that to the staff."""
FORGOTTEN = timedelta(hours=1)
"""So long after the last of them, longer than any wait, wrong tries are no longer in a row."""
_TABLE = TryRow.__table__
assert isinstance(_TABLE, Table)
_FORGET = delete(_TABLE).where(_TABLE.c.key == bindparam("of"))
_OLD = delete(_TABLE).where(_TABLE.c.at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class StoredTries:
    """All methods raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def count(self, person: str, address: str, at: datetime) -> timedelta:
        """Count a try as a wrong one, before it is looked at; zero. Or how long to wait, and it is not to be looked at.

        What was typed as a number may be anything: it is kept as a keyed digest only.
        """
        keys = ((self._key("person", person), FREE), (self._key("address", address), ADDRESS_FREE))
        try:
            with self.sessions.writing() as session:
                session.connection().execute(_OLD, {"before": at - FORGOTTEN})
                rows = {key: session.get(TryRow, key, with_for_update=True) for key, _ in sorted(keys)}
                wait = max((row.until - at for row in rows.values() if row), default=timedelta(0))
                if wait > timedelta(0):
                    return wait
                for key, free in keys:
                    row = rows[key] or TryRow(key=key, times=0, at=at, until=at)
                    row.times, row.at = row.times + 1, at
                    row.until = at + pause(row.times - free)
                    session.add(row)
                return timedelta(0)
        except IntegrityError:  # Another's first try came in this very moment.
            return FIRST

    def right(self, person: str, address: str, at: datetime) -> None:
        """The last one was right: the person's are forgotten. Of those from the address only that one is: others sit
        there too.
        """
        own, theirs = self._key("person", person), self._key("address", address)
        with self.sessions.writing() as session:
            rows = {key: session.get(TryRow, key, with_for_update=True) for key in sorted((own, theirs))}
            if row := rows[theirs]:
                row.times, row.until = max(row.times - 1, 0), at
            session.connection().execute(_FORGET, {"of": own})

    def _key(self, kind: str, text: str) -> bytes:
        return self.sealer.digest("desk_tries.key", kind, text)


def pause(further: int) -> timedelta:
    """How long after a try that was the `further`-th beyond the free ones."""
    return min(FIRST * 2.0 ** min(further, 16), LONGEST) if further >= 0 else timedelta(0)
