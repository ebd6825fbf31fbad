"""What can happen to an agreement. `domain.agreements.life` says when, and what the agreement is then."""

from dataclasses import dataclass
from datetime import datetime

from domain.agreements.agreement import Refusal
from domain.lives.events import Event


class AgreementEvent(Event):
    """Its fields are fields of `Agreement`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Signed(AgreementEvent):
    """By the payer."""

    word = "sign"
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Confirmed(AgreementEvent):
    """The bank knows the account, its holder and the phone."""

    word = "confirm"
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class Refused(AgreementEvent):
    """The bank does not, and says why."""

    word = "refuse"
    verified_at: datetime
    reason: Refusal


@dataclass(frozen=True, slots=True)
class Revoked(AgreementEvent):
    """The payer takes it back."""

    word = "revoke"
    revoked_at: datetime


BankWord = Confirmed | Refused
