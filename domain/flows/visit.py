"""What one visitor has given so far. Frozen: each step hands on a new one, Back is the one before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.forms.fields import Answers
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Enrolment, Person
from domain.refunds.application import Refundable
from domain.terminal.duty import Duty
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
class Visit:
    """One visitor's answers. `visitor` proved who they are; `payee` is the person paid for, if another.

    `channel` is where it began; `filled` is what was typed, right or wrong, by form: Back and errors lose nothing.
    `logged_in` says that the visitor proved it by their account in the APP, `wanted` what they came to log in for.
    `certificate` is the number of the one that was issued or opened last, `remark` what else is to be said of it.
    `refundable` is the payment that a refund is asked for, `account` the one that is being changed (0: a new one),
    `application` the number of a refund that was applied for, or that staff look at.
    `duty` is held by the staff member who was admitted.
    `enrolments` (None: not asked yet) and `paid` are what the tax system said of the insured person.
    """

    channel: str = ""
    filled: Mapping[str, Answers] = field(default_factory=dict)
    visitor: Person | None = None
    logged_in: bool = False
    wanted: str = ""
    scheme: Scheme | None = None
    payee: Person | None = None
    enrolments: tuple[Enrolment, ...] | None = None
    paid: frozenset[str] = frozenset()
    choice: Choice = field(default_factory=Choice)
    bills: tuple[Bill, ...] = ()
    order: str | None = None
    certificate: str = ""
    remark: Text = NOTHING
    refundable: Refundable | None = None
    account: int = 0
    application: str = ""
    duty: Duty | None = None

    @property
    def insured(self) -> Person | None:
        """The person whose insurance is paid (缴费人): the payee, or the visitor."""
        return self.payee or self.visitor

    def with_answers(self, form: str, answers: Answers) -> "Visit":
        """With what a form now holds."""
        return replace(self, filled={**self.filled, form: answers})

    def without(self, form: str) -> "Visit":
        """With nothing in a form: the next one begins anew."""
        return replace(self, filled={name: answers for name, answers in self.filled.items() if name != form})
