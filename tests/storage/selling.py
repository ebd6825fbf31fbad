"""A whole payment at the store, and how far the store has come."""

from dataclasses import replace

from sqlalchemy import select

from domain.payment import events
from domain.people.insurance import Period
from storage.rows import CounterRow
from storage.store import Store
from tests.payment.hall import NOON, bill_of, new_order


def sells(store: Store, n: int, person: int = 1) -> str:
    """Take and post the payment of a month that nobody else has; its voucher."""
    bill = replace(bill_of(person), period=Period(1000 + n // 12, n % 12 + 1))
    order = new_order(f"GZT{n:018d}", bill)
    store.orders.add(order)
    order = store.orders.move(order, events.Presented("weixin://1"), NOON)
    order = store.orders.move(order, events.Paid("42", NOON), NOON)
    voucher = store.tax.post(order.number, order.bills, NOON, "wechat")
    store.orders.move(order, events.Posted(voucher), NOON)
    return voucher


def counters(store: Store) -> dict[str, int]:
    with store.sessions.reading() as session:
        return {row.name: row.value for row in session.scalars(select(CounterRow))}
