"""What the bureau wants terminals to do about their own orders: nobody else moves these."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.exc import IntegrityError

from domain.terminal.copies import Wish, WishKind
from storage.bureau.rows import WishRow
from storage.sealing import Sealer
from storage.sessions import Sessions

REASON = "wishes.reason"


@dataclass(frozen=True, slots=True)
class StoredWishes:
    """All raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def wish(
        self, terminal: str, order: str, kind: WishKind, who: str, at: datetime, proof: str = "", reason: str = ""
    ) -> bool:
        """One more; false if the same is wished already, and not done yet."""
        sealed = self.sealer.seal(reason, REASON) if reason else None
        try:
            with self.sessions.writing() as session:
                session.execute(
                    insert(WishRow).values(
                        terminal=terminal,
                        order_number=order,
                        kind=kind,
                        who=who,
                        proof=proof,
                        reason_sealed=sealed,
                        made_at=at,
                    )
                )
        except IntegrityError:
            return False
        return True

    def of(self, terminal: str) -> tuple[Wish, ...]:
        """Those of a terminal that are not done, the oldest first."""
        return self._open(WishRow.terminal == terminal)

    def about(self, order: str) -> tuple[Wish, ...]:
        """Those about an order that are not done."""
        return self._open(WishRow.order_number == order)

    def done(self, terminal: str, number: int, outcome: str, at: datetime) -> None:
        """The first word stands; of another terminal's wish nothing is taken."""
        row = WishRow
        with self.sessions.writing() as session:
            session.execute(
                update(row)
                .where(row.number == number, row.terminal == terminal, row.done_at.is_(None))
                .values(done_at=at, outcome=outcome)
            )

    def _open(self, which: ColumnElement[bool]) -> tuple[Wish, ...]:
        those = select(WishRow).where(which, WishRow.done_at.is_(None)).order_by(WishRow.number)
        with self.sessions.reading() as session:
            return tuple(map(self._wish, session.scalars(those)))

    def _wish(self, row: WishRow) -> Wish:
        reason = self.sealer.unseal(row.reason_sealed, REASON) if row.reason_sealed else ""
        return Wish(row.number, row.order_number, row.kind, row.who, row.proof, reason)
