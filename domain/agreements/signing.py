"""Signing an agreement and having the bank verify it."""

from dataclasses import dataclass
from typing import Protocol

from domain.agreements.agreement import Agreement, Refusal, Terms
from domain.agreements.book import AgreementBook, AgreementProblem
from domain.agreements.events import Confirmed, Refused
from domain.agreements.states import AgreementState
from domain.ports import Unreachable
from domain.runtime import Clock


class BankVerification(Protocol):
    """The bank's side of an agreement (签约验证)."""

    def verify(self, agreement: Agreement) -> Refusal | None:
        """Whether the bank knows this account, holder and phone: None if it does.

        The same agreement may be asked about again. Raises Unreachable: nothing is known.
        """
        ...


@dataclass(frozen=True, slots=True)
class Signing:
    """Where agreements are signed and looked at. Its methods may block: not on the GUI thread."""

    book: AgreementBook
    bank: BankVerification
    clock: Clock

    def sign(self, person: int, terms: Terms) -> Agreement | AgreementProblem:
        """Written down first, then told to the bank; a silent bank leaves it 待验证."""
        signed = self.book.sign(person, terms, self.clock())
        return signed if isinstance(signed, AgreementProblem) else self._asked(signed)

    def of(self, person: int) -> tuple[Agreement, ...]:
        """A person's agreements, newest first; the bank is asked again about one that waits."""
        return tuple(self._asked(agreement) for agreement in self.book.of(person))

    def revoke(self, person: int, number: str) -> Agreement | AgreementProblem:
        return self.book.revoke(person, number, self.clock())

    def _asked(self, agreement: Agreement) -> Agreement:
        if agreement.state is not AgreementState.PENDING:
            return agreement
        try:
            refusal = self.bank.verify(agreement)
        except Unreachable:
            return agreement
        now = self.clock()
        return self.book.verify(agreement.number, Refused(now, refusal) if refusal else Confirmed(now))
