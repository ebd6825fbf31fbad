"""The life of a terminal at its bureau, as the bureau's log has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.lives.events import Event, Impossible


class TerminalState(StrEnum):
    AWAITED = "awaited"
    """it has a code, and no certificate that counts"""
    ENROLLED = "enrolled"
    REVOKED = "revoked"


class TerminalEvent(Event):
    """Its fields are what is learnt of the terminal."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CodeMade(TerminalEvent):
    """Somebody at the console has had a code made for it; what it had before counts on."""

    word = "code"
    hall: str


@dataclass(frozen=True, slots=True)
class Enrolled(TerminalEvent):
    """By a code it got the certificate that counts from now on."""

    word = "enrol"
    certificate: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Renewed(TerminalEvent):
    """By the certificate that it had it got another."""

    word = "renew"
    certificate: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Revoked(TerminalEvent):
    """Nothing that it shows counts any more."""

    word = "revoke"
    certificate: None = None
    expires_at: None = None


S = TerminalState
TRANSITIONS: Mapping[TerminalState | None, Mapping[type[TerminalEvent], TerminalState]] = {
    None: {CodeMade: S.AWAITED},
    S.AWAITED: {CodeMade: S.AWAITED, Enrolled: S.ENROLLED, Revoked: S.REVOKED},
    S.ENROLLED: {CodeMade: S.ENROLLED, Enrolled: S.ENROLLED, Renewed: S.ENROLLED, Revoked: S.REVOKED},
    S.REVOKED: {CodeMade: S.AWAITED, Revoked: S.REVOKED},
}


def after(state: TerminalState | None, event: TerminalEvent) -> TerminalState:
    """The state that follows. Raises Impossible if the table has no such edge."""
    edges = TRANSITIONS[state]
    if type(event) not in edges:
        raise Impossible(f"{event.word} cannot happen to a terminal that is {state}")
    return edges[type(event)]
