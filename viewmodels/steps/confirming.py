"""The confirmation as it stands for a visit: what several screens ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.flows.confirmation import Confirmation, Field, Obstacle
from domain.flows.visit import Choice, Visit
from domain.words import NOTHING, Text
from viewmodels.asking import Asking
from viewmodels.parts import Parts
from viewmodels.words import sentences


@dataclass(frozen=True, slots=True)
class Choosing:
    """What has been chosen, what is `found` wrong with it, and how it stands with what one is enrolled in.

    `asked`: the visitor has tried to go on, so missing answers are pointed out.
    """

    choice: Choice
    asking: Asking = Asking.ANSWERED
    asked: bool = False
    found: Mapping[Field, Obstacle] = field(default_factory=dict)

    def error(self, where: Field, label: Text) -> Text:
        """The sentence beside a field; empty where nothing is wrong, or nobody is told yet."""
        found = self.found.get(where)
        if found is None or (found is Obstacle.MISSING and not self.asked):
            return NOTHING
        return sentences.problem(where, found, label)


def confirmation_of(visit: Visit, parts: Parts) -> Confirmation:
    """For the insured person of `visit`, on the hall's day. The visit has somebody insured and a scheme."""
    assert visit.insured is not None and visit.scheme is not None
    return Confirmation(
        visit.insured,
        visit.scheme,
        visit.enrolments or (),
        visit.paid,
        parts.policy,
        parts.offices,
        parts.clock().date(),
    )


def with_enrolments(visit: Visit, parts: Parts) -> Visit:
    """On a worker: the visit with what the tax system says of the insured person. Raises Unreachable."""
    assert visit.insured is not None and visit.scheme is not None
    enrolments = parts.tax.enrolments(visit.insured.id, visit.scheme)
    return replace(visit, enrolments=enrolments, paid=parts.tax.paid(visit.insured.id))


def still_holds(visit: Visit, parts: Parts) -> bool:
    """Whether what is to be paid is today what was chosen. Arrears that the tax system lists hold as they are."""
    if visit.choice.tier is None:
        return bool(visit.bills)
    bills = confirmation_of(visit, parts).bills(visit.choice)
    return bool(bills) and bills == visit.bills


def anew(visit: Visit) -> Visit:
    """The visit with the tier to be chosen again."""
    return replace(visit, choice=replace(visit.choice, tier=None, recorded=False), bills=())
