"""云闪付: every screen, and where each outcome leads (flows 1.4)."""

from domain.flows.channels import CHANNELS
from domain.flows.channels.matters import PAY
from domain.flows.channels.unionpay import UNIONPAY
from domain.flows.engine import END, Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.steps import (
    App,
    Closed,
    ConfirmAgency,
    Entrance,
    Form,
    Menu,
    MenuGroup,
    MenuItem,
    Notice,
    PayByQr,
    Periods,
    PickTier,
    Query,
    Result,
    Summary,
)
from domain.flows.words import CLEARED
from domain.forms import identity
from domain.forms.fields import AgencyField
from domain.forms.scopes import ENROLMENT
from domain.payment.order import Network
from domain.people.insurance import Insurance, Scheme
from domain.words import NOTHING, Text, Verbatim

NOT_ENTERED = Text(
    "支付成功后，可能存在写入税务部门信息系统失败或系统对账失败，这时银行将在1-5个工作日原路退回所缴费款。"
    "请留意缴费后几天内银行卡是否有退款情况，并保留支付凭证备查。"
)
ENOUGH = Text("请选择一张余额充足的银行卡后“确认付款”。")
CLOSED_AT_NIGHT = Text(
    "云闪付APP在每日22:50至次日00:10时段进行对账，期间暂停办理社会保险费各项业务，"
    "为避免该时段无法缴费的情况，请您提前安排缴费时间，不便之处，敬请谅解！"
)
REFUND_DAYS = (1, 5)
WRONG_AGENCY = Text("您选择的经办机构与登记的经办机构不一致，请重新选择正确的经办机构")
"""The sense of the guide's picture; its wording could not be read (flows 1.5)."""
WHERE_ENROLLED = Text("不知道在哪里参保的，请问大厅工作人员，或拨打 12366")

FLEXIBLE, RESIDENT = Scheme.FLEXIBLE, Scheme.RESIDENT
PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL

MENU = Menu(
    Text("社保费缴纳"),
    (
        MenuGroup(
            Text("灵活就业人员"),
            (
                MenuItem("flexible_pension", Text("灵活就业养老保险"), Text("按月缴费"), "yuan", FLEXIBLE, PENSION),
                MenuItem("flexible_medical", Text("灵活就业医疗保险"), Text("按月缴费"), "health", FLEXIBLE, MEDICAL),
            ),
        ),
        MenuGroup(
            Text("城乡居民"),
            (
                MenuItem("resident_pension", Text("城乡居民养老保险"), Text("按年缴费"), "people", RESIDENT, PENSION),
                MenuItem("resident_medical", Text("城乡居民医疗保险"), Text("按年缴费"), "health", RESIDENT, MEDICAL),
            ),
        ),
    ),
    Text("请选择要办理的险种"),
    serves={PAY.id: ("flexible_pension", "flexible_medical", "resident_pension", "resident_medical")},
)
AGENCY = AgencyField("agency", Text("经办机构"))
WHO = (identity.NAME, identity.number(Text("身份证号码")))


def _flexible() -> dict[str, Screen]:
    section = "四(二)"
    form = Form(
        ENROLMENT,
        "visitor",
        Text("查询"),
        WHO,
        Text("查询"),
        identity.identify_insured,
        ("identified",),
        prepare=identity.known_too,
        advice=CLEARED,
    )
    to = {"identified": "unionpay.query_flexible"}
    return {
        **form_rows("unionpay.identify_flexible", form, to, "U10", section, counts=True),
        "unionpay.query_flexible": Screen(
            Query(Text("缴费年份及险种"), Periods.YEARS, Text("缴费年份"), Text("险种"), Text("下一步")),
            {"next": "unionpay.flexible_tier"},
            "U11",
            section,
            counts=True,
        ),
        "unionpay.flexible_tier": Screen(
            PickTier(Text("选择缴费基数"), Text("下一步")),
            {"picked": "unionpay.summary_flexible"},
            "U12",
            section,
            counts=True,
        ),
        "unionpay.summary_flexible": Screen(
            Summary(Text("缴费信息"), Text("请核对缴费信息"), Text("缴费"), (NOT_ENTERED, CLOSED_AT_NIGHT)),
            {"next": "unionpay.pay_flexible", "changed": "unionpay.flexible_tier"},
            "U13",
            section,
            counts=True,
        ),
        "unionpay.pay_flexible": _pay("unionpay.summary_flexible", section),
    }


