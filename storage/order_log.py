"""The log of the orders (`storage.chain`)."""

from typing import Any

from storage import mapping
from storage.chain import Log
from storage.rows import OrderEventRow, OrderRow


def facts(row: OrderRow) -> dict[str, Any]:
    """All that an order says but its number and state."""
    order = mapping.order(row)
    kept = ("network", "channel", "payer", "fen", "created_at", "deadline", "code", "transaction", "paid_at", "voucher")
    bills = [[b.key, b.agency, b.tier, b.base, b.fen] for b in order.bills]
    # Later fields only where they say something: logs of before they were there stay whole.
    later = {"owed_at": order.owed_at} if order.owed_at else {}
    return {name: getattr(order, name) for name in kept} | {"bills": bills} | later


LOG = Log(OrderEventRow, OrderEventRow.order_number, OrderRow, facts, "event", "order")
