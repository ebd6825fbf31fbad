"""The embedded part of the tax system: who is enrolled, what is owed, what has been posted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from domain.identity import DocumentKind, masked, masked_name, name_key
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill, Enrolment, Masked, Payment, Person, TierRecord
from domain.ports import PostingRefused
from storage import mapping
from storage.counters import free_value
from storage.rows import (
    AppAccountRow,
    EnrolmentRow,
    OwedBillRow,
    PersonRow,
    PostedBillRow,
    PostingRow,
    TierRecordRow,
)
from storage.sealing import Sealer
from storage.sessions import Sessions

VOUCHERS = "vouchers"
"""The sequence of their numbers: without gaps in a file, where payments are posted one after another."""

_PAID = select(PostedBillRow.bill_key).where(PostedBillRow.person_id == bindparam("person"))
_PAYMENTS = (
    select(PostedBillRow, PostingRow.channel, PostingRow.paid_at, PostingRow.order_number)
    .join(PostingRow, PostingRow.voucher == PostedBillRow.voucher)
    .where(PostedBillRow.person_id == bindparam("person"))
)

_FOUND = select(
    exists().where(PostingRow.order_number == bindparam("order")).label("known"),
    select(func.count())
    .where(PersonRow.id.in_(bindparam("people", expanding=True)), PersonRow.posting_refused.is_(False))
    .scalar_subquery()
    .label("accepted"),
    exists().where(PostedBillRow.bill_key.in_(bindparam("keys", expanding=True))).label("posted"),
)
"""Whether an order is posted, how many of its people are known and accepted, and whether one of its bills is posted.

In one statement: looked at one after another, the same order could come in between, and would be another's.
"""
_POSTING = select(PostingRow.voucher).where(PostingRow.order_number == bindparam("order")).with_for_update()
"""For update, so that whoever is told of it again waits until it is where postings are kept for good."""


@dataclass(frozen=True, slots=True)
class StoredTaxSystem:
    """Implements `TaxSystem`. It is always reachable; all methods raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def find_person(self, kind: DocumentKind, number: str, name: str) -> Person | None:
        """One look-up by one digest, so that a wrong number and a wrong name take the same way and the same time."""
        digest = identity_digest(self.sealer, kind, number, name)
        with self.sessions.reading() as session:
            row = session.scalar(select(PersonRow).where(PersonRow.identity_digest == digest))
            return mapping.person(row, self.sealer) if row else None

    def enrolments(self, person: int, scheme: Scheme) -> tuple[Enrolment, ...]:
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(EnrolmentRow)
                .where(EnrolmentRow.person_id == person, EnrolmentRow.scheme == scheme)
                .order_by(EnrolmentRow.id)
            )
            return tuple(mapping.enrolment(row) for row in rows)

    def owed(self, person: int, scheme: Scheme, insurance: Insurance) -> tuple[Bill, ...]:
        row = OwedBillRow
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(row)
                .where(row.person_id == person, row.scheme == scheme, row.insurance == insurance)
                .order_by(row.period)
            )
            return tuple(mapping.bill(found) for found in rows)

    def paid(self, person: int) -> frozenset[str]:
        return frozenset(key for (key,) in self.sessions.look(_PAID, person=person))

    def declare(self, record: TierRecord) -> None:
        """As `TaxSystem` says; a choice that is paid stays as it was paid."""

        def job(session: Session) -> None:
            new = mapping.tier_record_row(record)
            known = session.get(TierRecordRow, new.bill_key, with_for_update=True)
            if known is None or not known.paid:
                session.merge(new)

        self.sessions.deciding(job)

    def declared(self, person: int, scheme: Scheme) -> tuple[TierRecord, ...]:
        row = TierRecordRow
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(row)
                .where(row.person_id == person, row.scheme == scheme)
                .order_by(row.recorded_at.desc(), row.period.desc(), row.insurance)
            )
            return tuple(mapping.tier_record(found) for found in rows)

    def payments(self, person: int) -> tuple[Payment, ...]:
        return tuple(map(mapping.payment, self.sessions.look(_PAYMENTS, person=person)))

    def account_of(self, phone: str) -> Person | None:
        digest = phone_digest(self.sealer, phone)
        with self.sessions.reading() as session:
            row = session.scalar(
                select(PersonRow)
                .join(AppAccountRow, AppAccountRow.person_id == PersonRow.id)
                .where(AppAccountRow.phone_digest == digest)
            )
            return mapping.person(row, self.sealer) if row else None

    def open_account(self, person: int, phone: str) -> bool:
        digest = phone_digest(self.sealer, phone)
        taken = select(AppAccountRow.person_id).where(
            or_(AppAccountRow.person_id == person, AppAccountRow.phone_digest == digest)
        )

        def job(session: Session) -> bool:
            if session.scalar(taken) is not None:
                return False
            sealed = self.sealer.seal(phone, mapping.PHONE)
            session.add(AppAccountRow(person_id=person, phone_digest=digest, phone_sealed=sealed))
            return True

        return self.sessions.deciding(job)

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        """As `TaxSystem` says: the posting, its bills and what they settle, in one transaction."""

        def job(session: Session) -> str:
            found = _found(session, number, bills)
            if found.known:
                return session.execute(_POSTING, {"order": number}).scalar_one()
            if found.accepted < len({bill.person for bill in bills}):
                raise PostingRefused("this person's payments are not taken")
            if found.posted:
                raise PostingRefused("posted by another order")
            voucher = new_posting(session, number, paid_at, channel)
            _enter(session, voucher, bills)
            return voucher

        return self.sessions.deciding(job)

    def posted_by_hand(
        self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str
    ) -> None:
        """As `TaxSystem` says. The embedded part has no windows of its own: what they have posted is entered here."""
        keys = {bill.key for bill in bills}
        entered = select(PostedBillRow.bill_key, PostedBillRow.voucher).where(
            or_(PostedBillRow.bill_key.in_(keys), PostedBillRow.voucher == voucher)
        )
        there = select(PostingRow.voucher).where(or_(PostingRow.voucher == voucher, PostingRow.order_number == number))

        def job(session: Session) -> None:
            known = session.scalar(there.with_for_update())
            posted = session.execute(entered).all()
            if not posted and known is None:
                session.add(PostingRow(voucher=voucher, order_number=number, paid_at=paid_at, channel=channel))
                session.flush()
                _enter(session, voucher, bills)
            elif {(key, voucher) for key in keys} != {tuple(row) for row in posted}:
                raise PostingRefused("the bill has another voucher, or the voucher is of another payment")

        self.sessions.deciding(job)

    def masked(self, person: int) -> Masked | None:
        with self.sessions.reading() as session:
            row = session.get(PersonRow, person)
            if row is None:
                return None
            known = mapping.person(row, self.sealer)
            return Masked(known.kind, masked(known.number), masked_name(known.name))


