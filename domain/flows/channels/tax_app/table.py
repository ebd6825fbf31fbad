"""贵州税务APP: its download, registering and logging in, the menu, and the screens it shares with 支付宝 (guide 三).

城乡居民缴费 and 灵活就业人员缴费 need no login, but a name and a number; everything else does (BR11).
"""

from domain.flows.channels.tax_app import TAX_APP, money
from domain.flows.engine import Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.h5 import certificates, rows
from domain.flows.h5.skin import Skin
from domain.flows.steps import Entrance, Form, Menu, MenuGroup, MenuItem, Needs
from domain.flows.words import CLEARED
from domain.forms import account, identity
from domain.people.insurance import Scheme

SKIN = Skin(
    TAX_APP.id,
    declare="三(四)",
    flexible="三(五)",
    confirm="三(六)",
    resident="三(七)",
    proof="三(九)",
    tax="三(十)",
    records="三(五)(七)",
)

MENU = Menu(
    "社保缴费功能菜单",
    (
        MenuGroup(
            "灵活就业人员缴费",
            (
                MenuItem(
                    "flexible",
                    "灵活就业人员查询缴费",
                    "养老、医疗，也可以补缴",
                    "yuan",
                    Scheme.FLEXIBLE,
                    needs=Needs.NAME,
                ),
            ),
        ),
        MenuGroup(
            "城乡居民缴费",
            (
                MenuItem(
                    "resident", "城乡居民查询缴费", "养老、医疗，按年缴费", "people", Scheme.RESIDENT, needs=Needs.NAME
                ),
            ),
        ),
        MenuGroup(
            "缴费查询",
            (MenuItem("payment_records", "缴费记录", "各个渠道缴过的费", "list", needs=Needs.LOGIN),),
        ),
        certificates.menu_group(Needs.LOGIN),
        money.MENU_GROUP,
    ),
    "标着“不用登录”的直接办，其他的请先登录",
)


def _identify(business: str, section: str) -> dict[str, Screen]:
    """Who pays without having logged in."""
    form = Form(
        "visitor",
        "社保缴费",
        (identity.NAME, identity.number("证件号码"), identity.KIND),
        "查询",
        identity.identify_visitor,
        ("identified",),
        advice=CLEARED,
    )
    to = {"identified": f"tax_app.query_{business}"}
    return form_rows(f"tax_app.identify_{business}", form, to, "A01", section)


TABLE = Table(
    TAX_APP.id,
    TAX_APP.start,
    {
        "tax_app.download": Screen(
            Entrance(
                "功能入口",
                ("微信扫描二维码", "通过浏览器打开", "点击“下载”，完成安装", "注册并登录"),
                "注：社保缴费各功能模块中，“城乡居民缴费”和“灵活就业人员缴费”无需登录即可使用。",
                "不登录，直接缴费",
                "登录",
                "tax_app",
                "用微信扫一扫，下载“贵州税务”APP",
                Needs.LOGIN,
            ),
            {"enter": "tax_app.menu", "other": "tax_app.login"},
            "P00",
            "三(一)",
        ),
        **form_rows(
            "tax_app.login",
            Form(
                "login",
                "登录",
                (account.PHONE, account.CODE),
                "登录",
                account.log_in,
                ("menu", "register"),
                other="注册",
                lead="请填写手机号码，再取验证码",
                advice="本机用短信验证码登录，不用输入密码。没有注册过的请点【注册】",
            ),
            {"menu": "tax_app.menu", "register": "tax_app.register"},
            "P00",
            "三(一)",
        ),
        **form_rows(
            "tax_app.register",
            Form(
                "register",
                "注册",
                (identity.NAME, identity.number("证件号码"), identity.KIND, account.PHONE, account.CODE),
                "注册并登录",
                account.register,
                ("menu",),
                advice=CLEARED,
            ),
            {"menu": "tax_app.menu"},
            "P00",
            "三(一)",
        ),
        "tax_app.menu": Screen(
            MENU,
            {
                "flexible": "tax_app.query_flexible",
                "flexible_first": "tax_app.identify_flexible",
                "resident": "tax_app.query_resident",
                "resident_first": "tax_app.identify_resident",
                "payment_records": "tax_app.payment_records",
                "payment_records_first": "tax_app.login",
                "payment_proof": "tax_app.proof_year",
                "payment_proof_first": "tax_app.login",
                "tax_first": "tax_app.tax_first",
                "tax_first_first": "tax_app.login",
                "tax_reissue": "tax_app.tax_reissue",
                "tax_reissue_first": "tax_app.login",
                **money.MENU_TO,
            },
            "H02",
            "三(一)",
        ),
        **_identify("flexible", "三(五)"),
        **_identify("resident", "三(七)"),
        **rows.rows(SKIN),
        **money.rows(),
    },
    (Flow("entry", "三(一)", "other register", begin=""), *rows.flows(SKIN), *money.FLOWS),
)
