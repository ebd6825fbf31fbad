"""What is true for everybody, wherever it is kept: at a bureau, in a province's own system, or embedded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from domain.accounts.book import AccountBook
from domain.agreements.book import AgreementBook
from domain.certificates.book import CertificateBook
from domain.health.checkup import Checkup
from domain.payment.cashier import Cashier
from domain.payment.claims import Claims, OnlyHere
from domain.payment.order import OrderBook
from domain.ports import TaxSystem
from domain.refunds.book import RefundBook
from domain.repayments.repayment import RepaymentBook
from domain.terminal.copies import Log
from domain.words import NOTHING, Text


class Errand(Protocol):
    """Something that goes on by itself from `start` to `stop`."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


def _no_errands(cashier: Cashier, log: Log, checkup: Callable[[], Checkup]) -> tuple[Errand, ...]:
    return ()


def _all_is_well() -> Text:
    return NOTHING


def _nothing() -> None:
    """Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Core:
    """The books that all terminals share, and what has to be done for them.

    `orders` are those that it knows, for refunds of what was paid anywhere; `repayments` are the tries to send these
    back. `pays_out` says that approved refunds are sent from here, by this terminal's own networks. `errands` are what
    goes on for it beside the visitors. `amiss` tells staff what they should see to about it; empty if all is well.
    `forget` keeps nothing of a visitor. `greet` asks whoever keeps it anything, and raises Unreachable; None where it
    is kept here.
    """

    tax: TaxSystem
    certificates: CertificateBook
    accounts: AccountBook
    agreements: AgreementBook
    refunds: RefundBook
    repayments: RepaymentBook
    orders: OrderBook
    claims: Claims = field(default_factory=OnlyHere)
    pays_out: bool = True
    errands: Callable[[Cashier, Log, Callable[[], Checkup]], tuple[Errand, ...]] = _no_errands
    amiss: Callable[[], Text] = _all_is_well
    forget: Callable[[], None] = _nothing
    greet: Callable[[], object] | None = None
