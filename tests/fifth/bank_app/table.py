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
from domain.payment.order import Network
from domain.people.insurance import Insurance, Scheme

from . import CHANNEL

PENSION = MenuItem("pension", "灵活就业养老保险", "按月缴费", "yuan", Scheme.FLEXIBLE, Insurance.PENSION)
WHO = (identity.number("身份证号码"), identity.NAME)
TAPS = ("打开银行APP", "点扫一扫", "扫码，确认付款")
CODE, SECTION = "B00", "五"

TABLE = Table(
    CHANNEL.id,
    CHANNEL.start,
    {
        "bank_app.entrance": Screen(
            Entrance(
                "功能入口", ("打开银行APP",), "没有要注意的。", "社保缴费", link="bank_app", scan="用银行APP扫一扫"
            ),
            {"enter": "bank_app.menu"},
            CODE,
            SECTION,
        ),
        "bank_app.menu": Screen(
            Menu("社保缴费", (MenuGroup("灵活就业人员", (PENSION,)),)), {"pension": "bank_app.identify"}, CODE, SECTION
        ),
        **form_rows(
            "bank_app.identify",
            Form("visitor", "查询", WHO, "查询", identity.identify_insured, ("identified",)),
            {"identified": "bank_app.query"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.query": Screen(
            Query("缴费年份及险种", Periods.YEARS, "缴费年份", "险种", "下一步"),
            {"next": "bank_app.tier"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.tier": Screen(
            PickTier("选择缴费等级", "下一步"), {"picked": "bank_app.summary"}, CODE, SECTION, counts=True
        ),
        "bank_app.summary": Screen(
            Summary("缴费信息", "请核对缴费信息", "缴费"),
            {"next": "bank_app.pay", "changed": "bank_app.tier"},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.pay": Screen(
            PayByQr("付款", Network("bank_pay"), App("银行APP", "银", TAPS)),
            {"paid": "bank_app.result", "cancelled": "bank_app.summary", "left": END},
            CODE,
            SECTION,
            counts=True,
        ),
        "bank_app.result": Screen(Result("支付结果", "银行APP"), {"done": END}, CODE, SECTION, counts=True),
    },
    (Flow("entry", SECTION, begin=""), Flow("pay", SECTION, "pension")),
)
