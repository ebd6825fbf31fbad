"""城乡居民基本医疗保险: one rate in the collection window, the whole price in the season after it (facts 2.2)."""

from dataclasses import dataclass
from datetime import date

from domain.money import Fen
from domain.people.insurance import Period
from domain.policy.cover import Cover
from domain.policy.error import PolicyError
from domain.policy.rules import YEARLY, none_known, said_day
from domain.policy.tiers import NAMED, Tier, Tiers
from domain.words import NOTHING, Text

Days = tuple[date, date]
"""A first and a last day, both included."""

COLLECTION_BEGINS = 9
"""From this month on the next year is offered: its collection has begun in September since 2021."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is collected for one benefit year, and when: each with its first and last day; and what it covers."""

    cover: Cover
    window: Days
    individual: Tier
    season: Days | None
    whole: Tier | None
    source: str
    uncertain: bool

    def tiers(self, today: date) -> Tiers:
        """The one tier of the window or of the season; none before, between and after them."""
        if today < self.window[0]:
            begins = said_day(self.window[0])
            return none_known(Text("{year}年度集中征缴期自{day}起", year=self.year, day=begins), YEARLY)
        if today <= self.window[1]:
            return self._one(self.cover.in_window(self.individual), Text("{year}年度集中征缴期标准", year=self.year))
        if self.whole and self.in_season(today):
            whole = self.cover.in_season(self.whole, today)
            return self._one(whole, Text("{year}年度零星征缴期标准", year=self.year))
        return none_known(Text("{year}年度征缴期已结束", year=self.year), YEARLY)

    @property
    def year(self) -> int:
        """The benefit year."""
        return self.cover.year

    def in_season(self, today: date) -> bool:
        """Whether today one pays the whole price."""
        return self.season is not None and self.season[0] <= today <= self.season[1]

    def barred(self, born: date, today: date) -> Text:
        """The price of the season is not that of the new-born: who may still pay the other, the agency knows."""
        new = born.year >= self.year and self.in_season(today)
        return Text("新生儿按集中征缴期的标准缴费，请到经办机构办理") if new else NOTHING

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
        found = self._of(period)
        return found.tiers(today) if found else none_known(Text("{year}年度缴费标准尚未公布", year=period.year), YEARLY)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The current benefit year, then the one being collected, if that is another."""
        this, following = Period(today.year), Period(today.year + 1)
        return (this, following) if today.month >= COLLECTION_BEGINS else (this,)

    def arrears(self, today: date) -> tuple[Period, ...]:
        """None: 补缴 is for 养老保险 only (guide 一(五)1)."""
        return ()

    def barred(self, period: Period, born: date, today: date) -> Text:
        """The new-born, in the season."""
        found = self._of(period)
        return found.barred(born, today) if found else NOTHING

    def _of(self, period: Period) -> Collection | None:
        return next((collection for collection in self.collections if collection.year == period.year), None)


def collection(
    cover: Cover,
    individual: int,
    whole: int | None,
    window: Days,
    season: Days | None,
    source: str,
    uncertain: bool,
) -> Collection:
    """What is collected for the year of `cover`; both amounts in yuan. Raises PolicyError where dates do not fit."""
    for name, days in (("window", window), ("season", season)):
        if days and days[1] < days[0]:
            raise PolicyError(f"{name} ends before it begins")
    if season and season[0] <= window[1]:
        raise PolicyError("season begins before window ends")
    if (season is None) != (whole is None):
        raise PolicyError("season and whole go together")
    if (season is None) != (cover.waiting is None):
        raise PolicyError("season and waiting go together")
    after = Text("已过集中征缴期，财政补助也由个人缴")
    return Collection(
        cover,
        window,
        Tier("window", NAMED["window"], None, _fen(individual)),
        season,
        None if whole is None else Tier("season", NAMED["season"], None, _fen(whole), after),
        source,
        uncertain,
    )


def _fen(amount: int) -> Fen:
    return Fen(amount * 100)
