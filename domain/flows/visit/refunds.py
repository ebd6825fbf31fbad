"""What is asked back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.people.person import Person
from domain.refunds.application import Refundable


@dataclass(frozen=True, slots=True)
class Refunding:
    """`asked` is what the query was given, `refundable` the payment that a refund is asked for.

    `application` is the number of what was applied for; empty before.
    """

    visitor: Person
    asked: Mapping[str, str] = field(default_factory=dict)
    refundable: Refundable | None = None
    application: str = ""
