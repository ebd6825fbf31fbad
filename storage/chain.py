"""The log of the orders as a hash chain: no event can be changed, dropped or moved without being noticed.

Each hash is SHA-256 over the hash before it and the event's own content. The orders themselves are what their events
say they are, so changing an order shows as well.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.payment.order import Order
from domain.payment.states import State
from storage import mapping
from storage.audit import FIRST, Log, last
from storage.counters import heads, next_value
from storage.rows import OrderEventRow, OrderRow

COUNTER = "order_events"
ADDED = "add"
"""The event that an order begins with; what it learns then is all of it."""


def facts(order: Order) -> dict[str, Any]:
    """All that an order says but its number and state."""
    kept = ("network", "channel", "payer", "fen", "created_at", "deadline", "code", "transaction", "paid_at", "voucher")
    bills = [[b.key, b.agency, b.tier, b.base, b.fen] for b in order.bills]
    # Later fields only where they say something: logs of before they were there stay whole.
    later = {"owed_at": order.owed_at} if order.owed_at else {}
    return {name: getattr(order, name) for name in kept} | {"bills": bills} | later


def append(
    session: Session, number: str, event: str, state: State, at: datetime, detail: str, learnt: Mapping[str, Any]
) -> None:
    """Write one event down after all others."""
    serial = next_value(session, COUNTER)
    before = last(session, OrderEventRow, serial - 1)
    row = OrderEventRow(
        serial=serial,
        order_number=number,
        event=event,
        state=state,
        at=at,
        detail=detail,
        learnt=text(learnt),
    )
    row.hash = _hash(before.hash if before else FIRST, row)
    session.add(row)
    heads(session)[COUNTER] = row.hash.hex()


def _agrees(row: OrderRow, life: Iterable[OrderEventRow]) -> bool:
    """Whether an order is what its events, put together, say."""
    said: dict[str, Any] = {}
    state = None
    for event in life:
        said |= json.loads(event.learnt)
        state = event.state
    return state is row.state and said == json.loads(text(facts(mapping.order(row))))


def _hash(before: bytes, row: OrderEventRow) -> bytes:
    at = row.at.astimezone(UTC).isoformat()
    content = [row.serial, row.order_number, row.event, row.state, at, row.detail, row.learnt]
    return hashlib.sha256(before + json.dumps(content, ensure_ascii=False).encode()).digest()


def text(learnt: Mapping[str, Any]) -> str:
    """What an order learns, as it stands in the log: the same text for the same facts."""
    return json.dumps(learnt, ensure_ascii=False, sort_keys=True, default=_time)


def _time(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"not to be written down: {type(value)}")
    return value.astimezone(UTC).isoformat()


LOG = Log(COUNTER, OrderEventRow, OrderEventRow.order_number, OrderRow, _hash, _agrees, "event", "order")
