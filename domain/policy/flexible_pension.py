"""灵活就业 养老保险: steps of a reference wage, by the month (facts 2.3)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from domain.money import fen
from domain.people.insurance import Period, Scheme
from domain.policy.error import PolicyError
from domain.policy.rules import MONTHLY, none_known, this_month
from domain.policy.tiers import Tier, Tiers, tier_label
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Wage:
    """A reference wage in yuan for a year: for payments of `year`, known since `valid_from`."""

    year: int
    valid_from: date
    yearly: int
    source: str
    uncertain: bool


@dataclass(frozen=True, slots=True)
class FlexiblePension:
    """`wages` are oldest first; `steps` are percents of the month's wage."""

    wages: tuple[Wage, ...]
    steps: tuple[int, ...]
    rate: Decimal

    def __post_init__(self) -> None:
        for wage, later in pairwise(self.wages):
            if later.year <= wage.year or later.valid_from <= wage.valid_from:
                raise PolicyError(f"the entry of {later.year} must come later than that of {wage.year}")
        if not self.steps or any(later <= step for step, later in pairwise((0, *self.steps))):
            raise PolicyError("steps must be positive and rising")
        if not 0 < self.rate < 1:
            raise PolicyError("rate must be less than 1")

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the latest wage known on `today`: one of an earlier year is uncertain (facts 2.3)."""
        known = [wage for wage in self.wages if wage.year <= period.year and wage.valid_from <= today]
        if not known:
            return none_known(Text("没有{year}年的缴费标准", year=period.year), MONTHLY)
        wage = known[-1]
        tiers = tuple(self._tier(wage, step) for step in self.steps)
        if wage.year == period.year:
            return Tiers(tiers, Text("{year}年标准", year=wage.year), wage.source, wage.uncertain, MONTHLY)
        standard = Text("{year}年标准未公布，暂按{known}年", year=period.year, known=wage.year)
        return Tiers(tiers, standard, wage.source, uncertain=True, per=MONTHLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The month of `today`."""
        return this_month(today)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """The earlier months of the same year: what is unpaid of one year cannot be paid in the next."""
        return tuple(Period(today.year, month) for month in range(today.month - 1, 0, -1))

    def barred(self, period: Period, born: date, today: date) -> Text:
        """Nobody, by age."""
        return NOTHING

    def _tier(self, wage: Wage, step: int) -> Tier:
        """The payment is computed from the base before it is rounded."""
        base = Decimal(wage.yearly * step) / 1200
        return Tier(str(step), tier_label(Scheme.FLEXIBLE, str(step)), fen(base), fen(base * self.rate))
