"""The tax system of the demonstration, which can be cut off, or made to refuse postings, while a flow runs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill, Enrolment, Masked, Payment, Person, TierRecord
from domain.ports import PostingRefused, TaxSystem, Unreachable


class TaxFault(StrEnum):
    NONE = "none"
    DOWN = "down"
    REFUSE_POSTING = "refuse_posting"
    MEDICAL_ELSEWHERE = "medical_elsewhere"
    """while somebody pays for medical insurance here, it is paid in another channel"""


@dataclass(frozen=True, slots=True)
class BreakableTaxSystem:
    """Asks `behind` unless `fault` says otherwise. What is posted stays posted, whatever the fault.

    What is paid in another channel is posted in `centre`, past the line of this terminal.
    """

    behind: TaxSystem
    centre: TaxSystem
    fault: Callable[[], TaxFault]

    def find_person(self, kind: DocumentKind, number: str, name: str) -> Person | None:
        return self._reached().find_person(kind, number, name)

    def enrolments(self, person: int, scheme: Scheme) -> tuple[Enrolment, ...]:
        return self._reached().enrolments(person, scheme)

    def owed(self, person: int, scheme: Scheme, insurance: Insurance) -> tuple[Bill, ...]:
        return self._reached().owed(person, scheme, insurance)

    def greet(self) -> None:
        """Raise Unreachable while it is cut off."""
        self._reached()

    def paid(self, person: int) -> frozenset[str]:
        return self._reached().paid(person)

    def declare(self, record: TierRecord) -> None:
        self._reached().declare(record)

    def declared(self, person: int, scheme: Scheme) -> tuple[TierRecord, ...]:
        return self._reached().declared(person, scheme)

    def payments(self, person: int) -> tuple[Payment, ...]:
        return self._reached().payments(person)

    def account_of(self, phone: str) -> Person | None:
        return self._reached().account_of(phone)

    def open_account(self, person: int, phone: str) -> bool:
        return self._reached().open_account(person, phone)

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        behind = self._reached()
        posted = behind.paid(bills[0].person)
        if self.fault() is TaxFault.REFUSE_POSTING and not all(bill.key in posted for bill in bills):
            raise PostingRefused("broken on purpose")
        if self.fault() is TaxFault.MEDICAL_ELSEWHERE and bills[0].insurance is Insurance.MEDICAL:
            self._elsewhere(number, bills, paid_at)
        return behind.post(number, bills, paid_at, channel)

    def posted_by_hand(
        self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str
    ) -> None:
        self._reached().posted_by_hand(number, bills, paid_at, channel, voucher)

    def masked(self, person: int) -> Masked | None:
        return self._reached().masked(person)

    def _elsewhere(self, number: str, bills: tuple[Bill, ...], paid_at: datetime) -> None:
        """Unless this very order is posted, or another one."""
        if not any(payment.order == number for payment in self.centre.payments(bills[0].person)):
            with suppress(PostingRefused):
                self.centre.post(f"E{number[1:]}", bills, paid_at, "tax_app")

    def _reached(self) -> TaxSystem:
        if self.fault() is TaxFault.DOWN:
            raise Unreachable("broken on purpose")
        return self.behind
