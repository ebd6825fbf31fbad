"""What a form asks once every field is right, and what it can be told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from domain.accounts.banks import Banks
from domain.accounts.book import AccountBook
from domain.agreements.signing import Signing
from domain.certificates.issuing import Counter
from domain.flows.visit import Visit
from domain.forms.fields import Answers
from domain.identity.captcha import Captchas
from domain.payment.order import OrderBook
from domain.people.offices import Offices
from domain.policy import Policy
from domain.ports import SmsCodes, TaxSystem
from domain.refunds.desk import RefundDesk
from domain.runtime import Clock
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """Everybody a form may ask. Asking may block, and raises Unreachable where nobody answers."""

    tax: TaxSystem
    book: OrderBook
    codes: SmsCodes
    captchas: Captchas
    counter: Counter
    accounts: AccountBook
    signing: Signing
    refunds: RefundDesk
    door: StaffDoor
    banks: Banks
    policy: Policy
    offices: Offices
    clock: Clock
    outages: Outages = field(default_factory=Outages)


@dataclass(frozen=True, slots=True)
class Onward:
    """The way on, with what is known now."""

    outcome: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not so: a sentence for the whole form, or for fields; `use` is the field to be put in use."""

    problem: Text = NOTHING
    errors: Mapping[str, Text] = field(default_factory=dict)
    use: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """It is done, and one stays where one is."""

    sentence: Text


Ask = Callable[[FrontDesk, Visit, Answers], Onward | Wrong]
Prepare = Callable[[FrontDesk, Visit], Answers]
"""What is filled in at first. It may ask as an `Ask` does."""
