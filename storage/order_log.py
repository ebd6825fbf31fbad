"""The log of the orders (`storage.chain`), with who of the staff did what the terminal did not do by itself."""

import hashlib
from typing import Any

from domain.payment.order import Order
from storage import mapping
from storage.chain import Log
from storage.rows import OrderEventRow, OrderRow


def facts(row: OrderRow) -> dict[str, Any]:
    """All that an order says but its number and state."""
    return told(mapping.order(row), digest(row.reason_sealed))


def told(order: Order, reason: str | None = None) -> dict[str, Any]:
    """The same, of the order itself; `reason` is the digest of what is sealed."""
    kept = ("network", "channel", "payer", "fen", "created_at", "deadline", "code", "transaction", "paid_at", "voucher")
    bills = [[b.key, b.agency, b.tier, b.base, b.fen] for b in order.bills]
    # Later fields only where they say something: logs of before they were there stay whole.
    parts = mapping.parts_of(order.combined) if order.combined else []
    combined = [order.combined.number, order.combined.fen, *parts] if order.combined else None
    later = {"owed_at": order.owed_at, "proof": order.proof, "reason": reason, "combined": combined}
    said = {name: value for name, value in later.items() if value}
    return {name: getattr(order, name) for name in kept} | {"bills": bills} | said


def digest(sealed: bytes | None) -> str | None:
    """What a log says of something sealed, in hexadecimal: it cannot be exchanged unnoticed, nor read."""
    return None if sealed is None else hashlib.sha256(sealed).hexdigest()


LOG = Log(OrderEventRow, OrderEventRow.order_number, OrderRow, facts, "event", "order", later=("who",))
