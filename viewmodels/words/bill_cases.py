"""What bills have otherwise than our books, as it is told to staff."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from domain.forms.desks import Almanac
from domain.forms.orders import POSTED, SENT_BACK, short
from domain.money import yuan
from domain.payment.said import sentence
from domain.payment.states import OrderState
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.office import BillCase
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.words import channels
from viewmodels.words.order_cases import lasting
from viewmodels.words.rows import Pair, Record

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
NONE_OF_OURS = Text("没有，本机没有用过这个单号")
NEVER = Text("没有问过")


def record(case: BillCase, almanac: Almanac) -> Record:
    """As a row of the list."""
    now, opened = almanac.clock(), case.case.opened_at
    since = Text("{at} 起，已{lasting}", at=_at(opened, now.tzinfo), lasting=lasting(now - opened))
    asked = (Pair(Text("上次询问"), _asked(case, now.tzinfo)),) if case.can_be_asked else ()
    pairs = (Pair(Text("为什么等人"), _why(case)), *_facts(case), *asked)
    return Record(_happened(case), since, False, pairs, yuan(case.fen), case.case.number)


def about(case: BillCase) -> tuple[Pair, ...]:
    """As the form shows it on which two people settle it."""
    return (Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.fen))), *_facts(case))


def _happened(case: BillCase) -> Text:
    told = case.case
    if told.why is None:
        return NOTHING
    if told.why is Bucket.DIFFERS and told.ours == told.theirs:
        return ANOTHER
    return HAPPENED[told.why, told.subject.kind]


def _why(case: BillCase) -> Text:
    told = case.case
    return WHY[told.why, told.subject.kind].of(network=channels.name(told.subject.network)) if told.why else NOTHING


def _facts(case: BillCase) -> tuple[Pair, ...]:
    told = case.case
    subject, ours, theirs = told.subject, told.ours, told.theirs
    own = subject.reference if subject.reference != told.transaction else ""
    amounts = (
        (Pair(Text("两边金额"), Text("我方 {ours} 元，对方 {theirs} 元", ours=yuan(ours), theirs=yuan(theirs))),)
        if ours is not None and theirs is not None and ours != theirs
        else ()
    )
    return (
        Pair(
            Text("对方账单"),
            Text("{network} {day}", network=channels.name(subject.network), day=Verbatim(f"{told.day}")),
        ),
        *amounts,
        *((Pair(Text("商户单号"), Verbatim(own)),) if own else ()),
        *((Pair(Text("对方单号"), Verbatim(told.transaction)),) if told.transaction else ()),
        Pair(Text("本机单据"), _linked(case)),
    )


def _linked(case: BillCase) -> Text:
    """What of ours it is about, and how that stands."""
    order, tried, application = case.order, case.tried, case.application
    if order is None:
        return NONE_OF_OURS
    paid = Text("付款 {number}：{state}", number=Verbatim(short(order.number)), state=_state(order.state))
    sent = Text("退款：{state}", state=tried.state.label) if tried else NOTHING
    asked = (
        Text("退费申请 {number}：{state}", number=Verbatim(application.number), state=application.state.label)
        if application
        else NOTHING
    )
    return joined("；", filter(None, (paid, sent, asked)))


def _state(state: OrderState) -> Text:
    return ORDERS.get(state, BEING_PAID)


def _asked(case: BillCase, zone: tzinfo | None) -> Text:
    if case.asked is None:
        return NEVER
    return Text(
        "{at}，工号 {staff}：{said}",
        at=_at(case.asked.at, zone),
        staff=Verbatim(case.asked.who),
        said=sentence(case.asked.detail),
    )


def _at(time: datetime, zone: tzinfo | None) -> Text:
    here = time.astimezone(zone)
    day = Text("{month}月{day}日", month=here.month, day=here.day)
    return Text("{day} {time:%H:%M}", day=day, time=here)
