"""The tables of bank accounts and agreements."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.agreements.agreement import Refusal
from domain.agreements.states import AgreementState
from storage.base import KEY, Base


def _one_for_each_person(name: str, condition: str) -> Index:
    where = text(condition)
    return Index(name, "person_id", unique=True, sqlite_where=where, postgresql_where=where)


class BankAccountRow(Base):
    """A reported account. The indexes let a person have a number once, and one account of each use."""

    __tablename__ = "bank_accounts"
    __table_args__ = (
        UniqueConstraint("person_id", "number_digest"),
        _one_for_each_person("uq_bank_accounts_preferred", "preferred"),
        _one_for_each_person("uq_bank_accounts_refund", "refund"),
    )

    id: Mapped[int] = mapped_column(KEY, primary_key=True)
    person_id: Mapped[int] = mapped_column(BigInteger)
    number_digest: Mapped[bytes]
    number_sealed: Mapped[bytes]
    holder_sealed: Mapped[bytes]
    county: Mapped[str]
    bank: Mapped[str]
    branch: Mapped[str]
    branch_name: Mapped[str]
    opened_on: Mapped[date]
    preferred: Mapped[bool]
    refund: Mapped[bool]
    reported_at: Mapped[datetime]


class AgreementRow(Base):
    """A signed agreement. While `live`, it holds its person: the index lets only one do so."""

    __tablename__ = "agreements"
    __table_args__ = (Index(None, "person_id"), _one_for_each_person("uq_agreements_live", "live"))

    number: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(BigInteger)
    authority: Mapped[str]
    bank: Mapped[str]
    branch: Mapped[str]
    branch_name: Mapped[str]
    account_digest: Mapped[bytes]
    account_sealed: Mapped[bytes]
    holder_sealed: Mapped[bytes]
    phone_sealed: Mapped[bytes]
    state: Mapped[AgreementState]
    live: Mapped[bool]
    signed_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    reason: Mapped[Refusal | None]
