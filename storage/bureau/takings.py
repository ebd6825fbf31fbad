"""What was taken, summed by the database: by terminal, channel and stretch of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select

from domain.desk.takings import Taken
from domain.money import Fen
from domain.payment.states import ENTERED
from storage.base import among
from storage.rows import OrderRow
from storage.sessions import Sessions

BEFORE = timedelta(days=1)
"""No order is paid later after it was made: so the index by that time is of use."""
_HEAD, _TAIL = len("GZ"), 22
"""What stands before and behind a terminal's name in the numbers of its orders (`domain.payment.numbers`)."""


@dataclass(frozen=True, slots=True)
class StoredTakings:
    """Implements `Takings`. Raises StoreError; safe from several threads."""

    sessions: Sessions

    def between(self, edges: Sequence[datetime]) -> tuple[Taken, ...]:
        """As `Takings` says."""
        row, first, last = OrderRow, edges[0], edges[-1]
        terminal = func.substr(row.number, _HEAD + 1, func.length(row.number) - _HEAD - _TAIL)
        slot = case(*((row.paid_at < edge, n) for n, edge in enumerate(edges[1:])), else_=len(edges))
        found = (
            select(terminal.label("terminal"), row.channel, slot.label("slot"), func.count(), func.sum(row.fen))
            .where(row.created_at >= first - BEFORE, row.created_at < last)
            .where(row.paid_at >= first, row.paid_at < last, among(row.state, ENTERED))
            .group_by("terminal", row.channel, "slot")
            .order_by("slot", "terminal", row.channel)
        )
        return tuple(
            Taken(place, channel, slot, count, Fen(int(fen)))
            for place, channel, slot, count, fen in self.sessions.look(found)
        )
