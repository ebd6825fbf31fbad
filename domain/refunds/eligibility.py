"""What may be refunded, and on which grounds: dated policy data (`assets/refunds.toml`, domain facts 2.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.insurance import Insurance, Scheme
from domain.policy.rules import PolicyError, entries
from domain.refunds.application import Ground, Refundable
from domain.tables import Table

FILE = "refunds.toml"
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


@dataclass(frozen=True, slots=True)
class RefundPolicy:
    """`rules` are latest first; `span_months` is the longest range of dates that may be asked for."""

    rules: Mapping[Subject, tuple[Rule, ...]]
    span_months: int

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

    def why_not(self, item: Refundable, today: date) -> str:
        """In Chinese, why it may not be refunded today; empty if it may."""
        if self.grounds(item, today):
            return ""
        what = f"{item.scheme.label}{item.insurance.label}"
        if self.rule(item, today) is None:
            return f"{what}的退费政策尚未取得，请到窗口办理"
        return f"{item.period.label}{what}的待遇期已经开始，不能退费"


def read(text: str) -> RefundPolicy:
    """The policy from TOML. Raises PolicyError with entry and reason."""
    table = Table.of(text, FILE, PolicyError)
    table.only("span_months", "entry")
    rules: dict[Subject, list[Rule]] = {}
    for entry in entries(table):
        subject = (entry.member("scheme", Scheme), entry.member("insurance", Insurance))
        rule = _rule(entry)
        if any(rule.valid_from == other.valid_from for other in rules.setdefault(subject, [])):
            raise entry.wrong("a second rule from the same day")
        rules[subject].append(rule)
    latest_first = {s: tuple(sorted(found, key=lambda r: r.valid_from, reverse=True)) for s, found in rules.items()}
    return RefundPolicy(latest_first, table.whole("span_months"))


def _rule(entry: Table) -> Rule:
    entry.only("scheme", "insurance", "valid_from", "before_benefit", "grounds", "source", "uncertain")
    words = entry.texts("grounds")
    if not words or len(set(words)) < len(words):
        raise entry.wrong("grounds must be there, each once")
    if unknown := sorted(set(words) - set(Ground)):
        raise entry.wrong(f"unknown ground {', '.join(unknown)}")
    return Rule(
        entry.day("valid_from"),
        tuple(Ground(word) for word in words),
        entry.flag("before_benefit"),
        entry.text("source"),
        entry.flag("uncertain"),
    )
