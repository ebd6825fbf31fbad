"""The tables. Rows stay in this room: what leaves it are domain values (`storage.mapping`)."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind, Opening
from domain.identity import DocumentKind
from domain.money import Fen
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Period, Scheme
from storage.base import KEY, Base

UNDER_WAY = text('"end" IS NULL')


class Subject:
    """What an amount is for. `person_id` is no foreign key here: a fleet's people live in another system."""

    person_id: Mapped[int] = mapped_column(BigInteger)
    scheme: Mapped[Scheme]
    insurance: Mapped[Insurance]
    period: Mapped[Period]


class BillColumns(Subject):
    """A domain `Bill`."""

    agency: Mapped[str]
    tier: Mapped[str]
    base: Mapped[Fen | None]
    fen: Mapped[Fen]


class PersonRow(Base):
    """Somebody the tax system knows. `identity_digest` is over kind, number and name together."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(KEY, primary_key=True)
    kind: Mapped[DocumentKind]
    number_digest: Mapped[bytes] = mapped_column(unique=True)
    identity_digest: Mapped[bytes] = mapped_column(unique=True)
    number_sealed: Mapped[bytes]
    name_sealed: Mapped[bytes]
    posting_refused: Mapped[bool]


class AppAccountRow(Base):
    """An account in the APP: one for each person, one for each phone."""

    __tablename__ = "app_accounts"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    phone_digest: Mapped[bytes] = mapped_column(unique=True)
    phone_sealed: Mapped[bytes]


class EnrolmentRow(Base):
    __tablename__ = "enrolments"
    __table_args__ = (UniqueConstraint("person_id", "scheme", "insurance", "agency"),)

    id: Mapped[int] = mapped_column(KEY, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    scheme: Mapped[Scheme]
    insurance: Mapped[Insurance]
    agency: Mapped[str]
    category: Mapped[str]


class OwedBillRow(BillColumns, Base):
    """Arrears (补缴) that are listed and not paid."""

    __tablename__ = "owed_bills"
    __table_args__ = (Index(None, "person_id"),)

    bill_key: Mapped[str] = mapped_column(primary_key=True)


class TierRecordRow(Subject, Base):
    """The latest choice of tier for one insurance and period, under the key that its bill would have."""

    __tablename__ = "tier_records"
    __table_args__ = (Index(None, "person_id"),)

    bill_key: Mapped[str] = mapped_column(primary_key=True)
    tier: Mapped[str]
    base: Mapped[Fen | None]
    fen: Mapped[Fen]
    channel: Mapped[str]
    recorded_at: Mapped[datetime]
    paid: Mapped[bool]


class PostingRow(Base):
    """A payment in the tax system. `order_number` is empty if it was not paid at a terminal."""

    __tablename__ = "postings"

    voucher: Mapped[str] = mapped_column(primary_key=True)
    order_number: Mapped[str | None] = mapped_column(unique=True)
    paid_at: Mapped[datetime | None]
    channel: Mapped[str]


class PostedBillRow(Subject, Base):
    """One bill of a posting. Its key is the primary key: no bill is ever posted twice."""

    __tablename__ = "posted_bills"
    __table_args__ = (Index(None, "person_id"),)

    bill_key: Mapped[str] = mapped_column(primary_key=True)
    voucher: Mapped[str] = mapped_column(ForeignKey("postings.voucher"), index=True)
    agency: Mapped[str]
    tier: Mapped[str]
    base: Mapped[Fen | None]
    fen: Mapped[Fen | None]


class OrderRow(Base):
    """`combined` and `combined_fen` are what the network knows of it and others together, where they have one code.

    `combined_parts` is what it knows of each, JSON of their numbers and sums; empty where that is nothing.
    """

    __tablename__ = "orders"
    __table_args__ = (Index(None, "state", "deadline"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    network: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str]
    payer: Mapped[int] = mapped_column(BigInteger)
    fen: Mapped[Fen]
    state: Mapped[OrderState]
    created_at: Mapped[datetime] = mapped_column(index=True)
    deadline: Mapped[datetime]
    code: Mapped[str | None]
    transaction: Mapped[str | None]
    paid_at: Mapped[datetime | None]
    voucher: Mapped[str | None]
    owed_at: Mapped[datetime | None]
    proof: Mapped[str | None]
    reason_sealed: Mapped[bytes | None]
    combined: Mapped[str | None] = mapped_column(index=True)
    combined_fen: Mapped[Fen | None]
    combined_parts: Mapped[str | None]
    lines: Mapped[list["OrderLineRow"]] = relationship(order_by="OrderLineRow.position", lazy="selectin")


class OrderLineRow(BillColumns, Base):
    """One bill of an order. While `live`, the order holds the bill: the index lets only one order do so."""

    __tablename__ = "order_lines"
    __table_args__ = (
        Index(None, "person_id"),
        Index(None, "bill_key"),
        Index("uq_order_lines_live", "bill_key", unique=True, sqlite_where=text("live"), postgresql_where=text("live")),
    )

    order_number: Mapped[str] = mapped_column(ForeignKey("orders.number"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    bill_key: Mapped[str]
    live: Mapped[bool]


class EventColumns:
    """One entry of a log, chained to the one before it (`storage.chain`). Triggers forbid to change it.

    `serial` counts all entries of the log from 1; `learnt` is JSON of what its subject took over with the event.
    `terminal` is where it was written down: None if nobody said so, or it was before that was kept.
    """

    serial: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    event: Mapped[str]
    at: Mapped[datetime]
    detail: Mapped[str]
    learnt: Mapped[str]
    terminal: Mapped[str | None]
    hash: Mapped[bytes]


class OrderEventRow(EventColumns, Base):
    """One change of one order (`storage.order_log`). `who` is empty for the terminal itself."""

    __tablename__ = "order_events"

    order_number: Mapped[str] = mapped_column(ForeignKey("orders.number"), index=True)
    state: Mapped[OrderState]
    who: Mapped[str | None]


class CounterRow(Base):
    """A sequence without gaps: it counts inside the transaction that uses the number."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger)


