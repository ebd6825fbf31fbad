"""The book of refunds in the store."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from domain.lives.events import learnt
from domain.money import Fen
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Refundable, Route, number_of
from domain.refunds.book import AlreadyApplied, Overtaken, TooMuch
from domain.refunds.events import (
    Addressed,
    CameBack,
    NeverSent,
    RefundEvent,
    Refused,
    Returned,
    SentBack,
    Step,
    Submitted,
)
from domain.refunds.life import EVENTS, after
from domain.refunds.states import COUNTED, OPEN, RefundState
from storage import refund_log, refund_private, repayment_log
from storage.accounts import account_digest
from storage.audit import first_fault
from storage.base import among
from storage.chain import Log
from storage.counters import next_value
from storage.refund_log import PRIVATE, REASON
from storage.refund_rows import RefundEventRow, RefundRow
from storage.sealing import Sealer
from storage.sessions import Sessions

ALL = "refunds"
"""The sequence of all applications; each year's has their numbers."""

_ONE = select(RefundRow).where(RefundRow.number == bindparam("of"))
_OF = (
    select(RefundRow)
    .where(RefundRow.person_id == bindparam("person"))
    .order_by(RefundRow.applied_at.desc(), RefundRow.number.desc())
)
_OPEN = select(RefundRow).where(among(RefundRow.state, OPEN)).order_by(RefundRow.applied_at, RefundRow.number)
_LATELY = (
    select(RefundRow)
    .where(RefundRow.ended_at >= bindparam("since"))
    .order_by(RefundRow.ended_at.desc(), RefundRow.number)
)


def refunding(session: Session, person: int, digest: bytes) -> bool:
    """Whether an open application of the person is to be paid to the account."""
    row = RefundRow
    named = select(row.number).where(row.person_id == person, row.account_digest == digest, row.live)
    return session.scalar(named.limit(1)) is not None


