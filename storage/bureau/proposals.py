"""What the first of two has signed, in the store."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, bindparam, select, update
from sqlalchemy.exc import IntegrityError

from domain.desk.proposals import GOOD_FOR, Act, AlreadyProposed, NotOpen, Proposal, ProposalState
from domain.money import Fen
from storage.bureau.desk_rows import ProposalRow
from storage.counters import next_value
from storage.sealing import Sealer
from storage.sessions import Sessions

REASON, SEEN = "desk_proposals.reason", "desk_proposals.seen"
_OPEN = select(ProposalRow).where(ProposalRow.state == ProposalState.OPEN).order_by(ProposalRow.number)
_ONE = select(ProposalRow).where(ProposalRow.number == bindparam("of"))
_ABOUT = select(ProposalRow).where(ProposalRow.subject == bindparam("of")).order_by(ProposalRow.number)


@dataclass(frozen=True, slots=True)
class StoredProposals:
    """All methods raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def open(self, now: datetime) -> tuple[Proposal, ...]:
        """Those that wait for their second person, oldest first."""
        return tuple(one for one in self._read(_OPEN) if one.until > now)

    def get(self, number: int) -> Proposal | None:
        return next(iter(self._read(_ONE, of=number)), None)

    def about(self, subject: str) -> tuple[Proposal, ...]:
        """All that were ever signed about something, from the first."""
        return self._read(_ABOUT, of=subject)

    def add(
        self, act: Act, subject: str, fen: Fen, first: str, at: datetime, proof: str, reason: str, seen: str
    ) -> Proposal:
        """One more. Raises AlreadyProposed while one about the same waits."""
        try:
            with self.sessions.writing() as session:
                session.connection().execute(_over(subject, at))
                row = ProposalRow(
                    number=next_value(session, "desk_proposals"),
                    act=act,
                    subject=subject,
                    fen=fen,
                    first=first,
                    second="",
                    proof=proof,
                    reason_sealed=self.sealer.seal(reason, REASON),
                    seen=self.digest(seen),
                    state=ProposalState.OPEN,
                    at=at,
                    until=at + GOOD_FOR,
                )
                session.add(row)
                session.flush()
                return self._proposal(row)
        except IntegrityError:
            raise AlreadyProposed(subject) from None

    def digest(self, seen: str) -> bytes:
        """Of what somebody had before them, so that it is known again."""
        return self.sealer.digest(SEEN, seen)

    def agree(self, number: int, second: str, at: datetime) -> None:
        """The second has signed; nobody else can any more. Raises NotOpen."""
        self._end(number, ProposalState.OPEN, ProposalState.AGREED, second, at, ProposalRow.until > at)

    def done(self, number: int, second: str, at: datetime) -> None:
        """What both have signed is done. Raises NotOpen unless the second had agreed."""
        self._end(number, ProposalState.AGREED, ProposalState.DONE, second, at)

    def wait_again(self, number: int) -> None:
        """It could not be done now: it waits for a second person again. Raises NotOpen unless one had agreed."""
        self._end(number, ProposalState.AGREED, ProposalState.OPEN, "", None)

    def decline(self, number: int, who: str, at: datetime) -> None:
        """By the second, or by the first, who takes it back. Raises NotOpen."""
        self._end(number, ProposalState.OPEN, ProposalState.DECLINED, who, at)

    def _end(
        self,
        number: int,
        was: ProposalState,
        new: ProposalState,
        who: str,
        at: datetime | None,
        *also: ColumnElement[bool],
    ) -> None:
        one = update(ProposalRow).where(ProposalRow.number == number, ProposalRow.state == was, *also)
        with self.sessions.writing() as session:
            ended = session.connection().execute(one.values(state=new, second=who, ended_at=at))
            if ended.rowcount != 1:
                raise NotOpen(str(number))

    def _read(self, which: Select[Any], **asked: Any) -> tuple[Proposal, ...]:
        return tuple(map(self._proposal, self.sessions.look(which, **asked)))

    def _proposal(self, row: Any) -> Proposal:
        return Proposal(
            *(row.number, row.act, row.subject, row.fen, row.first, row.at, row.until, row.state, row.seen, row.proof),
            self.sealer.unseal(row.reason_sealed, REASON),
            row.second,
            row.ended_at,
        )


def _over(subject: str, now: datetime) -> Update:
    """What nobody has signed in time waits no longer."""
    late = (ProposalRow.subject == subject, ProposalRow.state == ProposalState.OPEN, ProposalRow.until <= now)
    return update(ProposalRow).where(*late).values(state=ProposalState.DECLINED, ended_at=now)
