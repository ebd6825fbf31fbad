"""The order book in the store."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from domain.lives.events import learnt
from domain.payment.events import Added, OrderEvent, Paid, PostedByHand, SentBack, Step
from domain.payment.life import EVENTS, TRANSITIONS, after
from domain.payment.order import BillBusy, Order, Overtaken
from domain.payment.states import ALIVE, MONEY_TAKEN, UNSETTLED, OrderState
from domain.people.person import Bill
from domain.terminal.copies import Entry
from storage import mapping
from storage.audit import first_fault
from storage.base import among
from storage.order_log import LOG, digest, told
from storage.repayment_log import leave, send_back
from storage.rows import OrderEventRow, OrderLineRow, OrderRow
from storage.sealing import Sealer
from storage.sessions import Sessions

REASON = "orders.reason"
_ORDERS, _LINES = OrderRow.__table__, OrderLineRow.__table__
assert isinstance(_ORDERS, Table) and isinstance(_LINES, Table)
_WHOLE = (
    select(*_ORDERS.c, *(_LINES.c[name].label(label) for name, label in mapping.BILL.items()))
    .join(_LINES, _LINES.c.order_number == _ORDERS.c.number)
    .order_by(_ORDERS.c.created_at, _ORDERS.c.number, _LINES.c.position)
)
"""Orders with what they pay, a row for each bill."""
_ONE = _WHOLE.where(_ORDERS.c.number == bindparam("order"))
_KNOWN_AS = _WHOLE.where(or_(_ORDERS.c.number == bindparam("trade"), _ORDERS.c.combined == bindparam("trade")))
_UNSETTLED = _WHOLE.where(among(_ORDERS.c.state, UNSETTLED))
_PAYERS = select(_LINES.c.order_number).where(_LINES.c.person_id == bindparam("person"))
_FOR = _WHOLE.where(_ORDERS.c.number.in_(_PAYERS))
_HELD = select(_LINES.c.order_number).where(_LINES.c.live, _LINES.c.bill_key.in_(bindparam("keys", expanding=True)))
_HOLDING = _WHOLE.where(_ORDERS.c.number.in_(_HELD)).order_by(None).order_by(_ORDERS.c.number, _LINES.c.position)
_LOCKED = _ONE.add_columns(_LINES.c.bill_key, _LINES.c.live).with_for_update()
_COMBINED = select(_ORDERS.c.number).where(
    _ORDERS.c.combined == bindparam("trade"), _ORDERS.c.number != bindparam("order")
)
_ADD, _ADD_LINES = insert(_ORDERS), insert(_LINES)
_CHANGE = update(_ORDERS).where(_ORDERS.c.number == bindparam("order"))
_HOLD = update(_LINES).where(_LINES.c.order_number == bindparam("order"), _LINES.c.bill_key == bindparam("bill"))
_OTHER = aliased(OrderLineRow)
_TAKEN = select(exists().where(_OTHER.live, _OTHER.bill_key == bindparam("key")))


@dataclass(frozen=True, slots=True)
class StoredOrders:
    """Implements `OrderBook`, `CaseFile` and what is copied up (`Log`).

    All methods raise StoreError; safe to use from several threads.
    """

    sessions: Sessions
    sealer: Sealer

    def add(self, *orders: Order) -> None:
        """Raises BillBusy as `OrderBook` says, ValueError if a number is taken or a bill is there twice."""
        try:
            with self.sessions.writing() as session:
                store = session.connection()
                for order in orders:
                    new = replace(order, state=after(None, Added()))
                    store.execute(_ADD, mapping.order_columns(new))
                    store.execute(_ADD_LINES, [_line(order, n, bill) for n, bill in enumerate(order.bills)])
                    LOG.append(session, new, Added(), order.created_at, told(new))
        except IntegrityError:
            if holders := self.holding(bill for order in orders for bill in order.bills):
                raise BillBusy(holders[0].number) from None
            numbers = ", ".join(order.number for order in orders)
            raise ValueError(f"order {numbers} is there already, or has a bill twice") from None

    def get(self, number: str) -> Order:
        for order in self._read(_ONE, order=number):
            return order
        raise KeyError(number)

    def known_as(self, trade: str) -> tuple[Order, ...]:
        return self._read(_KNOWN_AS, trade=trade)

    def all(self) -> tuple[Order, ...]:
        return self._read(_WHOLE)

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

    def ending(self, tail: str, most: int) -> tuple[Order, ...]:
        """As `CaseFile` says."""
        number = _ORDERS.c.number
        newest = (
            select(number)
            .where(or_(*(one.endswith(tail, autoescape=True) for one in (number, _ORDERS.c.combined))))
            .order_by(_ORDERS.c.created_at.desc())
            .limit(most)
        )
        return tuple(reversed(self._read(_WHOLE.where(number.in_(newest)))))

    def paid_for(self, person: int) -> tuple[Order, ...]:
        # Asked for here as well, the engine would begin with the state: all that was ever paid by anybody.
        return tuple(order for order in self._read(_FOR, person=person) if order.state in MONEY_TAKEN)

    def unsettled(self) -> tuple[Order, ...]:
        return self._read(_UNSETTLED)

    def standing(self, *states: OrderState) -> tuple[Order, ...]:
        """Orders in these states, oldest first."""
        return self._read(_WHOLE.where(among(_ORDERS.c.state, states)))

    def holding(self, bills: Iterable[Bill]) -> tuple[Order, ...]:
        return self._read(_HOLDING, keys=list({bill.key for bill in bills}))

    def since(self, serial: int, most: int) -> tuple[Entry, ...]:
        """As `domain.terminal.copies.Log` says."""
        row = OrderEventRow
        with self.sessions.reading() as session:
            entries = session.scalars(select(row).where(row.serial > serial).order_by(row.serial).limit(most))
            return tuple(
                Entry(
                    one.serial,
                    one.order_number,
                    one.event,
                    one.state,
                    one.at,
                    one.detail,
                    one.learnt,
                    one.hash.hex(),
                    one.terminal,
                    one.who,
                )
                for one in entries
            )

    def verify_chain(self) -> str | None:
        """What is wrong with the log of the orders, in a sentence; None if nothing is. Reads all of it."""
        return first_fault(self.sessions, LOG)

    def _move(self, order: Order, event: OrderEvent, at: datetime, **own: str) -> Order:
        def job(session: Session) -> Order:
            lines = session.connection().execute(_LOCKED, {"order": order.number}).all()
            if not lines:
                raise KeyError(order.number)
            if lines[0].state is not order.state:
                raise Overtaken(order.number)
            if isinstance(event, SentBack):
                send_back(session, order.number, event.proof, at, own.get("who", ""))
            elif isinstance(event, PostedByHand):
                leave(session, order.number, at, own.get("who", ""))
            moved = self._happened(session, lines, event, at, **own)
            if isinstance(event, Paid) and order.shared:
                self._paid_with(session, order, event, at)
            return moved

        return self.sessions.deciding(job)

    def _paid_with(self, session: Session, order: Order, event: Paid, at: datetime) -> None:
        """What its network knows as one with it is paid."""
        store = session.connection()
        numbers = store.scalars(_COMBINED, {"trade": order.trade.number, "order": order.number}).all()
        for number in numbers:
            lines = store.execute(_LOCKED, {"order": number}).all()
            if Paid in TRANSITIONS[lines[0].state]:
                self._happened(session, lines, event, at)

    def _happened(self, session: Session, lines: Sequence[Any], event: OrderEvent, at: datetime, **own: str) -> Order:
        """Of an order as it is stored: the event is written down, and all that comes of it."""
        store, order = session.connection(), self._whole(lines)
        new = learnt(event)
        reason = new.pop("reason", None)
        columns = {"state": after(order.state, event), **new}
        moved = replace(order, **columns)
        if reason:
            columns["reason_sealed"] = self.sealer.seal(reason, REASON)
            moved = replace(moved, reason=reason)
            new["reason"] = digest(columns["reason_sealed"])
        store.execute(_CHANGE, {"order": order.number, **columns})
        _hold(store, lines, moved)
        LOG.append(session, moved, event, at, new, **own)
        return moved

    def _read(self, which: Select[*tuple[Any, ...]], **asked: Any) -> tuple[Order, ...]:
        rows = self.sessions.look(which, **asked)
        whole = (list(lines) for _, lines in groupby(rows, key=attrgetter("number")))
        return tuple(map(self._whole, whole))

    def _whole(self, lines: Sequence[Any]) -> Order:
        sealed = lines[0].reason_sealed
        return mapping.joined_order(lines, self.sealer.unseal(sealed, REASON) if sealed else "")


def _line(order: Order, position: int, bill: Bill) -> dict[str, Any]:
    """Of a new order, that holds the bill."""
    return {"order_number": order.number, "position": position, "live": True, **mapping.bill_columns(bill)}


def _hold(store: Connection, lines: Sequence[Any], order: Order) -> None:
    """Hold the bills while the order is alive. A late success takes back only those that nobody else holds."""
    for line in lines:
        holds = order.state in ALIVE and (line.live or not store.scalar(_TAKEN, {"key": line.bill_key}))
        if holds != line.live:
            store.execute(_HOLD, {"order": order.number, "bill": line.bill_key, "live": holds})
