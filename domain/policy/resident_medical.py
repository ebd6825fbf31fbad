"""城乡居民基本医疗保险: one rate in the collection window, the whole price in the season after it (facts 2.2)."""

from dataclasses import dataclass
from datetime import date

from domain.insurance import Period
from domain.money import Fen
from domain.policy.rules import YEARLY, entries, none_known
from domain.policy.tiers import NAMED, Tier, Tiers
from domain.tables import Table

COLLECTION_BEGINS = 9
"""From this month on the next year is offered: its collection has begun in September since 2021."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is collected for one benefit year, and when: each with its first and last day."""

    year: int
    window: tuple[date, date]
    individual: Tier
    season: tuple[date, date] | None
    whole: Tier | None
    source: str
    uncertain: bool

    def tiers(self, today: date) -> Tiers:
        """The one tier of the window or of the season; none before, between and after them."""
        if today < self.window[0]:
            return none_known(f"{self.year}年度集中征缴期自{_day(self.window[0])}起", YEARLY)
        if today <= self.window[1]:
            return self._one(self.individual, f"{self.year}年度集中征缴期标准")
        if self.season and self.whole and self.season[0] <= today <= self.season[1]:
            return self._one(self.whole, f"{self.year}年度零星征缴期标准")
        return none_known(f"{self.year}年度征缴期已结束", YEARLY)

    def _one(self, tier: Tier, standard: str) -> Tiers:
        return Tiers((tier,), standard, self.source, self.uncertain, YEARLY)


@dataclass(frozen=True, slots=True)
class ResidentMedical:
    """The collections of the years that are known."""

    collections: tuple[Collection, ...]

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the benefit year and the season in which `today` lies; the same in every city."""
        found = next((collection for collection in self.collections if collection.year == period.year), None)
        return found.tiers(today) if found else none_known(f"{period.year}年度缴费标准尚未公布", YEARLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The current benefit year, then the one being collected, if that is another."""
        this, following = Period(today.year), Period(today.year + 1)
        return (this, following) if today.month >= COLLECTION_BEGINS else (this,)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """None: 补缴 is for 养老保险 only (guide 一(五)1)."""
        return ()


def read(table: Table) -> ResidentMedical:
    """From the file. Raises the table's error with entry and reason."""
    table.only("scheme", "insurance", "entry")
    collections = tuple(_collection(entry) for entry in entries(table))
    if len({collection.year for collection in collections}) < len(collections):
        raise table.wrong("two entries for one year")
    return ResidentMedical(collections)


def _collection(entry: Table) -> Collection:
    entry.only("year", "individual", "whole", "window", "season", "source", "uncertain")
    year, window = entry.whole("year"), entry.days("window")
    after = f"{year}年的医保；已过集中征缴期，财政补助也由个人缴"
    season = entry.days("season") if "season" in entry.values else None
    if season and season[0] <= window[1]:
        raise entry.wrong("season begins before window ends")
    if (season is None) != ("whole" not in entry.values):
        raise entry.wrong("season and whole go together")
    return Collection(
        year,
        window,
        Tier("window", NAMED["window"], None, _fen(entry.whole("individual"))),
        season,
        Tier("season", NAMED["season"], None, _fen(entry.whole("whole")), after) if season else None,
        entry.text("source"),
        entry.flag("uncertain"),
    )


def _fen(amount: int) -> Fen:
    return Fen(amount * 100)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
