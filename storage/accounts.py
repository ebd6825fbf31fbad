"""The book of reported bank accounts in the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.accounts.account import BankAccount, Details
from domain.accounts.banks import Branch
from domain.accounts.book import AccountProblem
from storage.account_rows import BankAccountRow
from storage.sealing import Sealer
from storage.sessions import Sessions

NUMBER, HOLDER = "bank_accounts.number", "bank_accounts.holder"

Use = Callable[[Session, int, bytes], bool]
"""Whether something uses a person's account, by its number's digest, inside the transaction that wants to change it."""


def account_digest(sealer: Sealer, number: str) -> bytes:
    """What finds an account by its number, in whatever table it is named."""
    return sealer.digest("bank_accounts.number_digest", number)


@dataclass(frozen=True, slots=True)
class StoredAccounts:
    """Implements `AccountBook`. `uses` says what else uses an account, and what its payer is told then.

    All methods raise StoreError.
    """

    sessions: Sessions
    sealer: Sealer
    uses: Mapping[AccountProblem, Use]

    def accounts(self, person: int) -> tuple[BankAccount, ...]:
        row = BankAccountRow
        with self.sessions.reading() as session:
            rows = session.scalars(select(row).where(row.person_id == person).order_by(row.id))
            return tuple(self._account(found) for found in rows)

    def report(self, person: int, details: Details, at: datetime) -> BankAccount | AccountProblem:
        """As `AccountBook` says."""

        def job(session: Session) -> BankAccount | AccountProblem:
            if clash := self._clash(session, person, details):
                return clash
            row = BankAccountRow(person_id=person, reported_at=at)
            self._fill(row, details)
            session.add(row)
            session.flush()
            return self._account(row)

        return self.sessions.deciding(job)

    def change(self, person: int, account: int, details: Details) -> BankAccount | AccountProblem:
        """As `AccountBook` says."""

        def job(session: Session) -> BankAccount | AccountProblem:
            row = _own(session, person, account)
            if row is None:
                return AccountProblem.NOT_THERE
            known = self._account(row).details
            if details == known:
                return AccountProblem.UNCHANGED
            if not details.same_place(known) and (use := self._use(session, row)):
                return use
            if clash := self._clash(session, person, details, account):
                return clash
            self._fill(row, details)
            session.flush()
            return self._account(row)

        return self.sessions.deciding(job)

    def delete(self, person: int, account: int) -> AccountProblem | None:
        """As `AccountBook` says."""
        with self.sessions.writing() as session:
            row = _own(session, person, account)
            if row is None:
                return AccountProblem.NOT_THERE
            use = self._use(session, row)
            if use is None:
                session.delete(row)
            return use

    def _use(self, session: Session, row: BankAccountRow) -> AccountProblem | None:
        """What uses this account."""
        found = (problem for problem, uses in self.uses.items() if uses(session, row.person_id, row.number_digest))
        return next(found, None)

    def _clash(self, session: Session, person: int, details: Details, itself: int = 0) -> AccountProblem | None:
        """Which of the table's constraints these details would break."""
        digest = account_digest(self.sealer, details.number)
        row = BankAccountRow
        others = session.scalars(select(row).where(row.person_id == person, row.id != itself)).all()
        if any(other.number_digest == digest for other in others):
            return AccountProblem.DUPLICATE
        if details.preferred and any(other.preferred for other in others):
            return AccountProblem.SECOND_PREFERRED
        if details.refund and any(other.refund for other in others):
            return AccountProblem.SECOND_REFUND
        return None

    def _fill(self, row: BankAccountRow, details: Details) -> None:
        row.number_digest = account_digest(self.sealer, details.number)
        row.number_sealed = self.sealer.seal(details.number, NUMBER)
        row.holder_sealed = self.sealer.seal(details.holder, HOLDER)
        row.county, row.bank = details.county, details.bank
        row.branch, row.branch_name = details.branch.number, details.branch.name
        row.opened_on = details.opened_on
        row.preferred, row.refund = details.preferred, details.refund

    def _account(self, row: BankAccountRow) -> BankAccount:
        details = Details(
            county=row.county,
            bank=row.bank,
            branch=Branch(row.branch, row.branch_name),
            holder=self.sealer.unseal(row.holder_sealed, HOLDER),
            number=self.sealer.unseal(row.number_sealed, NUMBER),
            opened_on=row.opened_on,
            preferred=row.preferred,
            refund=row.refund,
        )
        return BankAccount(id=row.id, person=row.person_id, details=details, reported_at=row.reported_at)


def _own(session: Session, person: int, account: int) -> BankAccountRow | None:
    row = BankAccountRow
    return session.scalar(select(row).where(row.id == account, row.person_id == person).with_for_update())
