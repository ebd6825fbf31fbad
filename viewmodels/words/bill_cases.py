"""What bills have otherwise than our books, as it is told to staff."""

from domain.forms.bills import shown
from domain.forms.desks import Almanac
from domain.forms.orders import short
from domain.money import yuan
from domain.reconciliation.office import BillCase
from domain.reconciliation.telling import happened, stands, step, why
from domain.times import lasting, since
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.words import channels
from viewmodels.words.case_rows import Told, asked, by, log
from viewmodels.words.rows import Pair

NONE_OF_OURS = Text("没有，本机没有用过这个单号")


def told(case: BillCase, almanac: Almanac) -> Told:
    """As it lies before staff."""
    now, opened, subject = almanac.clock(), case.case.opened_at, case.case.subject
    steps = ((one.at, by(step(one), one.who), False) for one in case.steps)
    return Told(
        case.case.number,
        happened(case),
        since(opened, now),
        Text("已{lasting}", lasting=lasting(now - opened)),
        yuan(case.fen),
        why(case, channels.name(subject.network)),
        joined(Verbatim(" "), (channels.name(subject.network), Verbatim(shown(subject.reference)))),
        _facts(case),
        log(steps, now.tzinfo),
        subject.network,
        channels.glyph(subject.network),
        asked(case.asked, now),
    )


def about(case: BillCase) -> tuple[Pair, ...]:
    """As the form shows it on which two people settle it."""
    return (Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.fen))), *_facts(case))


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
    paid = Text("付款 {number}：{state}", number=Verbatim(short(order.number)), state=stands(order.state))
    sent = Text("退款：{state}", state=tried.state.label) if tried else NOTHING
    asked = (
        Text("退费申请 {number}：{state}", number=Verbatim(application.number), state=application.state.label)
        if application
        else NOTHING
    )
    return joined("；", filter(None, (paid, sent, asked)))
