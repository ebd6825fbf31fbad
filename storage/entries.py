"""Payments and refunds of ours as reconciliation looks at them, read column by column: there may be many."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, case, or_, select

from domain.money import Fen
from domain.payment.order import Network
from domain.payment.states import MONEY_TAKEN
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Entry, Standing
from domain.repayments.states import ON_ITS_WAY, RepaymentState
from storage.base import among
from storage.repayment_rows import RepaymentRow
from storage.rows import OrderRow

LONGEST = timedelta(days=3)
"""Nobody pays an order later than this after it was made."""

_ALONE = or_(OrderRow.combined.is_(None), OrderRow.combined_parts.is_not(None))
"""Orders that their network knows by themselves (`Order.shared`)."""
_TRADE = case((_ALONE, OrderRow.number), else_=OrderRow.combined)
_FEN = case((_ALONE, OrderRow.fen), else_=OrderRow.combined_fen)
_PAYMENTS = select(
    _TRADE.label("number"),
    _FEN.label("fen"),
    OrderRow.state,
    OrderRow.created_at,
    OrderRow.paid_at,
    OrderRow.transaction,
).where(OrderRow.network == bindparam("of"))
_PAID = _PAYMENTS.where(
    among(OrderRow.state, MONEY_TAKEN),
    OrderRow.created_at >= bindparam("made"),
    OrderRow.created_at < bindparam("until"),
    OrderRow.paid_at >= bindparam("since"),
    OrderRow.paid_at < bindparam("until"),
)
_REFUNDS = (
    select(
        RepaymentRow.number,
        RepaymentRow.fen,
        RepaymentRow.state,
        RepaymentRow.at,
        RepaymentRow.since,
        RepaymentRow.reference,
        RepaymentRow.order_number,
    )
    .join(OrderRow, OrderRow.number == RepaymentRow.order_number)
    .where(OrderRow.network == bindparam("of"))
)
_DONE = _REFUNDS.where(
    RepaymentRow.state == RepaymentState.DONE,
    RepaymentRow.at < bindparam("until"),
    RepaymentRow.since >= bindparam("since"),
)
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
_THESE_PAYMENTS = _PAYMENTS.where(
    or_(
        and_(OrderRow.number.in_(_NUMBERS), _ALONE),
        and_(OrderRow.combined.in_(_NUMBERS), OrderRow.combined_parts.is_(None)),
    )
)
_THESE_REFUNDS = _REFUNDS.where(RepaymentRow.number.in_(_NUMBERS))


def done_between(store: Connection, network: Network, since: datetime, until: datetime) -> Iterator[Entry]:
    """What our books say is done and may have happened in `[since, until)`."""
    asked = {"of": network, "since": since, "until": until}
    yield from _payments(store.execute(_PAID, asked | {"made": since - LONGEST}))
    yield from map(_refund, store.execute(_DONE, asked))


def payments(store: Connection, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """The payments of orders that the network knows by these numbers."""
    return _payments(_these(store, _THESE_PAYMENTS, network, numbers))


def refunds(store: Connection, network: Network, numbers: Collection[str]) -> Iterator[Entry]:
    """The tries to send money back that the network knows by these numbers."""
    return map(_refund, _these(store, _THESE_REFUNDS, network, numbers))


def _these(
    store: Connection,
    which: Select[*tuple[Any, ...]],
    network: Network,
    numbers: Collection[str],
) -> Iterator[Any]:
    if numbers:
        yield from store.execute(which, {"of": network, "numbers": list(numbers)})


def _payments(rows: Iterable[Any]) -> Iterator[Entry]:
    """What its network knows as one is one payment there, and done once all of its orders say so."""
    found: dict[str, Entry] = {}
    for row in rows:
        entry = _payment(row)
        before = found.get(entry.number, entry)
        found[entry.number] = before if before.standing is Standing.OPEN else entry
    yield from found.values()


def _payment(row: Any) -> Entry:
    at = row.paid_at or row.created_at
    standing = Standing.DONE if row.state in MONEY_TAKEN else Standing.OPEN
    return Entry(Kind.PAYMENT, row.number, row.number, Fen(row.fen), standing, at, at, row.transaction or "")


def _refund(row: Any) -> Entry:
    standing = Standing.DONE if row.state is RepaymentState.DONE else Standing.NOT_DONE
    if row.state in ON_ITS_WAY | {RepaymentState.SENT_BACK}:  # Whether by this try, its bill may say.
        standing = Standing.OPEN
    return Entry(Kind.REFUND, row.number, row.order_number, row.fen, standing, row.at, row.since, row.reference)