@dataclass(frozen=True, slots=True)
class StoredRefunds:
    """Implements `RefundBook`. All methods raise StoreError; safe to use from several threads."""

    sessions: Sessions
    sealer: Sealer

    @property
    def log(self) -> Log:
        return refund_log.log(self.sealer)

    def submit(self, draft: Draft, at: datetime, who: str) -> Application:
        """As `RefundBook` says."""

        def job(session: Session) -> Application:
            next_value(session, ALL)  # Who applies in another year waits as well: what is left is counted once.
            serial = next_value(session, f"refunds/{at.year}")
            if holder := _holder(session, draft.item.bill):
                raise AlreadyApplied(holder)
            before = _counted(session, draft.item.bill)
            if draft.fen + before > draft.item.fen:
                raise TooMuch(Fen(draft.item.fen - before))
            row = self._row(number_of(at.year, serial), draft, before, at)
            session.add(row)
            session.flush()
            self.log.append(session, row, Submitted(), at, refund_log.facts(row, self.sealer), who=who)
            return self._application(row)

        return self.sessions.deciding(job)

    def get(self, number: str) -> Application:
        for row in self.sessions.look(_ONE, of=number):
            return self._application(row)
        raise KeyError(number)

    def of(self, person: int) -> tuple[Application, ...]:
        return tuple(map(self._application, self.sessions.look(_OF, person=person)))

    def open(self) -> tuple[Application, ...]:
        return tuple(map(self._application, self.sessions.look(_OPEN)))

    def paid_to_bank(self, since: datetime) -> tuple[Application, ...]:
        # Asked for the state here as well, the engine would begin with that: with all that was ever paid out.
        paid = (one for one in self.sessions.look(_LATELY, since=since) if one.state is RefundState.PAID_OUT)
        return tuple(self._application(one) for one in paid if one.route is Route.BANK)

    def history(self, number: str) -> tuple[Step, ...]:
        row = RefundEventRow
        with self.sessions.reading() as session:
            steps = session.scalars(select(row).where(row.refund == number).order_by(row.serial))
            return tuple(Step(EVENTS[step.event], step.state, step.at, step.who, step.detail) for step in steps)

    def move(self, application: Application, event: RefundEvent, at: datetime, who: str) -> Application:
        """As `RefundBook` says."""

        def job(session: Session) -> Application:
            row = _expected(session, application)
            if isinstance(event, Returned) and row.route is Route.NETWORK:
                repayment_log.leave(session, row.number, at, who)
            if isinstance(event, CameBack) and (holder := _holder(session, row.bill_key)):
                raise AlreadyApplied(holder)
            return self._moved(session, row, event, at, who)

        return self.sessions.deciding(job)

    def send_back(self, application: Application, proof: str, reason: str, at: datetime, who: str) -> Application:
        """As `RefundBook` says."""
        with self.sessions.writing() as session:
            row = _expected(session, application)
            repayment_log.send_back(session, row.number, proof, at, who)
            return self._moved(session, row, SentBack(reason, at, detail=proof), at, who)

    def never_sent(self, application: Application, reason: str, at: datetime, who: str) -> Application:
        """As `RefundBook` says."""
        with self.sessions.writing() as session:
            row = _expected(session, application)
            repayment_log.never_sent(session, row.number, at, who)
            return self._moved(session, row, NeverSent(reason), at, who)

    def verify_chain(self) -> str | None:
        """What is wrong with the log of the refunds, in a sentence; None if nothing is. Reads all of it."""
        return first_fault(self.sessions, self.log)

    def _moved(self, session: Session, row: RefundRow, event: RefundEvent, at: datetime, who: str) -> Application:
        row.state = after(row.state, event)
        row.live = row.state in OPEN
        new = self._address(row, event.account) if isinstance(event, Addressed) else learnt(event)
        if isinstance(event, Refused | SentBack | NeverSent):
            row.reason_sealed = self.sealer.seal(event.reason, REASON)
            new["reason"] = refund_log.sealed_digest(self.sealer, row.reason_sealed, REASON)
        for name in new.keys() & set(refund_log.LEARNT):
            setattr(row, name, new[name])
        self.log.append(session, row, event, at, new, who=who)
        return self._application(row)

    def _row(self, number: str, draft: Draft, before: Fen, at: datetime) -> RefundRow:
        item = draft.item
        return RefundRow(
            number=number,
            bill_key=item.bill,
            live=True,
            person_id=draft.person,
            scheme=item.scheme,
            insurance=item.insurance,
            period=item.period,
            agency=item.agency,
            voucher=item.voucher,
            channel=item.channel,
            paid_on=item.paid_on,
            paid_fen=item.fen,
            applied_before=before,
            order_number=item.order,
            sum_kind=draft.sum_kind,
            ground=draft.ground,
            fen=draft.fen,
            account_digest=account_digest(self.sealer, draft.account.number if draft.account else ""),
            private_sealed=refund_private.sealed(self.sealer, draft, draft.account),
            state=after(None, Submitted()),
            route=Route.BANK if draft.account else Route.NETWORK,
            applied_at=at,
            sent_at=None,
            ended_at=None,
            reason_sealed=None,
        )

    def _application(self, row: Any) -> Application:
        """Of a `RefundRow`, or of its columns."""
        private = refund_private.opened(self.sealer, row.private_sealed)
        item = Refundable(
            row.person_id,
            row.scheme,
            row.insurance,
            row.period,
            row.agency,
            row.voucher,
            row.channel,
            row.paid_on,
            row.paid_fen,
            row.applied_before,
            row.order_number,
        )
        return Application(
            row.number,
            Draft(
                row.person_id,
                item,
                row.sum_kind,
                row.ground,
                row.fen,
                private.asked,
                private.phone,
                private.explanation,
                private.applicant,
                private.network,
            ),
            row.state,
            row.route,
            row.applied_at,
            row.sent_at,
            row.ended_at,
            self.sealer.unseal(row.reason_sealed, REASON) if row.reason_sealed else "",
            private.account,
        )

    def _address(self, row: RefundRow, account: Account) -> dict[str, Any]:
        """It is to be paid to another account: what is learnt by that, as keyed digests."""
        row.private_sealed = refund_private.sealed(self.sealer, self._application(row).draft, account)
        row.account_digest = account_digest(self.sealer, account.number)
        private = refund_log.sealed_digest(self.sealer, row.private_sealed, PRIVATE)
        return {"account": row.account_digest.hex(), "private": private}


def _expected(session: Session, application: Application) -> RefundRow:
    """Its row, if it is still what the application is. Raises Overtaken."""
    row = _found(session, application.number)
    if row.state is not application.state:
        raise Overtaken(application.number)
    return row


def _found(session: Session, number: str) -> RefundRow:
    row = session.get(RefundRow, number, with_for_update=True)
    if row is None:
        raise KeyError(number)
    return row


def _holder(session: Session, bill: str) -> str | None:
    """The open application that holds a bill."""
    return session.scalar(select(RefundRow.number).where(RefundRow.live, RefundRow.bill_key == bill))


def _counted(session: Session, bill: str) -> Fen:
    """What was applied for of a bill and not refused or withdrawn."""
    told = select(func.sum(RefundRow.fen)).where(RefundRow.bill_key == bill, among(RefundRow.state, COUNTED))
    return Fen(int(session.scalar(told) or 0))
