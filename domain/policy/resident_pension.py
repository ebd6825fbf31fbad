"""城乡居民基本养老保险: a list of yearly amounts, paid once per calendar year (facts 2.1)."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from domain.insurance import Period, Scheme
from domain.money import Fen
from domain.policy.rules import YEARLY, entries, none_known
from domain.policy.tiers import Tier, Tiers, tier_label
from domain.tables import Table


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
    first_year: int
    arrears_years: int
    certain_until: int

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the list of the period's own year; the same in every city."""
        held = [entry for entry in self.lists if entry.year <= period.year]
        if not held:
            return none_known(f"没有{period.year}年的缴费标准", YEARLY)
        entry = held[-1]
        uncertain = entry.uncertain or period.year > self.certain_until or period.year < today.year
        return Tiers(entry.tiers, f"{entry.year}年起标准", entry.source, uncertain, YEARLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The calendar year of `today`."""
        return (Period(today.year),)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """The years before, as far back as arrears go."""
        oldest = max(self.first_year, today.year - self.arrears_years)
        return tuple(Period(year) for year in range(today.year - 1, oldest - 1, -1))


def read(table: Table) -> ResidentPension:
    """From the file. Raises the table's error with entry and reason."""
    table.only("scheme", "insurance", "first_year", "arrears_years", "certain_until", "entry")
    lists = tuple(_list(entry) for entry in entries(table))
    if any(later.year <= entry.year for entry, later in pairwise(lists)):
        raise table.wrong("entries must begin in different years, oldest first")
    return ResidentPension(lists, table.whole("first_year"), table.whole("arrears_years"), table.whole("certain_until"))


def _list(entry: Table) -> TierList:
    entry.only("valid_from", "tiers", "restricted", "restricted_to", "restricted_note", "source", "uncertain")
    begins = entry.day("valid_from")
    if (begins.month, begins.day) != (1, 1):
        raise entry.wrong("valid_from must be a 1 January: one list holds for a whole year")
    amounts = entry.wholes("tiers")
    restricted = entry.whole("restricted") if "restricted" in entry.values else None
    if restricted is not None and restricted not in amounts:
        raise entry.wrong("restricted is not one of the tiers")
    tiers = tuple(_restricted(entry, amount) if amount == restricted else _tier(amount) for amount in amounts)
    return TierList(begins.year, tiers, entry.text("source"), entry.flag("uncertain"))


def _tier(amount: int) -> Tier:
    return Tier(str(amount), tier_label(Scheme.RESIDENT, str(amount)), None, Fen(amount * 100))


def _restricted(entry: Table, amount: int) -> Tier:
    """The tier that only some categories of people may choose."""
    return replace(_tier(amount), note=entry.text("restricted_note"), only_for=frozenset(entry.texts("restricted_to")))
