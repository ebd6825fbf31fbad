"""What lies before staff, in words: the one that is open with its ways out, and the others."""

from collections.abc import Sequence

from domain.flows.staff_two import BY_THE_SECOND
from domain.flows.steps import Case, WayOut
from domain.forms.desks import Almanac
from domain.payment.cases import OrderCase
from domain.reconciliation.office import BillCase
from domain.refunds.cases import RefundCase
from domain.words import NOTHING, Text, joined
from viewmodels.words import bill_cases, order_cases, refund_cases
from viewmodels.words.case_rows import Box, Folded, Opened, Told

BECAUSE = Text("为什么要人来办：")
ALONE, BOTH = Text("一个人就能办"), Text("要两个人一起办")
MOVES_NOTHING = Text("不动钱，答复记进账本")


def told(case: Case, almanac: Almanac) -> Told:
    match case:
        case RefundCase():
            return refund_cases.told(case, almanac)
        case OrderCase():
            return order_cases.told(case, almanac)
        case BillCase():
            return bill_cases.told(case, almanac)


def opened(case: Told, ways: tuple[WayOut, ...], chosen: WayOut | None) -> Opened:
    boxes = tuple(Box(way.id, way.label, way.means or case.asked, way == chosen) for way in ways)
    two = chosen is not None and chosen.two
    persons = (BOTH if two else ALONE) if chosen else NOTHING
    asks = chosen is not None and not chosen.means
    remark = BY_THE_SECOND if two else MOVES_NOTHING if asks else NOTHING
    return Opened(
        id=case.id,
        channel=case.channel,
        glyph=case.glyph,
        title=case.title,
        since=case.since,
        amount=case.amount,
        because=BECAUSE,
        reason=case.why,
        about=case.about,
        log=case.log,
        ways=boxes,
        two=two,
        persons=persons,
        remark=remark,
        deed=chosen.says if chosen else NOTHING,
    )


def folded(case: Told) -> Folded:
    return Folded(
        id=case.id,
        channel=case.channel,
        glyph=case.glyph,
        title=case.title,
        who=case.who,
        lasting=case.lasting,
        amount=case.amount,
    )


def counted(waiting: int, others: int) -> Text:
    """How many wait for somebody, and how many a machine goes on with."""
    here = Text("{count} 件等人处理", count=waiting) if waiting else NOTHING
    on = Text("{count} 件机器在办", count=others) if others else NOTHING
    return joined("，", [one for one in (here, on) if one])


def summed(cases: Sequence[Case]) -> Text:
    """What is owed of them in all; empty where nothing is."""
    return refund_cases.summed([one for one in cases if isinstance(one, RefundCase)])


def button(case: Told, way: WayOut) -> Text:
    """What the button will do, with the figure; the query moves none."""
    if way.two:
        return Text("办理“{end}” {amount} 元", end=way.label, amount=case.amount)
    return Text("{end} {amount} 元", end=way.label, amount=case.amount) if way.means else way.label


def first_choice(ways: Sequence[WayOut]) -> WayOut | None:
    """What is chosen before anybody has: the first way, if nothing has to be read before it is taken."""
    return ways[0] if ways and not ways[0].says else None
