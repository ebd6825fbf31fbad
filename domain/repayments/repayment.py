"""What is to go back through a network, each try to send it, and where tries are kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.money import Fen
from domain.payment.network import Refund
from domain.payment.order import Order
from domain.refunds.account import Account
from domain.repayments.events import RepaymentEvent
from domain.repayments.states import ON_ITS_WAY, RepaymentState

TOO_LONG = timedelta(days=1)
"""What is on its way for so long people may ask the merchant's platform about."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Money that has to go back of an order: all of it, or what a refund `application` of that number asks for.

    `since` is when that was written down, `reason` what the payer reads. `account` is where the network shall send it
    if it cannot hand it over.
    """

    order: Order
    fen: Fen
    since: datetime
    reason: str
    application: str = ""
    account: Account | None = None

    @property
    def key(self) -> str:
        """What its repayments are kept under: no application has the number of an order."""
        return self.application or self.order.number


@dataclass(frozen=True, slots=True)
class Repayment:
    """One try to send money back. `number` (out_refund_no) and `at` are those that the network knows it by.

    `serial` counts the tries of one `claim` (`Claim.key`) from 1. `since` is when it came to its state. `reference` is
    the network's own number, `why` its word for what went wrong; empty until it told them.
    """

    number: str
    claim: str
    serial: int
    order: str
    fen: Fen
    at: datetime
    state: RepaymentState
    since: datetime
    reference: str = ""
    why: str = ""

    def asked(self, reason: str) -> Refund:
        """As the network is asked for it."""
        return Refund(self.number, self.fen, self.at, reason)

    def stuck(self, now: datetime) -> bool:
        """Whether it is on its way, and was sent too long ago."""
        return self.state in ON_ITS_WAY and now - self.at >= TOO_LONG

    def is_proof(self, number: str) -> bool:
        """Whether the merchant's platform can have it under that: its network's number, if that is known, or ours."""
        return not self.reference or number in {self.reference, self.number}


class Overtaken(Exception):
    """Somebody else moved the repayment, or its claim, first: read both again."""


class RepaymentBook(Protocol):
    """Safe from any thread. Every write is committed before it returns. `who` is who did it: a staff number, or a part
    of the terminal.
    """

    def of(self, claim: str) -> tuple[Repayment, ...]:
        """Every try of a claim, from its first."""
        ...

    def last(self, claim: str) -> Repayment | None:
        """The newest try of a claim; None before the first."""
        ...

    def find(self, number: str) -> Repayment | None:
        """By the number that the network knows it by; None if there is no such."""
        ...

    def begin(self, claim: Claim, number: str, at: datetime, now: datetime, who: str) -> Repayment:
        """Write down the next try of a claim, before anybody sends it; what was CLOSED before is left with that.

        By `number` and `at` the network will know it; `now` is when `who` begins it.

        Raises Overtaken unless the claim is still to be sent back (its order REFUND_DUE, its application SENDING) and
        its newest try before is over, or closed.
        """
        ...

    def move(self, repayment: Repayment, event: RepaymentEvent, at: datetime, who: str) -> Repayment:
        """Append the event and move the state by `life` in one transaction; returns the repayment as it now is.

        Raises Overtaken if the stored state is no longer `repayment.state`, or if something is to be sent `Again`
        whose claim is no longer to be sent back; Impossible if the table has no such edge.
        """
        ...

    def waiting(self) -> tuple[Repayment, ...]:
        """Those that are not over, oldest first."""
        ...
