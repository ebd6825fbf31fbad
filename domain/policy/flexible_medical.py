"""灵活就业 医疗保险: a few rates of one base, by the month, set by each city (facts 2.4)."""

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
class CityRates:
    """What is paid in `cities` for the months from `valid_from` on; `base` is yuan for a month."""

    valid_from: date
    cities: frozenset[str]
    base: Decimal
    rates: tuple[Decimal, ...]
    source: str
    uncertain: bool

    def __post_init__(self) -> None:
        if not self.rates or not all(0 < rate < 1 for rate in self.rates):
            raise PolicyError("rates must lie between 0 and 1")


@dataclass(frozen=True, slots=True)
class FlexibleMedical:
    """`entries` are oldest first; a city's latest one holds."""

    entries: tuple[CityRates, ...]

    def __post_init__(self) -> None:
        if any(later.valid_from < entry.valid_from for entry, later in pairwise(self.entries)):
            raise PolicyError("entries must be oldest first")

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the city's latest rates of before the period; `today` makes no difference."""
        begins = date(period.year, period.month or 1, 1)
        held = [entry for entry in self.entries if city in entry.cities and entry.valid_from <= begins]
        if not held:
            return none_known(Text("没有这个地市的缴费标准"), MONTHLY)
        entry = held[-1]
        tiers = tuple(_tier(entry.base, rate) for rate in entry.rates)
        return Tiers(tiers, Text("{year}年起标准", year=entry.valid_from.year), entry.source, entry.uncertain, MONTHLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The month of `today`."""
        return this_month(today)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """None: 补缴 is for 养老保险 only."""
        return ()

    def barred(self, period: Period, born: date, today: date) -> Text:
        """Nobody, by age."""
        return NOTHING


def _tier(base: Decimal, rate: Decimal) -> Tier:
    percent = f"{rate * 100:.2f}"
    return Tier(percent, tier_label(Scheme.FLEXIBLE, percent), fen(base), fen(base * rate))
