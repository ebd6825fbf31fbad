"""The banks of the demonstration, which verify agreements by rule and can be cut off, or made to refuse."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from domain.accounts.banks import Banks, CardType
from domain.agreements.agreement import Agreement, Refusal
from domain.ports import Unreachable

STRANGE_PHONE = "0000"
"""How phones end that no bank knows."""


class BankFault(StrEnum):
    NONE = "none"
    DOWN = "down"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class SimulatedBank:
    """Implements `BankVerification`. It knows all debit cards whose code and length are its own.

    Who holds a card it cannot know: the terminal lets only the payer's own name be signed.
    """

    banks: Banks
    fault: Callable[[], BankFault] = lambda: BankFault.NONE

    def verify(self, agreement: Agreement) -> Refusal | None:
        """As `BankVerification` says."""
        match self.fault():
            case BankFault.DOWN:
                raise Unreachable("broken on purpose")
            case BankFault.REFUSE:
                return Refusal.REFUSED
        terms = agreement.terms
        issue = self.banks.issue(terms.account)
        if issue is None or issue.bank.code != terms.bank:
            return Refusal.UNKNOWN_ACCOUNT
        if issue.bin.type is not CardType.DEBIT:
            return Refusal.NOT_DEBIT
        return Refusal.OTHER_PHONE if terms.phone.endswith(STRANGE_PHONE) else None
