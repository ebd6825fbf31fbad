"""缴费信息确认: how its choices depend on each other, and what stands in the way of paying (guide 一(三), 一(五))."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.insurance import Insurance, Period, Scheme
from domain.offices import Offices
from domain.people import Bill, Enrolment, Person
from domain.policy import Policy, Tiers
from domain.visit import Choice


class Field(StrEnum):
    INSURANCE = "insurance"
    AGENCY = "agency"
    ARREARS = "arrears"
    PERIOD = "period"
    TIER = "tier"


class Problem(StrEnum):
    MISSING = "missing"
    NOT_ENROLLED = "not_enrolled"
    WRONG_AGENCY = "wrong_agency"
    ARREARS_FOR_PENSION_ONLY = "arrears_for_pension_only"
    NOTHING_OWED = "nothing_owed"
    ALREADY_PAID = "already_paid"
    NO_TIERS = "no_tiers"


FINAL = frozenset(Problem) - {Problem.MISSING, Problem.WRONG_AGENCY}
"""Reasons that no further answer on this form can mend."""


@dataclass(frozen=True, slots=True)
class Form:
    """What the form is asked with: who is insured, under which scheme, and what is known of them."""

    insured: Person
    scheme: Scheme
    enrolments: tuple[Enrolment, ...]
    paid: frozenset[str]
    policy: Policy
    offices: Offices
    today: date

    def enrolment(self, insurance: Insurance | None) -> Enrolment | None:
        return next((e for e in self.enrolments if e.insurance is insurance), None)

    def periods(self, choice: Choice) -> tuple[Period, ...]:
        """The periods to choose from: open ones, or for 补缴 the earlier ones that are still unpaid."""
        if choice.insurance is None:
            return ()
        if not choice.arrears:
            return self.policy.periods(self.scheme, choice.insurance, self.today)
        earlier = self.policy.arrears(self.scheme, choice.insurance, self.today)
        return tuple(period for period in earlier if not self.is_paid(choice.insurance, period))

    def is_paid(self, insurance: Insurance, period: Period) -> bool:
        return f"{self.insured.id}/{self.scheme}/{insurance}/{period.key}" in self.paid

    def tiers(self, choice: Choice) -> Tiers | None:
        """The tiers of what is chosen so far; None as long as something they depend on is missing."""
        if choice.insurance is None or choice.period is None or choice.agency is None:
            return None
        city = self.offices.city_of(self.offices.by_code[choice.agency].county)
        return self.policy.tiers(self.scheme, choice.insurance, choice.period, city.code if city else "", self.today)

    def with_insurance(self, choice: Choice, insurance: Insurance) -> Choice:
        """Another insurance starts the form anew, but for 补缴; the usual period is filled in."""
        fresh = Choice(insurance=insurance, arrears=choice.arrears)
        return replace(fresh, period=next(iter(self.periods(fresh)), None))

    def with_arrears(self, choice: Choice, arrears: bool) -> Choice:
        fresh = replace(choice, arrears=arrears, tier=None, recorded=False)
        return replace(fresh, period=next(iter(self.periods(fresh)), None))

    def problems(self, choice: Choice) -> Mapping[Field, Problem]:
        """What stands in the way, by field; empty when the visitor may go on.

        Where something cannot be paid at all, what is merely missing is not asked for.
        """
        found = self._found(choice)
        final = {field: problem for field, problem in found.items() if problem in FINAL}
        return final or found

    def _found(self, choice: Choice) -> Mapping[Field, Problem]:
        if choice.insurance is None:
            return {Field.INSURANCE: Problem.MISSING}
        enrolment = self.enrolment(choice.insurance)
        if enrolment is None:
            return {Field.INSURANCE: Problem.NOT_ENROLLED}
        found: dict[Field, Problem] = {}
        if choice.agency is None:
            found[Field.AGENCY] = Problem.MISSING
        elif choice.agency != enrolment.agency:
            found[Field.AGENCY] = Problem.WRONG_AGENCY
        if choice.arrears and choice.insurance is not Insurance.PENSION:
            return found | {Field.ARREARS: Problem.ARREARS_FOR_PENSION_ONLY}
        if choice.arrears and self.scheme is Scheme.RESIDENT:
            return found
        return found | self._amount_problems(choice)

    def _amount_problems(self, choice: Choice) -> dict[Field, Problem]:
        if choice.insurance is None or choice.period is None:
            return {Field.ARREARS: Problem.NOTHING_OWED} if choice.arrears else {Field.PERIOD: Problem.MISSING}
        if self.is_paid(choice.insurance, choice.period):
            return {Field.PERIOD: Problem.ALREADY_PAID}
        tiers = self.tiers(choice)
        if tiers is not None and not tiers.tiers:
            return {Field.PERIOD: Problem.NO_TIERS}
        return {} if tiers is not None and tiers.find(choice.tier) else {Field.TIER: Problem.MISSING}

    def bill(self, choice: Choice) -> Bill | None:
        """What is to be paid once nothing stands in the way; None before, and for residents' arrears (listed apart)."""
        tiers = self.tiers(choice)
        tier = tiers.find(choice.tier) if tiers else None
        if tier is None or choice.insurance is None or choice.period is None or choice.agency is None:
            return None
        return Bill(
            self.insured.id,
            self.scheme,
            choice.insurance,
            choice.period,
            choice.agency,
            tier.code,
            tier.base,
            tier.fen,
        )
