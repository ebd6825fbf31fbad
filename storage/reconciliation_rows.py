"""The tables of what bills have said: where everything was put, what came of each bill, and cases for people."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.money import Fen
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseState, Settlement
from domain.reconciliation.report import Outcome
from storage.base import Base
from storage.rows import EventColumns


class MarkRow(Base):
    """In which bucket a payment or refund of ours was put when the bill of a day was first held against our books."""

    __tablename__ = "bill_marks"
    __table_args__ = (Index(None, "network", "kind", "number"),)

    network: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True)
    bucket: Mapped[Bucket]


class ReportRow(Base):
    """What came of the bill of a day; `told` is JSON of its figures and differences (`storage.reports`)."""

    __tablename__ = "bill_reports"

    network: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    outcome: Mapped[Outcome]
    at: Mapped[datetime]
    why: Mapped[str]
    tries: Mapped[int]
    told: Mapped[str]


class CaseRow(Base):
    """A case: one for each payment or refund that was ever found, or asked about by staff."""

    __tablename__ = "cases"
    __table_args__ = (Index(None, "state"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    network: Mapped[str] = mapped_column(String(20))
    kind: Mapped[Kind]
    reference: Mapped[str]
    state: Mapped[CaseState]
    opened_at: Mapped[datetime]
    why: Mapped[Bucket | None]
    day: Mapped[date | None]
    ours: Mapped[Fen | None]
    theirs: Mapped[Fen | None]
    transaction: Mapped[str]
    asked_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    how: Mapped[Settlement | None]
    second: Mapped[str]
    proof: Mapped[str | None]
    reason_sealed: Mapped[bytes | None]


class CaseEventRow(EventColumns, Base):
    """One step of one case (`storage.cases`), and who did it."""

    __tablename__ = "case_events"

    case: Mapped[str] = mapped_column("case_number", ForeignKey("cases.number"), index=True)
    state: Mapped[CaseState]
    who: Mapped[str]
