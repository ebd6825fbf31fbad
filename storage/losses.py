"""A store beside its anchor: how far each has come, and how numbers go on where the store has lost some."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.anchor import Anchor
from storage.chain import head
from storage.counters import WRITES, counted
from storage.reconciliation_rows import CaseEventRow
from storage.refund_rows import RefundEventRow
from storage.repayment_rows import RepaymentEventRow
from storage.rows import CounterRow, LossRow, OrderEventRow, StoreIdRow

LOGS = {row.__tablename__: row for row in (OrderEventRow, RefundEventRow, RepaymentEventRow, CaseEventRow)}
LEAP = 1000
"""By how much numbers go on above a store whose anchor is lost as well: nobody knows how many were given since."""

_ID = select(StoreIdRow.id)
_COUNTERS = select(CounterRow.name, CounterRow.value)


@dataclass(frozen=True, slots=True)
class Lost:
    """How many changes of the store are missing, and how many events of each log."""

    changes: int
    order_events: int
    refund_events: int
    repayment_events: int
    case_events: int

    def __str__(self) -> str:
        logs = (
            f"{self.order_events} order, {self.refund_events} refund, {self.repayment_events} repayment and "
            f"{self.case_events} case events"
        )
        return f"{self.changes} changes, {logs}"


def store_id(session: Session) -> str | None:
    """Which store it is; None if it never had an anchor."""
    found = session.connection().scalar(_ID)
    return None if found is None else found.hex()


def position(session: Session) -> tuple[dict[str, int], dict[str, str]]:
    """How far the store has come: its counters, and the heads of its logs."""
    counters = counted_to(session)
    newest = ((name, head(session, event, counters.get(name, 0))) for name, event in LOGS.items())
    return counters, {name: found.hex() for name, found in newest if found}


def counted_to(session: Session) -> dict[str, int]:
    """The store's counters."""
    return dict(session.connection().execute(_COUNTERS).all())


def difference(session: Session, anchor: Anchor) -> str | None:
    """What the store has not, or not in the same way, that its anchor knows of; None if it has all of it."""
    known = store_id(session)
    if known not in (None, anchor.store):
        return "it is another store than the one that its anchor was made for"
    counters = counted_to(session)
    if any(counters.get(name, 0) < value for name, value in anchor.counters.items()):
        return f"it is older than its anchor: {lost(counters, anchor.counters)} are missing"
    for name, event in LOGS.items():
        serial = anchor.counters.get(name, 0)
        newest = head(session, event, serial)
        if (newest.hex() if newest else None) != anchor.heads.get(name) and not _told(session, name, serial):
            return f"its {name} are not those that its anchor knows"
    return None


def lost(kept: Mapping[str, int], known: Mapping[str, int]) -> Lost:
    """What is in the second and no more in the first."""
    gone = [max(0, known.get(name, 0) - kept.get(name, 0)) for name in (WRITES, *LOGS)]
    return Lost(*gone)


def go_on_above(session: Session, numbers: Mapping[str, int], at: datetime) -> None:
    """Let no number be given again that was given: each sequence goes on above, and that it does is written down."""
    kept = counted_to(session)
    for name, resumed in numbers.items():
        if resumed > kept.get(name, 0):
            session.merge(CounterRow(name=name, value=resumed))
            session.add(LossRow(counter=name, kept=kept.get(name, 0), resumed=resumed, at=at))
            counted(session)[name] = resumed


def leapt(counters: Mapping[str, int]) -> dict[str, int]:
    """Numbers that were surely never given, if nobody knows how far a store had come."""
    return {name: value + LEAP for name, value in counters.items()}


def _told(session: Session, name: str, serial: int) -> bool:
    """Whether the event of this serial is one that the store knows it has lost."""
    told = select(LossRow.id).where(LossRow.counter == name, LossRow.kept < serial, serial <= LossRow.resumed)
    return session.scalar(told.limit(1)) is not None
