"""贵州税务APP: its download, registering and logging in, the menu, and the screens it shares with 支付宝 (guide 三).

城乡居民缴费 and 灵活就业人员缴费 need no login, but a name and a number; everything else does (BR11).
"""

from domain.flows.channels.matters import ACCOUNT, CERTIFICATE, DECLARE, PAY, RECORDS, REFUND
from domain.flows.channels.tax_app import TAX_APP, money
from domain.flows.engine import Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.h5 import certificates, rows
from domain.flows.h5.skin import Skin
from domain.flows.steps import Entrance, Form, Menu, MenuGroup, MenuItem, Needs
from domain.flows.words import CLEARED
from domain.forms import account, identity
from domain.forms.scopes import IDENTITY
from domain.people.insurance import Scheme
from domain.words import Text

SKIN = Skin(
    TAX_APP.id,
    declare="三(四)",
    flexible="三(五)",
    confirm="三(六)",
    resident="三(七)",
    proof=Text("三(九)"),
    tax=Text("三(十)"),
    records="三(五)(七)",
)

MENU = Menu(
    Text("社保缴费功能菜单"),
    (
        MenuGroup(
            Text("灵活就业人员缴费"),
            (
                MenuItem(
                    "flexible",
                    Text("灵活就业人员查询缴费"),
                    Text("养老、医疗，也可以补缴"),
                    "yuan",
                    Scheme.FLEXIBLE,
                    needs=Needs.NAME,
                ),
            ),
        ),
        MenuGroup(
            Text("城乡居民缴费"),
            (
                MenuItem(
                    "resident",
                    Text("城乡居民查询缴费"),
                    Text("养老、医疗，按年缴费"),
                    "people",
                    Scheme.RESIDENT,
                    needs=Needs.NAME,
                ),
            ),
        ),
        MenuGroup(
            Text("缴费查询"),
            (MenuItem("payment_records", Text("缴费记录"), Text("各个渠道缴过的费"), "list", needs=Needs.LOGIN),),
        ),
        certificates.menu_group(Needs.LOGIN),
        money.MENU_GROUP,
    ),
    Text("标着“不用登录”的直接办，其他的请先登录"),
    serves={
        PAY.id: ("flexible", "resident"),
        DECLARE.id: ("flexible",),
        RECORDS.id: ("payment_records",),
        CERTIFICATE.id: certificates.KINDS,
        REFUND.id: ("refund_normal", "refund_special"),
        ACCOUNT.id: ("accounts", "agreements"),
    },
)


def _identify(business: str, section: str) -> dict[str, Screen]:
    """Who pays without having logged in."""
    form = Form(
        IDENTITY,
        "visitor",
        Text("社保缴费"),
        (identity.NAME, identity.number(Text("证件号码")), identity.KIND),
        Text("查询"),
        identity.identify_visitor,
        ("identified",),
        prepare=identity.known,
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
                Text("功能入口"),
                (Text("微信扫描二维码"), Text("通过浏览器打开"), Text("点击“下载”，完成安装"), Text("注册并登录")),
                Text("注：社保缴费各功能模块中，“城乡居民缴费”和“灵活就业人员缴费”无需登录即可使用。"),
                Text("不登录，直接缴费"),
                Text("登录"),
                "tax_app",
                Text("用微信扫一扫，下载“贵州税务”APP"),
                Needs.LOGIN,
                other_for=(RECORDS.id, CERTIFICATE.id, REFUND.id, ACCOUNT.id),
            ),
            {"enter": "tax_app.menu", "other": "tax_app.login"},
            "P00",
            "三(一)",
        ),
        **form_rows(
            "tax_app.login",
            Form(
                IDENTITY,
                "login",
                Text("登录"),
                (account.PHONE, account.CODE),
                Text("登录"),
                account.log_in,
                ("menu", "register"),
                other=Text("注册"),
                lead=Text("请填写手机号码，再取验证码"),
                advice=Text("本机用短信验证码登录，不用输入密码。没有注册过的请点【注册】"),
            ),
            {"menu": "tax_app.menu", "register": "tax_app.register"},
            "P00",
            "三(一)",
        ),
        **form_rows(
            "tax_app.register",
            Form(
                IDENTITY,
                "register",
                Text("注册"),
                (identity.NAME, identity.number(Text("证件号码")), identity.KIND, account.PHONE, account.CODE),
                Text("注册并登录"),
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
