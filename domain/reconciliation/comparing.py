"""One bill against our books: what is in which bucket, what has to be asked about, and what becomes a case.

Where something was put the first time stays in its bucket, whatever becomes of it: the same bill again says the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from domain.lives.events import Impossible
from domain.money import Fen
from domain.payment.order import Network, Order
from domain.payment.states import MONEY_TAKEN
from domain.reconciliation import days
from domain.reconciliation.bill import ZERO, Key, Kind, Row, Tally
from domain.reconciliation.books import Books, Bucket, Entry, Standing
from domain.reconciliation.cases import CaseBook, CaseState, Cleared, Found, Subject
from domain.reconciliation.matching import Matched, matched
from domain.reconciliation.report import Difference
from domain.runtime import Clock

TERMINAL = "terminal"
"""Who finds and clears, in the log of a case."""
OURS = frozenset({Bucket.MATCH, Bucket.DIFFERS, Bucket.OURS_ONLY})
"""Buckets of what our books have of the bill's day."""


@dataclass(slots=True)
class Comparison:
    """What has been found so far."""

    buckets: dict[Bucket, Tally] = field(default_factory=lambda: defaultdict(Tally))
    ours: Tally = ZERO
    billed: Tally = ZERO
    differences: list[Difference] = field(default_factory=list)

    def add(self, bucket: Bucket, kind: Kind, ours: Fen | None, theirs: Fen | None) -> None:
        """One more in a bucket."""
        said = theirs if theirs is not None else ours
        assert said is not None
        self.buckets[bucket] = self.buckets[bucket].plus(kind, said)
        if theirs is not None:
            self.billed = self.billed.plus(kind, theirs)
        if ours is not None and bucket in OURS:
            self.ours = self.ours.plus(kind, ours)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Of one network's bill of one day. `ask` asks a network about an order and lets the order go on by the answer.

    `is_final(day)` says whether that day's bill of the same network is done with.
    """

    books: Books
    cases: CaseBook
    ask: Callable[[str], Order]
    clock: Clock
    terminal: str
    network: Network
    day: date
    day_begins: timedelta
    is_final: Callable[[date], bool]

    def due(self) -> dict[Key, Entry]:
        """What has to be on this bill, or may be."""
        since, until = days.span(self.day, self.day_begins)
        found = self.books.due(self.network, self.day, since - days.EDGE, until + days.EDGE)
        return {entry.key: entry for entry in found}

    def compare(self, rows: Iterable[Row]) -> Comparison:
        """Everything is marked before anybody is asked: whoever goes on after a power cut finds it as it was."""
        result, due, marks = Comparison(), self.due(), self.books.marks(self.network, self.day)
        open_cases = {case.number for case in self.cases.open(self.network)}
        apart: list[tuple[Matched, Bucket]] = []
        for some in matched(rows, due, partial(self.books.find, self.network), self.terminal):
            new = {one.row.key: one.bucket for one in some if one.entry and not one.twice}
            self.books.mark(self.network, self.day, {key: bucket for key, bucket in new.items() if key not in marks})
            for one in some:
                bucket = marks.get(one.row.key, one.bucket) if one.bucket is Bucket.MATCH else one.bucket
                result.add(bucket, one.row.kind, one.entry.fen if one.entry else None, one.row.fen)
                if bucket not in {Bucket.MATCH, Bucket.ELSEWHERE}:
                    apart.append((one, bucket))
                elif open_cases and (subject := self._subject(one)).number in open_cases:
                    self._clear(subject)
        result.differences += [self._explained(one, bucket) for one, bucket in apart]
        before = {key for key, bucket in marks.items() if bucket is Bucket.OURS_ONLY}
        for entry in self._missing(due, before - {one.row.key for one, _ in apart}):
            result.add(Bucket.OURS_ONLY, entry.kind, entry.fen, None)
            result.differences.append(self._only_ours(entry, is_found=entry.key not in due))
        return result

    def _missing(self, due: dict[Key, Entry], before: set[Key]) -> Iterator[Entry]:
        """What had to be on this bill and is not, and on no other that it may be on; and what was missed `before`."""
        known = self.books.find(self.network, before - due.keys()) if before - due.keys() else {}
        for entry in sorted({**due, **known}.values(), key=lambda entry: (entry.until, entry.number)):
            if entry.key in before:
                yield entry
                continue
            homes = set(days.homes(entry.since, entry.until, self.day_begins))
            if self.day in homes and all(self.is_final(other) for other in homes - {self.day}):
                self.books.mark(self.network, self.day, {entry.key: Bucket.OURS_ONLY})
                yield entry

    def _explained(self, one: Matched, bucket: Bucket) -> Difference:
        row, entry = one.row, one.entry
        ours = entry.fen if entry and bucket is not Bucket.THEIRS_ONLY else None
        subject = self._subject(one)
        if one.bucket is Bucket.MATCH or (not self._has_ended(subject) and self._takes(one)):
            self._clear(subject)
            explained = True
        else:
            explained = self._is_settled(subject, Found(bucket, self.day, ours, row.fen, row.transaction))
        order = entry.order if entry else row.order
        return Difference(
            *(bucket, row.kind, row.number, order, row.transaction, ours, row.fen, row.at, explained),
            reference=subject.reference,
        )

    def _only_ours(self, entry: Entry, is_found: bool) -> Difference:
        """`is_found`: on another day's bill, since."""
        subject = Subject(self.network, entry.kind, entry.number)
        if is_found:
            self._clear(subject)
        explained = is_found or self._is_settled(
            subject, Found(Bucket.OURS_ONLY, self.day, entry.fen, None, entry.transaction)
        )
        return Difference(
            Bucket.OURS_ONLY,
            entry.kind,
            entry.number,
            entry.order,
            entry.transaction,
            entry.fen,
            None,
            entry.until,
            explained,
            subject.reference,
        )

    def _takes(self, one: Matched) -> bool:
        """Whether the order takes the money, by its network's own answer."""
        row, entry = one.row, one.entry
        if row.kind is not Kind.PAYMENT or entry is None or one.twice or entry.standing is Standing.DONE:
            return False
        order = self.ask(entry.order)
        return order.state in MONEY_TAKEN and order.trade.fen == row.fen

    def _subject(self, one: Matched) -> Subject:
        row = one.row
        return Subject(self.network, row.kind, row.transaction if one.twice or not row.number else row.number)

    def _is_settled(self, subject: Subject, found: Found) -> bool:
        """Whether its case is over. Where there is none there is one now."""
        case = self.cases.get(subject.number)
        if case is None or case.state in {CaseState.LOOKED_INTO, CaseState.CLEARED}:
            try:
                case = self.cases.tell(subject, found, self.clock(), TERMINAL)
            except Impossible:  # Somebody else has found it in this very moment.
                case = self.cases.get(subject.number)
        return case is not None and case.state is CaseState.SETTLED

    def _has_ended(self, subject: Subject) -> bool:
        """Whether two of the staff have said what became of it: then nobody is asked, and no order takes it."""
        case = self.cases.get(subject.number)
        return case is not None and case.state is CaseState.SETTLED

    def _clear(self, subject: Subject) -> None:
        case = self.cases.get(subject.number)
        if case is not None and case.state is CaseState.OPEN:
            now = self.clock()
            self.cases.tell(subject, Cleared(now, detail=f"by the bill of {self.day}"), now, TERMINAL)
