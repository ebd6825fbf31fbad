"""The book of repayments in the store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.payment.states import OrderState
from domain.refunds.application import Route
from domain.refunds.states import RefundState
from domain.repayments.events import Again, Fixed, Left, RepaymentEvent
from domain.repayments.life import after
from domain.repayments.repayment import Claim, Overtaken, Repayment
from domain.repayments.states import LEFT, OVER, RepaymentState
from storage.audit import first_fault
from storage.base import among
from storage.refund_rows import RefundRow
from storage.repayment_log import LOG, NEWEST, facts, move, newest, told
from storage.repayment_rows import RepaymentRow
from storage.rows import OrderRow
from storage.sessions import Sessions

_TRIES = select(RepaymentRow).where(RepaymentRow.claim == bindparam("of")).order_by(RepaymentRow.serial)
_ONE = select(RepaymentRow).where(RepaymentRow.number == bindparam("of"))
_WAITING = select(RepaymentRow).where(~among(RepaymentRow.state, OVER)).order_by(RepaymentRow.at, RepaymentRow.number)


@dataclass(frozen=True, slots=True)
class StoredRepayments:
    """Implements `RepaymentBook`. All methods raise StoreError; safe to use from several threads."""

    sessions: Sessions

    def of(self, claim: str) -> tuple[Repayment, ...]:
        return tuple(map(told, self.sessions.look(_TRIES, of=claim)))

    def last(self, claim: str) -> Repayment | None:
        found = self.sessions.look(NEWEST, of=claim)
        return told(found[0]) if found else None

    def find(self, number: str) -> Repayment | None:
        found = self.sessions.look(_ONE, of=number)
        return told(found[0]) if found else None

    def begin(self, claim: Claim, number: str, at: datetime, now: datetime, who: str) -> Repayment:
        """As `RepaymentBook` says."""
        try:
            with self.sessions.writing() as session:
                if not _stands(session, claim.key):
                    raise Overtaken(claim.key)
                before = newest(session, claim.key)
                if before and before.state is RepaymentState.CLOSED:
                    move(session, before, Left(), now, who)
                elif before and before.state not in LEFT:
                    raise Overtaken(before.number)
                row = RepaymentRow(
                    number=number,
                    claim=claim.key,
                    serial=before.serial + 1 if before else 1,
                    order_number=claim.order.number,
                    fen=claim.fen,
                    at=at,
                    state=after(None, Fixed()),
                    since=now,
                    reference="",
                    why="",
                )
                session.add(row)
                session.flush()
                LOG.append(session, row, Fixed(), now, facts(row), who=who)
                return told(row)
        except IntegrityError:  # Where writers do not wait for each other, the keys alone are left to say so.
            raise Overtaken(number) from None

    def move(self, repayment: Repayment, event: RepaymentEvent, at: datetime, who: str) -> Repayment:
        """As `RepaymentBook` says."""
        with self.sessions.writing() as session:
            row = session.get(RepaymentRow, repayment.number, with_for_update=True)
            if row is None:
                raise KeyError(repayment.number)
            if row.state is not repayment.state:
                raise Overtaken(repayment.number)
            if isinstance(event, Again) and not _stands(session, row.claim):
                raise Overtaken(row.claim)
            move(session, row, event, at, who)
            return told(row)

    def waiting(self) -> tuple[Repayment, ...]:
        return tuple(map(told, self.sessions.look(_WAITING)))

    def verify_chain(self) -> str | None:
        """What is wrong with the log of the repayments, in a sentence; None if nothing is. Reads all of it."""
        return first_fault(self.sessions, LOG)


def _stands(session: Session, claim: str) -> bool:
    """Whether the claim of this key is still to be sent back through its network."""
    refund = session.get(RefundRow, claim, with_for_update=True)
    if refund is not None:
        return refund.state is RefundState.SENDING and refund.route is Route.NETWORK
    order = session.get(OrderRow, claim, with_for_update=True)
    return order is not None and order.state is OrderState.REFUND_DUE
