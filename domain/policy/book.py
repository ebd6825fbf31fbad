"""The policy of all four schemes and insurances."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.people.insurance import Insurance, Period, Scheme
from domain.policy.hours import Closure, Hours
from domain.policy.rules import Rules
from domain.policy.tiers import Tiers
from domain.words import Text

Subject = tuple[Scheme, Insurance]


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """The `Policy` that dated data say (`assets/policy/`)."""

    rules: Mapping[Subject, Rules]
    hours: Hours
    most_at_once: int

    def tiers(self, scheme: Scheme, insurance: Insurance, period: Period, city: str, today: date) -> Tiers:
        """The tiers on `today`, as `Policy` says."""
        return self.rules[scheme, insurance].tiers(period, city, today)

    def periods(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The periods open for normal payment, as `Policy` says."""
        return self.rules[scheme, insurance].periods(today)

    def arrears(self, scheme: Scheme, insurance: Insurance, today: date) -> tuple[Period, ...]:
        """The earlier periods that may still be paid, as `Policy` says."""
        return self.rules[scheme, insurance].arrears(today)

    def barred(self, scheme: Scheme, insurance: Insurance, period: Period, born: date, today: date) -> Text:
        """Why somebody may not pay for a period, as `Policy` says."""
        return self.rules[scheme, insurance].barred(period, born, today)

    def closure(self, channel: str, now: datetime) -> Closure | None:
        """When a channel that is closed now is open again, as `Policy` says."""
        return self.hours.closure(channel, now)
