"""The policy of all four schemes and insurances, read from dated data files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.insurance import Insurance, Period, Scheme
from domain.policy import flexible_medical, flexible_pension, hours, resident_medical, resident_pension
from domain.policy.hours import Closure, Hours
from domain.policy.rules import PolicyError, Rules
from domain.policy.tiers import Tiers
from domain.tables import Table

HOURS = "hours.toml"
Subject = tuple[Scheme, Insurance]

READERS: Mapping[Subject, Callable[[Table], Rules]] = {
    (Scheme.FLEXIBLE, Insurance.PENSION): flexible_pension.read,
    (Scheme.FLEXIBLE, Insurance.MEDICAL): flexible_medical.read,
    (Scheme.RESIDENT, Insurance.PENSION): resident_pension.read,
    (Scheme.RESIDENT, Insurance.MEDICAL): resident_medical.read,
}


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """The `Policy` that the files say."""

    rules: Mapping[Subject, Rules]
    hours: Hours

    def tiers(self, scheme: Scheme, insurance: Insurance, period: Period, city: str, today: date) -> Tiers:
        """The tiers on `today`, as `Policy` says."""
        return self.rules[scheme, insurance].tiers(period, city, today)

    def periods(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The periods open for normal payment, as `Policy` says."""
        return self.rules[scheme, insurance].periods(today)

    def arrears(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The earlier periods that may still be paid, as `Policy` says."""
        return self.rules[scheme, insurance].arrears(today)

    def closure(self, channel: str, now: datetime) -> Closure | None:
        """When a channel that is closed now is open again, as `Policy` says."""
        return self.hours.closure(channel, now)


def load(texts: Mapping[str, str]) -> PolicyBook:
    """The book from TOML texts by file name; each says which scheme and insurance it is for, but for the hours.

    Raises PolicyError with file, entry and reason if a file is broken, missing or there twice.
    """
    rules: dict[Subject, Rules] = {}
    opening: Hours | None = None
    for name, text in sorted(texts.items()):
        table = Table.of(text, name, PolicyError)
        if name == HOURS:
            opening = hours.read(table)
            continue
        subject = (table.member("scheme", Scheme), table.member("insurance", Insurance))
        if subject in rules:
            raise table.wrong(f"a second file for {' '.join(subject)}")
        rules[subject] = READERS[subject](table)
    if missing := sorted(" ".join(subject) for subject in READERS if subject not in rules):
        raise PolicyError(f"no file for {', '.join(missing)}")
    if opening is None:
        raise PolicyError(f"no file {HOURS}")
    return PolicyBook(rules, opening)
