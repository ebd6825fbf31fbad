"""What is to be paid, and for whom."""

from dataclasses import dataclass, replace

from domain.flows.visit.identity import Identity
from domain.flows.visit.needed import needed
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Enrolment, Person
from domain.words import NOTHING, Text


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
class Paying:
    """`payee` is the person paid for, if another than the visitor. `order` is what has been paid by (`Order.whole`).

    `enrolments` (None: not asked yet) and `paid` are what the tax system said of the insured person; `remark` is what
    has become of a payment that was called off. `household` are others for whom one pays by the same code.
    """

    scheme: Scheme
    choice: Choice = Choice()
    payee: Person | None = None
    enrolments: tuple[Enrolment, ...] | None = None
    paid: frozenset[str] = frozenset()
    bills: tuple[Bill, ...] = ()
    order: str | None = None
    remark: Text = NOTHING
    household: tuple["Paying", ...] = ()

    @property
    def members(self) -> tuple["Paying", ...]:
        """Everybody who is paid for by one code, each alone: the household, and who was confirmed last."""
        own = (replace(self, household=()),) if self.bills else ()
        return (*self.household, *own)

    @property
    def parts(self) -> tuple[tuple[Bill, ...], ...]:
        """The bills of each of them."""
        return tuple(member.bills for member in self.members)

    def chosen(self, choice: Choice, bills: tuple[Bill, ...] = ()) -> "Paying":
        """With another choice, and the bills that come of it."""
        return replace(self, choice=choice, bills=bills)


@dataclass(frozen=True, slots=True)
class Enrolling:
    """Who is still to say who they are, and what they are about to pay."""

    who: Identity
    paying: Paying


@dataclass(frozen=True, slots=True)
class Due:
    """What the steps of a payment work on: somebody has said who they are, and what they pay, in a channel."""

    channel: str
    payer: Person
    paying: Paying

    @property
    def insured(self) -> Person:
        """The person whose insurance is paid (缴费人): the payee, or the visitor."""
        return self.paying.payee or self.payer

    @property
    def family(self) -> tuple[Person, ...]:
        """Everybody of the household; empty where one alone is paid for."""
        return tuple(self.now(member).insured for member in self.paying.household)

    @property
    def insurance(self) -> Insurance:
        """The one that was chosen. Raises NotGiven."""
        return needed(self.paying.choice.insurance, "the insurance")

    def now(self, paying: Paying) -> "Due":
        """The same, as far as it has come now."""
        return replace(self, paying=paying)
