"""Fills the embedded tax system with the invented people of the demonstration."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from domain.people.insurance import Insurance
from domain.people.person import bill_key
from domain.policy import Policy, Tier
from kit.people.people import DemoItem, DemoPerson
from storage import mapping
from storage.rows import AppAccountRow, EnrolmentRow, OwedBillRow, PersonRow, PostedBillRow, TierRecordRow
from storage.sealing import Sealer
from storage.store import Store
from storage.tax import identity_digest, new_posting, number_digest, phone_digest


def fill(store: Store, people: Iterable[DemoPerson], policy: Policy, today: date) -> None:
    """Add what is missing, in one transaction; what is there stays as visitors have left it. Raises StoreError."""
    with store.sessions.writing() as session:
        for person in people:
            _Filling(session, store.sealer, policy, today).add(person)


class _Filling:
    def __init__(self, session: Session, sealer: Sealer, policy: Policy, today: date) -> None:
        self._session, self._sealer, self._policy, self._today = session, sealer, policy, today
        self._posted: set[str] = set()

    def add(self, person: DemoPerson) -> None:
        """What is paid comes first: it is neither owed nor an open choice."""
        key = self._person(person)
        posted = select(PostedBillRow.bill_key).where(PostedBillRow.person_id == key)
        self._posted = set(self._session.scalars(posted))
        agencies = {(e.scheme, e.insurance): e.agency for e in person.enrolments}
        for item in person.paid:
            self._paid(key, agencies[item.scheme, item.insurance], item)
        for item in person.arrears:
            self._owed(key, agencies[item.scheme, item.insurance], item)
        for item in person.tier_records:
            self._chosen(key, agencies[item.scheme, item.insurance], item)

    def _person(self, person: DemoPerson) -> int:
        digest = number_digest(self._sealer, person.kind, person.number)
        known = self._session.scalar(select(PersonRow.id).where(PersonRow.number_digest == digest))
        if known is not None:
            self._account(known, person)
            return known
        row = PersonRow(
            kind=person.kind,
            number_digest=digest,
            identity_digest=identity_digest(self._sealer, person.kind, person.number, person.name),
            number_sealed=self._sealer.seal(person.number, mapping.NUMBER),
            name_sealed=self._sealer.seal(person.name, mapping.NAME),
            posting_refused=person.refuses_posting,
        )
        self._session.add(row)
        self._session.flush()
        self._account(row.id, person)
        for e in person.enrolments:
            self._session.add(
                EnrolmentRow(
                    person_id=row.id, scheme=e.scheme, insurance=e.insurance, agency=e.agency, category=e.category
                )
            )
        return row.id

    def _account(self, key: int, person: DemoPerson) -> None:
        """The person's account in the APP, unless they have one, or somebody has registered their phone."""
        digest = phone_digest(self._sealer, person.phone)
        taken = select(AppAccountRow.person_id).where(
            or_(AppAccountRow.person_id == key, AppAccountRow.phone_digest == digest)
        )
        if person.has_account and self._session.scalar(taken) is None:
            sealed = self._sealer.seal(person.phone, mapping.PHONE)
            self._session.add(AppAccountRow(person_id=key, phone_digest=digest, phone_sealed=sealed))

    def _paid(self, person: int, agency: str, item: DemoItem) -> None:
        """Posted elsewhere, by the policy of its own day; where that is not known, its amount is not known either."""
        key = bill_key(person, item.scheme, item.insurance, item.period)
        if key in self._posted:
            return
        tier = self._tier(agency, item, date(item.period.year, item.period.month or 1, 1))
        tier = tier or self._tier(agency, item, self._today)
        self._session.execute(update(TierRecordRow).where(TierRecordRow.bill_key == key).values(paid=True))
        self._session.execute(delete(OwedBillRow).where(OwedBillRow.bill_key == key))
        self._session.add(
            PostedBillRow(
                bill_key=key,
                voucher=new_posting(self._session, None, self._paid_at(item), item.channel),
                **_subject(person, item),
                agency=agency,
                tier=item.tier,
                base=tier.base if tier else None,
                fen=tier.fen if tier else None,
            )
        )
        self._posted.add(key)

    def _paid_at(self, item: DemoItem) -> datetime:
        """On the first morning of a month; for a year on its first morning, or before it where it is collected then."""
        if item.late:
            return datetime(self._today.year, self._today.month, self._today.day, 2, tzinfo=UTC) - timedelta(days=30)
        year, month = item.period.year, item.period.month
        if item.insurance is Insurance.MEDICAL and not month:
            return datetime(year - 1, 11, 16, 2, tzinfo=UTC)
        return datetime(year, month or 1, 1, 2, tzinfo=UTC)

    def _owed(self, person: int, agency: str, item: DemoItem) -> None:
        key = bill_key(person, item.scheme, item.insurance, item.period)
        if key in self._posted or self._session.get(OwedBillRow, key) is not None:
            return
        if (tier := self._tier(agency, item, self._today)) is not None:
            self._session.add(
                OwedBillRow(
                    bill_key=key,
                    **_subject(person, item),
                    agency=agency,
                    tier=item.tier,
                    base=tier.base,
                    fen=tier.fen,
                )
            )

    def _chosen(self, person: int, agency: str, item: DemoItem) -> None:
        """Recorded on the first morning of its period."""
        key = bill_key(person, item.scheme, item.insurance, item.period)
        if self._session.get(TierRecordRow, key) is not None:
            return
        if (tier := self._tier(agency, item, self._today)) is not None:
            self._session.add(
                TierRecordRow(
                    bill_key=key,
                    **_subject(person, item),
                    tier=item.tier,
                    base=tier.base,
                    fen=tier.fen,
                    channel=item.channel,
                    recorded_at=datetime(item.period.year, item.period.month or 1, 1, tzinfo=UTC),
                    paid=key in self._posted,
                )
            )

    def _tier(self, agency: str, item: DemoItem, day: date) -> Tier | None:
        """An agency's code begins with its county's six digits, and those with the four of the city."""
        return self._policy.tiers(item.scheme, item.insurance, item.period, f"{agency[:4]}00", day).find(item.tier)


def _subject(person: int, item: DemoItem) -> dict[str, Any]:
    return {"person_id": person, "scheme": item.scheme, "insurance": item.insurance, "period": item.period}
