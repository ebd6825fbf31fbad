"""The bureau's own tables: terminals and what they hold, asked, claimed and have copied up."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.terminal.copies import WishKind
from domain.terminal.enrolment import TerminalState
from storage.bureau.base import BureauBase
from storage.rows import EventColumns

OPEN = text("done_at IS NULL")
ASKS, ENDS = text("done_at IS NULL AND kind = 'ask'"), text("done_at IS NULL AND kind <> 'ask'")
"""An order is ended in one way only."""


class TerminalRow(BureauBase):
    """A terminal. `certificate` is the serial of the only client certificate that counts, in hexadecimal."""

    __tablename__ = "terminals"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    state: Mapped[TerminalState]
    hall: Mapped[str]
    certificate: Mapped[str | None] = mapped_column(String(64), unique=True)
    enrolled_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    """its last word, by the bureau's clock"""
    health: Mapped[str | None]
    """its last word, as JSON (`domain.terminal.health`)"""
    copied: Mapped[int] = mapped_column(BigInteger, default=0)
    """the serial of the last entry of its log of orders that is here"""


class TerminalEntryRow(EventColumns, BureauBase):
    """What happened to a terminal (`storage.bureau.terminal_log`). `who` did it: the console, or the terminal."""

    __tablename__ = "terminal_entries"

    number: Mapped[str] = mapped_column(ForeignKey("terminals.number"), index=True)
    state: Mapped[TerminalState]
    who: Mapped[str]


class CodeRow(BureauBase):
    """A one-time code by which a terminal gets its certificate; only its keyed digest is here."""

    __tablename__ = "enrolment_codes"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    terminal: Mapped[str] = mapped_column(ForeignKey("terminals.number"), index=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class IntroductionRow(BureauBase):
    """A terminal has told kind, number and name of somebody: until then it may ask about them."""

    __tablename__ = "introductions"

    terminal: Mapped[str] = mapped_column(String(20), primary_key=True)
    person_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)


class WrongLookRow(BureauBase):
    """Somebody was looked up in vain. What is older than a minute is removed with the next."""

    __tablename__ = "wrong_looks"
    __table_args__ = (Index(None, "terminal", "at"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    terminal: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]


class ClaimRow(BureauBase):
    """A bill that an order may sell now. The unique index lets only one live claim hold a bill."""

    __tablename__ = "claims"
    __table_args__ = (
        Index("uq_claims_live", "bill_key", unique=True, postgresql_where=text("live"), sqlite_where=text("live")),
        Index("ix_claims_of", "terminal", postgresql_where=text("live"), sqlite_where=text("live")),
        Index(None, "person_id"),
    )

    order_number: Mapped[str] = mapped_column(String(32), primary_key=True)
    bill_key: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(BigInteger)
    terminal: Mapped[str] = mapped_column(String(20))
    taken_at: Mapped[datetime]
    live: Mapped[bool]


class RequestRow(BureauBase):
    """A call that changed something, and what it was answered, sealed: the same again gets the same."""

    __tablename__ = "requests"

    terminal: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[str] = mapped_column(String(32), primary_key=True)
    content: Mapped[bytes]
    """a keyed digest of path and body"""
    status: Mapped[int]
    answer_sealed: Mapped[bytes]
    at: Mapped[datetime] = mapped_column(index=True)


class CopyRow(BureauBase):
    """An entry of a terminal's log of orders, as it was written there (`storage.order_log`)."""

    __tablename__ = "copies"
    __table_args__ = (Index(None, "order_number"),)

    terminal: Mapped[str] = mapped_column(String(20), primary_key=True)
    serial: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    order_number: Mapped[str] = mapped_column(String(32))
    event: Mapped[str]
    state: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str | None]
    wrote: Mapped[str | None]
    """the terminal that the entry names itself (`storage.rows.EventColumns.terminal`)"""
    detail: Mapped[str]
    learnt: Mapped[str]
    hash: Mapped[bytes]


class WishRow(BureauBase):
    """What the bureau wants a terminal to do about an order: `outcome` is empty until it has been done or refused."""

    __tablename__ = "wishes"
    __table_args__ = (
        Index("uq_wishes_asks", "order_number", unique=True, postgresql_where=ASKS, sqlite_where=ASKS),
        Index("uq_wishes_ends", "order_number", unique=True, postgresql_where=ENDS, sqlite_where=ENDS),
        Index("ix_wishes_of", "terminal", postgresql_where=OPEN, sqlite_where=OPEN),
    )

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    terminal: Mapped[str] = mapped_column(String(20))
    order_number: Mapped[str] = mapped_column(String(32))
    kind: Mapped[WishKind]
    who: Mapped[str]
    proof: Mapped[str]
    reason_sealed: Mapped[bytes | None]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    outcome: Mapped[str | None]


class HomeRow(BureauBase):
    """Whose an order is that the bureau has a copy of."""

    __tablename__ = "homes"
    __table_args__ = (Index(None, "terminal"),)

    order_number: Mapped[str] = mapped_column(String(32), primary_key=True)
    terminal: Mapped[str] = mapped_column(String(20))


class PinRow(BureauBase):
    """A member of a hall's staff, and the hash of their PIN (argon2id)."""

    __tablename__ = "pins"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    pin_hash: Mapped[str]


class DutyRow(BureauBase):
    """Somebody of the staff was admitted at a terminal: until then it may act in their name."""

    __tablename__ = "duties"

    terminal: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    until: Mapped[datetime]


class CallRow(BureauBase):
    """A visitor calls the staff: a terminal has one call at most, and it tells nothing of them."""

    __tablename__ = "calls"

    terminal: Mapped[str] = mapped_column(String(20), primary_key=True)
    made: Mapped[datetime]
    """by the terminal's clock: by it a call is told from the next"""
    since: Mapped[datetime]
    """when it was first heard, by the bureau's"""
    screen: Mapped[str] = mapped_column(String(80))
    rung: Mapped[int]
    comes: Mapped[str]
    """who of the staff has answered; empty before"""
    answered_at: Mapped[datetime | None]


class SmsCodeRow(BureauBase):
    """A code that was sent to a phone; both are here as keyed digests only. `over` once it has served."""

    __tablename__ = "sms_codes"
    __table_args__ = (Index(None, "phone_digest", "at"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    phone_digest: Mapped[bytes]
    code_digest: Mapped[bytes]
    at: Mapped[datetime]
    tries: Mapped[int]
    over: Mapped[bool]
