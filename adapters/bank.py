"""Verification of agreements where no bank is connected."""

from domain.agreements.agreement import Agreement, Refusal
from domain.ports import Unreachable


class NoBank:
    """Implements `BankVerification`: nobody answers, and what is signed waits."""

    def verify(self, agreement: Agreement) -> Refusal | None:
        """Raises Unreachable."""
        raise Unreachable("no bank")
