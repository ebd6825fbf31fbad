"""The store as a tax system, in a file or on PostgreSQL."""

from dataclasses import dataclass
from datetime import datetime

from domain.people.person import Bill, Person
from storage import mapping
from storage.rows import AppAccountRow, EnrolmentRow, OwedBillRow, PersonRow, PostedBillRow
from storage.store import Store
from storage.tax import StoredTaxSystem, identity_digest, new_posting, number_digest, phone_digest
from tests.contract.bench import NOON, Somebody


@dataclass
class StoredBench:
    store: Store

    @property
    def tax(self) -> StoredTaxSystem:
        return self.store.tax

    def enrol(self, who: Somebody) -> None:
        sealer = self.store.sealer
        with self.store.sessions.writing() as session:
            row = PersonRow(
                kind=who.kind,
                number_digest=number_digest(sealer, who.kind, who.number),
                identity_digest=identity_digest(sealer, who.kind, who.number, who.name),
                number_sealed=sealer.seal(who.number, mapping.NUMBER),
                name_sealed=sealer.seal(who.name, mapping.NAME),
                posting_refused=who.refused,
            )
            session.add(row)
            session.flush()
            for one in who.enrolments:
                said = {"insurance": one.insurance, "agency": one.agency, "category": one.category}
                session.add(EnrolmentRow(person_id=row.id, scheme=one.scheme, **said))
            person = Person(row.id, who.kind, who.number, who.name)
            session.add_all(OwedBillRow(**mapping.bill_columns(due.bill(person))) for due in who.owed)
            for due in who.paid:
                voucher = new_posting(session, None, NOON, "counter")
                session.add(PostedBillRow(voucher=voucher, **mapping.bill_columns(due.bill(person))))
            if who.account:
                digest, sealed = phone_digest(sealer, who.account), sealer.seal(who.account, mapping.PHONE)
                session.add(AppAccountRow(person_id=row.id, phone_digest=digest, phone_sealed=sealed))

    def by_hand(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str) -> None:
        """It is told of by `posted_by_hand` alone."""
