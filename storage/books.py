"""The books that bills are held against: orders and refunds of the store, and the marks of bills before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from sqlalchemy import bindparam, func, select

from domain.payment.order import Network
from domain.reconciliation.bill import Key, Kind
from domain.reconciliation.books import Bucket, Entry
from domain.runtime import HALL_TIME
from storage import entries
from storage.base import upsert
from storage.reconciliation_rows import MarkRow
from storage.rows import OrderRow
from storage.sessions import Sessions

_FIRST = select(func.min(OrderRow.created_at))
_MARKS = select(MarkRow.kind, MarkRow.number, MarkRow.bucket).where(
    MarkRow.network == bindparam("of"), MarkRow.day == bindparam("on")
)
_ELSEWHERE = select(MarkRow.kind, MarkRow.number).where(
    MarkRow.network == bindparam("of"), MarkRow.day >= bindparam("since"), MarkRow.day != bindparam("on")
)


@dataclass(frozen=True, slots=True)
class StoredBooks:
    """Implements `Books`. All methods raise StoreError; safe from several threads."""

    sessions: Sessions

    def first_day(self) -> date | None:
        [(first,)] = self.sessions.look(_FIRST)
        return first.astimezone(HALL_TIME).date() if first else None

    def due(self, network: Network, day: date, since: datetime, until: datetime) -> Iterable[Entry]:
        """As `Books` says. Marks of the days around are all that can have it."""
        with self.sessions.looking() as store:
            found = [*entries.done_between(store, network, since, until)]
            if not found:
                return found
            first = min(entry.since for entry in found).astimezone(HALL_TIME).date() - timedelta(days=1)
            seen = store.execute(_ELSEWHERE, {"of": network, "since": first, "on": day})
            elsewhere = {(kind, number) for kind, number in seen}
            return [entry for entry in found if entry.key not in elsewhere]

    def find(self, network: Network, keys: Collection[Key]) -> Mapping[Key, Entry]:
        numbers: dict[Kind, list[str]] = defaultdict(list)
        for kind, number in keys:
            numbers[kind].append(number)
        with self.sessions.looking() as store:
            found = chain(
                entries.payments(store, network, numbers[Kind.PAYMENT]),
                entries.refunds(store, network, numbers[Kind.REFUND]),
            )
            wanted = set(keys)
            return {entry.key: entry for entry in found if entry.key in wanted}

    def marks(self, network: Network, day: date) -> Mapping[Key, Bucket]:
        return {(kind, number): bucket for kind, number, bucket in self.sessions.look(_MARKS, of=network, on=day)}

    def mark(self, network: Network, day: date, found: Mapping[Key, Bucket]) -> None:
        """As `Books` says: what was put somewhere before stays there."""
        if not found:
            return
        rows = [
            {"network": network, "day": day, "kind": kind, "number": number, "bucket": bucket}
            for (kind, number), bucket in found.items()
        ]
        with self.sessions.writing() as session:
            # By its connection: a session would look at each of very many rows once more.
            session.connection().execute(upsert(MarkRow).on_conflict_do_nothing(), rows)
