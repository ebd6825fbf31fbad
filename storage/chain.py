"""The log of the orders as a hash chain: no event can be changed, dropped or moved without being noticed.

Each hash is SHA-256 over the hash before it and the event's own content. The orders themselves are what their events
say they are, so changing an order shows as well.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.payment.order import Order
from domain.payment.states import State
from storage import mapping
from storage.counters import next_value
from storage.rows import CounterRow, OrderEventRow, OrderRow

COUNTER = "order_events"
ADDED = "add"
"""The event that an order begins with; what it learns then is all of it."""
FIRST = bytes(32)
"""What stands for the hash before the first event."""


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
    before = session.get(OrderEventRow, serial - 1)
    row = OrderEventRow(
        serial=serial, order_number=number, event=event, state=state, at=at, detail=detail, learnt=_text(learnt)
    )
    row.hash = _hash(before.hash if before else FIRST, row)
    session.add(row)


def broken(session: Session) -> str | None:
    """The first thing that does not hold, in a sentence; None if the chain is whole and the orders agree with it."""
    return next(_breaks(session), None)


def _breaks(session: Session) -> Iterator[str]:
    before, count = FIRST, 0
    for count, row in enumerate(session.scalars(_events().order_by(OrderEventRow.serial)), 1):
        if row.serial != count:
            yield f"event {count} is missing"
        if row.hash != _hash(before, row):
            yield f"event {row.serial} was changed"
        before = row.hash
    if count != (session.scalar(select(CounterRow.value).where(CounterRow.name == COUNTER)) or 0):
        yield f"events after event {count} are missing"
    told = session.scalar(select(func.count(OrderEventRow.order_number.distinct())))
    if told != session.scalar(select(func.count(OrderRow.number))):
        yield "there are orders that no event tells of"
    events = session.scalars(_events().order_by(OrderEventRow.order_number, OrderEventRow.serial))
    for number, life in groupby(events, lambda row: row.order_number):
        row = session.get(OrderRow, number)
        if row is None or not _agrees(mapping.order(row), life):
            yield f"order {number} is not what its events say"
        session.expunge_all()


def _agrees(order: Order, life: Iterable[OrderEventRow]) -> bool:
    """Whether an order is what its events, put together, say."""
    said: dict[str, Any] = {}
    state = None
    for event in life:
        said |= json.loads(event.learnt)
        state = event.state
    return state is order.state and said == json.loads(_text(facts(order)))


def _events() -> Any:
    return select(OrderEventRow).execution_options(yield_per=1000)


def _hash(before: bytes, row: OrderEventRow) -> bytes:
    at = row.at.astimezone(UTC).isoformat()
    content = [row.serial, row.order_number, row.event, row.state, at, row.detail, row.learnt]
    return hashlib.sha256(before + json.dumps(content, ensure_ascii=False).encode()).digest()


def _text(learnt: Mapping[str, Any]) -> str:
    return json.dumps(learnt, ensure_ascii=False, sort_keys=True, default=_time)


def _time(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"not to be written down: {type(value)}")
    return value.astimezone(UTC).isoformat()
