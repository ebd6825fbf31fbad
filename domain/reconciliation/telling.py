"""What bills have otherwise than our books, in sentences for staff: the same at a terminal and at the bureau's desk."""

from collections.abc import Mapping

from domain.forms.orders import POSTED, SENT_BACK
from domain.payment.said import sentence
from domain.payment.states import OrderState
from domain.payment.telling import ASKED
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseStep, Cleared, Found, Queried, Settled
from domain.reconciliation.office import BillCase
from domain.words import NOTHING, Text

HAPPENED: Mapping[tuple[Bucket, Kind], Text] = {
    (Bucket.THEIRS_ONLY, Kind.PAYMENT): Text("对方账单有这笔收款，我方没有"),
    (Bucket.THEIRS_ONLY, Kind.REFUND): Text("对方账单有这笔退款，我方没有"),
    (Bucket.OURS_ONLY, Kind.PAYMENT): Text("我方有这笔收款，对方账单没有"),
    (Bucket.OURS_ONLY, Kind.REFUND): Text("我方有这笔退款，对方账单没有"),
    (Bucket.DIFFERS, Kind.PAYMENT): Text("这笔收款两边金额不同"),
    (Bucket.DIFFERS, Kind.REFUND): Text("这笔退款两边金额不同"),
}
"""In one sentence."""
ANOTHER = Text("这笔收款两边的交易单号不同")
WHY: Mapping[tuple[Bucket, Kind], Text] = {
    (Bucket.THEIRS_ONLY, Kind.PAYMENT): Text("钱在{network}那边，机器不知道是谁缴的什么，不能入账，也不能退。"),
    (Bucket.THEIRS_ONLY, Kind.REFUND): Text("{network}退过这笔钱，不是机器退的，机器不知道是谁退的、为什么。"),
    (Bucket.OURS_ONLY, Kind.PAYMENT): Text("{network}答复过已付款，账单里却没有，机器不能当作没有收到。"),
    (Bucket.OURS_ONLY, Kind.REFUND): Text("{network}答复过已退回，账单里却没有，机器不能再退一次。"),
    (Bucket.DIFFERS, Kind.PAYMENT): Text("{network}的账单和答复过的不一样，机器不知道哪一个对。"),
    (Bucket.DIFFERS, Kind.REFUND): Text("{network}的账单和答复过的不一样，机器不知道哪一个对。"),
}
"""No machine may decide."""
ORDERS: Mapping[OrderState, Text] = {
    OrderState.CLOSED: Text("没有付款，已经关闭"),
    OrderState.UNPAID: Text("没有付款，已经关闭"),
    OrderState.PAID: Text("已付款，还没有入账"),
    OrderState.LATE_SUCCESS: Text("已付款，还没有入账"),
    OrderState.POSTED: Text("已付款，已入账"),
    OrderState.POSTING_FAILED: Text("没有入账，正在退回"),
    OrderState.DUPLICATE: Text("没有入账，正在退回"),
    OrderState.REFUND_DUE: Text("没有入账，正在退回"),
    OrderState.REFUNDED: Text("没有入账，已退回付款人"),
    OrderState.MANUAL_REVIEW: Text("等人处理"),
    OrderState.SENT_BACK: SENT_BACK,
    OrderState.POSTED_BY_HAND: POSTED,
}
"""How an order of ours stands; all else is still being paid."""
BEING_PAID = Text("还在付款")
STEPS: Mapping[str, Text] = {
    Found.word: Text("账单里不一样，挂到“等人处理”"),
    Cleared.word: Text("后来对上了"),
    Settled.word: Text("两人记下怎么办"),
}
"""What happened to a case, step by step; a query is told with what was said."""


def happened(case: BillCase) -> Text:
    """In what the two sides differ."""
    told = case.case
    if told.why is None:
        return NOTHING
    if told.why is Bucket.DIFFERS and told.ours == told.theirs:
        return ANOTHER
    return HAPPENED[told.why, told.subject.kind]


def why(case: BillCase, network: Text) -> Text:
    """Why it waits for people; `network` is whose bill it is, by name."""
    told = case.case
    return WHY[told.why, told.subject.kind].of(network=network) if told.why else NOTHING


def stands(state: OrderState) -> Text:
    """How an order of ours stands that a bill speaks of."""
    return ORDERS.get(state, BEING_PAID)


def step(told: CaseStep) -> Text:
    """An entry of a case's log; with what its network said, if staff had it asked."""
    return ASKED.of(said=sentence(told.detail)) if told.word == Queried.word else STEPS[told.word]
