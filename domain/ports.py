"""What the domain asks of the world. Storage and adapters implement these; tests and the demo break them."""

from datetime import datetime, timedelta
from typing import Protocol

from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill, Enrolment, Masked, Payment, Person, TierRecord
from domain.words import Text


class ForStaff(Exception):
    """Something stops the terminal. The message is one plain English sentence for the staff, nothing personal in it.

    `said` is the same in a few Chinese words, for their page at the terminal.
    """

    said = Text("本机内部出了问题")


class MayPass(ForStaff):
    """What stops the terminal may pass by itself (a locked store, a full disk, a port in use): it is tried again."""


class NotAlone(ForStaff):
    """Another program does this one's work here: this one ends at once, before it gets in the other's way."""


class Unreadable(Exception):
    """What was kept in a small file cannot be read. Its message is one English line without anybody's data."""


class Unreachable(Exception):
    """The tax system did not answer. Nothing is known about what was asked."""


class PostingRefused(Exception):
    """The tax system will not post this payment: the money has to go back (guide: 2-5个工作日)."""


class SmsCodes(Protocol):
    """Codes that prove who holds a phone (短信验证码). May raise Unreachable."""

    def send(self, phone: str) -> timedelta:
        """Send a fresh code to a phone, after which an earlier one is void; zero.

        Or how long that phone has to wait first, and nothing is sent.
        """
        ...

    def proves(self, phone: str, code: str) -> bool:
        """Whether this is the code that was sent to this phone and is still good. A wrong one counts as a try."""
        ...

    def spend(self, phone: str) -> None:
        """The code has served: it is good once."""
        ...


class TaxSystem(Protocol):
    """The tax bureau's side: who is enrolled, what is owed, what has been posted. All raise Unreachable."""

    def find_person(self, kind: DocumentKind, number: str, name: str) -> Person | None:
        """The person with this number *and* name; None tells neither which of the two was wrong."""
        ...

    def enrolments(self, person: int, scheme: Scheme) -> tuple[Enrolment, ...]: ...

    def owed(self, person: int, scheme: Scheme, insurance: Insurance) -> tuple[Bill, ...]:
        """Arrears (补缴) the system lists, oldest first."""
        ...

    def paid(self, person: int) -> frozenset[str]:
        """The `Bill.key`s already posted."""
        ...

    def declare(self, record: TierRecord) -> None:
        """Record a choice of tier. The same person, insurance and period again replaces the choice."""
        ...

    def declared(self, person: int, scheme: Scheme) -> tuple[TierRecord, ...]:
        """Recorded choices, newest first."""
        ...

    def payments(self, person: int) -> tuple[Payment, ...]:
        """Everything posted for a person, in whatever channel it was paid. It need not know what was refunded."""
        ...

    def account_of(self, phone: str) -> Person | None:
        """The person whose account in the APP (贵州税务APP) is under this phone; None if there is none."""
        ...

    def open_account(self, person: int, phone: str) -> bool:
        """Open an account in the APP; false if the person has one, or the phone is another's."""
        ...

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        """Enter a payment; returns the voucher number (凭证号码). The same `number` again returns the same voucher.

        Raises PostingRefused if it will never be taken, Unreachable if nobody knows.
        """
        ...

    def posted_by_hand(
        self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str
    ) -> None:
        """A window has posted this payment, under `voucher`. The same again changes nothing.

        Raises PostingRefused if one of the bills is posted under another voucher, or the voucher is of another payment;
        Unreachable if nobody knows.
        """
        ...

    def masked(self, person: int) -> Masked | None:
        """Who somebody is, as far as staff are shown it; None for nobody that is known."""
        ...
