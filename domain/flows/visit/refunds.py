"""What is asked back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.payment.order import Network
from domain.people.person import Person
from domain.refunds.application import Application, Refundable


@dataclass(frozen=True, slots=True)
class Refunding:
    """`asked` is what the query was given, `refundable` the payment that a refund is asked for.

    `network` is what it goes back by; None if to a bank account. `minor`: the visitor is not of age. `application` is
    what was applied for.
    """

    visitor: Person
    asked: Mapping[str, str] = field(default_factory=dict)
    refundable: Refundable | None = None
    network: Network | None = None
    minor: bool = False
    application: Application | None = None
