"""The book of certificates in the store: numbers without gaps, what was opened, and every print."""

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidTag
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from domain.certificates.book import AlreadyOpened, Draft, PrintEnd
from domain.certificates.certificate import Certificate, CertificateKind, Opening
from domain.certificates.numbers import check_code, number
from domain.certificates.verifying import has_code
from storage.certificate_content import from_text, to_text
from storage.counters import next_value
from storage.errors import StoreError
from storage.rows import CertificateRow, OpenedBillRow, PrintRow
from storage.sealing import Sealer
from storage.sessions import Sessions

CONTENT = "certificates.content"


@dataclass(frozen=True, slots=True)
class StoredCertificates:
    """Implements `CertificateBook`. All methods raise StoreError."""

    sessions: Sessions
    sealer: Sealer

    def issue(self, draft: Draft) -> Certificate:
        """As `CertificateBook` says: number, content and what it opens, in one transaction."""
        year = draft.issued_at.year
        text = to_text(draft.content)
        opens = draft.kind is CertificateKind.TAX and draft.opening is Opening.FIRST

        def job(session: Session) -> Certificate:
            serial = next_value(session, f"certificates/{draft.kind}/{year}")
            if opens and _any_opened(session, draft.bills):
                raise AlreadyOpened
            row = CertificateRow(
                number=number(draft.kind, draft.issuer, year, serial),
                kind=draft.kind,
                opening=draft.opening,
                person_id=draft.person,
                issued_at=draft.issued_at,
                issuer=draft.issuer.name,
                original=draft.original,
                content_sealed=self.sealer.seal(text, CONTENT),
            )
            session.add(row)
            session.flush()
            bills = draft.bills if opens else ()
            session.add_all(OpenedBillRow(bill_key=b, person_id=draft.person, certificate=row.number) for b in bills)
            return self._certificate(row, 0)

        return self.sessions.deciding(job)

    def find(self, number: str) -> Certificate | None:
        with self.sessions.reading() as session:
            row = session.get(CertificateRow, number)
            return self._certificate(row, _prints(session, number)) if row else None

    def checked(self, number: str, code: str) -> Certificate | None:
        found = self.find(number)
        return found if found and has_code(found, code) else None

    def issued(self, person: int, kind: CertificateKind) -> tuple[Certificate, ...]:
        row = CertificateRow
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(row)
                .where(row.person_id == person, row.kind == kind)
                .order_by(row.issued_at.desc(), row.number.desc())
            )
            return tuple(self._certificate(found, _prints(session, found.number)) for found in rows)

    def opened(self, person: int) -> frozenset[str]:
        with self.sessions.reading() as session:
            return frozenset(session.scalars(select(OpenedBillRow.bill_key).where(OpenedBillRow.person_id == person)))

    def begin_print(self, number: str, at: datetime) -> int:
        def job(session: Session) -> int:
            attempt = _prints(session, number) + 1
            session.add(PrintRow(certificate=number, attempt=attempt, began_at=at, end=None, ended_at=None))
            return attempt

        return self.sessions.deciding(job)

    def forget_print(self, number: str, attempt: int) -> None:
        row = PrintRow
        with self.sessions.writing() as session:
            session.execute(delete(row).where(row.certificate == number, row.attempt == attempt, row.end.is_(None)))

    def end_print(self, number: str, attempt: int, end: PrintEnd, at: datetime) -> None:
        row = PrintRow
        with self.sessions.writing() as session:
            session.execute(
                update(row)
                .where(row.certificate == number, row.attempt == attempt, row.end.is_(None))
                .values(end=end, ended_at=at)
            )

    def abandon_prints(self, at: datetime) -> int:
        with self.sessions.writing() as session:
            left = session.scalars(
                update(PrintRow)
                .where(PrintRow.end.is_(None))
                .values(end=PrintEnd.UNKNOWN, ended_at=at)
                .returning(PrintRow.attempt)
            )
            return len(left.all())

    def _certificate(self, row: CertificateRow, prints: int) -> Certificate:
        """Its code is made anew from what is stored: a row that was tampered with does not match its paper."""
        try:
            text = self.sealer.unseal(row.content_sealed, CONTENT)
        except InvalidTag:
            raise StoreError(f"certificate {row.number} has been changed in the store") from None
        issued = f"{row.issued_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"
        said = (row.number, row.kind, row.opening, row.original, str(row.person_id), issued, row.issuer, text)
        digest = self.sealer.digest("certificates.code", *said)
        return Certificate(
            row.number,
            row.kind,
            row.opening,
            row.person_id,
            row.issued_at,
            row.issuer,
            check_code(digest),
            from_text(text),
            row.original,
            prints,
        )


def _any_opened(session: Session, bills: tuple[str, ...]) -> bool:
    opened = select(OpenedBillRow.bill_key).where(OpenedBillRow.bill_key.in_(bills)).limit(1)
    return session.scalar(opened) is not None


def _prints(session: Session, number: str) -> int:
    """How many attempts there were."""
    counted = session.scalar(select(func.max(PrintRow.attempt)).where(PrintRow.certificate == number))
    return counted or 0
