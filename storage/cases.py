"""The book of cases in the store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from domain.lives.events import learnt
from domain.payment.order import Network
from domain.reconciliation.cases import Case, CaseEvent, CaseState, CaseStep, Subject, after
from storage.case_log import LOG, facts
from storage.reconciliation_rows import CaseEventRow, CaseRow
from storage.sessions import Sessions


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Implements `CaseBook`. All methods raise StoreError; safe from several threads."""

    sessions: Sessions

    def tell(self, subject: Subject, event: CaseEvent, at: datetime, who: str) -> Case:
        """As `CaseBook` says: event, state and what was learnt in one transaction."""
        with self.sessions.writing() as session:
            row = session.get(CaseRow, subject.number, with_for_update=True)
            state = after(row.state if row else None, event)
            new = learnt(event)
            if row is None:
                row = _new(subject, at)
                _take(row, new, state)
                session.add(row)
                session.flush()
                new = facts(row)
            else:
                _take(row, new, state)
            LOG.append(session, row, event, at, new, who=who)
            return _case(row)

    def get(self, number: str) -> Case | None:
        with self.sessions.reading() as session:
            row = session.get(CaseRow, number)
            return _case(row) if row else None

    def open(self, network: Network | None = None) -> tuple[Case, ...]:
        row = CaseRow
        asked = select(row).where(row.state == CaseState.OPEN).order_by(row.opened_at, row.number)
        if network is not None:
            asked = asked.where(row.network == network)
        with self.sessions.reading() as session:
            return tuple(map(_case, session.scalars(asked)))

    def history(self, number: str) -> tuple[CaseStep, ...]:
        row = CaseEventRow
        with self.sessions.reading() as session:
            steps = session.scalars(select(row).where(row.case == number).order_by(row.serial))
            return tuple(CaseStep(step.event, step.state, step.at, step.who, step.detail) for step in steps)


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


def _case(row: CaseRow) -> Case:
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
    )
