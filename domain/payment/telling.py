"""Orders that need somebody, in sentences for staff: the same at a terminal and at the bureau's desk."""

from collections.abc import Mapping

from domain.payment import events
from domain.payment.cases import OrderCase
from domain.payment.events import OrderEvent
from domain.payment.said import sentence
from domain.payment.states import OrderState
from domain.words import Text

HAPPENED = {
    OrderState.MANUAL_REVIEW: Text("有没有付款，一直没有答复"),
    OrderState.PAID: Text("钱已收到，还没有入账"),
    OrderState.LATE_SUCCESS: Text("钱已收到，还没有入账"),
}
"""In one sentence; all else is owed back."""
OWED = Text("钱已收到，没有入账，也没有退回")
TWICE = Text("同一笔费用付了两次，还没有退回")
EVENTS: Mapping[type[OrderEvent], Text] = {
    events.Added: Text("生成订单"),
    events.Presented: Text("显示付款码"),
    events.Refused: Text("支付渠道不受理"),
    events.Waiting: Text("还没有付款"),
    events.Paid: Text("支付渠道答复已付款"),
    events.Unanswered: Text("支付渠道没有明确答复"),
    events.Expired: Text("付款码到期"),
    events.Closed: Text("已关闭"),
    events.StillUnpaid: Text("关闭以后也没有付款"),
    events.Posted: Text("已入账"),
    events.NotPosted: Text("税务系统不予入库"),
    events.FoundDuplicate: Text("费用已由另一笔入库"),
    events.Owed: Text("要退回付款人"),
    events.Refunded: Text("已退回付款人"),
    events.GivenUp: Text("一直关不掉，交给人办"),
    events.Asked: Text("再问支付渠道"),
    events.SentBack: Text("记为已在商户平台退回"),
    events.PostedByHand: Text("记为已手工入账"),
}
"""What happened to an order, step by step."""
ASKED = Text("再问支付渠道：{said}")
WHY = {
    OrderState.MANUAL_REVIEW: Text("{channel}没有说清是否付款，也没有关闭这笔。机器不能当作已付，也不能当作没付。"),
    OrderState.PAID: Text("{channel}说已付款，税务系统一直没有答复。机器会一直试，不用手工办。"),
    OrderState.LATE_SUCCESS: Text("{channel}说已付款，税务系统一直没有答复。机器会一直试，不用手工办。"),
}
"""No machine may decide, or need be helped."""
WHY_OWED = Text("{channel}说已付款，税务系统不予入库，{channel}又没有确认退回。机器不能改走别的路。")
WHY_TWICE = Text("{channel}说已付款，费用已由另一笔入库，{channel}又没有确认退回。机器不能改走别的路。")


def happened(case: OrderCase) -> Text:
    """What happened to it."""
    return HAPPENED.get(case.order.state, TWICE if case.duplicate else OWED)


def step(event: type[OrderEvent], detail: str) -> Text:
    """An entry of its log; with what its network said, if staff had it asked."""
    return ASKED.of(said=sentence(detail)) if event is events.Asked else EVENTS[event]


def why(case: OrderCase, channel: Text) -> Text:
    """Why it waits for people; `channel` is what it was paid in, by name."""
    return WHY.get(case.order.state, WHY_TWICE if case.duplicate else WHY_OWED).of(channel=channel)
