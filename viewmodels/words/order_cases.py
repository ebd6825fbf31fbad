"""Orders that need somebody, as they are told to staff."""

from datetime import tzinfo

from domain.forms.desks import Almanac
from domain.forms.orders import short
from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.payment.order import Order
from domain.payment.said import sentence
from domain.payment.telling import happened, why
from domain.times import at, lasting
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words import channels
from viewmodels.words.insured import insured_as
from viewmodels.words.rows import Pair, Record

NEVER = Text("机器一直在问，没有明确答复")


def record(case: OrderCase, almanac: Almanac) -> Record:
    """As a row of the list."""
    now, order = almanac.clock(), case.order
    since = Text("{at} 起，已{lasting}", at=at(case.since, now.tzinfo), lasting=lasting(now - case.since))
    because = Pair(Text("为什么等人"), why(case, channels.name(case.order.channel)))
    asked = Pair(Text("上次询问"), _asked(case, now.tzinfo))
    pairs = (because, *facts(case), *((asked,) if asked.value else ()))
    return Record(happened(case), since, False, pairs, yuan(order.fen), order.number)


def about(case: OrderCase) -> tuple[Pair, ...]:
    """As the form shows it on which two people end it."""
    return (Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.order.fen))), *facts(case))


def facts(case: OrderCase) -> tuple[Pair, ...]:
    """Whose and what it is, as far as anybody may know."""
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
        at=at(case.asked.at, zone),
        staff=Verbatim(case.asked.who),
        said=sentence(case.asked.detail),
    )
