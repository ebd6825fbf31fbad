"""Refund applications as they lie before staff: whose, masked; where each stands, and since when."""

from collections.abc import Sequence

from domain.forms.desks import Almanac
from domain.identity.shown import masked_name
from domain.money import total, yuan
from domain.refunds import events
from domain.refunds.cases import RefundCase
from domain.refunds.telling import happened, why
from domain.times import lasting, since
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.words import channels, refunds
from viewmodels.words.case_rows import Told, by, log
from viewmodels.words.insured import period_of
from viewmodels.words.rows import Pair

BAD = {events.Refused, events.Returned, events.NeverSent, events.CameBack}
"""Steps after which somebody has to decide again."""


def told(case: RefundCase, almanac: Almanac) -> Told:
    """As it lies before staff."""
    application, now = case.application, almanac.clock()
    channel = application.draft.item.channel
    steps = ((one.at, by(one.event.label, one.who), one.event in BAD) for one in case.steps)
    return Told(
        application.number,
        happened(case),
        since(case.since, now),
        Text("已{lasting}", lasting=lasting(now - case.since)),
        yuan(application.draft.fen),
        why(case),
        joined(Verbatim(" "), (Verbatim(_applicant(case)), Verbatim(application.number))),
        _facts(case, almanac),
        log(steps, now.tzinfo),
        channel,
        channels.glyph(channel),
    )


def summed(cases: Sequence[RefundCase]) -> Text:
    """How much is owed in all; empty if nothing is. Since when, each of them says."""
    due = tuple(case.application.draft.fen for case in cases if case.owed)
    return Text("还欠退 {count} 笔，共 {amount} 元", count=len(due), amount=yuan(total(due))) if due else NOTHING


def about(case: RefundCase, almanac: Almanac) -> tuple[Pair, ...]:
    """As a form shows it on which two people say something about it; with what the merchant's platform has it under."""
    amount = Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.application.draft.fen)))
    tried = (Pair(Text("商户退款单号"), Verbatim(case.repayment.number)),) if case.stuck and case.repayment else ()
    return (amount, *_facts(case, almanac), *tried)


def _facts(case: RefundCase, almanac: Almanac) -> tuple[Pair, ...]:
    application = case.application
    return (
        Pair(Text("申请人"), Verbatim(_applicant(case))),
        Pair(Text("申请编号"), Verbatim(application.number)),
        Pair(Text("险种"), period_of(application.draft.item)),
        Pair(Text("退费原因"), application.draft.ground.label),
        Pair(Text("退到"), refunds.destination(application, almanac.banks)),
    )


def _applicant(case: RefundCase) -> str:
    draft, account = case.application.draft, case.application.account
    return masked_name(draft.applicant or (account.holder if account else ""))
