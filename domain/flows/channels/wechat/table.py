"""微信: every screen, and where each outcome leads (flows 1.1)."""

from domain.flows.channels.wechat import WECHAT, certificates
from domain.flows.engine import END, Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.steps import (
    App,
    Confirm,
    Entrance,
    Form,
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
from domain.payment.order import Network
from domain.people.insurance import Scheme

ONLY_WECHAT_PAY = "系统目前暂提供“微信支付”的缴款方式。"
REFUNDED_IF_LOST = "支付成功后，如果因系统原因导致缴费失败，银行将在2-5个工作日原路退回所缴费费款。"

REFUND_DAYS = (2, 5)

MENU = Menu(
    "社保费功能列表",
    (
        MenuGroup(
            "灵活就业社保费业务",
            (
                MenuItem("flexible_self", "自主缴费", "给自己缴养老、医疗保险", "yuan", Scheme.FLEXIBLE),
                MenuItem("flexible_other", "代他人缴费", "替家人或别人缴费", "people", Scheme.FLEXIBLE),
                MenuItem(
                    "tier_records", "灵活就业基本养老（选档）记录查询", "看看以前选过哪一档", "list", Scheme.FLEXIBLE
                ),
            ),
        ),
        MenuGroup(
            "城乡居民社保费业务",
            (
                MenuItem("resident_self", "自主缴费", "给自己缴费，也可以补缴养老保险", "yuan", Scheme.RESIDENT),
                MenuItem("resident_other", "代他人缴费", "替家人或别人缴费", "people", Scheme.RESIDENT),
            ),
        ),
        certificates.MENU_GROUP,
    ),
)


def _confirmation(scheme: Scheme, code: str, section: str, step: Confirm) -> dict[str, Screen]:
    """缴费信息确认 with the full-screen choices that it opens, and the end for who only declares."""
    at = f"wechat.confirm_{scheme}"
    agency, period, tier = (f"wechat.{scheme}_{what}" for what in ("agency", "period", "tier"))
    kept = f"wechat.{step.kept}"
    listed = {"arrears": "wechat.arrears"} if scheme is Scheme.RESIDENT else {}
    return {
        at: Screen(
            step,
            {
                "pay": "wechat.pick_method",
                "stop": kept,
                **listed,
                "pick_agency": agency,
                "pick_period": period,
                "pick_tier": tier,
            },
            code,
            section,
            counts=True,
        ),
        agency: Screen(PickAgency("社保经办机构"), {"picked": at}, code, section),
        period: Screen(PickPeriod(step.fields[3]), {"picked": at}, code, section),
        tier: Screen(PickTier("缴费档次", "确定"), {"picked": at}, code, section),
    }


def _payee(scheme: Scheme, section: str) -> dict[str, Screen]:
    """缴费人信息: the person paid for comes first, then 缴费信息确认 (flows 1.9, 1)."""
    fields = (identity.KIND, identity.NAME, identity.number("身份证号码"))
    advice = f"请填写您要代缴的人。{CLEARED}"
    form = Form("payee", "缴费人信息", fields, "下一步", identity.identify_payee, ("identified",), advice=advice)
    to = {"identified": f"wechat.confirm_{scheme}"}
    return form_rows(f"wechat.payee_{scheme}", form, to, "W15", section, counts=True)


PHONE = App("微信", "微", ("打开手机微信", "点＋号扫一扫", "扫码，确认付款"), scan="")

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
                "公众号进入",
                ("关注公众号“贵州税务”", "享服务", "社保缴费"),
                "通过微信搜索公众号“贵州税务”，或者使用微信【扫一扫】关注公众号。",
                "社保缴费",
                "城市服务进入",
                "official_account",
                "用微信扫一扫，关注“贵州税务”公众号",
                located=True,
            ),
            {"enter": "wechat.identify", "other": "wechat.city_service"},
            "W00",
            "一(一)1",
        ),
        "wechat.city_service": Screen(
            Entrance(
                "微信“城市服务”进入",
                ("我", "支付", "城市服务", "社保综合", "贵州社保缴费服务"),
                "注：需确认当前定位为贵州省范围内，如贵阳。",
                "贵州社保缴费服务",
                "公众号进入",
                located=True,
            ),
            {"enter": "wechat.identify", "other": "wechat.official_account"},
            "W00b",
            "一(一)2",
        ),
        **form_rows(
            "wechat.identify",
            Form(
                "visitor",
                "用户认证",
                (identity.KIND, identity.number("证件号码"), identity.NAME),
                "确定",
                identity.identify_visitor,
                ("identified",),
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
            Scheme.FLEXIBLE,
            "W10",
            "一(三)1",
            Confirm(
                "缴费信息确认",
                Scheme.FLEXIBLE,
                ("缴费险种", "社保经办机构", "是否补缴", "费款所属期", "缴费档次"),
                Kept.DECLARED,
                "暂不缴费",
                ("缴费档次选择完毕后，系统会进行记录。",),
            ),
        ),
        "wechat.declared": Screen(
            Recorded(
                "基数申报",
                "缴费档次已记录",
                "缴费人可通过【灵活就业基本养老（选档）记录查询】进行查询。如需缴费，点击【下一步】。",
                "下一步",
            ),
            {"done": END, "pay": "wechat.pick_method"},
            "W10",
            "一(二)",
            counts=True,
        ),
        "wechat.tier_records": Screen(
            Records("灵活就业基本养老（选档）记录查询", Of.TIERS, "未查询到选档记录"),
            {"done": "wechat.menu"},
            "W11",
            "一(二)",
        ),
        **_payee(Scheme.RESIDENT, "一(五)2"),
        **_confirmation(
            Scheme.RESIDENT,
            "W20",
            "一(五)1",
            Confirm(
                "缴费信息确认",
                Scheme.RESIDENT,
                ("缴费险种", "社保经办机构", "缴费类型", "缴费年份", "缴费档次"),
                Kept.CONFIRMED,
                "暂不缴费",
            ),
        ),
        "wechat.confirmed": Screen(
            Recorded("缴费金额确认", "缴费金额已确认", "如需缴费，点击【下一步】进入缴费页面。", "下一步"),
            {"done": END, "pay": "wechat.pick_method"},
            "W20",
            "一(四)",
            counts=True,
        ),
        "wechat.arrears": Screen(
            PickBills("补缴明细确认", "下一步", "没有需要补缴的费用"),
            {"pay": "wechat.pick_method", "nothing": "wechat.confirm_resident"},
            "W21",
            "一(五)1",
            counts=True,
        ),
        "wechat.pick_method": Screen(
            PickMethod("选择缴款方式", ("微信支付",), "下一步", (ONLY_WECHAT_PAY, REFUNDED_IF_LOST)),
            {
                "next": "wechat.pay",
                "changed_flexible": "wechat.confirm_flexible",
                "changed_resident": "wechat.confirm_resident",
            },
            "W12",
            "一(三)1",
            counts=True,
        ),
        "wechat.pay": Screen(
            PayByQr("支付", Network("wechat"), PHONE, (REFUNDED_IF_LOST,)),
            {"paid": "wechat.result", "cancelled": "wechat.pick_method", "left": END},
            "W13",
            "一(三)1",
            counts=True,
        ),
        "wechat.result": Screen(
            Result("支付结果", "微信支付", REFUND_DAYS, (REFUNDED_IF_LOST,)),
            {"done": END},
            "W14",
            "一(三)1",
            counts=True,
        ),
        **certificates.rows(),
    },
    FLOWS,
)
