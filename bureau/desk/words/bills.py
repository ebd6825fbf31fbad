"""What bills have otherwise than our books."""

from collections.abc import Mapping

from bureau.desk.words.common import Fact, Moment, ahead, tile, time, who_told
from bureau.desk.words.orders import TERMINAL, paid_for
from domain.money import Fen, yuan
from domain.people.person import Masked
from domain.reconciliation import telling
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseState
from domain.reconciliation.office import BillCase
from domain.reconciliation.report import Difference, Outcome, Report
from domain.reconciliation.telling import stands
from domain.words import Text, Verbatim

BUCKETS: Mapping[Bucket, tuple[Text, Text]] = {
    Bucket.MATCH: (Text("两边相符"), Text("单号、金额、时间都对")),
    Bucket.OURS_ONLY: (Text("只有我方"), Text("我们记了，账单里没有")),
    Bucket.THEIRS_ONLY: (Text("只有对方"), Text("账单里有，我们没有记")),
    Bucket.DIFFERS: (Text("金额不同"), Text("单号对，钱数不对")),
}
"""In this order everywhere, with what each means."""
KINDS = {Kind.PAYMENT: Text("收"), Kind.REFUND: Text("退")}
THERE = {Kind.PAYMENT: Text("有这笔收款"), Kind.REFUND: Text("有这笔退款")}
STATES = {
    CaseState.OPEN: Text("等人处理"),
    CaseState.CLEARED: Text("后来对上了"),
    CaseState.SETTLED: Text("两人已记下"),
    CaseState.LOOKED_INTO: Text("问过"),
}
OUTCOMES = {
    Outcome.DONE: Text("{time} 收到，逐笔对过"),
    Outcome.NOTHING: Text("{time} 对方说这天没有账"),
    Outcome.NOT_READY: Text("还没有账单"),
    Outcome.BROKEN: Text("收到的账单不可信"),
    Outcome.SILENT: Text("对方没有应答"),
}
NOT_YET = Text("还没有账单")


Side = tuple[Text, Text, Text, bool]
"""What, ours, theirs, and whether they differ."""


def outcome(report: Report | None) -> Text:
    """How far a bill has come; none that is not there is an empty one."""
    if report is None:
        return NOT_YET
    told = OUTCOMES[report.outcome]
    return told.of(time=time(report.at)) if "{time}" in told.message else told


def own_total(report: Report | None) -> tuple[bool, Text]:
    """The bill's own total beside ours: whether they agree, in words."""
    if report is None or not report.is_final:
        return True, Verbatim("—")
    if report.over == 0:
        return True, Text("一致")
    over = yuan(Fen(abs(report.over)))
    return False, Text("多 {amount}", amount=over) if report.over > 0 else Text("少 {amount}", amount=over)


def standing(row: Difference) -> tuple[bool, Text]:
    """Whether a row needs nobody any more, and in words."""
    if row.settled:
        return True, Text("两人已记下")
    return (True, Text("后来对上了")) if row.explained else (False, Text("等人处理"))


def sides(case: BillCase, insured: Masked | None) -> tuple[Side, ...]:
    """Both sides next to each other."""
    told, order = case.case, case.order
    ours, theirs = _amount(told.ours), _amount(told.theirs)
    nothing = Verbatim("—")
    state = stands(order.state) if order else Text("没有这一笔")
    there = Text("账单里没有") if told.theirs is None else THERE[told.subject.kind]
    rows = [
        (Text("状态"), state, there, told.ours is None or told.theirs is None),
        (Text("金额"), ours, theirs, told.ours != told.theirs),
        (Text("单号"), _own(case), Verbatim(told.transaction or "—"), False),
    ]
    if order:
        who = Verbatim(f"{insured.name} {insured.number}") if insured else Text("现在查不到")
        rows += [(Text("缴费人"), who, nothing, False), (Text("费款"), paid_for(order), nothing, False)]
        rows += [(Text("付款时间"), time(order.paid_at or order.created_at), nothing, False)]
    if case.application:
        number, label = Verbatim(case.application.number), case.application.state.label
        rows += [(Text("退费申请"), Text("{number}：{state}", number=number, state=label), nothing, False)]
    return tuple(rows)


def facts(case: BillCase) -> tuple[Fact, ...]:
    """How it ended, if it did."""
    told = case.case
    return (
        *((Fact(Text("凭证或退款单号"), Verbatim(told.proof)),) if told.proof else ()),
        *((Fact(Text("为什么这样办"), Verbatim(told.reason)),) if told.reason else ()),
    )


def steps(case: BillCase, names: Mapping[str, str]) -> tuple[Moment, ...]:
    """What has happened to it, from the first."""
    reconciling = {**TERMINAL, "terminal": Text("对账")}
    return tuple(
        Moment(
            time(step.at),
            who_told(step.who, names, reconciling),
            telling.step(step),
            at=step.at,
        )
        for step in case.steps
    )


def what_follows(case: BillCase) -> tuple[Moment, ...]:
    if case.case.state is not CaseState.OPEN:
        return ()
    return (
        ahead(Text("接着"), Text("中心"), Text("两人都签字以后，先再问一次支付渠道；它有明确答复就不手工记")),
        ahead(Text("办完"), Text("对账"), Text("再对一次，结果不变；这一笔不再等人")),
    )


def network(case: BillCase) -> Text:
    return tile(case.case.subject.network).name


def _amount(fen: Fen | None) -> Text:
    return Verbatim("—") if fen is None else Text("{amount} 元", amount=yuan(fen))


def _own(case: BillCase) -> Text:
    subject = case.case.subject
    return Verbatim("—") if subject.reference == case.case.transaction else Verbatim(subject.reference)
