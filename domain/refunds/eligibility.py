"""What may be refunded, and on which grounds: dated policy data (`assets/refunds.toml`, domain facts 2.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.people.insurance import Insurance, Scheme
from domain.policy.error import PolicyError
from domain.refunds.application import Ground, Refundable
from domain.words import Text

Subject = tuple[Scheme, Insurance]


@dataclass(frozen=True, slots=True)
class Rule:
    """From `valid_from` on: the grounds for one scheme and insurance, in the order of the form.

    `before_benefit`: only while the benefit period, which is the bill's own, has not begun.
    """

    valid_from: date
    grounds: tuple[Ground, ...]
    before_benefit: bool
    source: str
    uncertain: bool

    def __post_init__(self) -> None:
        if not self.grounds or len(set(self.grounds)) < len(self.grounds):
            raise PolicyError("grounds must be there, each once")


@dataclass(frozen=True, slots=True)
class RefundPolicy:
    """`rules` are latest first; `span_months` is the longest range of dates that may be asked for."""

    rules: Mapping[Subject, tuple[Rule, ...]]
    span_months: int

    @classmethod
    def of(cls, rules: Iterable[tuple[Subject, Rule]], span_months: int) -> "RefundPolicy":
        """From rules in any order. Raises PolicyError if two for the same begin on one day."""
        found: dict[Subject, list[Rule]] = {}
        for subject, rule in rules:
            others = found.setdefault(subject, [])
            if any(rule.valid_from == other.valid_from for other in others):
                raise PolicyError(f"a second rule for {' '.join(subject)} from the same day")
            others.append(rule)
        latest_first = {s: tuple(sorted(them, key=lambda r: r.valid_from, reverse=True)) for s, them in found.items()}
        return cls(latest_first, span_months)

    def rule(self, item: Refundable, today: date) -> Rule | None:
        """The rule in force; None before the first."""
        rules = self.rules.get((item.scheme, item.insurance), ())
        return next((rule for rule in rules if rule.valid_from <= today), None)

    def grounds(self, item: Refundable, today: date) -> tuple[Ground, ...]:
        """On which grounds this may be refunded today; none if it may not."""
        rule = self.rule(item, today)
        if rule is None or (rule.before_benefit and today >= item.period.first_day):
            return ()
        return rule.grounds

    def why_not(self, item: Refundable, today: date) -> Text | None:
        """Why it may not be refunded today; None if it may."""
        if self.grounds(item, today):
            return None
        what = Text("{scheme}{insurance}", scheme=item.scheme.label, insurance=item.insurance.label)
        if self.rule(item, today) is None:
            return Text("{what}的退费政策尚未取得，请到窗口办理", what=what)
        return Text("{period}{what}的待遇期已经开始，不能退费", period=item.period.label, what=what)
