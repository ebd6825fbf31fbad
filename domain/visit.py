"""What one visitor has given so far. Frozen: each step hands on a new one, Back is the one before."""

from dataclasses import dataclass, field

from domain.identity import DocumentKind
from domain.insurance import Insurance, Period, Scheme
from domain.people import Bill, Enrolment, Person


@dataclass(frozen=True, slots=True)
class Typed:
    """An identity as it was typed, right or wrong, so that Back and errors lose nothing."""

    kind: DocumentKind = DocumentKind.RESIDENT_ID
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What has been chosen to be paid (缴费信息确认); None is not chosen yet.

    `periods` are latest first; several only where months are listed to be ticked. One tier holds for all of them.
    """

    insurance: Insurance | None = None
    agency: str | None = None
    arrears: bool = False
    periods: tuple[Period, ...] = ()
    tier: str | None = None
    recorded: bool = False

    @property
    def period(self) -> Period | None:
        """The latest of the periods."""
        return self.periods[0] if self.periods else None


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor's answers. `visitor` proved who they are; `payee` is the person paid for, if another.

    `channel` is where it began. `enrolments` (None: not asked yet) and `paid` are what the tax system said of the
    insured person.
    """

    channel: str = ""
    typed: Typed = field(default_factory=Typed)
    visitor: Person | None = None
    scheme: Scheme | None = None
    typed_payee: Typed = field(default_factory=Typed)
    payee: Person | None = None
    enrolments: tuple[Enrolment, ...] | None = None
    paid: frozenset[str] = frozenset()
    choice: Choice = field(default_factory=Choice)
    bills: tuple[Bill, ...] = ()
    order: str | None = None

    @property
    def insured(self) -> Person | None:
        """The person whose insurance is paid (缴费人): the payee, or the visitor."""
        return self.payee or self.visitor
