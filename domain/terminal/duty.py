"""The staff's door and what is handed out behind it: being on duty, which nobody has who was not admitted."""

from dataclasses import InitVar, dataclass, field

from domain.desk.day_end import Days
from domain.health.watch import Health
from domain.payment.cashier import Cashier
from domain.payment.office import CaseFile, OrderOffice, SettlingOffice
from domain.reconciliation.office import CaseOffice, Ledger, SettlingCases
from domain.refunds.office import RefundOffice, ReviewOffice
from domain.refunds.settling import SettlingRefunds
from domain.repayments.repayer import Repayer
from domain.runtime import Clock
from domain.terminal.core import Core
from domain.terminal.staff import Answer, NotAdmitted, StaffKeys, Verdict
from domain.terminal.suspensions import Suspending, Suspensions

_SEAL = object()
"""What only the door knows."""


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A staff member was admitted: their number, and the offices of refunds, orders and bills that act in their name.

    Whatever only staff may do takes one of these. Only `StaffDoor` makes them; anybody else's try raises NotAdmitted.
    `days` tells what came of a day, `suspending` takes something out of service, `health` tells how the devices are;
    None where nobody looks at them.
    """

    number: str
    office: ReviewOffice = field(repr=False)
    orders: OrderOffice = field(repr=False)
    bills: CaseOffice = field(repr=False)
    days: Days = field(repr=False)
    suspending: Suspending = field(repr=False)
    health: Health | None = field(default=None, repr=False)
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise NotAdmitted


@dataclass(frozen=True, slots=True, eq=False)
class TwoOnDuty:
    """Two staff members were admitted, each by a PIN of their own, and what it takes both of them for.

    Only `StaffDoor` makes them, as those of one.
    """

    first: str
    second: str
    orders: SettlingOffice = field(repr=False)
    refunds: RefundOffice = field(repr=False)
    stuck: SettlingRefunds = field(repr=False)
    bills: SettlingCases = field(repr=False)
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise NotAdmitted


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """Where staff say who they are. Who is admitted is on duty in the offices over these books.

    `repayer` sends back what is applied for. `suspensions` are what they have taken out of service.
    """

    keys: StaffKeys
    core: Core = field(repr=False)
    repayer: Repayer = field(repr=False)
    clock: Clock
    cashier: Cashier = field(repr=False)
    file: CaseFile = field(repr=False)
    ledger: Ledger = field(repr=False)
    days: Days = field(repr=False)
    suspensions: Suspensions = field(repr=False)
    health: Health | None = field(default=None, repr=False)

    @property
    def anybody(self) -> bool:
        """Whether there is any staff to be admitted here."""
        return self.keys.anybody

    def admits(self, number: str, pin: str) -> Duty | Answer:
        """On duty if this is the PIN of that number; else why not. Takes its time, so off the GUI thread."""
        answer = self.keys.admits(number, pin)
        if answer.verdict is not Verdict.ADMITTED:
            return answer
        refunds = ReviewOffice(self.core.refunds, self.repayer.book, self.clock, number)
        bills = CaseOffice(self.ledger, self.cashier, self.core.refunds, number)
        orders = OrderOffice(self.file, self.cashier, number)
        suspending = Suspending(self.suspensions, number)
        return Duty(number, refunds, orders, bills, self.days, suspending, self.health, _SEAL)

    def joins(self, first: Duty, number: str, pin: str) -> TwoOnDuty | Answer:
        """Both on duty if this is the PIN of that number, and it is another's; else why not. Takes its time as well."""
        if number == first.number:
            return Answer(Verdict.SAME)
        answer = self.keys.admits(number, pin)
        if answer.verdict is not Verdict.ADMITTED:
            return answer
        both = f"{first.number}+{number}"
        return TwoOnDuty(
            first.number,
            number,
            SettlingOffice(self.file, self.cashier, both),
            RefundOffice(self.core.refunds, self.repayer.book, self.clock, both),
            SettlingRefunds(
                *(self.core.refunds, self.core.orders, self.repayer, self.ledger.books, self.ledger.reports, both)
            ),
            SettlingCases(first.bills, number),
            _SEAL,
        )
