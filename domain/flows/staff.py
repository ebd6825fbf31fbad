"""The staff's own screens: refunds are decided here, orders and bills seen to. Not in the guide, nor for visitors."""

from domain.flows import staff_bills, staff_day, staff_desk, staff_devices, staff_find, staff_refunds, staff_settings
from domain.flows.engine import END, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.refund_cases import ways
from domain.flows.staff_orders import ORDERS, POSTED, SENT_BACK
from domain.flows.steps import Cases, Form
from domain.forms import bank, cases, staff
from domain.forms.scopes import DOOR, STAFF
from domain.terminal.duty import Duty
from domain.words import Text

SECTION = "staff"
STARTS = ("orders", "bills", "devices")
"""The pages to which the door leads if something waits there."""

PIN = Form(
    DOOR,
    staff.FORM,
    Text("工作人员登录"),
    (staff.NUMBER, staff.PIN),
    Text("登录"),
    staff.enter,
    ("admitted", *STARTS),
    lead=Text("只供大厅工作人员使用"),
)
REFUNDS = Cases(
    Text("退费审核"),
    cases.cases,
    ways,
    Text("没有待办的退费申请"),
    ("refuse", "address", "second", "sent_back", "never_sent", *staff_desk.others(staff_desk.REFUNDS), "done"),
    other=Text("完成"),
    caution=staff.caution,
)
REFUSE = Form(
    STAFF,
    cases.REFUSAL,
    Text("审核不通过"),
    (cases.REASON,),
    Text("提交"),
    cases.refuse,
    ("refused",),
    lead=Text("请写明原因，缴费人在申请记录里会看到"),
)
ADDRESS = Form(
    STAFF,
    cases.ADDRESS,
    Text("收款账户"),
    (bank.BANK, cases.ACCOUNT, cases.HOLDER),
    Text("提交"),
    cases.address,
    ("addressed",),
    lead=Text("请照缴费人带来的银行卡和身份证件填写"),
    advice=Text("支付机构能直接退到这张卡的，由终端办理；不能的，退回商户以后由银行退到这里。"),
)

TABLE = Table(
    "staff",
    "staff.pin",
    {
        "staff.pin": Screen(
            PIN, {"admitted": "staff.refunds", **{id: staff_desk.PAGES[id].at for id in STARTS}}, "S10", SECTION
        ),
        "staff.refunds": Screen(
            REFUNDS,
            {
                "refuse": "staff.refuse",
                "address": "staff.address",
                "second": "staff.second",
                "sent_back": "staff.refund_sent_back",
                "never_sent": "staff.never_sent",
                "done": END,
                **staff_desk.ways(staff_desk.REFUNDS),
            },
            "S11",
            SECTION,
        ),
        "staff.refuse": Screen(REFUSE, {"refused": "staff.refunds"}, "S12", SECTION),
        **form_rows("staff.address", ADDRESS, {"addressed": "staff.refunds"}, "S13", SECTION),
        "staff.orders": Screen(
            ORDERS,
            {
                "sent_back": "staff.sent_back",
                "posted": "staff.posted",
                **staff_desk.ways(staff_desk.ORDERS),
            },
            "S14",
            SECTION,
        ),
        "staff.sent_back": Screen(SENT_BACK, {"settled": "staff.orders"}, "S15", SECTION),
        "staff.posted": Screen(POSTED, {"settled": "staff.orders"}, "S16", SECTION),
        "staff.second": Screen(staff_refunds.SECOND, {"settled": "staff.refunds"}, "S17", SECTION),
        "staff.refund_sent_back": Screen(staff_refunds.SENT_BACK, {"settled": "staff.refunds"}, "S18", SECTION),
        "staff.never_sent": Screen(staff_refunds.NEVER_SENT, {"settled": "staff.refunds"}, "S23", SECTION),
        "staff.bills": Screen(
            staff_bills.BILLS,
            {
                "sent_back": "staff.bill_sent_back",
                "posted": "staff.bill_posted",
                "looked_into": "staff.bill_looked_into",
                **staff_desk.ways(staff_desk.BILLS),
            },
            "S19",
            SECTION,
        ),
        "staff.bill_sent_back": Screen(staff_bills.SENT_BACK, {"settled": "staff.bills"}, "S20", SECTION),
        "staff.bill_posted": Screen(staff_bills.POSTED, {"settled": "staff.bills"}, "S21", SECTION),
        **staff_devices.ROWS,
        **staff_day.ROWS,
        **staff_find.ROWS,
        **staff_settings.ROWS,
        "staff.bill_looked_into": Screen(staff_bills.LOOKED_INTO, {"settled": "staff.bills"}, "S22", SECTION),
    },
)


def waiting(duty: Duty) -> dict[str, int]:
    """How much somebody has to do on the desk's pages, by their ids; asked of the books, so off the GUI thread."""
    return {
        staff_desk.ORDERS.id: len(duty.orders.waiting()),
        staff_desk.BILLS.id: len(duty.bills.ledger.cases.open()),
        staff_desk.REFUNDS.id: sum(bool(ways(case)) for case in duty.office.cases()),
    }
