"""A visit. Frozen: each step hands on a new one, Back is the one before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from domain.flows.visit.accounts import Agreeing, Reporting
from domain.flows.visit.certificates import Certifying
from domain.flows.visit.checking import Checking
from domain.flows.visit.identity import Identity
from domain.flows.visit.needed import NotGiven, needed
from domain.flows.visit.paying import Due, Paying
from domain.flows.visit.refunds import Refunding
from domain.flows.visit.staff import OnDuty
from domain.forms.fields import Answers
from domain.people.person import Person
from domain.terminal.staff import NotAdmitted

Business = Paying | Certifying | Checking | Reporting | Agreeing | Refunding | OnDuty
"""What a visitor is about, with what they have given for it. One at a time: another one begins with nothing."""
NOBODY = Identity()
Own = TypeVar("Own", Certifying, Reporting, Agreeing, Refunding)


@dataclass(frozen=True, slots=True)
class Visit:
    """`channel` is where it began, `business` what the visitor is about.

    `filled` is what was typed, right or wrong, by form: Back and errors lose nothing. `matter` is what they came for,
    if that was asked first (按事项办理); `led`: the menu has begun for them what alone serves it.
    """

    channel: str = ""
    filled: Mapping[str, Answers] = field(default_factory=dict)
    who: Identity = NOBODY
    business: Business | None = None
    matter: str = ""
    led: bool = False

    @property
    def visitor(self) -> Person:
        """Who proved who they are. Raises NotGiven."""
        return needed(self.who.visitor, "a name")

    @property
    def paying(self) -> Paying:
        """Raises NotGiven where nothing is to be paid."""
        if isinstance(self.business, Paying):
            return self.business
        raise NotGiven("nothing is to be paid")

    @property
    def due(self) -> Due:
        """What steps of a payment work on. Raises NotGiven."""
        return Due(self.channel, self.visitor, self.paying)

    @property
    def on_duty(self) -> OnDuty:
        """What a staff member is about. Raises NotAdmitted where nobody was admitted: no table leads to such a step."""
        if isinstance(self.business, OnDuty):
            return self.business
        raise NotAdmitted

    def own(self, kind: type[Own]) -> Own:
        """What the visitor has given for a business of their own: as it stands, or as it begins. Raises NotGiven."""
        if isinstance(self.business, kind) and self.business.visitor == self.who.visitor:
            return self.business
        return kind(self.visitor)

    def with_answers(self, form: str, answers: Answers) -> "Visit":
        """With what a form now holds."""
        return replace(self, filled={**self.filled, form: answers})

    def without(self, form: str) -> "Visit":
        """With nothing in a form: the next one begins anew."""
        return replace(self, filled={name: answers for name, answers in self.filled.items() if name != form})
