"""What came of a day and a network: a value for the command line, the day-end report (日结单) and staff's pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.money import Fen
from domain.payment.order import Network
from domain.reconciliation.bill import ZERO, Kind, Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseBook, CaseState, Settlement, Subject


class Outcome(StrEnum):
    """How far a bill has come. A bill that is not there yet is not an empty one."""

    DONE = "done"
    """It was held against our books, row by row."""
    NOTHING = "nothing"
    """There is none, for nothing happened: the network says so, or has none days later, and our books have nothing."""
    NOT_READY = "not_ready"
    """还没有账单."""
    BROKEN = "broken"
    """What came cannot be believed."""
    SILENT = "silent"
    """The network did not answer."""


FINAL = frozenset({Outcome.DONE, Outcome.NOTHING})
"""Outcomes after which a bill is not asked for again by itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not the same on both sides; a side that has nothing of it is None.

    `explained`: the order has taken the money since, or its case is over; `settled` is how two of the staff ended that.
    `reference` is what its case is known by.
    """

    bucket: Bucket
    kind: Kind
    number: str
    order: str
    transaction: str
    ours: Fen | None
    theirs: Fen | None
    at: datetime
    explained: bool = False
    reference: str = ""
    settled: Settlement | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`at` is when it came out so, after so many `tries`; `why` is for people who know English, nothing personal.

    `ours` is what our books have of the bill's day, `billed` what the rows come to; `own`: the bill told totals of its
    own, and they are the same as `billed`.
    """

    network: Network
    day: date
    outcome: Outcome
    at: datetime
    why: str = ""
    tries: int = 1
    buckets: Mapping[Bucket, Tally] = field(default_factory=dict)
    ours: Tally = ZERO
    billed: Tally = ZERO
    own: bool = False
    differences: tuple[Difference, ...] = ()

    @property
    def is_final(self) -> bool:
        return self.outcome in FINAL

    @property
    def over(self) -> Fen:
        """By how much the bill's total is above ours and that of other terminals (账单总数多); negative if below."""
        return Fen(self.billed.net - self.ours.net - self.of(Bucket.ELSEWHERE).net)

    @property
    def unexplained(self) -> int:
        """How many differences somebody has to look at."""
        return sum(not difference.explained for difference in self.differences)

    def of(self, bucket: Bucket) -> Tally:
        """What is in a bucket; zero if nothing is."""
        return self.buckets.get(bucket, ZERO)

    def since(self, cases: CaseBook) -> "Report":
        """With what has become of its differences: a case that was ended since waits for nobody."""
        return replace(self, differences=tuple(_since(one, self.network, cases) for one in self.differences))

    def says_the_same(self, other: "Report") -> bool:
        """Whether another one differs in when it came out at most."""
        return replace(self, at=other.at, tries=other.tries) == other


def _since(one: Difference, network: Network, cases: CaseBook) -> Difference:
    case = cases.get(Subject(network, one.kind, one.reference or one.number or one.transaction).number)
    if case is None or case.state not in {CaseState.SETTLED, CaseState.CLEARED}:
        return one
    return replace(one, explained=True, settled=case.how)


class Reports(Protocol):
    """Where reports are kept, one for each network and day. Safe from any thread."""

    def get(self, network: Network, day: date) -> Report | None: ...

    def of(self, day: date) -> tuple[Report, ...]:
        """Those of a bill's day, by network: what the day-end report of the next day tells."""
        ...

    def keep(self, report: Report) -> None:
        """In place of the one before, if there is one."""
        ...
