"""What a policy answers: tiers (缴费档次), and the periods that may be paid."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.policy.hours import Closure
from domain.words import NOTHING, Text

NAMED = {"window": Text("个人缴费标准"), "season": Text("零星缴费标准")}
"""Tiers that are not named by a figure: residents' medical insurance in the collection window and after it."""


def tier_label(scheme: Scheme, code: str) -> Text:
    """A tier as screens name it: `60% 档` of the wage for flexible workers, `300元档` a year for residents."""
    return NAMED.get(code) or (
        Text("{code}% 档", code=code) if scheme is Scheme.FLEXIBLE else Text("{code}元档", code=code)
    )


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: `code` names it (`60`, `300`), `base` is the contribution base in fen (None for residents).

    `only_for` are the categories of people who may choose it; empty: everybody. `cover` says in a few words from when
    it covers, where that depends on the day of paying.
    """

    code: str
    label: Text
    base: Fen | None
    fen: Fen
    note: Text = NOTHING
    only_for: frozenset[str] = frozenset()
    cover: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Tiers:
    """The tiers of one insurance and period. Empty: no standard has been published for it.

    `uncertain` figures are shown as 演示数据; `per` says what one payment covers (每月, 每年).
    """

    tiers: tuple[Tier, ...]
    standard: Text
    source: str
    uncertain: bool
    per: Text

    def open_to(self, category: str) -> "Tiers":
        """Without those that people of this category may not choose."""
        kept = tuple(tier for tier in self.tiers if not tier.only_for or category in tier.only_for)
        return replace(self, tiers=kept)

    def find(self, code: str | None) -> Tier | None:
        """The tier with this code; None if there is none."""
        return next((tier for tier in self.tiers if tier.code == code), None)


class Policy(Protocol):
    """What may be paid, when, and for how much."""

    @property
    def most_at_once(self) -> int:
        """For how many people one pays by one code."""
        ...

    def tiers(self, scheme: Scheme, insurance: Insurance, period: Period, city: str, today: date) -> Tiers:
        """The tiers on `today`; `city` is the six-digit code of the agency's city (统筹区)."""
        ...

    def periods(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The periods open for normal payment on `today`, the usual one first."""
        ...

    def arrears(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The earlier periods that may still be paid (补缴) on `today`, latest first; empty if none may."""
        ...

    def barred(self, scheme: Scheme, insurance: Insurance, period: Period, born: date, today: date) -> Text:
        """Why somebody who was born on a day may not pay for a period here on `today`; nothing if they may."""
        ...

    def closure(self, channel: str, now: datetime) -> Closure | None:
        """The closure of a channel that `now`, in the hall's time, lies in; None if the channel is open."""
        ...
