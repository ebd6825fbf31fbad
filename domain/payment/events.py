"""What can happen to an order. `domain.payment.life` says when, and what the order is then."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.lives.events import Event
from domain.payment.states import OrderState


class OrderEvent(Event):
    """Its fields are fields of `Order`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Added(OrderEvent):
    """It is stored; the network has not heard of it."""

    word = "add"


@dataclass(frozen=True, slots=True)
class Presented(OrderEvent):
    """The network took the order and gave a code to show."""

    word = "present"
    code: str


@dataclass(frozen=True, slots=True)
class Refused(OrderEvent):
    """The network refused to create it, or it was not even asked: no payer can ever pay it."""

    word = "refuse"


@dataclass(frozen=True, slots=True)
class Waiting(OrderEvent):
    """Asked: known there after all, and not paid yet."""

    word = "waiting"


@dataclass(frozen=True, slots=True)
class Paid(OrderEvent):
    """Asked: paid, and everything matches."""

    word = "pay"
    transaction: str
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Unanswered(OrderEvent):
    """Asked: silence, or words that cannot be trusted."""

    word = "no_answer"


@dataclass(frozen=True, slots=True)
class Expired(OrderEvent):
    """Its time is over, or the visitor cancelled: its deadline is now."""

    word = "expire"
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Closed(OrderEvent):
    """The network confirms that it can no longer be paid; or nobody has ever seen its code."""

    word = "close"


@dataclass(frozen=True, slots=True)
class StillUnpaid(OrderEvent):
    """Asked long after the end of its code: not paid. Nobody asks any more."""

    word = "still_unpaid"


@dataclass(frozen=True, slots=True)
class Posted(OrderEvent):
    """The tax system has it."""

    word = "post"
    voucher: str


@dataclass(frozen=True, slots=True)
class NotPosted(OrderEvent):
    """The tax system will not take it."""

    word = "refuse_posting"


@dataclass(frozen=True, slots=True)
class FoundDuplicate(OrderEvent):
    """Its bill is already posted by another order."""

    word = "find_duplicate"


@dataclass(frozen=True, slots=True)
class Owed(OrderEvent):
    """The refund is written down."""

    word = "owe"
    owed_at: datetime


@dataclass(frozen=True, slots=True)
class Refunded(OrderEvent):
    """The network confirms that the money went back."""

    word = "refund"


@dataclass(frozen=True, slots=True)
class GivenUp(OrderEvent):
    """Not to be closed for too long."""

    word = "give_up"


@dataclass(frozen=True, slots=True)
class Asked(OrderEvent):
    """One of the staff had the network asked; `detail` is what it said. Nothing is moved by it."""

    word = "ask"


@dataclass(frozen=True, slots=True)
class SentBack(OrderEvent):
    """Two of the staff: the money went back at the merchant's platform. `proof` is its number there (退款单号)."""

    word = "send_back"
    proof: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PostedByHand(OrderEvent):
    """Two of the staff: it was paid, and a window has posted it under `voucher`."""

    word = "post_by_hand"
    voucher: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an order's log. `who` did it: the numbers of staff; empty for the terminal itself."""

    event: type[OrderEvent]
    state: OrderState
    at: datetime
    who: str
    detail: str
