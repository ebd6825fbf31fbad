"""Orders that need somebody, as they are told to staff."""

from datetime import datetime, timedelta, tzinfo

from domain.forms.desks import Almanac
from domain.forms.orders import short
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.payment.order import Order
from domain.payment.said import sentence
from domain.payment.states import OrderState
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words import channels
from viewmodels.words.insured import insured_as
from viewmodels.words.rows import Pair, Record

HAPPENED = {
    OrderState.MANUAL_REVIEW: Text("有没有付款，一直没有答复"),
    OrderState.PAID: Text("钱已收到，还没有入账"),
    OrderState.LATE_SUCCESS: Text("钱已收到，还没有入账"),
}
"""In one sentence; all else is owed back."""
OWED = Text("钱已收到，没有入账，也没有退回")
TWICE = Text("同一笔费用付了两次，还没有退回")
WHY = {
    OrderState.MANUAL_REVIEW: Text("{channel}没有说清是否付款，也没有关闭这笔。机器不能当作已付，也不能当作没付。"),
    OrderState.PAID: Text("{channel}说已付款，税务系统一直没有答复。机器会一直试，不用手工办。"),
    OrderState.LATE_SUCCESS: Text("{channel}说已付款，税务系统一直没有答复。机器会一直试，不用手工办。"),
}
"""No machine may decide, or need be helped."""
WHY_OWED = Text("{channel}说已付款，税务系统不予入库，{channel}又没有确认退回。机器不能改走别的路。")
WHY_TWICE = Text("{channel}说已付款，费用已由另一笔入库，{channel}又没有确认退回。机器不能改走别的路。")
NEVER = Text("机器一直在问，没有明确答复")


def record(case: OrderCase, almanac: Almanac) -> Record:
    """As a row of the list."""
    now, order = almanac.clock(), case.order
    since = Text("{at} 起，已{lasting}", at=_at(case.since, now.tzinfo), lasting=lasting(now - case.since))
    why, asked = Pair(Text("为什么等人"), _why(case)), Pair(Text("上次询问"), _asked(case, now.tzinfo))
    pairs = (why, *_facts(case), *((asked,) if asked.value else ()))
    return Record(_happened(case), since, False, pairs, yuan(order.fen), order.number)


def about(case: OrderCase) -> tuple[Pair, ...]:
    """As the form shows it on which two people end it."""
    return (Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.order.fen))), *_facts(case))


def lasting(time: timedelta) -> Text:
    """How long, for people."""
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return Text(" {days} 天 {hours} 小时", days=days, hours=hours) if hours else Text(" {days} 天", days=days)
    if hours:
        return Text(" {hours} 小时 {minutes} 分钟", hours=hours, minutes=minutes)
    return Text(" {minutes} 分钟", minutes=minutes)


def _happened(case: OrderCase) -> Text:
    return HAPPENED.get(case.order.state, TWICE if case.duplicate else OWED)


def _why(case: OrderCase) -> Text:
    why = WHY.get(case.order.state, WHY_TWICE if case.duplicate else WHY_OWED)
    return why.of(channel=channels.name(case.order.channel))


def _facts(case: OrderCase) -> tuple[Pair, ...]:
    order, who = case.order, case.insured
    return (
        Pair(Text("缴费人"), Verbatim(who.name) if who else Text("现在查不到")),
        *((Pair(Text("证件号码"), Verbatim(who.number)),) if who else ()),
        Pair(Text("险种"), _paid_for(order)),
        Pair(Text("渠道"), channels.name(order.channel)),
        Pair(Text("单号"), Verbatim(short(order.trade.number))),
        *((Pair(Text("同一个码共付"), Text("{amount} 元", amount=yuan(order.trade.fen))),) if order.combined else ()),
    )


def _paid_for(order: Order) -> Text:
    """The first of its bills, and how many there are."""
    bill = order.bills[0]
    first = Text("{period} {insured}", period=bill.period.label, insured=insured_as(bill.scheme, bill.insurance))
    more = len(order.bills) - 1
    return Text("{first}等 {count} 笔", first=first, count=more + 1) if more else first


def _asked(case: OrderCase, zone: tzinfo | None) -> Text:
    if case.asked is None:
        return NEVER if case.can_be_ended else NOTHING
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
