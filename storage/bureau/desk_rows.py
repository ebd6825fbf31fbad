"""The tables of the bureau's desk. What is about people is sealed; what one signs in by is a hash or sealed."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.desk.member import MemberState
from domain.desk.proposals import Act, ProposalState
from domain.money import Fen
from storage.bureau.base import BureauBase
from storage.rows import EventColumns


class MemberRow(BureauBase):
    """A member of staff. `step` is the last stretch of half a minute whose code was used: none is good twice."""

    __tablename__ = "desk_members"

    number: Mapped[str] = mapped_column(primary_key=True)
    name_sealed: Mapped[bytes]
    roles: Mapped[str]
    state: Mapped[MemberState]
    added_at: Mapped[datetime]
    passphrase: Mapped[str]
    until: Mapped[datetime | None]
    secret_sealed: Mapped[bytes | None]
    step: Mapped[int] = mapped_column(BigInteger)


class DeskEntryRow(EventColumns, BureauBase):
    """What was done at the desk (`storage.bureau.desk_log`). `about` names the matter, never a person of the public."""

    __tablename__ = "desk_entries"

    member: Mapped[str] = mapped_column(ForeignKey("desk_members.number"), index=True)
    state: Mapped[MemberState]
    who: Mapped[str]
    about: Mapped[str] = mapped_column(index=True)


class SessionRow(BureauBase):
    """Somebody who has signed in. `id` is the hash of what their browser has; `said` what the next page tells them.

    Who `enters` for the first time has only the way to a passphrase and a second factor of their own, whose secret is
    kept here until it is proved.
    """

    __tablename__ = "desk_sessions"

    id: Mapped[bytes] = mapped_column(primary_key=True)
    member: Mapped[str] = mapped_column(ForeignKey("desk_members.number"), index=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    enters: Mapped[bool]
    secret_sealed: Mapped[bytes | None]
    said: Mapped[str]


class TryRow(BureauBase):
    """Wrong tries in a row by somebody, or from somewhere: `key` is a keyed digest of which. None is looked at before
    `until`.
    """

    __tablename__ = "desk_tries"

    key: Mapped[bytes] = mapped_column(primary_key=True)
    times: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
    until: Mapped[datetime]


class ProposalRow(BureauBase):
    """What takes two, signed by the first. `reason` is sealed: people are spoken of in it."""

    __tablename__ = "desk_proposals"
    __table_args__ = (
        Index(
            "uq_desk_proposals_open",
            "subject",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    act: Mapped[Act]
    subject: Mapped[str] = mapped_column(index=True)
    fen: Mapped[Fen]
    first: Mapped[str] = mapped_column(ForeignKey("desk_members.number"))
    second: Mapped[str]
    proof: Mapped[str]
    reason_sealed: Mapped[bytes]
    seen: Mapped[bytes]
    state: Mapped[ProposalState]
    at: Mapped[datetime]
    until: Mapped[datetime]
    ended_at: Mapped[datetime | None]
