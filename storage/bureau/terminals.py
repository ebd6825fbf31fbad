"""The terminals of a bureau: who is enrolled, by which certificate, and what was last heard of them."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, bindparam, select, update

from domain.terminal.enrolment import CodeMade, Enrolled, Renewed, Revoked
from storage.bureau.rows import CodeRow, TerminalRow
from storage.bureau.terminal_log import happens
from storage.sealing import Sealer
from storage.sessions import Sessions

GOOD_FOR = timedelta(days=1)
"""How long a code may be used."""
CODE_BYTES = 10
CONSOLE = "console"
"""Who makes codes and revokes, in the log."""
DIGEST = "enrolment_codes.digest"
_TERMINALS = TerminalRow.__table__
assert isinstance(_TERMINALS, Table)
_ALL = select(_TERMINALS).order_by(_TERMINALS.c.number)
_BY_CERTIFICATE = select(_TERMINALS).where(_TERMINALS.c.certificate == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Terminal:
    """One as the bureau knows it. `certificate` is the serial of the one that counts; times are aware.

    `health` is the JSON of its last word, empty before the first.
    """

    number: str
    hall: str
    certificate: str | None = None
    enrolled_at: datetime | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    heard_at: datetime | None = None
    health: str = ""
    copied: int = 0


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that was signed: its serial, and until when it is good."""

    serial: str
    until: datetime
    pem: bytes


class CodeRefused(Exception):
    """An enrolment code that is none, was used, or is too old; which of them is not told."""


@dataclass(frozen=True, slots=True)
class StoredTerminals:
    """All raise StoreError; safe from several threads. `token(n)` gives n random bytes."""

    sessions: Sessions
    sealer: Sealer
    token: Callable[[int], bytes]

    def code(self, number: str, hall: str, at: datetime) -> str:
        """A fresh code for a terminal, which is made if it is new; codes from before are void.

        16 letters and digits in fours, to be read out. Who enrols by it gets the only certificate that counts.
        """
        code = base64.b32encode(self.token(CODE_BYTES)).decode()
        with self.sessions.writing() as session:
            row = session.get(TerminalRow, number, with_for_update=True) or TerminalRow(number=number, copied=0)
            happens(session, row, CodeMade(hall), at, CONSOLE)
            session.execute(
                update(CodeRow).where(CodeRow.terminal == number, CodeRow.used_at.is_(None)).values(used_at=at)
            )
            session.add(CodeRow(digest=self._digest(code), terminal=number, made_at=at))
        return "-".join(code[n : n + 4] for n in range(0, len(code), 4))

    def redeem(self, code: str, at: datetime, sign: Callable[[str], Issued]) -> Issued:
        """Use a code up: `sign` makes the certificate of the terminal whose it is. Raises CodeRefused."""
        with self.sessions.writing() as session:
            row = session.get(CodeRow, self._digest(code), with_for_update=True)
            if row is None or row.used_at is not None or at - row.made_at > GOOD_FOR:
                raise CodeRefused
            issued = sign(row.terminal)
            row.used_at = at
            terminal = session.get_one(TerminalRow, row.terminal, with_for_update=True)
            terminal.enrolled_at, terminal.revoked_at = at, None
            happens(session, terminal, Enrolled(issued.serial, issued.until), at, terminal.number)
        return issued

    def renew(self, number: str, at: datetime, sign: Callable[[str], Issued]) -> Issued:
        """A new certificate in place of the old, which is void with it."""
        with self.sessions.writing() as session:
            terminal = session.get_one(TerminalRow, number, with_for_update=True)
            issued = sign(number)
            happens(session, terminal, Renewed(issued.serial, issued.until), at, number)
        return issued

    def revoke(self, number: str, at: datetime) -> bool:
        """Its certificate counts no more, nor does a code that was made for it; false if there is no such terminal."""
        with self.sessions.writing() as session:
            terminal = session.get(TerminalRow, number, with_for_update=True)
            if terminal is None:
                return False
            terminal.revoked_at = at
            happens(session, terminal, Revoked(), at, CONSOLE)
            session.execute(
                update(CodeRow).where(CodeRow.terminal == number, CodeRow.used_at.is_(None)).values(used_at=at)
            )
        return True

    def of(self, certificate: str) -> Terminal | None:
        """Whose certificate that is, if it counts."""
        return next(map(_terminal, self.sessions.look(_BY_CERTIFICATE, of=certificate)), None)

    def all(self) -> tuple[Terminal, ...]:
        """By number."""
        return tuple(map(_terminal, self.sessions.look(_ALL)))

    def heard(self, number: str, health: str, at: datetime) -> None:
        """Its word now."""
        with self.sessions.writing() as session:
            session.execute(update(TerminalRow).where(TerminalRow.number == number).values(heard_at=at, health=health))

    def _digest(self, code: str) -> bytes:
        return self.sealer.digest(DIGEST, code.replace("-", "").replace(" ", "").upper())


def _terminal(row: Any) -> Terminal:
    return Terminal(
        row.number,
        row.hall,
        row.certificate,
        row.enrolled_at,
        row.expires_at,
        row.revoked_at,
        row.heard_at,
        row.health or "",
        row.copied,
    )
