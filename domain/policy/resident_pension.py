"""城乡居民基本养老保险: a list of yearly amounts, paid once per calendar year (facts 2.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from domain.money import Fen
from domain.people.insurance import Period, Scheme
from domain.policy.ages import Ages
from domain.policy.error import PolicyError
from domain.policy.rules import YEARLY, none_known
from domain.policy.tiers import Tier, Tiers, tier_label
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class TierList:
    """The tiers of the years from `year` on."""

    year: int
    tiers: tuple[Tier, ...]
    source: str
    uncertain: bool


@dataclass(frozen=True, slots=True)
class ResidentPension:
    """`lists` are oldest first. Years after `certain_until`, and arrears, are uncertain (facts 6)."""

    lists: tuple[TierList, ...]
    ages: Ages
    first_year: int
    arrears_years: int
    certain_until: int

    def __post_init__(self) -> None:
        if any(later.year <= entry.year for entry, later in pairwise(self.lists)):
            raise PolicyError("entries must begin in different years, oldest first")

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the list of the period's own year; the same in every city."""
        held = [entry for entry in self.lists if entry.year <= period.year]
        if not held:
            return none_known(Text("没有{year}年的缴费标准", year=period.year), YEARLY)
        entry = held[-1]
        uncertain = entry.uncertain or period.year > self.certain_until or period.year < today.year
        return Tiers(entry.tiers, Text("{year}年起标准", year=entry.year), entry.source, uncertain, YEARLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The calendar year of `today`."""
        return (Period(today.year),)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """The years before, as far back as arrears go."""
        oldest = max(self.first_year, today.year - self.arrears_years)
        return tuple(Period(year) for year in range(today.year - 1, oldest - 1, -1))

    def barred(self, period: Period, born: date, today: date) -> Text:
        """By age, for the year of `today`. Arrears are for whom the tax system lists them."""
        return self.ages.barred(born, today) if period.year >= today.year else NOTHING


@dataclass(frozen=True, slots=True)
class Restriction:
    """The tier of `amount` yuan is only for some categories of people; `note` says so on the screen."""

    amount: int
    only_for: frozenset[str]
    note: str

    def __post_init__(self) -> None:
        if not self.only_for or not self.note:
            raise PolicyError("restricted needs restricted_to and restricted_note")


def tier_list(
    valid_from: date, amounts: tuple[int, ...], restriction: Restriction | None, source: str, uncertain: bool
) -> TierList:
    """The tiers of `amounts` in yuan. Raises PolicyError where they do not make one list for whole years."""
    if (valid_from.month, valid_from.day) != (1, 1):
        raise PolicyError("valid_from must be a 1 January: one list holds for a whole year")
    if not amounts or any(later <= amount for amount, later in pairwise((0, *amounts))):
        raise PolicyError("tiers must be positive and rising")
    if restriction and restriction.amount not in amounts:
        raise PolicyError("restricted is not one of the tiers")
    return TierList(valid_from.year, tuple(_tiers(amounts, restriction)), source, uncertain)


def _tiers(amounts: tuple[int, ...], restriction: Restriction | None) -> Iterable[Tier]:
    for amount in amounts:
        tier = Tier(str(amount), tier_label(Scheme.RESIDENT, str(amount)), None, Fen(amount * 100))
        if restriction and restriction.amount == amount:
            yield replace(tier, note=Text(restriction.note), only_for=restriction.only_for)
        else:
            yield tier
