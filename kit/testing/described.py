"""What a test says of somebody: `flexible pension and medical`, `resident pension last year`, `nothing`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.people.insurance import Insurance, Period, Scheme
from kit.people.people import DemoItem, DemoPerson, period_of
from kit.testing.sentences import NotSo

NOTHING = "nothing"
ONLY = "only"
SCHEMES, INSURANCES = {*Scheme}, {*Insurance}
BETWEEN = re.compile(r",|\band\b")
PERIOD = re.compile(r"(this|last) (month|year)|-\d+[my]")
WORDS = (
    "say it with flexible or resident, pension or medical, this or last month or year (or -3m, -2y), joined by “and”; "
    "or nothing; of enrolled also only"
)
USUAL = {
    (Scheme.FLEXIBLE, Insurance.PENSION): "60",
    (Scheme.FLEXIBLE, Insurance.MEDICAL): "4.40",
    (Scheme.RESIDENT, Insurance.PENSION): "300",
    (Scheme.RESIDENT, Insurance.MEDICAL): "season",
}
"""The tier of who is invented for a test."""


@dataclass(frozen=True, slots=True)
class Description:
    """An insurance, as far as it is said which, and for which period."""

    scheme: Scheme | None
    insurance: Insurance | None
    period: str

    def fits(self, scheme: Scheme, insurance: Insurance) -> bool:
        """Whether it may be about that one."""
        return self.scheme in {None, scheme} and self.insurance in {None, insurance}

    def holds(self, items: Iterable[DemoItem], today: date) -> bool:
        """Whether one of these is what it says."""
        period = period_of(self.period, today) if self.period else None
        return any(self.fits(one.scheme, one.insurance) and period in {None, one.period} for one in items)

    @property
    def usual(self) -> tuple[Scheme, Insurance]:
        """What it is about where it leaves that open: medical insurance is the residents', pensions the workers'."""
        insurance = self.insurance or Insurance.PENSION
        return self.scheme or (Scheme.RESIDENT if insurance is Insurance.MEDICAL else Scheme.FLEXIBLE), insurance

    def item(self, today: date) -> DemoItem:
        """One that it is true of."""
        scheme, insurance = self.usual
        yearly = scheme is Scheme.RESIDENT
        word = self.period or ("last_year" if yearly else "last_month")
        return DemoItem(scheme, insurance, period_of(word, today), USUAL[scheme, insurance], "wechat")


@dataclass(frozen=True, slots=True)
class Descriptions:
    """All that is said of one thing. `only`: and there is no more."""

    all: tuple[Description, ...]
    only: bool = False

    def enrolled(self, person: DemoPerson) -> bool:
        """Whether somebody is enrolled so."""
        these = {(one.scheme, one.insurance) for one in person.enrolments}
        met = all(any(said.fits(*one) for one in these) for said in self.all)
        return met and (not self.only or all(any(said.fits(*one) for said in self.all) for one in these))

    def hold(self, items: tuple[DemoItem, ...], today: date) -> bool:
        """Whether all of it is among these."""
        return all(said.holds(items, today) for said in self.all) and not (self.only and items)


def described(words: str) -> Descriptions:
    """What these words say. Raises NotSo."""
    if words.strip() == NOTHING:
        return Descriptions((), only=True)
    first, _, rest = words.strip().partition(" ")
    only = first == ONLY
    return Descriptions(tuple(_description(part, words) for part in BETWEEN.split(rest if only else words)), only)


def _description(part: str, words: str) -> Description:
    period = PERIOD.search(part)
    rest = PERIOD.sub(" ", part).split()
    schemes, insurances = SCHEMES.intersection(rest), INSURANCES.intersection(rest)
    if not rest or len(schemes) + len(insurances) != len(rest) or len(schemes) > 1 or len(insurances) > 1:
        raise NotSo(f"nobody knows what “{words}” means: {WORDS}")
    when = period[0].replace(" ", "_") if period else ""
    return Description(next(iter(map(Scheme, schemes)), None), next(iter(map(Insurance, insurances)), None), when)


def owed(person: DemoPerson, today: date) -> tuple[DemoItem, ...]:
    """What is listed as owed; and of flexible workers' pensions each month of this year that is not paid (补缴)."""
    pension = (Scheme.FLEXIBLE, Insurance.PENSION)
    if pension not in {(one.scheme, one.insurance) for one in person.enrolments}:
        return person.arrears
    paid = {one.period for one in person.paid if (one.scheme, one.insurance) == pension}
    months = [Period(today.year, month) for month in range(1, today.month)]
    return (*person.arrears, *(DemoItem(*pension, one, USUAL[pension], "wechat") for one in months if one not in paid))
