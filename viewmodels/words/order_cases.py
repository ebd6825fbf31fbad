"""Orders that need somebody, as they are told to staff."""

from domain.forms import orders
from domain.forms.desks import Almanac
from domain.money import yuan
from domain.payment import events
from domain.payment.cases import OrderCase
from domain.payment.order import Order
from domain.payment.telling import happened, step, why
from domain.times import lasting, since
from domain.words import Text, Verbatim, joined
from viewmodels.words import channels
from viewmodels.words.case_rows import Told, asked, by, log
from viewmodels.words.insured import insured_as
from viewmodels.words.rows import Pair

NOT_NOW, CHANNEL = Text("现在查不到"), Text("渠道")
BAD = {events.Refused, events.NotPosted, events.FoundDuplicate, events.GivenUp}
"""Steps after which somebody has to look."""


def told(case: OrderCase, almanac: Almanac) -> Told:
    """As it lies before staff."""
    now, order = almanac.clock(), case.order
    who, told = case.insured, (one for one in case.steps if one.event is not events.Added)
    steps = ((one.at, by(step(one.event, one.detail), one.who), one.event in BAD) for one in told)
    return Told(
        order.number,
        happened(case),
        since(case.since, now),
        Text("已{lasting}", lasting=lasting(now - case.since)),
        yuan(order.fen),
        why(case, channels.name(order.channel)),
        joined(Verbatim(" "), (Verbatim(who.name), Verbatim(who.number))) if who else NOT_NOW,
        tuple(fact for fact in facts(case) if fact.key != CHANNEL),
        log(steps, now.tzinfo),
        order.channel,
        channels.glyph(order.channel),
        asked(case.asked, now),
    )


def about(case: OrderCase) -> tuple[Pair, ...]:
    """As the form shows it on which two people end it."""
    return (Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.order.fen))), *facts(case))


def facts(case: OrderCase) -> tuple[Pair, ...]:
    """Whose and what it is, as far as anybody may know."""
    order, who = case.order, case.insured
    return (
        Pair(Text("缴费人"), Verbatim(who.name) if who else NOT_NOW),
        *((Pair(Text("证件号码"), Verbatim(who.number)),) if who else ()),
        Pair(Text("险种"), _paid_for(order)),
        Pair(CHANNEL, channels.name(order.channel)),
        Pair(Text("单号"), Verbatim(orders.short(order.trade.number))),
        *((Pair(Text("同一个码共付"), Text("{amount} 元", amount=yuan(order.whole.fen))),) if order.combined else ()),
    )


def _paid_for(order: Order) -> Text:
    """The first of its bills, and how many there are."""
    bill = order.bills[0]
    first = Text("{period} {insured}", period=bill.period.label, insured=insured_as(bill.scheme, bill.insurance))
    more = len(order.bills) - 1
    return Text("{first}等 {count} 笔", first=first, count=more + 1) if more else first
