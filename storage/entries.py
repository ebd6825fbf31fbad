"""Payments and refunds of ours as reconciliation looks at them, read column by column: there may be many."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from domain.payment.order import Network
from domain.payment.states import MONEY_TAKEN
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Entry, Standing
from domain.repayments.states import ON_ITS_WAY, RepaymentState
from storage.repayment_rows import RepaymentRow
from storage.rows import OrderRow

LONGEST = timedelta(days=3)
"""Nobody pays an order later than this after it was made."""

_ORDER = (
    OrderRow.number,
    OrderRow.fen,
    OrderRow.state,
    OrderRow.created_at,
    OrderRow.paid_at,
    OrderRow.transaction,
)
_REFUND = (
    RepaymentRow.number,
    RepaymentRow.fen,
    RepaymentRow.state,
    RepaymentRow.at,
    RepaymentRow.since,
    RepaymentRow.reference,
    RepaymentRow.order_number,
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
    done = _repayments(network).where(
        RepaymentRow.state == RepaymentState.DONE, RepaymentRow.at < until, RepaymentRow.since >= since
    )
    yield from map(_refund, session.execute(done))


def payments(session: Session, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """The payments of orders with these numbers."""
    found = select(*_ORDER).where(OrderRow.number.in_(numbers), OrderRow.network == network)
    yield from map(_payment, session.execute(found))


def refunds(session: Session, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """The tries to send money back that the network knows by these numbers."""
    yield from map(_refund, session.execute(_repayments(network).where(RepaymentRow.number.in_(numbers))))


def _repayments(network: Network) -> Select[*tuple[Any, ...]]:
    return (
        select(*_REFUND).join(OrderRow, OrderRow.number == RepaymentRow.order_number).where(OrderRow.network == network)
    )


def _payment(row: Any) -> Entry:
    at = row.paid_at or row.created_at
    standing = Standing.DONE if row.state in MONEY_TAKEN else Standing.OPEN
    return Entry(Kind.PAYMENT, row.number, row.number, row.fen, standing, at, at, row.transaction or "")


def _refund(row: Any) -> Entry:
    standing = Standing.DONE if row.state is RepaymentState.DONE else Standing.NOT_DONE
    if row.state in ON_ITS_WAY | {RepaymentState.SENT_BACK}:  # Whether by this try, its bill may say.
        standing = Standing.OPEN
    return Entry(Kind.REFUND, row.number, row.order_number, row.fen, standing, row.at, row.since, row.reference)
