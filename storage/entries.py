"""Payments and refunds of ours as reconciliation looks at them, read column by column: there may be many."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from domain.payment import events
from domain.payment import numbers as order_numbers
from domain.payment.order import Network
from domain.payment.states import MONEY_TAKEN, OrderState
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Entry, Standing
from domain.refunds.application import Route
from domain.refunds.paymaster import LENGTH, refund_number
from domain.refunds.states import RefundState
from storage.refund_rows import RefundRow
from storage.rows import OrderEventRow, OrderRow

LONGEST = timedelta(days=3)
"""Nobody pays an order later than this after it was made."""
APPLICATION = len("TF2026000018")

_ORDER = (
    OrderRow.number,
    OrderRow.fen,
    OrderRow.state,
    OrderRow.created_at,
    OrderRow.paid_at,
    OrderRow.owed_at,
    OrderRow.transaction,
)
_REFUND = (
    RefundRow.number,
    RefundRow.fen,
    RefundRow.state,
    RefundRow.route,
    RefundRow.sent_at,
    RefundRow.ended_at,
    RefundRow.order_number,
)


def done_between(session: Session, network: Network, since: datetime, until: datetime) -> Iterator[Entry]:
    """What our books say is done and may have happened in `[since, until)`."""
    row = OrderRow
    paid = select(*_ORDER).where(
        row.network == network,
        row.state.in_(MONEY_TAKEN),
        row.created_at >= since - LONGEST,
        row.created_at < until,
        row.paid_at >= since,
        row.paid_at < until,
    )
    yield from map(_payment, session.execute(paid))
    sent_back = (
        select(*_ORDER, OrderEventRow.at)
        .join(OrderEventRow, OrderEventRow.order_number == row.number)
        .where(
            row.network == network,
            row.state == OrderState.REFUNDED,
            row.owed_at < until,
            OrderEventRow.event == events.Refunded.word,
            OrderEventRow.at >= since,
        )
    )
    for found in session.execute(sent_back):
        yield _own_refund(found, found.at)
    paid_out = _applications(network).where(
        RefundRow.state == RefundState.PAID_OUT,
        RefundRow.route == Route.NETWORK,
        RefundRow.sent_at < until,
        RefundRow.ended_at >= since,
    )
    yield from map(_applied, session.execute(paid_out))


def payments(session: Session, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """The payments of orders with these numbers."""
    found = select(*_ORDER).where(OrderRow.number.in_(numbers), OrderRow.network == network)
    yield from map(_payment, session.execute(found))


def refunds(session: Session, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """What was asked back under these numbers: the refund that an order owes by itself, or one that was applied for."""
    orders = [f"G{number[1:]}" for number in numbers if number.startswith("R")]
    owed = select(*_ORDER).where(
        OrderRow.number.in_(orders), OrderRow.network == network, OrderRow.owed_at.is_not(None)
    )
    for found in session.execute(owed):
        yield _own_refund(found, found.owed_at)
    wanted = {number[:APPLICATION] for number in numbers if len(number) == LENGTH}
    applied = _applications(network).where(RefundRow.number.in_(wanted), RefundRow.sent_at.is_not(None))
    yield from map(_applied, session.execute(applied))


def _applications(network: Network) -> Select[*tuple[Any, ...]]:
    return select(*_REFUND).join(OrderRow, OrderRow.number == RefundRow.order_number).where(OrderRow.network == network)


def _payment(row: Any) -> Entry:
    at = row.paid_at or row.created_at
    standing = Standing.DONE if row.state in MONEY_TAKEN else Standing.OPEN
    return Entry(Kind.PAYMENT, row.number, row.number, row.fen, standing, at, at, row.transaction or "")


def _own_refund(row: Any, until: datetime) -> Entry:
    standing = Standing.DONE if row.state is OrderState.REFUNDED else Standing.OPEN
    number = order_numbers.refund_number(row.number)
    return Entry(Kind.REFUND, number, row.number, row.fen, standing, row.owed_at, until)


def _applied(row: Any) -> Entry:
    by_network = row.route is Route.NETWORK
    standing = Standing.NOT_DONE
    if by_network and row.state is RefundState.PAID_OUT:
        standing = Standing.DONE
    elif by_network and row.state is RefundState.SENDING:
        standing = Standing.OPEN
    number = refund_number(row.number, row.order_number)
    return Entry(Kind.REFUND, number, row.order_number, row.fen, standing, row.sent_at, row.ended_at or row.sent_at)
