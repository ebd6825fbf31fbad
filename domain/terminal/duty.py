"""The staff's door and what is handed out behind it: being on duty, which nobody has who was not admitted."""

from dataclasses import InitVar, dataclass, field

from domain.refunds.book import RefundBook
from domain.refunds.office import RefundOffice
from domain.repayments.repayment import RepaymentBook
from domain.runtime import Clock
from domain.terminal.staff import Answer, NotAdmitted, StaffKeys, Verdict

_SEAL = object()
"""What only the door knows."""


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A staff member was admitted: their number, and the office of refunds that acts in their name.

    Whatever only staff may do takes one of these. Only `StaffDoor` makes them; anybody else's try raises NotAdmitted.
    """

    number: str
    office: RefundOffice = field(repr=False)
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise NotAdmitted


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """Where staff say who they are. Who is admitted is on duty in the office over `book` and `repayments`."""

    keys: StaffKeys
    book: RefundBook = field(repr=False)
    repayments: RepaymentBook = field(repr=False)
    clock: Clock

    @property
    def anybody(self) -> bool:
        """Whether there is any staff to be admitted here."""
        return self.keys.anybody

    def admits(self, number: str, pin: str) -> Duty | Answer:
        """On duty if this is the PIN of that number; else why not. Takes its time, so off the GUI thread."""
        answer = self.keys.admits(number, pin)
        if answer.verdict is not Verdict.ADMITTED:
            return answer
        return Duty(number, RefundOffice(self.book, self.repayments, self.clock, number), _SEAL)