def _resident() -> dict[str, Screen]:
    """Long because it is a table: every screen of 城乡居民 up to the payment, in the order in which they are met."""
    section = "四(三)"
    fields = (*WHO, AGENCY)
    form = Form(
        ENROLMENT,
        "visitor",
        Text("查询"),
        fields,
        Text("查询"),
        identity.identify_at_agency,
        ("identified", "mismatch"),
        prepare=identity.known_too,
        advice=CLEARED,
    )
    to = {"identified": "unionpay.confirm_agency", "mismatch": "unionpay.wrong_agency"}
    return {
        **form_rows("unionpay.identify_resident", form, to, "U20", section, counts=True),
        "unionpay.wrong_agency": Screen(
            Notice(
                Text("社保费缴纳"),
                Text("提示"),
                WRONG_AGENCY,
                Text("您选的是"),
                WHERE_ENROLLED,
                Text("确定"),
                "visitor",
                AGENCY,
            ),
            {"done": "unionpay.identify_resident"},
            "U21",
            section,
        ),
        "unionpay.confirm_agency": Screen(
            ConfirmAgency(Text("确认经办机构"), Text("请再次确认经办机构信息"), Text("确定"), Text("重新选择")),
            {"next": "unionpay.query_resident", "again": "unionpay.identify_resident"},
            "U22",
            section,
            counts=True,
        ),
        "unionpay.query_resident": Screen(
            Query(Text("选择缴费年份"), Periods.YEARS, Text("缴费年份"), NOTHING, Text("查询")),
            {"next": "unionpay.resident_tier"},
            "U23",
            section,
            counts=True,
        ),
        "unionpay.resident_tier": Screen(
            PickTier(Text("缴费基数信息"), Text("确认")), {"picked": "unionpay.check"}, "U24", section, counts=True
        ),
        "unionpay.check": Screen(
            Summary(Text("核对信息"), Text("请核对相关信息"), Text("确认")),
            {"next": "unionpay.summary_resident", "changed": "unionpay.resident_tier"},
            "U25",
            section,
            counts=True,
        ),
        "unionpay.summary_resident": Screen(
            Summary(Text("缴费信息确认"), Text("请再次确认缴费信息"), Text("去缴费"), (NOT_ENTERED, CLOSED_AT_NIGHT)),
            {"next": "unionpay.pay_resident", "changed": "unionpay.resident_tier"},
            "U26",
            section,
            counts=True,
        ),
        "unionpay.pay_resident": _pay("unionpay.summary_resident", section),
    }


def _pay(before: str, section: str) -> Screen:
    step = PayByQr(Text("付款"), Network("unionpay"), PHONE, (ENOUGH, NOT_ENTERED))
    to = {"paid": "unionpay.result", "cancelled": before, "left": END}
    return Screen(step, to, "U40", section, counts=True)


PHONE = App(Text("云闪付"), Verbatim("云"), (Text("打开手机云闪付"), Text("点扫一扫"), Text("选银行卡，确认付款")))
OTHERS = {channel.id: channel.start for channel in CHANNELS.values() if channel is not UNIONPAY}
"""What one can do at night."""

FLOWS = (
    Flow("entry.city_service", "四(一)1", begin=""),
    Flow("entry.scan", "四(一)2", begin="scan"),
    Flow("flexible.pay", "四(二)", "flexible_pension"),
    Flow("resident.pay", "四(三)", "resident_pension"),
    Flow("resident.office_mismatch", "四(三)", "resident_pension mismatch"),
    Flow("closed_for_reconciliation", "四(二)", begin="closed"),
)

TABLE = Table(
    UNIONPAY.id,
    UNIONPAY.start,
    {
        "unionpay.city_service": Screen(
            Entrance(
                Text("云闪付“城市服务”进入"),
                (Text("打开云闪付APP首页"), Text("选择【城市服务】"), Text("选择【社保缴费】")),
                CLOSED_AT_NIGHT,
                Text("社保缴费"),
                Text("扫一扫进入"),
            ),
            {"enter": "unionpay.menu", "other": "unionpay.scan"},
            "U00",
            "四(一)1",
        ),
        "unionpay.scan": Screen(
            Entrance(
                Text("云闪付“扫一扫”进入"),
                (Text("打开云闪付APP首页"), Text("点“扫一扫”"), Text("扫描下方二维码")),
                CLOSED_AT_NIGHT,
                Text("社保费缴纳"),
                Text("城市服务进入"),
                "unionpay",
                Text("用云闪付扫一扫，进入“社保费缴纳”"),
            ),
            {"enter": "unionpay.menu", "other": "unionpay.city_service"},
            "U00",
            "四(一)2",
        ),
        "unionpay.menu": Screen(
            MENU,
            {
                "flexible_pension": "unionpay.identify_flexible",
                "flexible_medical": "unionpay.identify_flexible",
                "resident_pension": "unionpay.identify_resident",
                "resident_medical": "unionpay.identify_resident",
            },
            "U01",
            "四(一)1",
        ),
        **_flexible(),
        **_resident(),
        "unionpay.result": Screen(
            Result(Text("支付结果"), Text("云闪付"), REFUND_DAYS, (NOT_ENTERED,)),
            {"done": END, "another": "unionpay.menu"},
            "U41",
            "四(二)",
            counts=True,
        ),
        "unionpay.closed": Screen(
            Closed(Text("社保费缴纳"), Text("云闪付正在对账"), (CLOSED_AT_NIGHT,), tuple(OTHERS)),
            {"open": UNIONPAY.start, "done": END, **OTHERS},
            "U00",
            "四(二)",
        ),
    },
    FLOWS,
)
