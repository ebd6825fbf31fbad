"""What can happen to a refund application, and the log of what did. `domain.refunds.life` says when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from domain.lives.events import Event
from domain.refunds.application import Route
from domain.refunds.states import RefundState


class RefundEvent(Event):
    """Its fields are fields of `Application`. `label` is what people call it."""

    __slots__ = ()
    label: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Submitted(RefundEvent):
    """The visitor applies."""

    word, label = "submit", "提交"


@dataclass(frozen=True, slots=True)
class Taken(RefundEvent):
    """Staff look at it."""

    word, label = "take", "受理"


@dataclass(frozen=True, slots=True)
class Approved(RefundEvent):
    """By staff."""

    word, label = "approve", "审核通过"
    route: Route


@dataclass(frozen=True, slots=True)
class Refused(RefundEvent):
    """By staff, with the reason."""

    word, label = "refuse", "审核不通过"
    reason: str = field(repr=False)
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Sent(RefundEvent):
    """The money is about to be sent."""

    word, label = "send", "退库"
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class PaidOut(RefundEvent):
    """It went out: the network says so, or staff who paid it to the bank account."""

    word, label = "pay_out", "标记已退费"
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Returned(RefundEvent):
    """It certainly did not go out that way: staff decide again."""

    word, label = "return", "退回重审"


@dataclass(frozen=True, slots=True)
class Withdrawn(RefundEvent):
    """By the visitor."""

    word, label = "withdraw", "撤回"
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an application's log. `who` did it: staff, the visitor or the terminal itself."""

    event: type[RefundEvent]
    state: RefundState
    at: datetime
    who: str
    detail: str
