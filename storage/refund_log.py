"""The log of the refunds as a hash chain, like that of the orders (`storage.chain`), with who did each step.

What is sealed in an application stands in the log as its keyed digest: it cannot be exchanged unnoticed, nor read.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.refunds.states import OPEN, State
from storage.chain import FIRST
from storage.counters import next_value
from storage.refund_rows import RefundEventRow, RefundRow
from storage.rows import CounterRow
from storage.sealing import Sealer

COUNTER = "refund_events"
PRIVATE, REASON = "refunds.private", "refunds.reason"
FIXED = (
    "bill_key person_id scheme insurance agency voucher channel paid_on paid_fen applied_before order_number "
    "sum_kind ground fen applied_at"
).split()
LEARNT = ("route", "sent_at", "ended_at")


def facts(row: RefundRow, sealer: Sealer) -> dict[str, Any]:
    """All that an application says but its number and state."""
    said = {name: getattr(row, name) for name in (*FIXED, *LEARNT)}
    said |= {"period": row.period.key, "account": row.account_digest.hex()}
    said["private"] = sealed_digest(sealer, row.private_sealed, PRIVATE)
    return said | {"reason": sealed_digest(sealer, row.reason_sealed, REASON)}


def sealed_digest(sealer: Sealer, sealed: bytes | None, where: str) -> str | None:
    """The keyed digest of what is sealed, in hexadecimal."""
    return None if sealed is None else sealer.digest(f"{where}_digest", sealer.unseal(sealed, where)).hex()


def append(
    session: Session, row: RefundRow, event: str, at: datetime, who: str, detail: str, learnt: Mapping[str, Any]
) -> None:
    """Write one step down after all others; the application is in its new state already."""
    serial = next_value(session, COUNTER)
    before = session.get(RefundEventRow, serial - 1)
    step = RefundEventRow(
        serial=serial,
        refund=row.number,
        event=event,
        state=row.state,
        at=at,
        who=who,
        detail=detail,
        learnt=_text(learnt),
    )
    step.hash = _hash(before.hash if before else FIRST, step)
    session.add(step)


def broken(session: Session, sealer: Sealer) -> str | None:
    """The first thing that does not hold, in a sentence; None if the chain is whole and the refunds agree with it."""
    return next(_breaks(session, sealer), None)


def _breaks(session: Session, sealer: Sealer) -> Iterator[str]:
    before, count = FIRST, 0
    for count, step in enumerate(session.scalars(_steps().order_by(RefundEventRow.serial)), 1):
        if step.serial != count:
            yield f"refund event {count} is missing"
        if step.hash != _hash(before, step):
            yield f"refund event {step.serial} was changed"
        before = step.hash
    if count != (session.scalar(select(CounterRow.value).where(CounterRow.name == COUNTER)) or 0):
        yield f"refund events after event {count} are missing"
    told = session.scalar(select(func.count(RefundEventRow.refund.distinct())))
    if told != session.scalar(select(func.count(RefundRow.number))):
        yield "there are refunds that no event tells of"
    steps = session.scalars(_steps().order_by(RefundEventRow.refund, RefundEventRow.serial))
    for number, life in groupby(steps, lambda step: step.refund):
        row = session.get(RefundRow, number)
        if row is None or not _agrees(row, life, sealer):
            yield f"refund {number} is not what its events say"
        session.expunge_all()


def _agrees(row: RefundRow, life: Iterable[RefundEventRow], sealer: Sealer) -> bool:
    """Whether an application is what its steps, put together, say."""
    said: dict[str, Any] = {}
    state: State | None = None
    for step in life:
        said |= json.loads(step.learnt)
        state = step.state
    held = row.live is (row.state in OPEN)
    return held and state is row.state and said == json.loads(_text(facts(row, sealer)))


def _steps() -> Any:
    return select(RefundEventRow).execution_options(yield_per=1000)


def _hash(before: bytes, step: RefundEventRow) -> bytes:
    at = step.at.astimezone(UTC).isoformat()
    content = [step.serial, step.refund, step.event, step.state, at, step.who, step.detail, step.learnt]
    return hashlib.sha256(before + json.dumps(content, ensure_ascii=False).encode()).digest()


def _text(learnt: Mapping[str, Any]) -> str:
    return json.dumps(learnt, ensure_ascii=False, sort_keys=True, default=_time)


def _time(value: object) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
    raise TypeError(f"not to be written down: {type(value)}")
