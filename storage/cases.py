"""The book of cases in the store."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from domain.lives.events import learnt
from domain.payment.order import Network
from domain.reconciliation.cases import Case, CaseEvent, CaseState, CaseStep, Subject, after
from storage.case_log import LOG, facts
from storage.order_log import digest
from storage.reconciliation_rows import CaseEventRow, CaseRow
from storage.sealing import Sealer
from storage.sessions import Sessions

REASON = "cases.reason"
_ONE = select(CaseRow).where(CaseRow.number == bindparam("of"))
_OPEN = select(CaseRow).where(CaseRow.state == CaseState.OPEN).order_by(CaseRow.opened_at, CaseRow.number)
_OPEN_OF = _OPEN.where(CaseRow.network == bindparam("of"))
SETTLED = {"proof", "reason"}
"""What a case learns only where it says something."""


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Implements `CaseBook`. All methods raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def tell(self, subject: Subject, event: CaseEvent, at: datetime, who: str) -> Case:
        """As `CaseBook` says: event, state and what was learnt in one transaction."""

        def job(session: Session) -> Case:
            row = session.get(CaseRow, subject.number, with_for_update=True)
            state = after(row.state if row else None, event)
            new = {name: value for name, value in learnt(event).items() if name not in SETTLED or value}
            reason = new.pop("reason", None)
            if row is None:
                row = _new(subject, at)
                _take(row, new, state)
                session.add(row)
                session.flush()
                new = facts(row)
            else:
                _take(row, new, state)
            if reason:
                row.reason_sealed = self.sealer.seal(reason, REASON)
                new["reason"] = digest(row.reason_sealed)
            LOG.append(session, row, event, at, new, who=who)
            return self._case(row)

        return self.sessions.deciding(job)

    def get(self, number: str) -> Case | None:
        found = self.sessions.look(_ONE, of=number)
        return self._case(found[0]) if found else None

    def open(self, network: Network | None = None) -> tuple[Case, ...]:
        found = self.sessions.look(_OPEN) if network is None else self.sessions.look(_OPEN_OF, of=network)
        return tuple(map(self._case, found))

    def history(self, number: str) -> tuple[CaseStep, ...]:
        row = CaseEventRow
        with self.sessions.reading() as session:
            steps = session.scalars(select(row).where(row.case == number).order_by(row.serial))
            return tuple(CaseStep(step.event, step.state, step.at, step.who, step.detail) for step in steps)

    def _case(self, row: Any) -> Case:
        """Of a `CaseRow`, or of its columns."""
        return Case(
            Subject(Network(row.network), row.kind, row.reference),
            row.state,
            row.opened_at,
            row.why,
            row.day,
            row.ours,
            row.theirs,
            row.transaction,
            row.asked_at,
            row.ended_at,
            row.how,
            row.second,
            row.proof or "",
            self.sealer.unseal(row.reason_sealed, REASON) if row.reason_sealed else "",
        )


def _new(subject: Subject, at: datetime) -> CaseRow:
    return CaseRow(
        number=subject.number,
        network=subject.network,
        kind=subject.kind,
        reference=subject.reference,
        opened_at=at,
        transaction="",
        second="",
    )


def _take(row: CaseRow, new: dict[str, object], state: CaseState) -> None:
    row.state = state
    for name, value in new.items():
        setattr(row, name, value)
