"""The book of agreements in the store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.accounts.banks import Branch
from domain.agreements.agreement import Agreement, Terms, number
from domain.agreements.book import AgreementProblem
from domain.agreements.events import AgreementEvent, BankWord, Revoked, Signed
from domain.agreements.life import after
from domain.agreements.states import LIVE
from domain.lives.events import learnt
from storage.account_rows import AgreementRow
from storage.accounts import account_digest
from storage.counters import next_value
from storage.sealing import Sealer
from storage.sessions import Sessions

ACCOUNT, HOLDER, PHONE = "agreements.account", "agreements.holder", "agreements.phone"


def agreed(session: Session, person: int, digest: bytes) -> bool:
    """Whether a live agreement of the person uses the account."""
    row = AgreementRow
    live = select(row.number).where(row.person_id == person, row.account_digest == digest, row.live)
    return session.scalar(live) is not None


@dataclass(frozen=True, slots=True)
class StoredAgreements:
    """Implements `AgreementBook`. All methods raise StoreError."""

    sessions: Sessions
    sealer: Sealer

    def of(self, person: int) -> tuple[Agreement, ...]:
        row = AgreementRow
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(row).where(row.person_id == person).order_by(row.signed_at.desc(), row.number.desc())
            )
            return tuple(self._agreement(found) for found in rows)

    def find(self, number: str) -> Agreement | None:
        """By its number."""
        with self.sessions.reading() as session:
            row = session.get(AgreementRow, number)
            return self._agreement(row) if row else None

    def sign(self, person: int, terms: Terms, at: datetime) -> Agreement | AgreementProblem:
        """As `AgreementBook` says: the number and the agreement in one transaction."""
        try:
            with self.sessions.writing() as session:
                serial = next_value(session, f"agreements/{terms.authority}/{at.year}")
                signed = self._row(number(terms.authority, at.year, serial), person, terms)
                _moved(signed, Signed(at))
                session.add(signed)
                session.flush()
                return self._agreement(signed)
        except IntegrityError:
            return AgreementProblem.ONE_VALID

    def verify(self, number: str, word: BankWord) -> Agreement:
        """As `AgreementBook` says."""
        with self.sessions.writing() as session:
            row = session.get(AgreementRow, number, with_for_update=True)
            if row is None:
                raise LookupError(f"there is no agreement {number}")
            _moved(row, word)
            return self._agreement(row)

    def revoke(self, person: int, number: str, at: datetime) -> Agreement | AgreementProblem:
        """As `AgreementBook` says."""
        with self.sessions.writing() as session:
            row = session.get(AgreementRow, number, with_for_update=True)
            if row is None or row.person_id != person:
                return AgreementProblem.NOT_THERE
            return self._agreement(row) if _moved(row, Revoked(at)) else AgreementProblem.OVER

    def _row(self, number: str, person: int, terms: Terms) -> AgreementRow:
        return AgreementRow(
            number=number,
            person_id=person,
            authority=terms.authority,
            bank=terms.bank,
            branch=terms.branch.number,
            branch_name=terms.branch.name,
            account_digest=account_digest(self.sealer, terms.account),
            account_sealed=self.sealer.seal(terms.account, ACCOUNT),
            holder_sealed=self.sealer.seal(terms.holder, HOLDER),
            phone_sealed=self.sealer.seal(terms.phone, PHONE),
        )

    def _agreement(self, row: AgreementRow) -> Agreement:
        terms = Terms(
            authority=row.authority,
            bank=row.bank,
            branch=Branch(row.branch, row.branch_name),
            holder=self.sealer.unseal(row.holder_sealed, HOLDER),
            account=self.sealer.unseal(row.account_sealed, ACCOUNT),
            phone=self.sealer.unseal(row.phone_sealed, PHONE),
        )
        return Agreement(
            number=row.number,
            person=row.person_id,
            terms=terms,
            state=row.state,
            signed_at=row.signed_at,
            verified_at=row.verified_at,
            revoked_at=row.revoked_at,
            reason=row.reason,
        )


def _moved(row: AgreementRow, event: AgreementEvent) -> bool:
    """Take the event's step, with what was learnt; false if the event changes nothing in this state."""
    state = after(row.state, event)
    if state is None:
        return False
    row.state, row.live = state, state in LIVE
    for name, value in learnt(event).items():
        setattr(row, name, value)
    return True
