"""缴费信息确认: how its choices depend on each other, and what stands in the way of paying (guide 一(三), 一(五))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.flows.visit import Choice
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.offices import Offices
from domain.people.person import Bill, Enrolment, Person
from domain.policy import Policy, Tiers
from domain.words import NOTHING, Text


class Field(StrEnum):
    INSURANCE = "insurance"
    AGENCY = "agency"
    ARREARS = "arrears"
    PERIOD = "period"
    TIER = "tier"


class Obstacle(StrEnum):
    MISSING = "missing"
    NOT_ENROLLED = "not_enrolled"
    BARRED = "barred"
    WRONG_AGENCY = "wrong_agency"
    ARREARS_FOR_PENSION_ONLY = "arrears_for_pension_only"
    NOTHING_OWED = "nothing_owed"
    NOT_PAYABLE = "not_payable"
    ALREADY_PAID = "already_paid"
    NO_TIERS = "no_tiers"


FINAL = frozenset(Obstacle) - {Obstacle.MISSING, Obstacle.WRONG_AGENCY}
"""Reasons that no further answer on this form can mend."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What choices are judged by: who is insured in which scheme, what is known of them, the policy of the day."""

    insured: Person
    scheme: Scheme
    enrolments: tuple[Enrolment, ...]
    paid: frozenset[str]
    policy: Policy
    offices: Offices
    today: date

    def enrolment(self, insurance: Insurance | None) -> Enrolment | None:
        """The enrolment in an insurance; the first if there is one at several agencies."""
        return next((e for e in self.enrolments if e.insurance is insurance), None)

    def enrolled_at(self, insurance: Insurance | None, agency: str | None) -> Enrolment | None:
        """The enrolment in an insurance at an agency."""
        return next((e for e in self.enrolments if e.insurance is insurance and e.agency == agency), None)

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

    def listed(self) -> tuple[Period, ...]:
        """Every period that can be ticked: the open ones, then the earlier ones of a pension that are still unpaid."""
        pension = Insurance.PENSION
        open_ones = {
            period for insurance in Insurance for period in self.policy.periods(self.scheme, insurance, self.today)
        }
        owed = self.periods(Choice(pension, arrears=True)) if self.enrolment(pension) else ()
        return (*sorted(open_ones, reverse=True), *owed)

    def is_owed(self, period: Period) -> bool:
        """Whether paying this period would be 补缴."""
        return period in self.policy.arrears(self.scheme, Insurance.PENSION, self.today)

    def with_periods(self, choice: Choice, periods: Iterable[Period]) -> Choice:
        """Other periods; one that is owed makes it 补缴."""
        latest_first = tuple(sorted(periods, reverse=True))
        arrears = any(self.is_owed(period) for period in latest_first)
        return replace(choice, periods=latest_first, arrears=arrears, tier=None, recorded=False)

    def where_enrolled(self, choice: Choice, insurance: Insurance) -> Choice:
        """Another insurance for the same periods, paid where one is enrolled in it."""
        enrolment = self.enrolment(insurance)
        agency = enrolment.agency if enrolment else None
        return replace(choice, insurance=insurance, agency=agency, tier=None, recorded=False)

    def barred(self, insurance: Insurance, period: Period) -> Text:
        """Why the insured may not pay for a period, by their age; nothing if they may, or if nobody knows it."""
        born = self.insured.born
        return self.policy.barred(self.scheme, insurance, period, born, self.today) if born else NOTHING

    def reason(self, choice: Choice) -> Text:
        """Why there is nothing to be paid for what is chosen so far, in the policy's words; nothing where there is."""
        if choice.insurance is None:
            return NOTHING
        periods = choice.periods or self.periods(choice)
        reasons = [self.barred(choice.insurance, period) for period in periods]
        if choice.agency:
            tiers = (self._tiers(choice.insurance, choice.agency, period) for period in periods)
            reasons += (known.standard for known in tiers if not known.tiers)
        return next(filter(None, reasons), NOTHING)

    def tiers(self, choice: Choice) -> Tiers | None:
        """The tiers of what is chosen so far; None as long as something they depend on is missing."""
        if choice.insurance is None or choice.period is None or choice.agency is None:
            return None
        return self._tiers(choice.insurance, choice.agency, choice.period)

    def with_insurance(self, choice: Choice, insurance: Insurance) -> Choice:
        """Another insurance starts the form anew, but for 补缴; the usual period is filled in."""
        fresh = Choice(insurance=insurance, arrears=choice.arrears)
        return replace(fresh, periods=self.periods(fresh)[:1])

    def with_arrears(self, choice: Choice, arrears: bool) -> Choice:
        fresh = replace(choice, arrears=arrears, tier=None, recorded=False)
        return replace(fresh, periods=self.periods(fresh)[:1])

    def problems(self, choice: Choice) -> Mapping[Field, Obstacle]:
        """What stands in the way, by field; empty when the visitor may go on.

        Where something cannot be paid at all, what is merely missing is not asked for.
        """
        found = self._found(choice)
        final = {field: problem for field, problem in found.items() if problem in FINAL}
        return final or found

    def _found(self, choice: Choice) -> Mapping[Field, Obstacle]:
        if choice.insurance is None:
            listed = choice.arrears and self.scheme is Scheme.RESIDENT
            asked = (Field.INSURANCE, Field.AGENCY) if listed else (*Field,)
            return dict.fromkeys((field for field in asked if field is not Field.ARREARS), Obstacle.MISSING)
        if self.enrolment(choice.insurance) is None:
            return {Field.INSURANCE: Obstacle.NOT_ENROLLED}
        if not choice.arrears and self._is_barred(choice.insurance):
            return {Field.INSURANCE: Obstacle.BARRED}
        found: dict[Field, Obstacle] = {}
        if choice.agency is None:
            found[Field.AGENCY] = Obstacle.MISSING
        elif self.enrolled_at(choice.insurance, choice.agency) is None:
            found[Field.AGENCY] = Obstacle.WRONG_AGENCY
        if choice.arrears and choice.insurance is not Insurance.PENSION:
            return found | {Field.ARREARS: Obstacle.ARREARS_FOR_PENSION_ONLY}
        if choice.arrears and self.scheme is Scheme.RESIDENT:
            return found
        return found | self._amount_problems(choice)

    def _is_barred(self, insurance: Insurance) -> bool:
        """Whether the insured may pay for none of the open periods."""
        periods = self.policy.periods(self.scheme, insurance, self.today)
        return all(self.barred(insurance, period) for period in periods)

    def _amount_problems(self, choice: Choice) -> dict[Field, Obstacle]:
        insurance = choice.insurance
        if insurance is None or not choice.periods:
            missing = dict.fromkeys((Field.PERIOD, Field.TIER), Obstacle.MISSING)
            return {Field.ARREARS: Obstacle.NOTHING_OWED} if choice.arrears else missing
        if not self._all_payable(choice):
            return {Field.PERIOD: Obstacle.NOT_PAYABLE}
        if any(self.is_paid(insurance, period) for period in choice.periods):
            return {Field.PERIOD: Obstacle.ALREADY_PAID}
        if choice.agency and not all(self._tiers(insurance, choice.agency, p).tiers for p in choice.periods):
            return {Field.PERIOD: Obstacle.NO_TIERS}
        return {} if self.bills(choice) else {Field.TIER: Obstacle.MISSING}

    def bills(self, choice: Choice) -> tuple[Bill, ...]:
        """What is to be paid, a bill for each period; empty until all is chosen, and where arrears are listed apart.

        Empty too once it cannot be paid any more: the day has turned.
        """
        if not self._all_payable(choice):
            return ()
        bills = [self._bill(choice, period) for period in choice.periods]
        return tuple(bill for bill in bills if bill) if all(bills) else ()

    def _all_payable(self, choice: Choice) -> bool:
        """Whether the chosen periods may all be paid on this day, normally or as arrears."""
        if choice.insurance is None:
            return False
        open_ones = self.policy.periods(self.scheme, choice.insurance, self.today)
        return {*choice.periods} <= {*open_ones, *self.policy.arrears(self.scheme, choice.insurance, self.today)}

    def _bill(self, choice: Choice, period: Period) -> Bill | None:
        if choice.insurance is None or choice.agency is None:
            return None
        tier = self._tiers(choice.insurance, choice.agency, period).find(choice.tier)
        if tier is None:
            return None
        return Bill(
            self.insured.id, self.scheme, choice.insurance, period, choice.agency, tier.code, tier.base, tier.fen
        )

    def _tiers(self, insurance: Insurance, agency: str, period: Period) -> Tiers:
        city, enrolment = self.offices.city_of(self.offices.by_code[agency].county), self.enrolled_at(insurance, agency)
        tiers = self.policy.tiers(self.scheme, insurance, period, city.code if city else "", self.today)
        if why := self.barred(insurance, period):
            return replace(tiers, tiers=(), standard=why)
        return tiers.open_to(enrolment.category if enrolment else "")
