"""Refund applications as they lie before staff: whose, masked; where each stands, and since when."""

from domain.forms.cases import since
from domain.forms.desks import Almanac
from domain.identity.shown import masked_name
from domain.money import yuan
from domain.refunds.cases import RefundCase
from domain.refunds.states import RefundState
from domain.words import Text, Verbatim
from viewmodels.words import refunds
from viewmodels.words.insured import period_of
from viewmodels.words.rows import Pair, Record


def record(case: RefundCase, almanac: Almanac) -> Record:
    """As a row of the list."""
    application = case.application
    pairs = (
        *_facts(case, almanac),
        Pair(Text("欠退时间") if case.owed else Text("状态时间"), since(case.since, almanac.clock())),
    )
    good, amount = application.state is RefundState.PAID_OUT, yuan(application.draft.fen)
    return Record(application.kind.label, case.standing.label, good, pairs, amount, application.number)


def about(case: RefundCase, almanac: Almanac) -> tuple[Pair, ...]:
    """As a form shows it on which two people say something about it; with what the merchant's platform has it under."""
    amount = Pair(Text("金额"), Text("{amount} 元", amount=yuan(case.application.draft.fen)))
    tried = (Pair(Text("商户退款单号"), Verbatim(case.repayment.number)),) if case.stuck and case.repayment else ()
    return (amount, *_facts(case, almanac), *tried)


def _facts(case: RefundCase, almanac: Almanac) -> tuple[Pair, ...]:
    application = case.application
    applicant = application.draft.applicant or (application.account.holder if application.account else "")
    return (
        Pair(Text("申请人"), Verbatim(masked_name(applicant))),
        Pair(Text("申请编号"), Verbatim(application.number)),
        Pair(Text("险种"), period_of(application.draft.item)),
        Pair(Text("退费原因"), application.draft.ground.label),
        Pair(Text("退到"), refunds.destination(application, almanac.banks)),
    )
