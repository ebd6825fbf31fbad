"""What is logged at the bureau: calls of terminals, the desk's sign-ins, what it does by itself."""

from datetime import datetime

from domain.logs.event import Event, Sentence


class CallUnavailable(Event):
    told = "unavailable path={path} {why}"
    path: str
    why: Sentence


class CallRefused(Event):
    """`fault` tells places and kinds, never what stood there."""

    told = "refused path={path} status={status} fault={fault}"
    path: str
    status: int
    fault: Sentence


class CallFailed(Event):
    told = "failed path={path} error={error}"
    path: str
    error: str


class RoundFailed(Event):
    told = "a round failed"


class CodeRefused(Event):
    told = "a code that is none, was used or is too old"


class CertificateGiven(Event):
    told = "certificate terminal={to} serial={serial} until={until}"
    to: str
    serial: str
    until: datetime


class SignInEarly(Event):
    told = "a try to sign in before its time"


class SignedIn(Event):
    told = "{who} has signed in"
    who: str


class SignInWrong(Event):
    """`who` is on the roll, or else `nobody`."""

    told = "a wrong try for {who}"
    who: str


class PageFailed(Event):
    told = "a page could not be shown: {error}"
    error: str