def number_digest(sealer: Sealer, kind: DocumentKind, number: str) -> bytes:
    """What tells people apart: a number of one kind is one person's."""
    return sealer.digest("people.number_digest", kind, number)


def identity_digest(sealer: Sealer, kind: DocumentKind, number: str, name: str) -> bytes:
    """What finds somebody who gives number *and* name, in whatever spelling."""
    return sealer.digest("people.identity_digest", kind, number, name_key(name))


def phone_digest(sealer: Sealer, phone: str) -> bytes:
    """What finds an account by its phone."""
    return sealer.digest("app_accounts.phone_digest", phone)


def new_posting(session: Session, number: str | None, paid_at: datetime, channel: str) -> str:
    """A posting without bills yet; returns its voucher number: 18 digits, 52 for Guizhou."""
    voucher = _next_voucher(session)
    while session.get(PostingRow, voucher):  # A window has given it.
        voucher = _next_voucher(session)
    session.add(PostingRow(voucher=voucher, order_number=number, paid_at=paid_at, channel=channel))
    session.flush()
    return voucher


def _next_voucher(session: Session) -> str:
    return f"52{free_value(session, VOUCHERS):016d}"


def _found(session: Session, number: str, bills: tuple[Bill, ...]) -> Any:
    """What there is in the way of a posting, all of it at one moment (`_FOUND`)."""
    people, keys = {bill.person for bill in bills}, [bill.key for bill in bills]
    return session.execute(_FOUND, {"order": number, "people": list(people), "keys": keys}).one()


def _enter(session: Session, voucher: str, bills: tuple[Bill, ...]) -> None:
    """Post the bills, strike them off the arrears, mark their choices of tier as paid.

    In one order, so that no two wait for each other.
    """
    bills = tuple(sorted(bills, key=lambda bill: bill.key))
    session.add_all(PostedBillRow(voucher=voucher, **mapping.bill_columns(bill)) for bill in bills)
    session.flush()
    keys = [bill.key for bill in bills]
    session.execute(delete(OwedBillRow).where(OwedBillRow.bill_key.in_(keys)))
    session.execute(update(TierRecordRow).where(TierRecordRow.bill_key.in_(keys)).values(paid=True))
