"""支付宝: the way in, the menu, and the screens it shares with the APP (guide 二, flows 1.2)."""

from domain.flows.channels.alipay import ALIPAY
from domain.flows.channels.matters import CERTIFICATE, DECLARE, PAY, RECORDS
from domain.flows.engine import Flow, Screen, Table
from domain.flows.forms import form_rows
from domain.flows.h5 import certificates, rows
from domain.flows.h5.skin import Skin
from domain.flows.steps import Entrance, Form, Menu, MenuGroup, MenuItem, Needs
from domain.flows.words import CLEARED
from domain.forms import identity
from domain.forms.scopes import IDENTITY
from domain.people.insurance import Scheme
from domain.words import NOTHING, Text

SKIN = Skin(
    ALIPAY.id,
    declare="二(二)",
    flexible="二(三)",
    confirm="二(四)",
    resident="二(五)",
    proof="二(六)",
    tax="二(七)",
    records="二(三)(五)",
)

MENU = Menu(
    Text("社保缴费功能菜单"),
    (
        MenuGroup(
            Text("灵活就业人员缴费"),
            (
                MenuItem(
                    "flexible", Text("灵活就业人员查询缴费"), Text("养老、医疗，也可以补缴"), "yuan", Scheme.FLEXIBLE
                ),
            ),
        ),
        MenuGroup(
            Text("城乡居民缴费"),
            (MenuItem("resident", Text("城乡居民查询缴费"), Text("养老、医疗，按年缴费"), "people", Scheme.RESIDENT),),
        ),
        MenuGroup(Text("缴费查询"), (MenuItem("payment_records", Text("缴费记录"), Text("各个渠道缴过的费"), "list"),)),
        certificates.menu_group(Needs.NOTHING),
    ),
    serves={
        PAY.id: ("flexible", "resident"),
        DECLARE.id: ("flexible",),
        RECORDS.id: ("payment_records",),
        CERTIFICATE.id: certificates.KINDS,
    },
)

TABLE = Table(
    ALIPAY.id,
    ALIPAY.start,
    {
        "alipay.city_hall": Screen(
            Entrance(
                Text("功能入口"),
                (
                    Text("打开支付宝，进入首页"),
                    Text("点击【市民中心】"),
                    Text("点击【社保】"),
                    Text("选择【社保缴费】"),
                ),
                NOTHING,
                Text("社保缴费"),
            ),
            {"enter": "alipay.identify"},
            "A00",
            "二(一)",
        ),
        **form_rows(
            "alipay.identify",
            Form(
                IDENTITY,
                "visitor",
                Text("社保缴费"),
                (identity.NAME, identity.number(Text("证件号码")), identity.KIND),
                Text("查询"),
                identity.identify_visitor,
                ("identified",),
                prepare=identity.known,
                advice=Text("证件类型默认为身份证，您可以根据自身情况进行更改。{cleared}", cleared=CLEARED),
            ),
            {"identified": "alipay.menu"},
            "A01",
            "二(一)",
        ),
        "alipay.menu": Screen(
            MENU,
            {
                "flexible": "alipay.query_flexible",
                "resident": "alipay.query_resident",
                "payment_records": "alipay.payment_records",
                "payment_proof": "alipay.proof_year",
                "tax_first": "alipay.tax_first",
                "tax_reissue": "alipay.tax_reissue",
            },
            "H02",
            "二(一)",
        ),
        **rows.rows(SKIN),
    },
    (Flow("entry", "二(一)", begin=""), *rows.flows(SKIN)),
)
