"""What is logged about orders, refunds, bills and the networks."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.logs.event import Event, Sentence


@dataclass(frozen=True, slots=True)
class NoReply(Event):
    told: ClassVar[str] = "{network}.no_reply why={why}"
    network: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class NoFile(Event):
    told: ClassVar[str] = "a file was not had: why={why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class WeChatAnswered(Event):
    told: ClassVar[str] = "wechat.answer status={status} request_id={request_id} reason={reason}"
    status: int
    request_id: str
    reason: int


@dataclass(frozen=True, slots=True)
class WeChatCertificates(Event):
    told: ClassVar[str] = "wechat.certificates count={count}"
    count: int


@dataclass(frozen=True, slots=True)
class NoWeChatCertificates(Event):
    told: ClassVar[str] = "wechat.certificates were not had: why={why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class AlipayAnswered(Event):
    told: ClassVar[str] = "alipay.answer code={code} sub_code={sub_code} trace_id={trace_id}"
    code: str
    sub_code: str
    trace_id: str


@dataclass(frozen=True, slots=True)
class UnionPayAnswered(Event):
    told: ClassVar[str] = "unionpay.answer resp={resp} orig={orig}"
    resp: str
    orig: str


@dataclass(frozen=True, slots=True)
class Unread(Event):
    """A list of the janitor's."""

    told: ClassVar[str] = "{what} could not be read"
    what: Sentence


@dataclass(frozen=True, slots=True)
class Untended(Event):
    """`what` is an order, a refund, a network."""

    told: ClassVar[str] = "{what} {number} could not be tended"
    what: str
    number: str


@dataclass(frozen=True, slots=True)
class OrderNeedsPeople(Event):
    told: ClassVar[str] = "order {order} is {state} and needs somebody to look at it"
    order: str
    state: str


@dataclass(frozen=True, slots=True)
class RefundNeedsPeople(Event):
    told: ClassVar[str] = "refund {refund} is still on its way and needs somebody to look at it"
    refund: str


@dataclass(frozen=True, slots=True)
class ClockOff(Event):
    told: ClassVar[str] = "the clock is {seconds:+.0f} seconds off that of the payment networks"
    seconds: float


@dataclass(frozen=True, slots=True)
class ClockWrong(Event):
    told: ClassVar[str] = (
        "the clock is {seconds:+.0f} seconds off that of the payment networks; no money is taken until it is right"
    )
    seconds: float


@dataclass(frozen=True, slots=True)
class BillsUnread(Event):
    told: ClassVar[str] = "the bills of {network} could not be looked at"
    network: str


@dataclass(frozen=True, slots=True)
class BillRead(Event):
    """`counts` says how many there are in each bucket, and by how much the bill is over our books."""

    told: ClassVar[str] = "{network} {day} {outcome}{counts}"
    network: str
    day: date
    outcome: str
    counts: Sentence


@dataclass(frozen=True, slots=True)
class Unheard(Event):
    """`key` is that of the settings."""

    told: ClassVar[str] = "nobody is heard at {key}: {why}"
    key: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class NotBelieved(Event):
    told: ClassVar[str] = "a notification of {network} is not believed: {why}"
    network: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class HungUp(Event):
    told: ClassVar[str] = "somebody hung up"


@dataclass(frozen=True, slots=True)
class Unanswered(Event):
    told: ClassVar[str] = "a request could not be answered"
