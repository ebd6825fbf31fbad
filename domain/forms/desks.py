"""Desks: whom the forms and lists of a matter may ask, and nobody else.

Asking may block, and raises Unreachable where nobody answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.accounts.banks import Banks
from domain.accounts.book import AccountBook
from domain.agreements.signing import Signing
from domain.certificates.issuing import Counter
from domain.certificates.payments import Lines
from domain.forms.fields import Answers, Given
from domain.identity.captcha import Captchas
from domain.payment.order import OrderBook
from domain.people.offices import Offices
from domain.people.person import Person
from domain.policy import Policy
from domain.ports import SmsCodes, TaxSystem
from domain.refunds.book import RefundBook
from domain.refunds.desk import RefundDesk
from domain.runtime import Clock
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages

PaidLines = Callable[[Person], Lines]
"""What somebody has paid, bill by bill."""


@dataclass(frozen=True, slots=True)
class Almanac:
    """What anybody may look up: the offices and banks that there are, and the hall's time."""

    offices: Offices
    banks: Banks
    clock: Clock

    @property
    def today(self) -> date:
        """The hall's day."""
        return self.clock().date()

    def judged(self, answers: Answers) -> Given:
        """Answers, with what they are judged by."""
        return Given(answers, self.today, self.offices, self.banks)


@dataclass(frozen=True, slots=True)
class IdentityDesk:
    """Where visitors say who they are. `writes` tells whether papers can say a name; it may take a second."""

    tax: TaxSystem
    codes: SmsCodes
    writes: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class PaymentDesk:
    """Where it is told what is to be paid, and what has been."""

    tax: TaxSystem
    orders: OrderBook
    refunds: RefundBook
    policy: Policy
    almanac: Almanac

    def closed(self, channel: str) -> bool:
        """Whether a channel takes no business now."""
        return self.policy.closure(channel, self.almanac.clock()) is not None


@dataclass(frozen=True, slots=True)
class CertificateDesk:
    """Where certificates are issued."""

    counter: Counter
    captchas: Captchas
    almanac: Almanac


@dataclass(frozen=True, slots=True)
class AccountDesk:
    """Where bank accounts are reported."""

    accounts: AccountBook
    almanac: Almanac


@dataclass(frozen=True, slots=True)
class AgreementDesk:
    """Where agreements are signed. `paid` and `tax` tell which authority is the visitor's."""

    signing: Signing
    accounts: AccountBook
    codes: SmsCodes
    tax: TaxSystem
    paid: PaidLines
    almanac: Almanac


@dataclass(frozen=True, slots=True)
class ClaimDesk:
    """Where visitors ask back what they have paid. `paid` tells which authority is theirs."""

    refunds: RefundDesk
    accounts: AccountBook
    paid: PaidLines
    almanac: Almanac


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """All desks side by side. A form is given its own (`scopes`). Staff come in by the `door`, and read `outages`."""

    identity: IdentityDesk
    payments: PaymentDesk
    certificates: CertificateDesk
    accounts: AccountDesk
    agreements: AgreementDesk
    claims: ClaimDesk
    door: StaffDoor
    outages: Outages
