"""The file of what may be refunded, and on which grounds."""

from functools import cached_property

from adapters.assets.reading import Day, Flag, Some, Table, Text, Whole, read
from domain.people.insurance import Insurance, Scheme
from domain.refunds.application import Ground
from domain.refunds.eligibility import RefundPolicy, Rule, Subject


class RuleEntry(Table):
    scheme: Scheme
    insurance: Insurance
    valid_from: Day
    before_benefit: Flag = False
    grounds: tuple[Ground, ...]
    source: Text
    uncertain: Flag = False

    @cached_property
    def value(self) -> tuple[Subject, Rule]:
        rule = Rule(self.valid_from, self.grounds, self.before_benefit, self.source, self.uncertain)
        return (self.scheme, self.insurance), rule


class RefundsFile(Table):
    span_months: Whole
    entry: Some[RuleEntry]

    @cached_property
    def value(self) -> RefundPolicy:
        return RefundPolicy.of((entry.value for entry in self.entry), self.span_months)


def refunds_from_toml(text: str) -> RefundPolicy:
    """The policy of refunds. Raises BrokenData with the entry and what is wrong with it."""
    return read(text, "refunds.toml", RefundsFile).value
