"""What was done before."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.words import Text


class Of(StrEnum):
    """What Records are of."""

    TIERS = "tiers"
    PAYMENTS = "payments"


@dataclass(frozen=True, slots=True)
class Records(Kind):
    """Rows to read, and nothing to decide."""

    title: Text
    of: Of
    nothing: Text
    outcomes: ClassVar[tuple[str, ...]] = ("done",)
