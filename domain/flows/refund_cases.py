"""What staff can do about a refund: the buttons of a case, by where it stands, and what each asks first."""

from collections.abc import Mapping

from domain.accounts.cards import masked
from domain.flows.steps import Action, Entry
from domain.flows.visit import OnDuty
from domain.forms import cases, orders, settling
from domain.money import yuan
from domain.refunds.application import Application
from domain.refunds.cases import RefundCase
from domain.refunds.holders import holder_of
from domain.refunds.states import RefundState
from domain.repayments.states import RepaymentState
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text, Verbatim, joined

Decision = Action[Outages, OnDuty]
ADDRESS: Decision = Action("address", Text("填写收款账户"), cases.open_address)
REFUSE: Decision = Action("refuse", Text("不通过"), cases.open_refusal)
SEND: Decision = Action("send", Text("退库"), cases.send)
PAID: Decision = Action(
    "pay_out",
    settling.WORDS["pay_out"].label,
    settling.open_pay_out,
    Text("标记以后不能更改。银行确实已经付款了吗？要第二位工作人员一起办。"),
)
NOT_PAID: Decision = Action("give_back", settling.WORDS["give_back"].label, settling.open_give_back)
TAKE_OVER: Decision = Action(
    "take_over",
    Text("改由人工办理"),
    cases.take_over,
    Text("支付机构没有收走这笔钱，可以改退到银行账户。确定由人工办理吗？"),
)
CAME_BACK: Decision = Action(
    "came_back",
    settling.WORDS["came_back"].label,
    settling.open_came_back,
    Text("银行把这笔钱退回来了吗？标记以后要重新审核，要第二位工作人员一起办。"),
)
SENT_BACK: Decision = Action(
    "sent_back",
    orders.SENT_BACK,
    settling.open_sent_back,
    Text("在商户平台查到这笔钱已经退给付款人了吗？没有查到不能记。要第二位工作人员一起办，退款单号照抄那里的。"),
)

STOP: Decision = Action(
    "stop",
    Text("不再重发"),
    cases.stop,
    Text("一天以上没有回音。停止以后只查结果，不再要求退；对账单里没有这笔，才能记为没有发出过。确定吗？"),
)
NEVER_SENT: Decision = Action(
    "never_sent",
    settling.NEVER_SENT,
    settling.open_never_sent,
    Text("对账单里没有这笔退款，也没有回音吗？记下以后重新审核，可以换别的方式退。要第二位工作人员一起办。"),
)
SILENT: Mapping[RepaymentState, tuple[Decision, ...]] = {
    RepaymentState.ASKED: (STOP,),
    RepaymentState.STOPPED: (NEVER_SENT,),
}
"""What more can be done about what its network has not answered for too long."""


def actions(entry: Entry) -> tuple[Decision, ...]:
    """What staff can do about an application now. What its network may have on its way they leave alone."""
    if not isinstance(entry, RefundCase):
        return ()
    match entry.application.state:
        case RefundState.SUBMITTED:
            return (Action("take", Text("受理"), cases.take),)
        case RefundState.TAKEN if entry.came_back and entry.application.account is None:
            return (ADDRESS, _approve(entry.application), REFUSE)
        case RefundState.TAKEN:
            return (_approve(entry.application), REFUSE)
        case RefundState.APPROVED if not entry.by_network:
            return (SEND,)
        case RefundState.SENDING if not entry.by_network:
            return (PAID, NOT_PAID)
        case RefundState.SENDING:
            return _while_sent(entry)
        case RefundState.PAID_OUT:
            return (CAME_BACK,)
    return ()


def _while_sent(case: RefundCase) -> tuple[Decision, ...]:
    """While it is sent back through its network."""
    if case.standing in {RepaymentState.SHORT, RepaymentState.CLOSED}:
        return (TAKE_OVER,)
    nowhere_to = case.standing is RepaymentState.ABNORMAL and case.application.account is None
    found = (SENT_BACK, *SILENT.get(case.repayment.state, ())) if case.stuck and case.repayment else ()
    return (*((ADDRESS,) if nowhere_to else ()), *found)


def _approve(application: Application) -> Decision:
    """What the visitor explained is read here, and whose account it is: it is too long for a list."""
    account, papers = application.account, holder_of(application).papers
    explanation = application.draft.explanation.strip().rstrip("。")
    to = Text("退到银行账户 {account}。", account=masked(account.number)) if account else Text("由终端原路退回付款人。")
    question = (
        Text("退费说明：{explanation}。", explanation=Verbatim(explanation)) if explanation else NOTHING,
        Text("{amount} 元，{way}", amount=yuan(application.draft.fen), way=to),
        Text("账户是{holder}的，应核对{papers}。", holder=holder_of(application).label, papers=papers)
        if papers
        else NOTHING,
        Text("确定通过吗？"),
    )
    return Action("approve", Text("通过"), cases.approve, joined(NOTHING, filter(None, question)))
