"""Claims in the store of a bureau. A unique index decides who has a bill, whatever happens at the same time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from domain.payment.claims import Held
from domain.people.person import Bill
from storage.bureau.rows import ClaimRow
from storage.rows import PostedBillRow, PostingRow
from storage.sessions import Sessions

ABOUT_TO_BE_STORED = timedelta(minutes=1)
"""As long as this a claim may be older than the order that it is for."""

_CLAIMED = select(ClaimRow.bill_key).where(
    ClaimRow.order_number == bindparam("order"), ClaimRow.terminal == bindparam("of")
)
_PEOPLE = (
    select(ClaimRow.person_id)
    .where(ClaimRow.terminal == bindparam("of"), ClaimRow.person_id.in_(bindparam("people", expanding=True)))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class StoredClaims:
    """All terminals' claims; each method is for one of them. All raise StoreError."""

    sessions: Sessions

    def take(self, terminal: str, number: str, bills: tuple[Bill, ...], at: datetime) -> str | None:
        """As `Claims.take`: in one transaction, which the index of live claims lets only one have."""
        keys = sorted(bill.key for bill in bills)
        try:
            with self.sessions.writing() as session:
                mine = select(ClaimRow.bill_key).where(ClaimRow.order_number == number, ClaimRow.live)
                mine = mine.with_for_update()  # What it says counts: it waits for the standby, as who claimed it did.
                if set(session.scalars(mine)) == set(keys):
                    return None
                whose = {"order_number": number, "terminal": terminal, "taken_at": at, "live": True}
                # In one order for all: two households that claim crosswise wait, and do not wait for each other.
                in_order = sorted(bills, key=lambda bill: bill.key)
                rows = [{"bill_key": bill.key, "person_id": bill.person, **whose} for bill in in_order]
                session.execute(insert(ClaimRow), rows)
            return None
        except IntegrityError:
            return self._holder(number, keys)

    def _holder(self, number: str, keys: list[str]) -> str:
        """Whose claim is in the way; an order of the same number, that claimed something else before, is as well."""
        with self.sessions.reading() as session:
            other = select(ClaimRow.order_number).where(ClaimRow.bill_key.in_(keys), ClaimRow.live).limit(1)
            return session.scalar(other) or number

    def release(self, terminal: str, number: str) -> None:
        """As `Claims.release`; another terminal's are not touched."""
        with self.sessions.writing() as session:
            session.execute(
                update(ClaimRow)
                .where(ClaimRow.order_number == number, ClaimRow.terminal == terminal, ClaimRow.live)
                .values(live=False)
            )

    def held(self, terminal: str, now: datetime) -> tuple[Held, ...]:
        """As `Claims.held`."""
        posted = (
            select(literal(1))
            .select_from(PostedBillRow)
            .join(PostingRow, PostingRow.voucher == PostedBillRow.voucher)
            .where(
                PostedBillRow.bill_key == ClaimRow.bill_key,
                PostingRow.order_number.is_distinct_from(ClaimRow.order_number),
            )
            .exists()
        )
        held = (
            select(ClaimRow.order_number, posted)
            .where(ClaimRow.terminal == terminal, ClaimRow.live, ClaimRow.taken_at <= now - ABOUT_TO_BE_STORED)
            .order_by(ClaimRow.taken_at)
        )
        found: dict[str, bool] = {}
        with self.sessions.looking() as connection:
            for number, overtaken in connection.execute(held):
                found[number] = found.get(number, False) or overtaken
        return tuple(Held(number, overtaken) for number, overtaken in found.items())

    def holds(self, terminal: str, number: str, keys: frozenset[str]) -> bool:
        """Whether these bills have been claimed by an order of that terminal, also if it has let them go since."""
        return keys <= {key for (key,) in self.sessions.look(_CLAIMED, order=number, of=terminal)}

    def claimed_for(self, terminal: str, people: frozenset[int]) -> bool:
        """Whether that terminal has ever claimed a bill of each of them."""
        return people == {person for (person,) in self.sessions.look(_PEOPLE, people=list(people), of=terminal)}
