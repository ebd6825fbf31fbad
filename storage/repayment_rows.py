"""The tables of repayments."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.money import Fen
from domain.repayments.states import RepaymentState
from storage.base import Base
from storage.rows import EventColumns


class RepaymentRow(Base):
    """One try to send money back. `claim` is the number of an order, or of a refund application."""

    __tablename__ = "repayments"
    __table_args__ = (UniqueConstraint("claim", "serial"), Index(None, "state"))

    number: Mapped[str] = mapped_column(primary_key=True)
    claim: Mapped[str]
    serial: Mapped[int]
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.number"))
    fen: Mapped[Fen]
    at: Mapped[datetime]
    state: Mapped[RepaymentState]
    since: Mapped[datetime]
    reference: Mapped[str]
    why: Mapped[str]


class RepaymentEventRow(EventColumns, Base):
    """One step of one repayment (`storage.repayment_log`), and who did it."""

    __tablename__ = "repayment_events"

    repayment: Mapped[str] = mapped_column(ForeignKey("repayments.number"), index=True)
    state: Mapped[RepaymentState]
    who: Mapped[str]
