"""The staff's own screens: refunds are decided here, orders ended. Not in the guide, and not offered to visitors."""

from domain.accounts.cards import masked
from domain.flows.engine import END, Screen, Table
from domain.flows.staff_orders import ORDERS, POSTED, SENT_BACK
from domain.flows.steps import Action, Entry, Form, Listing
from domain.flows.visit import OnDuty
from domain.forms import staff
from domain.forms.scopes import DOOR, STAFF
from domain.money import yuan
from domain.refunds.application import Application, Case
from domain.refunds.states import RefundState
from domain.terminal.outages import Outages
from domain.words import Text, Verbatim

Decision = Action[Outages, OnDuty]
SECTION = "staff"
NOTHING = Text("没有待办的退费申请")
A_PAGE = 2
"""They say more than a visitor's own do."""


def _question(application: Application, way: Text) -> Text:
    """What the visitor explained is read here: it is too long for a list."""
    explanation = application.draft.explanation.strip().rstrip("。")
    asked = Text("{amount} 元，{way}确定通过吗？", amount=yuan(application.draft.fen), way=way)
    return (
        Text("退费说明：{explanation}。{asked}", explanation=Verbatim(explanation), asked=asked)
        if explanation
        else asked
    )


def _approve(case: Case) -> Decision:
    application = case.application
    if case.by_network:
        return Action("approve", Text("通过"), staff.approve, _question(application, Text("由终端原路退回。")))
    to = Text("退到银行账户 {account}。", account=masked(application.draft.account.number))
    if not case.came_back:
        return Action("approve", Text("通过"), staff.approve, _question(application, to))
    to = Text("原支付渠道没有退成，{to}", to=to)
    return Action("approve", Text("通过"), staff.approve_to_bank, _question(application, to))


def actions(entry: Entry) -> tuple[Decision, ...]:
    """What staff can do about an application now. What goes back through its network they leave alone."""
    if not isinstance(entry, Case):
        return ()
    match entry.application.state:
        case RefundState.SUBMITTED:
            return (Action("take", Text("受理"), staff.take),)
        case RefundState.TAKEN:
            return (_approve(entry), Action("refuse", Text("不通过"), staff.open_refusal))
        case RefundState.APPROVED if not entry.by_network:
            return (Action("send", Text("退库"), staff.send),)
        case RefundState.SENDING if not entry.by_network:
            paid = Action("pay_out", Text("已退费"), staff.pay_out, Text("标记以后不能更改。银行确实已经付款了吗？"))
            return (paid, Action("give_back", Text("退回重审"), staff.give_back))
    return ()


PIN = Form(
    DOOR,
    staff.FORM,
    Text("工作人员登录"),
    (staff.NUMBER, staff.PIN),
    Text("登录"),
    staff.enter,
    ("admitted", "orders"),
    lead=Text("只供大厅工作人员使用"),
)
REFUNDS = Listing(
    STAFF,
    Text("退费审核"),
    staff.cases,
    NOTHING,
    ("refuse", "done"),
    other=Text("完成"),
    actions=actions,
    page=A_PAGE,
    caution=staff.caution,
)
REFUSE = Form(
    STAFF,
    staff.REFUSAL,
    Text("审核不通过"),
    (staff.REASON,),
    Text("提交"),
    staff.refuse,
    ("refused",),
    lead=Text("请写明原因，缴费人在申请记录里会看到"),
)

TABLE = Table(
    "staff",
    "staff.pin",
    {
        "staff.pin": Screen(PIN, {"admitted": "staff.refunds", "orders": "staff.orders"}, "S10", SECTION),
        "staff.refunds": Screen(REFUNDS, {"refuse": "staff.refuse", "done": END}, "S11", SECTION),
        "staff.refuse": Screen(REFUSE, {"refused": "staff.refunds"}, "S12", SECTION),
        "staff.orders": Screen(
            ORDERS,
            {"sent_back": "staff.sent_back", "posted": "staff.posted", "refunds": "staff.refunds"},
            "S13",
            SECTION,
        ),
        "staff.sent_back": Screen(SENT_BACK, {"settled": "staff.orders"}, "S14", SECTION),
        "staff.posted": Screen(POSTED, {"settled": "staff.orders"}, "S15", SECTION),
    },
)
