"""微信: every screen, and where each outcome leads (flows 1.1)."""

from dataclasses import replace

from domain.flows.channels.matters import CERTIFICATE, DECLARE, PAY, RECORDS
from domain.flows.channels.wechat import WECHAT, certificates
from domain.flows.engine import END, Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.steps import (
    App,
    Confirm,
    Entrance,
    Form,
    Household,
    HouseholdResult,
    Kept,
    Menu,
    MenuGroup,
    MenuItem,
    Of,
    PayByQr,
    PickAgency,
    PickBills,
    PickMethod,
    PickPeriod,
    PickTier,
    Recorded,
    Records,
    Result,
)
from domain.flows.words import CLEARED
from domain.forms import identity
from domain.forms.scopes import IDENTITY, PAYEE
from domain.payment.order import Network
from domain.people.insurance import Scheme
from domain.words import NOTHING, Text, Verbatim

ONLY_WECHAT_PAY = Text("系统目前暂提供“微信支付”的缴款方式。")
REFUNDED_IF_LOST = Text("支付成功后，如果因系统原因导致缴费失败，银行将在2-5个工作日原路退回所缴费款。")

WHERE_RECORDED = Text("缴费人可通过【灵活就业基本养老（选档）记录查询】进行查询。")
RECORDED = Text("缴费档次选择完毕后，系统会进行记录，{where}", where=WHERE_RECORDED)
EACH_ALONE = Text("每人一笔，分别记账，缴费记录和证明各是各的。")
BACK_ALONE = Text("哪一笔没有缴成，只退那一笔的钱，别人的照常缴成。")

REFUND_DAYS = (2, 5)

CONFIRM_RESIDENT = Confirm(
    Text("缴费信息确认"),
    Scheme.RESIDENT,
    (Text("缴费险种"), Text("社保经办机构"), Text("缴费类型"), Text("缴费年份"), Text("缴费档次")),
    Kept.CONFIRMED,
    Text("暂不缴费"),
)
ARREARS = PickBills(Text("补缴明细确认"), Text("下一步"), Text("没有需要补缴的费用"))

MENU = Menu(
    Text("社保费功能列表"),
    (
        MenuGroup(
            Text("灵活就业社保费业务"),
            (
                MenuItem("flexible_self", Text("自主缴费"), Text("给自己缴养老、医疗保险"), "yuan", Scheme.FLEXIBLE),
                MenuItem("flexible_other", Text("代他人缴费"), Text("替家人或别人缴费"), "people", Scheme.FLEXIBLE),
                MenuItem(
                    "tier_records",
                    Text("灵活就业基本养老（选档）记录查询"),
                    Text("看看以前选过哪一档"),
                    "list",
                    Scheme.FLEXIBLE,
                ),
            ),
        ),
        MenuGroup(
            Text("城乡居民社保费业务"),
            (
                MenuItem(
                    "resident_self", Text("自主缴费"), Text("给自己缴费，也可以补缴养老保险"), "yuan", Scheme.RESIDENT
                ),
                MenuItem("resident_other", Text("代他人缴费"), Text("替家人或别人缴费"), "people", Scheme.RESIDENT),
            ),
        ),
        certificates.MENU_GROUP,
    ),
    serves={
        PAY.id: ("flexible_self", "flexible_other", "resident_self", "resident_other"),
        DECLARE.id: ("flexible_self", "flexible_other"),
        RECORDS.id: ("tier_records",),
        CERTIFICATE.id: tuple(item.id for item in certificates.MENU_GROUP.items),
    },
)


def _confirmation(
    step: Confirm, code: str, section: str, at: str, whose: str, pay: str, arrears: str = "", *, counts: bool = True
) -> dict[str, Screen]:
    """缴费信息确认 with the full-screen choices that it opens, and the end for who only declares."""
    agency, period, tier = (f"wechat.{whose}_{what}" for what in ("agency", "period", "tier"))
    listed = {"arrears": arrears} if arrears else {}
    return {
        at: Screen(
            step,
            {
                "pay": pay,
                "stop": f"wechat.{step.kept}",
                **listed,
                "pick_agency": agency,
                "pick_period": period,
                "pick_tier": tier,
            },
            code,
            section,
            counts=counts,
        ),
        agency: Screen(PickAgency(Text("社保经办机构")), {"picked": at}, code, section),
        period: Screen(PickPeriod(step.fields[3]), {"picked": at}, code, section),
        tier: Screen(PickTier(Text("缴费档次"), Text("确定")), {"picked": at}, code, section),
    }


