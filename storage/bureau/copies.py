"""Copies of the terminals' logs and orders: what follows what is there, in order, verified, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from types import SimpleNamespace

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from domain.payment.numbers import terminal_of
from domain.payment.order import Order
from domain.payment.states import ALIVE
from domain.people.person import Bill
from domain.terminal.copies import Entry, Forked
from storage import mapping
from storage.bureau.rows import ClaimRow, CopyRow, HomeRow, TerminalRow
from storage.chain import FIRST
from storage.order_log import LOG
from storage.orders import REASON
from storage.rows import OrderLineRow, OrderRow
from storage.sealing import Sealer
from storage.sessions import Sessions


@dataclass(frozen=True, slots=True)
class StoredCopies:
    """All raise StoreError; safe from several threads. The bureau's `orders` hold copies only, and hold no bills."""

    sessions: Sessions
    sealer: Sealer

    def upto(self, terminal: str) -> int:
        with self.sessions.looking() as connection:
            return connection.scalar(select(TerminalRow.copied).where(TerminalRow.number == terminal)) or 0

    def copy(self, terminal: str, entries: tuple[Entry, ...], orders: tuple[Order, ...], at: datetime) -> int:
        """As `Copies.copy`; an order that is over claims nothing any more from then on."""
        with self.sessions.writing() as session:
            row = session.get_one(TerminalRow, terminal, with_for_update=True)
            row.heard_at = at
            known, new = row.copied, [one for one in entries if one.serial > row.copied]
            self._known(session, terminal, [one for one in entries if one.serial <= known])
            before = self._hash(session, terminal, known) if known else FIRST
            for one in new:
                if one.serial != known + 1 or one.order not in {order.number for order in orders}:
                    raise Forked
                if _hash(before, one) != bytes.fromhex(one.hash):
                    raise Forked
                known, before = one.serial, bytes.fromhex(one.hash)
            if new:
                session.execute(insert(CopyRow), [_columns(terminal, one) for one in new])
                row.copied = known
                self._keep(session, terminal, orders)
        return known

    def terminal(self, number: str) -> str | None:
        """Whose an order is; None if the bureau has no copy of it."""
        with self.sessions.looking() as connection:
            return connection.scalar(select(HomeRow.terminal).where(HomeRow.order_number == number))

    def problem(self) -> str | None:
        """What is wrong with the copies of the logs, in a sentence; None if nothing is. Reads all of them."""
        before, last = FIRST, ("", 0)
        with self.sessions.reading() as session:
            for row in session.scalars(
                select(CopyRow).order_by(CopyRow.terminal, CopyRow.serial).execution_options(yield_per=1000)
            ):
                if row.terminal != last[0]:
                    before, last = FIRST, (row.terminal, 0)
                if row.serial != last[1] + 1 or _hash(before, _copied(row)) != row.hash:
                    return f"entry {row.serial} of terminal {row.terminal} does not follow the one before it"
                before, last = row.hash, (row.terminal, row.serial)
        return None

    def _known(self, session: Session, terminal: str, entries: Iterable[Entry]) -> None:
        """What is sent once more has to be what is there."""
        for one in entries:
            if self._hash(session, terminal, one.serial).hex() != one.hash:
                raise Forked

    def _hash(self, session: Session, terminal: str, serial: int) -> bytes:
        found = session.scalar(select(CopyRow.hash).where(CopyRow.terminal == terminal, CopyRow.serial == serial))
        if found is None:
            raise Forked
        return found

    def _keep(self, session: Session, terminal: str, orders: tuple[Order, ...]) -> None:
        """The orders as they are now, in place of how they were. Those of another terminal are none of its."""
        numbers = [order.number for order in orders]
        if {terminal_of(number) for number in numbers} - {None, terminal}:
            raise Forked
        known = select(HomeRow.order_number, HomeRow.terminal).where(HomeRow.order_number.in_(numbers))
        homes: dict[str, str] = dict(session.execute(known).all())
        if set(homes.values()) - {terminal}:
            raise Forked
        session.execute(delete(OrderLineRow).where(OrderLineRow.order_number.in_(numbers)))
        for order in orders:
            columns = mapping.order_columns(order)
            columns["reason_sealed"] = self.sealer.seal(order.reason, REASON) if order.reason else None
            if order.number in homes:
                session.execute(update(OrderRow).where(OrderRow.number == order.number).values(columns))
            else:
                session.execute(insert(OrderRow), [columns])
                session.execute(insert(HomeRow), [{"order_number": order.number, "terminal": terminal}])
            session.execute(insert(OrderLineRow), [_line(order.number, n, bill) for n, bill in enumerate(order.bills)])
        over = [order.number for order in orders if order.state not in ALIVE]
        claims = update(ClaimRow).where(ClaimRow.order_number.in_(over), ClaimRow.terminal == terminal, ClaimRow.live)
        session.execute(claims.values(live=False))


def _line(number: str, position: int, bill: Bill) -> dict[str, object]:
    return {"order_number": number, "position": position, "live": False, **mapping.bill_columns(bill)}


def _hash(before: bytes, one: Entry) -> bytes:
    """As the terminal's log chained it."""
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    return LOG.hash(before, SimpleNamespace(order_number=one.order, **told))


def _copied(row: CopyRow) -> Entry:
    told = (row.serial, row.order_number, row.event, row.state, row.at, row.detail, row.learnt)
    return Entry(*told, row.hash.hex(), row.wrote, row.who)


def _columns(terminal: str, one: Entry) -> dict[str, object]:
    return {
        "terminal": terminal,
        "serial": one.serial,
        "order_number": one.order,
        "event": one.event,
        "state": one.state,
        "at": one.at,
        "who": one.who,
        "wrote": one.terminal,
        "detail": one.detail,
        "learnt": one.learnt,
        "hash": bytes.fromhex(one.hash),
    }
