"""The tables of refund applications."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.money import Fen
from domain.refunds.application import Ground, Route, SumKind
from domain.refunds.states import RefundState
from storage.base import Base
from storage.rows import EventColumns, Subject


class RefundRow(Subject, Base):
    """An application. While `live`, it holds its bill: the index lets only one application do so.

    `private_sealed` is account, phone and explanation, `reason_sealed` why it was refused.
    """

    __tablename__ = "refunds"
    __table_args__ = (
        Index(None, "person_id", "account_digest"),
        Index(None, "bill_key"),
        Index(None, "state"),
        Index(None, "ended_at"),
        Index("uq_refunds_live", "bill_key", unique=True, sqlite_where=text("live"), postgresql_where=text("live")),
    )

    number: Mapped[str] = mapped_column(primary_key=True)
    bill_key: Mapped[str]
    live: Mapped[bool]
    agency: Mapped[str]
    voucher: Mapped[str]
    channel: Mapped[str]
    paid_on: Mapped[date]
    paid_fen: Mapped[Fen]
    applied_before: Mapped[Fen]
    order_number: Mapped[str]
    sum_kind: Mapped[SumKind]
    ground: Mapped[Ground]
    fen: Mapped[Fen]
    account_digest: Mapped[bytes]
    private_sealed: Mapped[bytes]
    state: Mapped[RefundState]
    route: Mapped[Route]
    applied_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    reason_sealed: Mapped[bytes | None]


class RefundEventRow(EventColumns, Base):
    """One step of one application (`storage.refund_log`), and who did it."""

    __tablename__ = "refund_events"

    refund: Mapped[str] = mapped_column(ForeignKey("refunds.number"), index=True)
    state: Mapped[RefundState]
    who: Mapped[str]
