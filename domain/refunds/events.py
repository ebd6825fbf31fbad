"""What can happen to a refund application, and the log of what did. `domain.refunds.life` says when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from domain.lives.events import Event
from domain.refunds.account import Account
from domain.refunds.application import Route
from domain.refunds.states import RefundState
from domain.words import Text


class RefundEvent(Event):
    """Its fields are fields of `Application`. `label` is what people call it."""

    __slots__ = ()
    label: ClassVar[Text]


@dataclass(frozen=True, slots=True)
class Submitted(RefundEvent):
    """The visitor applies."""

    word, label = "submit", Text("提交")


@dataclass(frozen=True, slots=True)
class Taken(RefundEvent):
    """Staff look at it."""

    word, label = "take", Text("受理")


@dataclass(frozen=True, slots=True)
class Addressed(RefundEvent):
    """Staff were given a bank account to pay it to."""

    word, label = "address", Text("填写收款账户")
    account: Account


@dataclass(frozen=True, slots=True)
class Approved(RefundEvent):
    """By staff."""

    word, label = "approve", Text("审核通过")
    route: Route


@dataclass(frozen=True, slots=True)
class Refused(RefundEvent):
    """By staff, with the reason."""

    word, label = "refuse", Text("审核不通过")
    reason: str = field(repr=False)
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Sent(RefundEvent):
    """The money is about to be sent."""

    word, label = "send", Text("退库")
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class PaidOut(RefundEvent):
    """It went out: the network says so, or staff who paid it to the bank account."""

    word, label = "pay_out", Text("标记已退费")
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class SentBack(RefundEvent):
    """Two of the staff: by the merchant's platform the payer has it, for a `reason`. `detail` is its number there."""

    word, label = "send_back", Text("记为已在商户平台退回")
    reason: str = field(repr=False)
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Returned(RefundEvent):
    """It certainly did not go out that way: staff decide again."""

    word, label = "return", Text("退回重审")


@dataclass(frozen=True, slots=True)
class NeverSent(RefundEvent):
    """Two of the staff: its network has never had it, as its bills show, for a `reason`. Staff decide again."""

    word, label = "never_send", Text("记为没有发出过")
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CameBack(RefundEvent):
    """The bank has sent it back: the account was closed, or is somebody else's. Staff decide again."""

    word, label = "come_back", Text("标记银行退回")


@dataclass(frozen=True, slots=True)
class Withdrawn(RefundEvent):
    """By the visitor."""

    word, label = "withdraw", Text("撤回")
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an application's log. `who` did it: staff, the visitor or the terminal itself."""

    event: type[RefundEvent]
    state: RefundState
    at: datetime
    who: str
    detail: str
