"""Cases: payments and refunds that somebody has to look at, because a bill said so; and whoever asked about one.

The life of a case, in one table:

1. A case is about one payment or refund. It begins when a bill has it otherwise than our books (`Found`), or when staff
   ask its network about it (`Queried`), which by itself is nobody's trouble: LOOKED_INTO.
2. What is OPEN is cleared by a later bill or by the order itself (`Cleared`), or settled by two members of staff
   (`Settled`). A query moves nothing: it is written down with what the network said.
3. What was cleared may be found again. What people have settled stays settled, with their reason, and with the number
   under which money moved.

An event that the table does not know in a state raises `Impossible`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Protocol

from domain.lives.events import Event, Impossible
from domain.money import Fen
from domain.payment.order import Network
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket


class CaseState(StrEnum):
    LOOKED_INTO = "looked_into"
    OPEN = "open"
    CLEARED = "cleared"
    SETTLED = "settled"


class Settlement(StrEnum):
    """How people settle a case."""

    SENT_BACK = "sent_back"
    """The money was sent back at the merchant's platform."""
    POSTED = "posted"
    """It was posted by hand."""
    CHECKED = "checked"
    """Both sides were looked at, and no money has to move."""
    NOT_OURS = "not_ours"
    """It is no business of this terminal's."""


MOVES_MONEY = frozenset({Settlement.SENT_BACK, Settlement.POSTED})
"""What takes a proof: the number under which somebody else has it (`domain.payment.proofs`)."""


class CaseEvent(Event):
    """Its fields are fields of `Case`."""

    __slots__ = ()
    word: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Found(CaseEvent):
    """A bill has it otherwise than our books, which is in the event's bucket."""

    word = "find"
    why: Bucket
    day: date
    ours: Fen | None
    theirs: Fen | None
    transaction: str


@dataclass(frozen=True, slots=True)
class Queried(CaseEvent):
    """Staff asked the network; `detail` is what it said."""

    word = "query"
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Cleared(CaseEvent):
    """It has come right by itself; `detail` says how."""

    word = "clear"
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Settled(CaseEvent):
    """By two members of staff, the second of whom is `second`, for a `reason`; `proof` is empty if no money moved."""

    word = "settle"
    how: Settlement
    second: str
    ended_at: datetime
    proof: str
    reason: str = field(repr=False)


S = CaseState

TRANSITIONS: Mapping[CaseState | None, Mapping[type[CaseEvent], CaseState]] = {
    None: {Found: S.OPEN, Queried: S.LOOKED_INTO},
    S.LOOKED_INTO: {Found: S.OPEN, Queried: S.LOOKED_INTO},
    S.OPEN: {Queried: S.OPEN, Cleared: S.CLEARED, Settled: S.SETTLED},
    S.CLEARED: {Found: S.OPEN, Queried: S.CLEARED},
    S.SETTLED: {Queried: S.SETTLED},
}


def after(state: CaseState | None, event: CaseEvent) -> CaseState:
    """The state that follows; None is before the case. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][type(event)]
    except KeyError:
        raise Impossible(f"{event.word} cannot happen to a case that is {state}") from None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a case is about. `reference` is our own number for it; the network's, where it has none of ours."""

    network: Network
    kind: Kind
    reference: str

    @property
    def number(self) -> str:
        """What the case is known by: there is one for each payment and refund, however often it is found."""
        return f"{self.network} {self.kind} {self.reference}"


@dataclass(frozen=True, slots=True)
class Case:
    """`ours` and `theirs` are amounts in fen, None where that side has nothing; `day` is that of the bill.

    Times are aware. `second` is who settled it beside the one whose number stands in the log, `reason` why, `proof` the
    number under which the money moved.
    """

    subject: Subject
    state: CaseState
    opened_at: datetime
    why: Bucket | None = None
    day: date | None = None
    ours: Fen | None = None
    theirs: Fen | None = None
    transaction: str = ""
    asked_at: datetime | None = None
    ended_at: datetime | None = None
    how: Settlement | None = None
    second: str = ""
    proof: str = ""
    reason: str = field(default="", repr=False)

    @property
    def number(self) -> str:
        return self.subject.number


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One entry of a case's log, with who did it."""

    word: str
    state: CaseState
    at: datetime
    who: str
    detail: str


class CaseBook(Protocol):
    """Where cases are kept, with the log of every step. Safe from any thread; a write is committed when it returns."""

    def tell(self, subject: Subject, event: CaseEvent, at: datetime, who: str) -> Case:
        """Let an event happen to the case of a subject, which begins with it if there is none.

        Raises Impossible if the table has no such edge.
        """
        ...

    def get(self, number: str) -> Case | None: ...

    def open(self, network: Network | None = None) -> tuple[Case, ...]:
        """Cases that wait for somebody, oldest first; of one network, or of all."""
        ...

    def history(self, number: str) -> tuple[CaseStep, ...]:
        """Every step of a case, from its first."""
        ...
