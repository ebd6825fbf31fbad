"""The insurances (险种), who pays them, and the period (费款所属期) a payment is for."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.words import Text


class Scheme(StrEnum):
    """Who pays: 灵活就业人员 by the month, 城乡居民 by the year."""

    FLEXIBLE = "flexible"
    RESIDENT = "resident"

    @property
    def label(self) -> Text:
        return {Scheme.FLEXIBLE: Text("灵活就业"), Scheme.RESIDENT: Text("城乡居民")}[self]


class Insurance(StrEnum):
    PENSION = "pension"
    MEDICAL = "medical"

    @property
    def label(self) -> Text:
        return {Insurance.PENSION: Text("养老保险"), Insurance.MEDICAL: Text("医疗保险")}[self]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A contribution period (费款所属期): one month, or a whole year where `month` is 0."""

    year: int
    month: int = 0

    @property
    def label(self) -> Text:
        return (
            Text("{year}年{month}月", year=self.year, month=self.month)
            if self.month
            else Text("{year}年", year=self.year)
        )

    @property
    def key(self) -> str:
        """Sortable text for stores and control names: `2026-11`, `2026`."""
        return f"{self.year}-{self.month:02d}" if self.month else f"{self.year}"

    @property
    def ordinal(self) -> int:
        """Counts months, or years: the period after this one is the next number."""
        return self.year * 12 + self.month if self.month else self.year

    @property
    def first_day(self) -> date:
        """费款所属期起."""
        return date(self.year, self.month or 1, 1)

    @property
    def last_day(self) -> date:
        """费款所属期止."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @classmethod
    def of(cls, key: str) -> "Period":
        """The period whose `key` this is. Raises ValueError on anything else."""
        year, _, month = key.partition("-")
        return cls(int(year), int(month or 0))
