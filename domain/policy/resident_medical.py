"""城乡居民基本医疗保险: one rate in the collection window, the whole price in the season after it (facts 2.2)."""

from dataclasses import dataclass
from datetime import date

from domain.money import Fen
from domain.people.insurance import Period
from domain.policy.error import PolicyError
from domain.policy.rules import YEARLY, none_known
from domain.policy.tiers import NAMED, Tier, Tiers
from domain.words import Text

Days = tuple[date, date]
"""A first and a last day, both included."""

COLLECTION_BEGINS = 9
"""From this month on the next year is offered: its collection has begun in September since 2021."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is collected for one benefit year, and when: each with its first and last day."""

    year: int
    window: Days
    individual: Tier
    season: Days | None
    whole: Tier | None
    source: str
    uncertain: bool

    def tiers(self, today: date) -> Tiers:
        """The one tier of the window or of the season; none before, between and after them."""
        if today < self.window[0]:
            return none_known(Text("{year}年度集中征缴期自{day}起", year=self.year, day=_day(self.window[0])), YEARLY)
        if today <= self.window[1]:
            return self._one(self.individual, Text("{year}年度集中征缴期标准", year=self.year))
        if self.season and self.whole and self.season[0] <= today <= self.season[1]:
            return self._one(self.whole, Text("{year}年度零星征缴期标准", year=self.year))
        return none_known(Text("{year}年度征缴期已结束", year=self.year), YEARLY)

    def _one(self, tier: Tier, standard: Text) -> Tiers:
        return Tiers((tier,), standard, self.source, self.uncertain, YEARLY)


@dataclass(frozen=True, slots=True)
class ResidentMedical:
    """The collections of the years that are known."""

    collections: tuple[Collection, ...]

    def __post_init__(self) -> None:
        if len({collection.year for collection in self.collections}) < len(self.collections):
            raise PolicyError("two entries for one year")

    def tiers(self, period: Period, city: str, today: date) -> Tiers:
        """By the benefit year and the season in which `today` lies; the same in every city."""
        found = next((collection for collection in self.collections if collection.year == period.year), None)
        return found.tiers(today) if found else none_known(Text("{year}年度缴费标准尚未公布", year=period.year), YEARLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The current benefit year, then the one being collected, if that is another."""
        this, following = Period(today.year), Period(today.year + 1)
        return (this, following) if today.month >= COLLECTION_BEGINS else (this,)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """None: 补缴 is for 养老保险 only (guide 一(五)1)."""
        return ()


def collection(
    year: int,
    individual: int,
    whole: int | None,
    window: Days,
    season: Days | None,
    source: str,
    uncertain: bool,
) -> Collection:
    """What is collected for `year`: `individual` and `whole` in yuan. Raises PolicyError where dates do not fit."""
    for name, days in (("window", window), ("season", season)):
        if days and days[1] < days[0]:
            raise PolicyError(f"{name} ends before it begins")
    if season and season[0] <= window[1]:
        raise PolicyError("season begins before window ends")
    if (season is None) != (whole is None):
        raise PolicyError("season and whole go together")
    after = Text("{year}年的医保；已过集中征缴期，财政补助也由个人缴", year=year)
    return Collection(
        year,
        window,
        Tier("window", NAMED["window"], None, _fen(individual)),
        season,
        None if whole is None else Tier("season", NAMED["season"], None, _fen(whole), after),
        source,
        uncertain,
    )


def _fen(amount: int) -> Fen:
    return Fen(amount * 100)


def _day(day: date) -> Text:
    return Text("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)
