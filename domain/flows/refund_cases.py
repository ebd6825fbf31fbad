"""What staff can do about a refund: the ways out of a case, by where it stands, and what is read before each."""

from collections.abc import Mapping

from domain.accounts.cards import masked
from domain.flows.steps import WayOut
from domain.forms import cases, orders, settling
from domain.money import yuan
from domain.refunds.application import Application
from domain.refunds.cases import RefundCase
from domain.refunds.holders import holder_of
from domain.refunds.states import RefundState
from domain.repayments.states import RepaymentState
from domain.words import NOTHING, Text, Verbatim, joined

TAKE = WayOut("take", Text("受理"), cases.take, Text("开始审核"))
ADDRESS = WayOut("address", Text("填写收款账户"), cases.open_address, Text("退到银行账户"))
REFUSE = WayOut("refuse", Text("不通过"), cases.open_refusal, Text("不退，写明原因"))
SEND = WayOut("send", Text("退库"), cases.send, Text("由银行付款"))
PAID = WayOut(
    "pay_out",
    settling.WORDS["pay_out"].label,
    settling.open_pay_out,
    Text("银行已经付款"),
    Text("标记以后不能更改：先查清银行确实已经付款。"),
    two=True,
)
NOT_PAID = WayOut(
    "give_back",
    settling.WORDS["give_back"].label,
    settling.open_give_back,
    Text("银行没有付款"),
    Text("银行没有付款，回到审核，可以换个账户再退。"),
    two=True,
)
TAKE_OVER = WayOut(
    "take_over",
    Text("改由人工办理"),
    cases.take_over,
    Text("可以改退到银行账户"),
    Text("支付机构没有收走这笔钱，可以改退到银行账户。改由人工办理以后，机器不再原路退。"),
)
CAME_BACK = WayOut(
    "came_back",
    settling.WORDS["came_back"].label,
    settling.open_came_back,
    Text("银行把钱退了回来"),
    Text("查清银行把这笔钱退回来了再记，记下以后要重新审核。"),
    two=True,
)
SENT_BACK = WayOut(
    "sent_back",
    orders.SENT_BACK,
    settling.open_sent_back,
    orders.BACK_WITH_THE_PAYER,
    Text("在商户平台查到这笔钱已经退给付款人才能记，没有查到不能记。照抄那里的退款单号。"),
    two=True,
)
STOP = WayOut(
    "stop",
    Text("不再重发"),
    cases.stop,
    Text("以后只查结果"),
    Text("一天以上没有回音。停止以后只查结果，不再要求退；对账单里没有这笔，才能记为没有发出过。"),
)
NEVER_SENT = WayOut(
    "never_sent",
    settling.NEVER_SENT,
    settling.open_never_sent,
    Text("对账单里没有这笔"),
    Text("对账单里没有这笔退款，也没有回音才能记。记下以后重新审核，可以换别的方式退。"),
    two=True,
)
SILENT: Mapping[RepaymentState, tuple[WayOut, ...]] = {
    RepaymentState.ASKED: (STOP,),
    RepaymentState.STOPPED: (NEVER_SENT,),
}
"""What more can be done about what its network has not answered for too long."""


def ways(case: RefundCase) -> tuple[WayOut, ...]:
    """What staff can do about an application now. What its network may have on its way they leave alone."""
    match case.application.state:
        case RefundState.SUBMITTED:
            return (TAKE,)
        case RefundState.TAKEN if case.came_back and case.application.account is None:
            return (ADDRESS, _approve(case.application), REFUSE)
        case RefundState.TAKEN:
            return (_approve(case.application), REFUSE)
        case RefundState.APPROVED if not case.by_network:
            return (SEND,)
        case RefundState.SENDING if not case.by_network:
            return (PAID, NOT_PAID)
        case RefundState.SENDING:
            return _while_sent(case)
        case RefundState.PAID_OUT:
            return (CAME_BACK,)
    return ()


def _while_sent(case: RefundCase) -> tuple[WayOut, ...]:
    """While it is sent back through its network."""
    if case.standing in {RepaymentState.SHORT, RepaymentState.CLOSED}:
        return (TAKE_OVER,)
    nowhere_to = case.standing is RepaymentState.ABNORMAL and case.application.account is None
    found = (SENT_BACK, *SILENT.get(case.repayment.state, ())) if case.stuck and case.repayment else ()
    return (*((ADDRESS,) if nowhere_to else ()), *found)


def _approve(application: Application) -> WayOut:
    """What the visitor explained is read here, and whose account it is: it is too long for a list."""
    account, papers = application.account, holder_of(application).papers
    explanation = application.draft.explanation.strip().rstrip("。")
    to = Text("退到银行账户 {account}。", account=masked(account.number)) if account else Text("由终端原路退回付款人。")
    read = (
        Text("退费说明：{explanation}。", explanation=Verbatim(explanation)) if explanation else NOTHING,
        Text("{amount} 元，{way}", amount=yuan(application.draft.fen), way=to),
        Text("账户是{holder}的，应核对{papers}。", holder=holder_of(application).label, papers=papers)
        if papers
        else NOTHING,
    )
    means = Text("退到银行账户") if account else Text("原路退回付款人")
    return WayOut("approve", Text("通过"), cases.approve, means, joined(NOTHING, filter(None, read)))
