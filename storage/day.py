"""What the store knows of a day: what was taken, paid out, printed, and ended by two of the staff."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind
from domain.desk.day_end import Ended, LastEntry, Prints, Slips
from domain.desk.takings import Sum, Taken
from domain.forms.bills import ENDS, shown
from domain.forms.orders import POSTED, SENT_BACK, short
from domain.forms.settling import NEVER_SENT
from domain.money import Fen
from domain.payment.events import PostedByHand
from domain.payment.events import SentBack as OrderSentBack
from domain.reconciliation.cases import Settled
from domain.refunds.events import NeverSent, PaidOut, Returned
from domain.refunds.events import SentBack as RefundSentBack
from domain.refunds.states import RefundState
from domain.words import Text
from storage.bureau.takings import StoredTakings
from storage.reconciliation_rows import CaseEventRow, CaseRow
from storage.refund_rows import RefundEventRow, RefundRow
from storage.rows import CertificateRow, OrderEventRow, OrderRow, PrintRow
from storage.sessions import Sessions
from storage.terminal_rows import SlipRow

ORDERS: Mapping[str, Text] = {OrderSentBack.word: SENT_BACK, PostedByHand.word: POSTED}
REFUNDS: Mapping[str, Text] = {event.word: event.label for event in (PaidOut, Returned)} | {
    RefundSentBack.word: SENT_BACK,
    NeverSent.word: NEVER_SENT,
}
"""How two of the staff end something: the same words as on their pages."""
BOTH = "+"
"""What stands between two numbers in a log."""


@dataclass(frozen=True, slots=True)
class StoredDay:
    """Implements `DayFigures`. Raises StoreError; safe from several threads."""

    sessions: Sessions

    def between(self, edges: Sequence[datetime]) -> tuple[Taken, ...]:
        """As `Takings` says."""
        return StoredTakings(self.sessions).between(edges)

    def refunded(self, since: datetime, until: datetime) -> dict[str, Sum]:
        row = RefundRow
        found = (
            select(row.channel, func.count(), func.sum(row.fen))
            .where(row.state == RefundState.PAID_OUT, row.ended_at >= since, row.ended_at < until)
            .group_by(row.channel)
        )
        return {channel: Sum(count, Fen(int(fen))) for channel, count, fen in self.sessions.look(found)}

    def prints(self, since: datetime, until: datetime) -> tuple[Prints, ...]:
        return tuple(self._prints(kind, since, until) for kind in CertificateKind)

    def slips(self, since: datetime, until: datetime) -> Slips:
        row = SlipRow
        made = self.sessions.look(select(row.again, row.end).where(row.began_at >= since, row.began_at < until))
        out = sum(one.end is PrintEnd.PRINTED for one in made)
        return Slips(out, sum(one.again for one in made), len(made) - out)

    def ended(self, since: datetime, until: datetime) -> tuple[Ended, ...]:
        found = (*self._orders(since, until), *self._refunds(since, until), *self._cases(since, until))
        return tuple(sorted(found, key=lambda one: one.at))

    def last(self) -> LastEntry | None:
        row = OrderEventRow
        found = self.sessions.look(select(row.serial, row.hash).order_by(row.serial.desc()).limit(1))
        return LastEntry(found[0].serial, found[0].hash.hex()) if found else None

    def _prints(self, kind: CertificateKind, since: datetime, until: datetime) -> Prints:
        row, attempt = CertificateRow, PrintRow
        numbered = self.sessions.look(
            select(row.number)
            .where(row.kind == kind, row.issued_at >= since, row.issued_at < until)
            .order_by(row.issued_at, row.number)
        )
        made = self.sessions.look(
            select(attempt.certificate, attempt.attempt, attempt.end)
            .join(row, row.number == attempt.certificate)
            .where(row.kind == kind, attempt.began_at >= since, attempt.began_at < until)
        )
        numbers = [one.number for one in numbered]
        out = {one.certificate for one in made if one.end is PrintEnd.PRINTED}
        return Prints(
            kind,
            len(numbers),
            numbers[0] if numbers else "",
            numbers[-1] if numbers else "",
            len(made),
            sum(one.attempt > 1 for one in made),
            sum(one.end is not PrintEnd.PRINTED for one in made),
            tuple(number for number in numbers if number not in out),
        )

    def _orders(self, since: datetime, until: datetime) -> Iterator[Ended]:
        event, row = OrderEventRow, OrderRow
        found = (
            select(row.number, row.fen, event.event, event.who, event.at)
            .join(row, row.number == event.order_number)
            .where(event.at >= since, event.at < until, event.event.in_(list(ORDERS)))
        )
        for one in self.sessions.look(found):
            yield _ended(short(one.number), ORDERS[one.event], one.fen, one.who or "", one.at)

    def _refunds(self, since: datetime, until: datetime) -> Iterator[Ended]:
        event, row = RefundEventRow, RefundRow
        found = (
            select(row.number, row.fen, event.event, event.who, event.at)
            .join(row, row.number == event.refund)
            .where(event.at >= since, event.at < until, event.event.in_(list(REFUNDS)), event.who.contains(BOTH))
        )
        for one in self.sessions.look(found):
            yield _ended(one.number, REFUNDS[one.event], one.fen, one.who, one.at)

    def _cases(self, since: datetime, until: datetime) -> Iterator[Ended]:
        """By one of the staff in the log, and the second of the case."""
        event, row = CaseEventRow, CaseRow
        found = (
            select(row.reference, row.ours, row.theirs, row.how, row.second, event.who, event.at)
            .join(row, row.number == event.case)
            .where(event.at >= since, event.at < until, event.event == Settled.word)
        )
        for one in self.sessions.look(found):
            fen = Fen(one.theirs or one.ours or 0)
            yield _ended(shown(one.reference), ENDS[one.how], fen, f"{one.who}{BOTH}{one.second}", one.at)


def _ended(number: str, how: Text, fen: Fen, who: str, at: datetime) -> Ended:
    first, _, second = who.partition(BOTH)
    return Ended(number, how, fen, first, second, at)
