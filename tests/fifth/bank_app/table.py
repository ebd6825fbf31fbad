"""The bank's app: every screen, and where each outcome leads."""

from domain.flows.engine import END, Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.steps import (
    App,
    Entrance,
    Form,
    Menu,
    MenuGroup,
    MenuItem,
    PayByQr,
    Periods,
    PickTier,
    Query,
    Result,
    Summary,
)
from domain.forms import identity
from domain.forms.scopes import ENROLMENT
from domain.payment.order import Network
from domain.people.insurance import Insurance, Scheme
from domain.words import Text, Verbatim

from . import CHANNEL

PENSION = MenuItem("pension", Text("灵活就业养老保险"), Text("按月缴费"), "yuan", Scheme.FLEXIBLE, Insurance.PENSION)
WHO = (identity.number(Text("身份证号码")), identity.NAME)
TAPS = (Text("打开银行APP"), Text("点扫一扫"), Text("扫码，确认付款"))
CODE, SECTION = "B00", Verbatim("五")

TABLE = Table(
    CHANNEL.id,
    CHANNEL.start,
    {
        "bank_app.entrance": Screen(
            Entrance(
                Text("功能入口"),
                (Text("打开银行APP"),),
                Text("没有要注意的。"),
                Text("社保缴费"),
                link="bank_app",
                scan=Text("用银行APP扫一扫"),
            ),
            {"enter": "bank_app.menu"},
            CODE,
            SECTION,
        ),
        "bank_app.menu": Screen(
            Menu(Text("社保缴费"), (MenuGroup(Text("灵活就业人员"), (PENSION,)),)),
            {"pension": "bank_app.identify"},
            CODE,
            SECTION,
        ),
        **form_rows(
            "bank_app.identify",
            Form(ENROLMENT, "visitor", Text("查询"), WHO, Text("查询"), identity.identify_insured, ("identified",)),
            {"identified": "bank_app.query"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.query": Screen(
            Query(Text("缴费年份及险种"), Periods.YEARS, Text("缴费年份"), Text("险种"), Text("下一步")),
            {"next": "bank_app.tier"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.tier": Screen(
            PickTier(Text("选择缴费等级"), Text("下一步")), {"picked": "bank_app.summary"}, CODE, SECTION, counts=True
        ),
        "bank_app.summary": Screen(
            Summary(Text("缴费信息"), Text("请核对缴费信息"), Text("缴费")),
            {"next": "bank_app.pay", "changed": "bank_app.tier"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.pay": Screen(
            PayByQr(Text("付款"), Network("bank_pay"), App(Text("银行APP"), Verbatim("银"), TAPS)),
            {"paid": "bank_app.result", "cancelled": "bank_app.summary", "left": END},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.result": Screen(
            Result(Text("支付结果"), Text("银行APP")),
            {"done": END, "another": "bank_app.menu"},
            CODE,
            SECTION,
            counts=True,
        ),
    },
    (Flow("entry", SECTION, begin=""), Flow("pay", SECTION, "pension")),
)
