"""What is logged at the bureau: calls of terminals, the desk's sign-ins, what it does by itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.logs.event import Event, Sentence


@dataclass(frozen=True, slots=True)
class CallUnavailable(Event):
    told: ClassVar[str] = "unavailable path={path} {why}"
    path: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class CallRefused(Event):
    """`fault` tells places and kinds, never what stood there."""

    told: ClassVar[str] = "refused path={path} status={status} fault={fault}"
    path: str
    status: int
    fault: Sentence


@dataclass(frozen=True, slots=True)
class CallFailed(Event):
    told: ClassVar[str] = "failed path={path} error={error}"
    path: str
    error: str


@dataclass(frozen=True, slots=True)
class RoundFailed(Event):
    told: ClassVar[str] = "a round failed"


@dataclass(frozen=True, slots=True)
class CodeRefused(Event):
    told: ClassVar[str] = "a code that is none, was used or is too old"


@dataclass(frozen=True, slots=True)
class CertificateGiven(Event):
    told: ClassVar[str] = "certificate terminal={to} serial={serial} until={until}"
    to: str
    serial: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SignInEarly(Event):
    told: ClassVar[str] = "a try to sign in before its time"


@dataclass(frozen=True, slots=True)
class SignedIn(Event):
    told: ClassVar[str] = "{who} has signed in"
    who: str


@dataclass(frozen=True, slots=True)
class SignInWrong(Event):
    """`who` is on the roll, or else `nobody`."""

    told: ClassVar[str] = "a wrong try for {who}"
    who: str


@dataclass(frozen=True, slots=True)
class PageFailed(Event):
    told: ClassVar[str] = "a page could not be shown: {error}"
    error: str
