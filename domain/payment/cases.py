"""Orders that need somebody: what no machine may decide, and what has been left undone for too long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.payment.events import Asked, FoundDuplicate, Step
from domain.payment.order import Order
from domain.payment.states import FOR_STAFF, MONEY_TAKEN, UNSETTLED, OrderState
from domain.people.person import Masked

TOO_LONG = timedelta(days=1)
"""Money that is neither entered nor back after this is for people."""


@dataclass(frozen=True, slots=True)
class OrderCase:
    """An order as it lies before staff. `insured` is whose insurance it pays; None if nobody can tell now."""

    order: Order
    insured: Masked | None
    steps: tuple[Step, ...]

    @property
    def since(self) -> datetime:
        return since(self.order)

    @property
    def asked(self) -> Step | None:
        """When staff had the network asked last, and what it said."""
        return next((step for step in reversed(self.steps) if step.event is Asked), None)

    @property
    def duplicate(self) -> bool:
        """Whether another order has entered its bill."""
        return any(step.event is FoundDuplicate for step in self.steps)

    @property
    def can_be_ended(self) -> bool:
        """Whether two of the staff can end it. Else the machine goes on, and they have to know of it."""
        return self.order.state in FOR_STAFF


def since(order: Order) -> datetime:
    """When it was paid; where that is not known, when its code was asked for."""
    return order.paid_at or order.created_at


def waits(order: Order, now: datetime) -> bool:
    """Whether it needs somebody."""
    left = order.state in UNSETTLED & MONEY_TAKEN and now - since(order) > TOO_LONG
    return order.state is OrderState.MANUAL_REVIEW or left