class StoreIdRow(Base):
    """Which store this is: one row, once the store has an anchor (`storage.anchor`)."""

    __tablename__ = "store_id"

    id: Mapped[bytes] = mapped_column(primary_key=True)


class LossRow(Base):
    """A sequence that went on from `resumed`, because all after `kept` was lost with an older store."""

    __tablename__ = "losses"

    id: Mapped[int] = mapped_column(KEY, primary_key=True)
    counter: Mapped[str]
    kept: Mapped[int] = mapped_column(BigInteger)
    resumed: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]


class CertificateRow(Base):
    """An issued certificate; what it says is sealed (`storage.certificate_content`)."""

    __tablename__ = "certificates"
    __table_args__ = (Index(None, "person_id"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[CertificateKind]
    opening: Mapped[Opening]
    person_id: Mapped[int] = mapped_column(BigInteger)
    issued_at: Mapped[datetime]
    issuer: Mapped[str]
    original: Mapped[str]
    content_sealed: Mapped[bytes]


class OpenedBillRow(Base):
    """A bill whose tax certificate has been 首开. Its key is the primary key: that happens once."""

    __tablename__ = "opened_bills"

    bill_key: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(BigInteger, index=True)
    certificate: Mapped[str] = mapped_column(ForeignKey("certificates.number"), index=True)


class PrintRow(Base):
    """One attempt to print a certificate, counted from 1. `end` is empty while it is under way."""

    __tablename__ = "certificate_prints"
    __table_args__ = (
        Index("ix_certificate_prints_under_way", "certificate", sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
    )

    certificate: Mapped[str] = mapped_column(ForeignKey("certificates.number"), primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]
    end: Mapped[PrintEnd | None]
    ended_at: Mapped[datetime | None]
