"""Certificates in 微信 (guide 一(六)(七)): asked for by months, or reissued from a list."""

from domain.flows.engine import END, Screen
from domain.flows.forms import form_rows
from domain.flows.steps import Document, Form, Listing, MenuGroup, MenuItem
from domain.flows.words import LOOK_FIRST, NO_RECORDS, ONCE_FIRST, PRINT_NOTE, TO_PHONE
from domain.forms import certificates
from domain.forms.scopes import CERTIFICATES
from domain.words import Text

CONFIRM = Text("用户信息确认")

MENU_GROUP = MenuGroup(
    Text("证明开具"),
    (
        MenuItem(
            "payment_certificate", Text("社保费缴费证明"), Text("证明缴过哪些费，可以打印"), "certificate", prints=True
        ),
        MenuItem("tax_certificate", Text("完税证明开具—社保费"), Text("每笔缴费第一次开"), "document", prints=True),
        MenuItem("tax_reissue", Text("补开税收完税证明—社保费"), Text("开过的再开一次"), "receipt", prints=True),
    ),
)
MENU_TO = {name: f"wechat.{name}" for name in ("payment_certificate", "tax_certificate", "tax_reissue")}


def rows() -> dict[str, Screen]:
    """All screens of certificates: a table, in the order in which they are met."""
    return {
        **form_rows(
            "wechat.payment_certificate",
            Form(
                CERTIFICATES,
                certificates.PAYMENT_FORM,
                CONFIRM,
                (certificates.PAID_MONTHS.begin, certificates.PAID_MONTHS.end, certificates.CAPTCHA),
                Text("查询"),
                certificates.ask_payment,
                ("issued",),
                lead=Text("请核对信息，选查询时间，输入图中的数字"),
                advice=LOOK_FIRST,
                about=True,
            ),
            {"issued": "wechat.payment_document"},
            "W30",
            "一(六)",
            counts=True,
        ),
        "wechat.payment_document": _document(Text("社保费缴费证明"), "W31", "一(六)"),
        **form_rows(
            "wechat.tax_certificate",
            Form(
                CERTIFICATES,
                certificates.FIRST_FORM,
                CONFIRM,
                (certificates.PERIODS.begin, certificates.PERIODS.end),
                Text("查询"),
                certificates.ask_first,
                ("issued",),
                lead=Text("请核对信息，再选税款所属起止年月"),
                advice=ONCE_FIRST,
                about=True,
            ),
            {"issued": "wechat.tax_document"},
            "W40",
            "一(七)1",
            counts=True,
        ),
        "wechat.tax_document": _document(Text("完税证明"), "W41", "一(七)1"),
        "wechat.tax_reissue": Screen(
            Listing(
                CERTIFICATES,
                CONFIRM,
                certificates.first_issued,
                NO_RECORDS,
                ("issued",),
                certificates.reissue,
                each=Text("补开"),
                about=True,
            ),
            {"issued": "wechat.reissue_document"},
            "W45",
            "一(七)2",
            counts=True,
        ),
        "wechat.reissue_document": _document(Text("补开完税证明"), "W46", "一(七)2"),
    }


def _document(title: Text, code: str, section: str) -> Screen:
    to = {"done": "wechat.menu", "cancelled": "wechat.menu", "left": END}
    return Screen(Document(title, TO_PHONE, PRINT_NOTE), to, code, section, counts=True)
