"""The log of the refunds as a hash chain, like that of the orders (`storage.chain`), with who did each step.

What is sealed in an application stands in the log as its keyed digest: it cannot be exchanged unnoticed, nor read.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy.orm import Session

from domain.refunds.events import RefundEvent
from domain.refunds.states import OPEN, State
from storage.audit import FIRST, Log, last
from storage.counters import heads, next_value
from storage.refund_rows import RefundEventRow, RefundRow
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
    session: Session, row: RefundRow, event: RefundEvent, at: datetime, who: str, learnt: Mapping[str, Any]
) -> None:
    """Write one step down after all others; the application is in its new state already."""
    serial = next_value(session, COUNTER)
    before = last(session, RefundEventRow, serial - 1)
    step = RefundEventRow(
        serial=serial,
        refund=row.number,
        event=event.word,
        state=row.state,
        at=at,
        who=who,
        detail=event.detail,
        learnt=_text(learnt),
    )
    step.hash = _hash(before.hash if before else FIRST, step)
    session.add(step)
    heads(session)[COUNTER] = step.hash.hex()


def log(sealer: Sealer) -> Log:
    """The log, to be read from end to end."""
    agrees = partial(_agrees, sealer)
    return Log(COUNTER, RefundEventRow, RefundEventRow.refund, RefundRow, _hash, agrees, "refund event", "refund")


def _agrees(sealer: Sealer, row: RefundRow, life: Iterable[RefundEventRow]) -> bool:
    """Whether an application is what its steps, put together, say."""
    said: dict[str, Any] = {}
    state: State | None = None
    for step in life:
        said |= json.loads(step.learnt)
        state = step.state
    try:
        told = json.loads(_text(facts(row, sealer)))
    except InvalidTag:
        return False
    held = row.live is (row.state in OPEN)
    return held and state is row.state and said == told


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
