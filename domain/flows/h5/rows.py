"""The screens that 支付宝 and 贵州税务APP have in common (flows 1.2): one set of rows, two skins.

The guide's words are the same in both, down to 支付宝支付 in the APP's chapter: so the APP is paid through Alipay too.
"""

from domain.flows.engine import END, Flow, Screen
from domain.flows.h5 import certificates
from domain.flows.h5.skin import Skin
from domain.flows.steps import (
    App,
    Of,
    PayByQr,
    Periods,
    PickAgency,
    PickEnrolment,
    PickTier,
    Query,
    Recorded,
    Records,
    Result,
    Summary,
)
from domain.payment.order import Network
from domain.people.insurance import Scheme
from domain.words import NOTHING, Text, Verbatim

ARREARS_SHOWN = Text("当缴费人存在补缴的时候界面才会显示出来，不存在则不显示。")
CHECK_YOURS = Text("请确认自己的缴费信息。")
AGENCY_FIRST = Text("当选择医疗保险时需要先选择经办机构，否则无法选择参保信息。")
REGISTER_FIRST = Text("没有查到参保信息，请先到经办机构办理参保登记")
RECORDS_AT_HOME = Text("支付完成之后可以在首页查看缴费记录。")
ENROLLED = Text("参保信息")
ALIPAY = Text("支付宝支付")
PHONE = App(Text("支付宝"), Verbatim("支"), (Text("打开手机支付宝"), Text("点扫一扫"), Text("扫码，确认付款")))


def rows(skin: Skin) -> dict[str, Screen]:
    """All shared screens behind the menu."""
    return {**_flexible(skin), **_resident(skin), **_paying(skin), **_records(skin), **certificates.rows(skin)}


def flows(skin: Skin) -> tuple[Flow, ...]:
    """Those that lead through them."""
    return (
        Flow("flexible.declare_base", skin.declare, "flexible stop"),
        Flow("flexible.pay", skin.flexible, "flexible"),
        Flow("flexible.pay_arrears", skin.flexible, "flexible"),
        Flow("resident.confirm_amount", skin.confirm, "resident stop"),
        Flow("resident.pay", skin.resident, "resident"),
        Flow("payment_records", skin.records, "payment_records"),
        Flow("certificate.payment", skin.proof, "payment_proof"),
        Flow("certificate.tax_first", f"{skin.tax}1", "tax_first"),
        Flow("certificate.tax_reissue", f"{skin.tax}2", "tax_reissue"),
    )


def _flexible(skin: Skin) -> dict[str, Screen]:
    query, tier, summary = (skin.at(name) for name in ("query_flexible", "flexible_tier", "summary_flexible"))
    return {
        query: Screen(
            Query(
                Text("灵活就业人员查询缴费"),
                Periods.LISTED,
                Text("费款所属期"),
                Text("险种"),
                Text("下一步"),
                ENROLLED,
                (ARREARS_SHOWN,),
            ),
            {"next": tier},
            "H10",
            skin.flexible,
            counts=True,
        ),
        tier: Screen(
            PickTier(Text("请选择缴费档次金额"), Text("下一步"), Text("确认")),
            {"picked": summary, "stop": skin.at("declared")},
            "H11",
            skin.flexible,
            counts=True,
        ),
        skin.at("declared"): Screen(
            Recorded(Text("基数申报"), Text("缴费档次已记录"), Text("如需缴费，可继续下一步操作。"), Text("下一步")),
            {"done": END, "pay": summary},
            "H11",
            skin.declare,
        ),
    }


def _resident(skin: Skin) -> dict[str, Screen]:
    """Long because it is a table: every screen of 城乡居民 up to the payment, in the order in which they are met."""
    agency, enrolment, tier = (skin.at(f"resident_{name}") for name in ("agency", "enrolment", "tier"))
    summary = skin.at("summary_resident")
    return {
        skin.at("query_resident"): Screen(
            Query(
                Text("城乡居民查询缴费"),
                Periods.NONE,
                NOTHING,
                Text("缴费类型"),
                Text("下一步"),
                ENROLLED,
                (CHECK_YOURS, AGENCY_FIRST),
            ),
            {"next": agency},
            "H20",
            skin.resident,
            counts=True,
        ),
        agency: Screen(PickAgency(Text("选择经办机构")), {"picked": enrolment}, "H21", skin.resident, counts=True),
        enrolment: Screen(
            PickEnrolment(Text("选择参保信息"), Text("下一步"), REGISTER_FIRST),
            {"next": tier, "again": agency},
            "H22",
            skin.resident,
            counts=True,
        ),
        tier: Screen(
            PickTier(Text("缴费档次金额"), Text("下一步"), Text("确定")),
            {"picked": summary, "stop": skin.at("confirmed")},
            "H23",
            skin.resident,
            counts=True,
        ),
        skin.at("confirmed"): Screen(
            Recorded(
                Text("缴费金额确认"), Text("缴费金额已确认"), Text("如需缴费，可点击下一步继续操作。"), Text("下一步")
            ),
            {"done": END, "pay": summary},
            "H23",
            skin.confirm,
        ),
    }


def _paying(skin: Skin) -> dict[str, Screen]:
    """The amount once more, the code, the result. The button is called as the guide calls it in each section."""
    screens: dict[str, Screen] = {}
    for scheme, button, notes in ((Scheme.FLEXIBLE, ALIPAY, ()), (Scheme.RESIDENT, Text("支付宝缴费"), (CHECK_YOURS,))):
        summary, pay = skin.at(f"summary_{scheme}"), skin.at(f"pay_{scheme}")
        section = skin.flexible if scheme is Scheme.FLEXIBLE else skin.resident
        to_pay = {"next": pay, "changed": skin.at(f"{scheme}_tier")}
        step = Summary(Text("缴费信息确认"), Text("请核对缴费信息"), button, notes)
        screens[summary] = Screen(step, to_pay, "H12", section, counts=True)
        paid = {"paid": skin.at("result"), "cancelled": summary, "left": END}
        screens[pay] = Screen(PayByQr(Text("支付"), Network("alipay"), PHONE), paid, "H12", section, counts=True)
    result = Result(Text("支付结果"), ALIPAY, notes=(RECORDS_AT_HOME,))
    screens[skin.at("result")] = Screen(
        result, {"done": END, "another": skin.at("menu")}, "H13", skin.flexible, counts=True
    )
    return screens


def _records(skin: Skin) -> dict[str, Screen]:
    step = Records(Text("缴费记录"), Of.PAYMENTS, Text("没有查询到缴费记录"))
    return {skin.at("payment_records"): Screen(step, {"done": skin.at("menu")}, "H14", skin.flexible)}
