"""The log of the repayments (`storage.chain`), with who did each step, and the one way in which they move."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from domain.lives.events import learnt
from domain.refunds.book import OnItsWay
from domain.repayments.events import Left, NeverSent, RepaymentEvent, SentBack
from domain.repayments.life import after
from domain.repayments.repayment import Repayment
from domain.repayments.states import BY_PEOPLE, ON_ITS_WAY, RepaymentState
from storage.chain import Log
from storage.repayment_rows import RepaymentEventRow, RepaymentRow

SAID = "claim serial order_number fen at since reference why".split()


def facts(row: RepaymentRow) -> dict[str, Any]:
    """All that a repayment says but its number and state."""
    return {name: getattr(row, name) for name in SAID}


LOG = Log(
    RepaymentEventRow,
    RepaymentEventRow.repayment,
    RepaymentRow,
    facts,
    "repayment event",
    "repayment",
    own=("who",),
)

NEWEST = select(RepaymentRow).where(RepaymentRow.claim == bindparam("of")).order_by(RepaymentRow.serial.desc()).limit(1)


def newest(session: Session, claim: str) -> RepaymentRow | None:
    """The newest try of a claim."""
    return session.scalar(NEWEST.with_for_update(), {"of": claim})


def move(session: Session, row: RepaymentRow, event: RepaymentEvent, at: datetime, who: str) -> None:
    """Append the event and move the state. Raises Impossible if the table has no such edge."""
    row.state = after(row.state, event)
    new = {**learnt(event), "since": at}
    for name, value in new.items():
        setattr(row, name, value)
    LOG.append(session, row, event, at, new, who=who)


def leave(session: Session, claim: str, at: datetime, who: str) -> None:
    """Leave what was tried to send a claim back. Raises OnItsWay where that may have taken the money along."""
    row = newest(session, claim)
    if row is None or row.state in BY_PEOPLE:
        return
    if row.state in ON_ITS_WAY or row.state is RepaymentState.DONE:
        raise OnItsWay(row.number)
    move(session, row, Left(), at, who)


def send_back(session: Session, claim: str, proof: str, at: datetime, who: str) -> None:
    """Two of the staff have a claim sent back, under `proof` at the merchant's platform; so is a try that is stuck.

    Raises OnItsWay where it is on its way and not stuck, or is there.
    """
    row = newest(session, claim)
    if row is not None and told(row).stuck(at):
        move(session, row, SentBack(proof), at, who)
    else:
        leave(session, claim, at, who)


def never_sent(session: Session, claim: str, at: datetime, who: str) -> None:
    """The newest try of a claim was never there, by its network's bills. Raises OnItsWay unless it is STOPPED."""
    row = newest(session, claim)
    if row is None or row.state is not RepaymentState.STOPPED:
        raise OnItsWay(claim)
    move(session, row, NeverSent(), at, who)


def told(row: Any) -> Repayment:
    """Of a `RepaymentRow`, or of its columns."""
    return Repayment(
        row.number,
        row.claim,
        row.serial,
        row.order_number,
        row.fen,
        row.at,
        row.state,
        row.since,
        row.reference,
        row.why,
    )