def _household(section: str) -> dict[str, Screen]:
    """More than one is paid for by one code; each is confirmed as the first was. The guide has one only."""
    pay, arrears = "wechat.household", "wechat.member_arrears"
    form = Form(
        PAYEE,
        "member",
        Text("缴费人信息"),
        (identity.KIND, identity.NAME, identity.number(Text("身份证号码"))),
        Text("下一步"),
        identity.identify_member,
        ("identified",),
        advice=Text("请填写您还要代缴的家人。{cleared}", cleared=CLEARED),
    )
    return {
        pay: Screen(
            Household(Text("代他人缴费"), Text("下一步"), (EACH_ALONE, BACK_ALONE)),
            {"next": "wechat.household_pay", "add": "wechat.member"},
            "W22",
            section,
        ),
        **form_rows("wechat.member", form, {"identified": "wechat.confirm_member"}, "W22", section),
        **_confirmation(
            replace(CONFIRM_RESIDENT, stop=NOTHING),
            *("W22", section, "wechat.confirm_member", "member", pay, arrears),
            counts=False,
        ),
        arrears: Screen(ARREARS, {"pay": pay, "nothing": "wechat.confirm_member"}, "W22", section),
        "wechat.household_pay": Screen(
            PayByQr(Text("支付"), Network("wechat"), PHONE, (BACK_ALONE, REFUNDED_IF_LOST)),
            {"paid": "wechat.household_result", "cancelled": pay, "left": END},
            "W23",
            section,
            counts=True,
        ),
        "wechat.household_result": Screen(
            HouseholdResult(Text("支付结果"), Text("微信支付"), REFUND_DAYS, (REFUNDED_IF_LOST,)),
            {"done": END, "another": "wechat.menu"},
            "W24",
            section,
            counts=True,
        ),
    }


def _payee(scheme: Scheme, section: str) -> dict[str, Screen]:
    """缴费人信息: the person paid for comes first, then 缴费信息确认 (flows 1.9, 1)."""
    fields = (identity.KIND, identity.NAME, identity.number(Text("身份证号码")))
    advice = Text("请填写您要代缴的人。{cleared}", cleared=CLEARED)
    form = Form(
        PAYEE,
        "payee",
        Text("缴费人信息"),
        fields,
        Text("下一步"),
        identity.identify_payee,
        ("identified",),
        advice=advice,
    )
    to = {"identified": f"wechat.confirm_{scheme}"}
    return form_rows(f"wechat.payee_{scheme}", form, to, "W15", section, counts=True)


PHONE = App(
    Text("微信"), Verbatim("微"), (Text("打开手机微信"), Text("点＋号扫一扫"), Text("扫码，确认付款")), scan=NOTHING
)

FLOWS = (
    Flow("entry.official_account", "一(一)1", begin=""),
    Flow("entry.city_service", "一(一)2", begin="city_service"),
    Flow("flexible.declare_base", "一(二)", "flexible_self stop"),
    Flow("flexible.tier_records", "一(二)", "tier_records"),
    Flow("flexible.pay_self", "一(三)1", "flexible_self"),
    Flow("flexible.pay_other", "一(三)2", "flexible_other"),
    Flow("resident.confirm_amount", "一(四)", "resident_self stop"),
    Flow("resident.pay_self", "一(五)1", "resident_self"),
    Flow("resident.pay_arrears", "一(五)1", "resident_self arrears"),
    Flow("resident.pay_other", "一(五)2", "resident_other"),
    Flow("certificate.payment", "一(六)", "payment_certificate"),
    Flow("certificate.tax_first", "一(七)1", "tax_certificate"),
    Flow("certificate.tax_reissue", "一(七)2", "tax_reissue"),
)

