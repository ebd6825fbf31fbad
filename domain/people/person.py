"""People as the tax system knows them, and what they are enrolled in (参保)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.identity import DocumentKind, born
from domain.money import NONE, Fen
from domain.people.insurance import Insurance, Period, Scheme


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the tax system knows. `id` is the store's own key, never shown; the name is `spelt`."""

    id: int
    kind: DocumentKind
    number: str
    name: str

    @property
    def born(self) -> date | None:
        """The birth date; None where the document's number does not say it."""
        return born(self.kind, self.number)


@dataclass(frozen=True, slots=True)
class Masked:
    """Somebody as staff are shown them: neither name nor number is whole."""

    kind: DocumentKind
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One enrolment (参保登记): an insurance at an agency, in a category of people."""

    scheme: Scheme
    insurance: Insurance
    agency: str
    category: str = ""


def bill_key(person: int, scheme: Scheme, insurance: Insurance, period: Period) -> str:
    """The key of whatever bill is for this."""
    return f"{person}/{scheme}/{insurance}/{period.key}"


@dataclass(frozen=True, slots=True)
class Bill:
    """One amount owed for one person, insurance and period. Its `key` names it in every order and store."""

    person: int
    scheme: Scheme
    insurance: Insurance
    period: Period
    agency: str
    tier: str
    base: Fen | None
    fen: Fen

    @property
    def key(self) -> str:
        return bill_key(self.person, self.scheme, self.insurance, self.period)


@dataclass(frozen=True, slots=True)
class TierRecord:
    """A recorded choice of tier (选档记录, guide 一(二)): kept even if nothing is paid."""

    person: int
    scheme: Scheme
    insurance: Insurance
    period: Period
    tier: str
    base: Fen | None
    fen: Fen
    channel: str
    recorded_at: datetime
    paid: bool = False

    @classmethod
    def of(cls, bill: Bill, channel: str, at: datetime) -> "TierRecord":
        """The choice that a bill is made of."""
        return cls(bill.person, bill.scheme, bill.insurance, bill.period, bill.tier, bill.base, bill.fen, channel, at)


class Standing(StrEnum):
    """How a payment stands, as its payer is told."""

    POSTED = "posted"
    PENDING = "pending"
    """paid, and not entered yet"""
    REFUND_DUE = "refund_due"
    """paid, refused, and on its way back"""
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Payment:
    """One bill that was paid. What is not known of payments made elsewhere is None or empty.

    `refunded` is what of it has been paid back since, on an application (退费), `leaving` what is on its way back; the
    tax system may know nothing of either (`domain.refunds.netting`).
    """

    scheme: Scheme
    insurance: Insurance
    period: Period
    agency: str
    tier: str
    fen: Fen | None
    channel: str
    paid_at: datetime | None
    standing: Standing
    voucher: str = ""
    order: str = ""
    refunded: Fen = NONE
    leaving: Fen = NONE

    @property
    def kept(self) -> Fen | None:
        """What of it has not been paid back, nor will be; None if nobody knows how much it was."""
        return None if self.fen is None else Fen(self.fen - self.refunded - self.leaving)
