"""What is logged about orders, refunds, bills and the networks."""

from datetime import date

from domain.logs.event import Event, Sentence


class NoReply(Event):
    told = "{network}.no_reply why={why}"
    network: str
    why: Sentence


class NoFile(Event):
    told = "a file was not had: why={why}"
    why: Sentence


class WeChatAnswered(Event):
    told = "wechat.answer status={status} request_id={request_id} reason={reason}"
    status: int
    request_id: str
    reason: int


class WeChatCertificates(Event):
    told = "wechat.certificates count={count}"
    count: int


class NoWeChatCertificates(Event):
    told = "wechat.certificates were not had: why={why}"
    why: Sentence


class AlipayAnswered(Event):
    told = "alipay.answer code={code} sub_code={sub_code} trace_id={trace_id}"
    code: str
    sub_code: str
    trace_id: str


class UnionPayAnswered(Event):
    told = "unionpay.answer resp={resp} orig={orig}"
    resp: str
    orig: str


class Unread(Event):
    """A list of the janitor's."""

    told = "{what} could not be read"
    what: Sentence


class Untended(Event):
    """`what` is an order, a refund, a network."""

    told = "{what} {number} could not be tended"
    what: str
    number: str


class OrderNeedsPeople(Event):
    told = "order {order} is {state} and needs somebody to look at it"
    order: str
    state: str


class RefundNeedsPeople(Event):
    told = "refund {refund} is still on its way and needs somebody to look at it"
    refund: str


class ClockOff(Event):
    told = "the clock is {seconds:+.0f} seconds off that of the payment networks"
    seconds: float


class ClockWrong(Event):
    told = "the clock is {seconds:+.0f} seconds off that of the payment networks; no money is taken until it is right"
    seconds: float


class BillsUnread(Event):
    told = "the bills of {network} could not be looked at"
    network: str


class BillRead(Event):
    """`counts` says how many there are in each bucket, and by how much the bill is over our books."""

    told = "{network} {day} {outcome}{counts}"
    network: str
    day: date
    outcome: str
    counts: Sentence


class Unheard(Event):
    """`key` is that of the settings."""

    told = "nobody is heard at {key}: {why}"
    key: str
    why: Sentence


class NotBelieved(Event):
    told = "a notification of {network} is not believed: {why}"
    network: str
    why: Sentence


class HungUp(Event):
    told = "somebody hung up"


class Unanswered(Event):
    told = "a request could not be answered"
