"""Orders that need somebody."""

from collections.abc import Mapping

from bureau.desk.words.common import Fact, Moment, ahead, tile, time, who_told
from domain.money import yuan
from domain.payment import telling
from domain.payment.cases import OrderCase
from domain.payment.numbers import terminal_of
from domain.payment.order import Order
from domain.words import Text, Verbatim

TERMINAL = {"": Text("终端"), "terminal": Text("终端"), "visitor": Text("缴费人")}
"""Who else than the staff stands in logs."""


def facts(case: OrderCase) -> tuple[Fact, ...]:
    order, who = case.order, case.insured
    return (
        Fact(Text("缴费人"), Verbatim(f"{who.name} {who.number}") if who else Text("现在查不到")),
        Fact(Text("险种"), paid_for(order)),
        Fact(Text("渠道"), tile(order.channel).name),
        Fact(Text("终端"), Verbatim(terminal_of(order.number) or "—")),
        Fact(Text("单号"), Verbatim(order.trade.number)),
        *((Fact(Text("渠道单号"), Verbatim(order.transaction)),) if order.transaction else ()),
        *((Fact(Text("同一个码共付"), Text("{amount} 元", amount=yuan(order.whole.fen))),) if order.combined else ()),
        Fact(Text("下单时间"), time(order.created_at)),
        *((Fact(Text("付款时间"), time(order.paid_at)),) if order.paid_at else ()),
        *((Fact(Text("凭证号码"), Verbatim(order.voucher)),) if order.voucher else ()),
        *((Fact(Text("退款单号"), Verbatim(order.proof)),) if order.proof else ()),
        *((Fact(Text("为什么这样办"), Verbatim(order.reason)),) if order.reason else ()),
    )


def paid_for(order: Order) -> Text:
    """The first of its bills, and how many there are."""
    bill = order.bills[0]
    first = Text(
        "{period} {insured}",
        period=bill.period.label,
        insured=Text("{scheme} {insurance}", scheme=bill.scheme.label, insurance=bill.insurance.label),
    )
    return Text("{first}等 {count} 笔", first=first, count=len(order.bills)) if len(order.bills) > 1 else first


def steps(case: OrderCase, names: Mapping[str, str]) -> tuple[Moment, ...]:
    """What has happened to it, from the first."""
    return tuple(
        Moment(time(step.at), who_told(step.who, names, TERMINAL), telling.step(step.event, step.detail), at=step.at)
        for step in case.steps
    )


def what_follows(case: OrderCase) -> tuple[Moment, ...]:
    """What comes next, also if it fails."""
    if not case.can_be_ended:
        return ()
    center = Text("中心")
    return (
        ahead(Text("接着"), center, Text("两人都签字以后，先再问一次支付渠道；它有明确答复就不手工记")),
        ahead(Text("办完"), Text("终端"), Text("缴费人能查到结果；办不成，会回到“待处理”")),
    )


def payer(case: OrderCase) -> Text:
    """Whose insurance it is, masked."""
    return Verbatim(case.insured.name) if case.insured else Text("现在查不到")
