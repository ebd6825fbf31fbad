"""The log of the terminals (`storage.chain`): who got a certificate, and when. Terminals are what it says they are."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.lives.events import learnt
from domain.terminal.enrolment import TerminalEvent, after
from storage.bureau.rows import TerminalEntryRow, TerminalRow
from storage.chain import Log


def facts(row: TerminalRow) -> dict[str, Any]:
    """All that counts of a terminal but its number and state: no certificate counts but by an entry."""
    return {"hall": row.hall, "certificate": row.certificate, "expires_at": row.expires_at}


LOG = Log(TerminalEntryRow, TerminalEntryRow.number, TerminalRow, facts, "terminal entry", "terminal", own=("who",))


def happens(session: Session, row: TerminalRow, event: TerminalEvent, at: datetime, who: str) -> None:
    """It happens to a terminal, and is written down."""
    row.state = after(row.state, event)
    for name, value in learnt(event).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    LOG.append(session, row, event, at, facts(row), who=who)
