"""The embedded part of the tax system: who is enrolled, what is owed, what has been posted."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from domain.identity import DocumentKind, masked, masked_name, name_key
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill, Enrolment, Masked, Payment, Person, TierRecord
from domain.ports import PostingRefused
from storage import mapping
from storage.counters import FREELY, Free, next_value
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

_KNOWN_BY: BindParameter[Any] = bindparam("known_by")
_BY_IDENTITY = select(PersonRow).where(PersonRow.identity_digest == _KNOWN_BY)
_BY_PHONE = (
    select(PersonRow)
    .join(AppAccountRow, AppAccountRow.person_id == PersonRow.id)
    .where(AppAccountRow.phone_digest == _KNOWN_BY)
)
_BY_ID = select(PersonRow).where(PersonRow.id == _KNOWN_BY)
_ENROLMENTS = (
    select(EnrolmentRow)
    .where(EnrolmentRow.person_id == bindparam("person"), EnrolmentRow.scheme == bindparam("scheme"))
    .order_by(EnrolmentRow.id)
)
_OWED = (
    select(OwedBillRow)
    .where(
        OwedBillRow.person_id == bindparam("person"),
        OwedBillRow.scheme == bindparam("scheme"),
        OwedBillRow.insurance == bindparam("insurance"),
        ~exists().where(PostedBillRow.bill_key == OwedBillRow.bill_key),
    )
    .order_by(OwedBillRow.period)
)
"""What is posted is not owed, whoever has listed it meanwhile."""
_DECLARED = (
    select(TierRecordRow)
    .where(TierRecordRow.person_id == bindparam("person"), TierRecordRow.scheme == bindparam("scheme"))
    .order_by(TierRecordRow.recorded_at.desc(), TierRecordRow.period.desc(), TierRecordRow.insurance)
)
_PAID = select(PostedBillRow.bill_key).where(PostedBillRow.person_id == bindparam("person"))
_PAYMENTS = (
    select(PostedBillRow, PostingRow.channel, PostingRow.paid_at, PostingRow.order_number)
    .join(PostingRow, PostingRow.voucher == PostedBillRow.voucher)
    .where(PostedBillRow.person_id == bindparam("person"))
)

_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_GIVEN = select(exists().where(PostingRow.voucher == bindparam("voucher")))
_ADD, _ADD_BILLS = insert(PostingRow), insert(PostedBillRow)
_STRIKE = delete(OwedBillRow).where(OwedBillRow.bill_key.in_(_KEYS))
_MARK = update(TierRecordRow).where(TierRecordRow.bill_key.in_(_KEYS)).values(paid=True)
_FOUND = select(
    exists().where(PostingRow.order_number == bindparam("order")).label("known"),
    select(func.count())
    .where(PersonRow.id.in_(bindparam("people", expanding=True)), PersonRow.posting_refused.is_(False))
    .scalar_subquery()
    .label("accepted"),
    *(
        exists().where(row.bill_key.in_(_KEYS)).label(name)
        for name, row in (("posted", PostedBillRow), ("owed", OwedBillRow), ("chosen", TierRecordRow))
    ),
)
"""Whether an order is posted, how many of its people are known and accepted, and whether one of its bills is posted,
listed as owed, or of a tier that was chosen.

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
        return self._person(_BY_IDENTITY, identity_digest(self.sealer, kind, number, name))

    def enrolments(self, person: int, scheme: Scheme) -> tuple[Enrolment, ...]:
        return tuple(map(mapping.enrolment, self.sessions.look(_ENROLMENTS, person=person, scheme=scheme)))

    def owed(self, person: int, scheme: Scheme, insurance: Insurance) -> tuple[Bill, ...]:
        return tuple(map(mapping.bill, self.sessions.look(_OWED, person=person, scheme=scheme, insurance=insurance)))

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
        return tuple(map(mapping.tier_record, self.sessions.look(_DECLARED, person=person, scheme=scheme)))

    def payments(self, person: int) -> tuple[Payment, ...]:
        return tuple(map(mapping.payment, self.sessions.look(_PAYMENTS, person=person)))

    def account_of(self, phone: str) -> Person | None:
        return self._person(_BY_PHONE, phone_digest(self.sealer, phone))

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
            _enter(session, voucher, bills, found.owed, found.chosen)
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
                posting = {"voucher": voucher, "order_number": number, "paid_at": paid_at, "channel": channel}
                session.connection().execute(_ADD, posting)
                _enter(session, voucher, bills)
            elif {(key, voucher) for key in keys} != {tuple(row) for row in posted}:
                raise PostingRefused("the bill has another voucher, or the voucher is of another payment")

        self.sessions.deciding(job)

    def masked(self, person: int) -> Masked | None:
        known = self._person(_BY_ID, person)
        return Masked(known.kind, masked(known.number), masked_name(known.name)) if known else None

    def _person(self, which: Select[PersonRow], known_by: bytes | int) -> Person | None:
        found = self.sessions.look(which, known_by=known_by)
        return mapping.person(found[0], self.sealer) if found else None


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
    posting = {"order_number": number, "paid_at": paid_at, "channel": channel}
    store = session.connection()
    if free := session.info.get(FREELY):
        return str(store.execute(_adding(free), posting).scalar_one())
    voucher = _next_voucher(session)
    while store.scalar(_GIVEN, {"voucher": voucher}):  # A window has given it.
        voucher = _next_voucher(session)
    store.execute(_ADD, {"voucher": voucher, **posting})
    return voucher


@cache
def _adding(free: Free) -> ReturningInsert[str]:
    """A posting whose voucher the server numbers as it adds it."""
    number = func.to_char(free(VOUCHERS), f"FM{'0' * 16}")
    return insert(PostingRow).values(voucher=func.concat("52", number)).returning(PostingRow.voucher)


def _next_voucher(session: Session) -> str:
    return f"52{next_value(session, VOUCHERS):016d}"


def _found(session: Session, number: str, bills: tuple[Bill, ...]) -> Any:
    """What there is in the way of a posting, all of it at one moment (`_FOUND`)."""
    people, keys = {bill.person for bill in bills}, [bill.key for bill in bills]
    return session.connection().execute(_FOUND, {"order": number, "people": list(people), "keys": keys}).one()


def _enter(session: Session, voucher: str, bills: tuple[Bill, ...], owed: bool = True, chosen: bool = True) -> None:
    """Post the bills; strike them off the arrears, and mark their choices of tier as paid, if there may be any.

    In one order, so that no two wait for each other.
    """
    rows = sorted(({"voucher": voucher, **mapping.bill_columns(bill)} for bill in bills), key=itemgetter("bill_key"))
    store, keys = session.connection(), {"keys": [row["bill_key"] for row in rows]}
    store.execute(_ADD_BILLS, rows)
    if owed:
        store.execute(_STRIKE, keys)
    if chosen:
        store.execute(_MARK, keys)
