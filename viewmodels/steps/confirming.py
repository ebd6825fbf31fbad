"""The confirmation as it stands for what is due: what several screens ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.flows.confirmation import Confirmation, Field, Obstacle
from domain.flows.visit import Choice, Due, Paying
from domain.forms.desks import PaymentDesk
from domain.words import NOTHING, Text
from viewmodels.asking import Asking
from viewmodels.words import sentences


@dataclass(frozen=True, slots=True)
class Choosing:
    """What has been chosen, what is `found` wrong with it, and how it stands with what one is enrolled in.

    `asked`: the visitor has tried to go on, so missing answers are pointed out. `reason` is the policy's, where it
    offers nothing.
    """

    choice: Choice
    asking: Asking = Asking.ANSWERED
    asked: bool = False
    found: Mapping[Field, Obstacle] = field(default_factory=dict)
    reason: Text = NOTHING

    def error(self, where: Field, label: Text) -> Text:
        """The sentence beside a field; empty where nothing is wrong, or nobody is told yet."""
        found = self.found.get(where)
        if found is None or (found is Obstacle.MISSING and not self.asked):
            return NOTHING
        return sentences.problem(found, label, self.reason)


def confirmation_of(due: Due, desk: PaymentDesk) -> Confirmation:
    """For the insured person, on the hall's day."""
    paying = due.paying
    return Confirmation(
        due.insured,
        paying.scheme,
        paying.enrolments or (),
        paying.paid,
        desk.policy,
        desk.almanac.offices,
        desk.almanac.today,
    )


def with_enrolments(due: Due, desk: PaymentDesk) -> Due:
    """On a worker: with what the tax system says of the insured person. Raises Unreachable."""
    enrolments = desk.tax.enrolments(due.insured.id, due.paying.scheme)
    return due.now(replace(due.paying, enrolments=enrolments, paid=desk.tax.paid(due.insured.id)))


def still_holds(due: Due, desk: PaymentDesk) -> bool:
    """Whether what is to be paid is today what was chosen, for everybody who is paid for.

    Arrears that the tax system lists hold as they are.
    """
    members = due.paying.members
    return bool(members) and all(_holds(due.now(member), desk) for member in members)


def _holds(due: Due, desk: PaymentDesk) -> bool:
    paying = due.paying
    if paying.choice.tier is None:
        return bool(paying.bills)
    bills = confirmation_of(due, desk).bills(paying.choice)
    return bool(bills) and bills == paying.bills


def cover_of(due: Due, desk: PaymentDesk) -> Text:
    """From when the chosen tier covers, if it is paid today and that makes a difference."""
    choice = due.paying.choice
    tiers = confirmation_of(due, desk).tiers(choice)
    tier = tiers.find(choice.tier) if tiers else None
    return tier.cover if tier else NOTHING


def anew(paying: Paying) -> Paying:
    """With the tier to be chosen again."""
    return paying.chosen(replace(paying.choice, tier=None, recorded=False))
