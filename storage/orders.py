"""The order book in the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased, joinedload

from domain.lives.events import learnt
from domain.payment.events import Added, OrderEvent, PostedByHand, SentBack, Step
from domain.payment.life import EVENTS, after
from domain.payment.order import BillBusy, Order, Overtaken
from domain.payment.states import ALIVE, MONEY_TAKEN, UNSETTLED
from domain.people.person import Bill
from storage import mapping
from storage.audit import first_fault
from storage.order_log import LOG, digest, facts
from storage.repayment_log import leave, send_back
from storage.rows import OrderEventRow, OrderLineRow, OrderRow
from storage.sealing import Sealer
from storage.sessions import Sessions

REASON = "orders.reason"
WITH_LINES = joinedload(OrderRow.lines, innerjoin=True)
"""One order and what it pays are read at once."""


@dataclass(frozen=True, slots=True)
class StoredOrders:
    """Implements `OrderBook` and `CaseFile`. All methods raise StoreError; safe to use from several threads."""

    sessions: Sessions
    sealer: Sealer

    def add(self, order: Order) -> None:
        """Raises BillBusy as `OrderBook` says, ValueError if the number is taken or a bill is there twice."""
        try:
            with self.sessions.writing() as session:
                row = mapping.order_row(order)
                row.state = after(None, Added())
                session.add(row)
                session.flush()
                LOG.append(session, row, Added(), order.created_at, facts(row))
        except IntegrityError:
            if holders := self.holding(order.bills):
                raise BillBusy(holders[0].number) from None
            raise ValueError(f"order {order.number} is there already, or has a bill twice") from None

    def get(self, number: str) -> Order:
        with self.sessions.reading() as session:
            return self._order(_row(session, number))

    def all(self) -> tuple[Order, ...]:
        with self.sessions.reading() as session:
            rows = session.scalars(select(OrderRow).order_by(OrderRow.created_at, OrderRow.number))
            return tuple(self._order(row) for row in rows)

    def move(self, order: Order, event: OrderEvent, at: datetime) -> Order:
        """As `OrderBook` says."""
        return self._move(order, event, at)

    def decide(self, order: Order, event: OrderEvent, at: datetime, who: str) -> Order:
        """As `CaseFile` says."""
        return self._move(order, event, at, who=who)

    def history(self, number: str) -> tuple[Step, ...]:
        row = OrderEventRow
        with self.sessions.reading() as session:
            steps = session.scalars(select(row).where(row.order_number == number).order_by(row.serial))
            return tuple(Step(EVENTS[step.event], step.state, step.at, step.who or "", step.detail) for step in steps)

    def paid_for(self, person: int) -> tuple[Order, ...]:
        with self.sessions.reading() as session:
            theirs = select(OrderLineRow.order_number).where(OrderLineRow.person_id == person)
            rows = session.scalars(
                select(OrderRow).where(OrderRow.number.in_(theirs)).order_by(OrderRow.created_at, OrderRow.number)
            )
            # Asked for here as well, the engine would begin with the state: all that was ever paid by anybody.
            return tuple(self._order(row) for row in rows if row.state in MONEY_TAKEN)

    def unsettled(self) -> tuple[Order, ...]:
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(OrderRow).where(OrderRow.state.in_(UNSETTLED)).order_by(OrderRow.created_at, OrderRow.number)
            )
            return tuple(self._order(row) for row in rows)

    def holding(self, bills: Iterable[Bill]) -> tuple[Order, ...]:
        keys = {bill.key for bill in bills}
        with self.sessions.reading() as session:
            held = select(OrderLineRow.order_number).where(OrderLineRow.live, OrderLineRow.bill_key.in_(keys))
            rows = session.scalars(select(OrderRow).where(OrderRow.number.in_(held)).order_by(OrderRow.number))
            return tuple(self._order(row) for row in rows)

    def verify_chain(self) -> str | None:
        """What is wrong with the log of the orders, in a sentence; None if nothing is. Reads all of it."""
        return first_fault(self.sessions, LOG)

    def _move(self, order: Order, event: OrderEvent, at: datetime, **own: str) -> Order:
        with self.sessions.writing() as session:
            row = _row(session, order.number, lock=True)
            if row.state is not order.state:
                raise Overtaken(order.number)
            if isinstance(event, SentBack):
                send_back(session, row.number, event.proof, at, own.get("who", ""))
            elif isinstance(event, PostedByHand):
                leave(session, row.number, at, own.get("who", ""))
            row.state = after(order.state, event)
            new = learnt(event)
            if reason := new.pop("reason", None):
                row.reason_sealed = self.sealer.seal(reason, REASON)
            for name, value in new.items():
                setattr(row, name, value)
            if reason:
                new["reason"] = digest(row.reason_sealed)
            _hold(session, row)
            LOG.append(session, row, event, at, new, **own)
            return self._order(row)

    def _order(self, row: OrderRow) -> Order:
        return mapping.order(row, self.sealer.unseal(row.reason_sealed, REASON) if row.reason_sealed else "")


def _row(session: Session, number: str, lock: bool = False) -> OrderRow:
    row = session.get(OrderRow, number, with_for_update=lock, options=[WITH_LINES])
    if row is None:
        raise KeyError(number)
    return row


def _hold(session: Session, row: OrderRow) -> None:
    """Hold the bills while the order is alive. A late success takes back only those that nobody else holds."""
    other = aliased(OrderLineRow)
    for line in row.lines:
        if row.state in ALIVE and not line.live:
            taken = session.scalar(select(exists().where(other.live, other.bill_key == line.bill_key)))
            line.live = not taken
        elif row.state not in ALIVE:
            line.live = False