TABLE = Table(
    WECHAT.id,
    WECHAT.start,
    {
        "wechat.official_account": Screen(
            Entrance(
                Text("公众号进入"),
                (Text("关注公众号“贵州税务”"), Text("享服务"), Text("社保缴费")),
                Text("通过微信搜索公众号“贵州税务”，或者使用微信【扫一扫】关注公众号。"),
                Text("社保缴费"),
                Text("城市服务进入"),
                "official_account",
                Text("用微信扫一扫，关注“贵州税务”公众号"),
                located=True,
            ),
            {"enter": "wechat.identify", "other": "wechat.city_service"},
            "W00",
            "一(一)1",
        ),
        "wechat.city_service": Screen(
            Entrance(
                Text("微信“城市服务”进入"),
                (Text("我"), Text("支付"), Text("城市服务"), Text("社保综合"), Text("贵州社保缴费服务")),
                Text("注：需确认当前定位为贵州省范围内，如贵阳。"),
                Text("贵州社保缴费服务"),
                Text("公众号进入"),
                located=True,
            ),
            {"enter": "wechat.identify", "other": "wechat.official_account"},
            "W00b",
            "一(一)2",
        ),
        **form_rows(
            "wechat.identify",
            Form(
                IDENTITY,
                "visitor",
                Text("用户认证"),
                (identity.KIND, identity.number(Text("证件号码")), identity.NAME),
                Text("确定"),
                identity.identify_visitor,
                ("identified",),
                prepare=identity.known,
                advice=CLEARED,
            ),
            {"identified": "wechat.menu"},
            "W01",
            "一(一)1",
        ),
        "wechat.menu": Screen(
            MENU,
            {
                "flexible_self": "wechat.confirm_flexible",
                "flexible_other": "wechat.payee_flexible",
                "tier_records": "wechat.tier_records",
                "resident_self": "wechat.confirm_resident",
                "resident_other": "wechat.payee_resident",
                **certificates.MENU_TO,
            },
            "W02",
            "一(一)1",
        ),
        **_payee(Scheme.FLEXIBLE, "一(三)2"),
        **_confirmation(
            Confirm(
                Text("缴费信息确认"),
                Scheme.FLEXIBLE,
                (Text("缴费险种"), Text("社保经办机构"), Text("是否补缴"), Text("费款所属期"), Text("缴费档次")),
                Kept.DECLARED,
                Text("暂不缴费"),
                (RECORDED,),
            ),
            *("W10", "一(三)1", "wechat.confirm_flexible", "flexible", "wechat.pick_method"),
        ),
        "wechat.declared": Screen(
            Recorded(
                Text("基数申报"),
                Text("缴费档次已记录"),
                Text("{where}如需缴费，点击【下一步】。", where=WHERE_RECORDED),
                Text("下一步"),
            ),
            {"done": END, "pay": "wechat.pick_method"},
            "W10",
            "一(二)",
        ),
        "wechat.tier_records": Screen(
            Records(Text("灵活就业基本养老（选档）记录查询"), Of.TIERS, Text("未查询到选档记录")),
            {"done": "wechat.menu"},
            "W11",
            "一(二)",
        ),
        **_payee(Scheme.RESIDENT, "一(五)2"),
        **_confirmation(
            CONFIRM_RESIDENT,
            *("W20", "一(五)1", "wechat.confirm_resident", "resident", "wechat.pick_method", "wechat.arrears"),
        ),
        "wechat.confirmed": Screen(
            Recorded(
                Text("缴费金额确认"),
                Text("缴费金额已确认"),
                Text("如需缴费，点击【下一步】进入缴费页面。"),
                Text("下一步"),
            ),
            {"done": END, "pay": "wechat.pick_method"},
            "W20",
            "一(四)",
        ),
        "wechat.arrears": Screen(
            ARREARS,
            {"pay": "wechat.pick_method", "nothing": "wechat.confirm_resident"},
            "W21",
            "一(五)1",
        ),
        "wechat.pick_method": Screen(
            PickMethod(
                Text("选择缴款方式"),
                (Text("微信支付"),),
                Text("下一步"),
                (ONLY_WECHAT_PAY, REFUNDED_IF_LOST),
                together=Text("再加一位家人"),
            ),
            {
                "next": "wechat.pay",
                "changed_flexible": "wechat.confirm_flexible",
                "changed_resident": "wechat.confirm_resident",
                "household": "wechat.household",
            },
            "W12",
            "一(三)1",
            counts=True,
        ),
        "wechat.pay": Screen(
            PayByQr(Text("支付"), Network("wechat"), PHONE, (REFUNDED_IF_LOST,)),
            {"paid": "wechat.result", "cancelled": "wechat.pick_method", "left": END},
            "W13",
            "一(三)1",
            counts=True,
        ),
        "wechat.result": Screen(
            Result(Text("支付结果"), Text("微信支付"), REFUND_DAYS, (REFUNDED_IF_LOST,)),
            {"done": END, "another": "wechat.menu"},
            "W14",
            "一(三)1",
            counts=True,
        ),
        **_household("一(五)2"),
        **certificates.rows(),
    },
    FLOWS,
)
