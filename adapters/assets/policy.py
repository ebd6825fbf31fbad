"""The policy files: one for each scheme and insurance, the hours, and the household."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict, Field

from adapters.assets.reading import BrokenData, Day, Flag, Hour, Number, Some, Table, Text, Whole, read
from domain.people.insurance import Insurance, Scheme
from domain.policy import PolicyBook
from domain.policy.ages import Ages
from domain.policy.book import Subject
from domain.policy.cover import Cover
from domain.policy.flexible_medical import CityRates, FlexibleMedical
from domain.policy.flexible_pension import FlexiblePension, Wage
from domain.policy.hours import Closing, Hours
from domain.policy.resident_medical import Collection, ResidentMedical, collection
from domain.policy.resident_pension import ResidentPension, Restriction, TierList, tier_list
from domain.policy.rules import Rules

HOURS, HOUSEHOLD = "hours.toml", "household.toml"
REFUNDS_OF_AN_ORDER = 50
"""The most that any network takes (WeChat Pay API v3, refunds)."""


class ClosingEntry(Table):
    channel: Text
    begins: Hour
    ends: Hour
    source: Text

    @cached_property
    def value(self) -> Closing:
        return Closing(self.channel, self.begins, self.ends, self.source)


class HoursFile(Table):
    closing: tuple[ClosingEntry, ...] = ()

    @cached_property
    def value(self) -> Hours:
        return Hours(tuple(entry.value for entry in self.closing))


class HouseholdFile(Table):
    most: Annotated[Whole, Field(le=REFUNDS_OF_AN_ORDER)]
    source: Text


class Subjected(Table):
    """Whom and what a file is for; the rest of it is not looked at yet."""

    model_config = ConfigDict(extra="ignore")

    scheme: Scheme
    insurance: Insurance


class RulesFile(Subjected):
    """A file that is read in full."""

    model_config = ConfigDict(extra="forbid")

    @cached_property
    def value(self) -> Rules:
        raise NotImplementedError


class WageEntry(Table):
    year: Whole
    valid_from: Day
    wage: Whole
    source: Text
    uncertain: Flag = False

    @cached_property
    def value(self) -> Wage:
        return Wage(self.year, self.valid_from, self.wage, self.source, self.uncertain)


class FlexiblePensionFile(RulesFile):
    rate: Number
    steps: tuple[Whole, ...]
    entry: Some[WageEntry]

    @cached_property
    def value(self) -> FlexiblePension:
        return FlexiblePension(tuple(entry.value for entry in self.entry), self.steps, self.rate)


class CityRatesEntry(Table):
    valid_from: Day
    cities: frozenset[Text]
    base: Number
    rates: tuple[Number, ...]
    source: Text
    uncertain: Flag = False

    @cached_property
    def value(self) -> CityRates:
        return CityRates(self.valid_from, self.cities, self.base, self.rates, self.source, self.uncertain)


class FlexibleMedicalFile(RulesFile):
    entry: Some[CityRatesEntry]

    @cached_property
    def value(self) -> FlexibleMedical:
        return FlexibleMedical(tuple(entry.value for entry in self.entry))


class CollectionEntry(Table):
    """Amounts are whole yuan."""

    year: Whole
    individual: Whole
    whole: Whole | None = None
    window: tuple[Day, Day]
    season: tuple[Day, Day] | None = None
    waiting: Whole | None = None
    gap_waits: Flag = False
    source: Text
    uncertain: Flag = False

    @cached_property
    def value(self) -> Collection:
        cover = Cover(self.year, self.waiting, self.gap_waits)
        return collection(cover, self.individual, self.whole, self.window, self.season, self.source, self.uncertain)


class ResidentMedicalFile(RulesFile):
    entry: Some[CollectionEntry]

    @cached_property
    def value(self) -> ResidentMedical:
        return ResidentMedical(tuple(entry.value for entry in self.entry))


class TierListEntry(Table):
    """Amounts are whole yuan. `restricted` is the one that only `restricted_to` may choose."""

    valid_from: Day
    tiers: tuple[Whole, ...]
    restricted: Whole | None = None
    restricted_to: frozenset[Text] = frozenset()
    restricted_note: str = ""
    source: Text
    uncertain: Flag = False

    @cached_property
    def value(self) -> TierList:
        restriction = None
        if self.restricted is not None:
            restriction = Restriction(self.restricted, self.restricted_to, self.restricted_note)
        return tier_list(self.valid_from, self.tiers, restriction, self.source, self.uncertain)


class ResidentPensionFile(RulesFile):
    youngest: Whole
    benefit_age: Whole
    ages_source: Text
    first_year: Whole
    arrears_years: Whole
    certain_until: Whole
    entry: Some[TierListEntry]

    @cached_property
    def value(self) -> ResidentPension:
        lists = tuple(entry.value for entry in self.entry)
        ages = Ages(self.youngest, self.benefit_age)
        return ResidentPension(lists, ages, self.first_year, self.arrears_years, self.certain_until)


FILES: Mapping[Subject, type[RulesFile]] = {
    (Scheme.FLEXIBLE, Insurance.PENSION): FlexiblePensionFile,
    (Scheme.FLEXIBLE, Insurance.MEDICAL): FlexibleMedicalFile,
    (Scheme.RESIDENT, Insurance.PENSION): ResidentPensionFile,
    (Scheme.RESIDENT, Insurance.MEDICAL): ResidentMedicalFile,
}


def policy_from_toml(texts: Mapping[str, str]) -> PolicyBook:
    """The book from texts by file name; each says which scheme and insurance it is for, but for hours and household.

    Raises BrokenData with file, entry and reason if a file is broken, missing or there twice.
    """
    rules: dict[Subject, Rules] = {}
    for name, text in sorted(texts.items()):
        if name in {HOURS, HOUSEHOLD}:
            continue
        of = read(text, name, Subjected)
        subject = (of.scheme, of.insurance)
        if subject in rules:
            raise BrokenData(f"{name}: a second file for {' '.join(subject)}")
        rules[subject] = read(text, name, FILES[subject]).value
    if missing := sorted(" ".join(subject) for subject in FILES if subject not in rules):
        raise BrokenData(f"no file for {', '.join(missing)}")
    if lacking := sorted({HOURS, HOUSEHOLD} - texts.keys()):
        raise BrokenData(f"no file {', '.join(lacking)}")
    household = read(texts[HOUSEHOLD], HOUSEHOLD, HouseholdFile)
    return PolicyBook(rules, read(texts[HOURS], HOURS, HoursFile).value, household.most)
