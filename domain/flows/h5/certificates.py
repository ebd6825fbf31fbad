"""Certificates in 支付宝 and 贵州税务APP (guide 二(六)(七), 三(九)(十)): one set of rows, two skins."""

from domain.flows.engine import END, Screen
from domain.flows.forms import form_rows
from domain.flows.h5.skin import Skin
from domain.flows.steps import Document, Form, Listing, MenuGroup, MenuItem, Needs
from domain.flows.visit import Certifying
from domain.flows.words import AS_NEEDED, NO_RECORDS, ONCE_FIRST, PRINT_NOTE
from domain.forms import certificates
from domain.forms.authority import AUTHORITY
from domain.forms.desks import CertificateDesk
from domain.forms.scopes import CERTIFICATES
from domain.words import Text

ONLY_PAID_YEARS = Text("输入年限确已缴社保费的，系统才会显示出来，不存在则不显示。")
WHICH_PERIODS = Text("请选税款所属起止年月和主管税务机关")
NUMBER_FIRST = Text("请先输入票证号码，再选税款所属起止年月")


KINDS = ("payment_proof", "tax_first", "tax_reissue")


def menu_group(needs: Needs) -> MenuGroup:
    """证明开具, as both menus have it."""
    return MenuGroup(
        Text("证明开具"),
        (
            MenuItem(KINDS[0], Text("社保缴费凭证"), Text("按年份开缴费证明"), "certificate", needs=needs, prints=True),
            MenuItem(KINDS[1], Text("首开完税证明"), Text("每笔缴费第一次开"), "document", needs=needs, prints=True),
            MenuItem(KINDS[2], Text("补开完税证明"), Text("再开一次，要票证号码"), "receipt", needs=needs, prints=True),
        ),
    )


def rows(skin: Skin) -> dict[str, Screen]:
    """All screens of certificates."""
    return {**_payment(skin), **_first(skin), **_reissue(skin)}


def _payment(skin: Skin) -> dict[str, Screen]:
    years = Listing(
        CERTIFICATES,
        Text("社保缴费凭证"),
        certificates.paid_years,
        Text("没有查到缴费年份"),
        ("chosen",),
        certificates.choose_year,
        each=Text("查询"),
        note=ONLY_PAID_YEARS,
    )
    payments = Listing(
        CERTIFICATES,
        Text("社保缴费凭证"),
        certificates.paid_in_year,
        Text("没有查到这一年的缴费"),
        ("issued",),
        certificates.issue_year,
        submit=Text("证明开具"),
    )
    year, year_payments, proof = skin.at("proof_year"), skin.at("proof_payments"), skin.at("payment_document")
    return {
        year: Screen(years, {"chosen": year_payments}, "H30", skin.proof, counts=True),
        year_payments: Screen(payments, {"issued": proof}, "H31", skin.proof, counts=True),
        proof: _document(skin, Text("社保缴费证明开具"), "H32", skin.proof),
    }


def _first(skin: Skin) -> dict[str, Screen]:
    form = Form(
        CERTIFICATES,
        certificates.FIRST_FORM,
        Text("首开完税证明"),
        (certificates.PERIODS.begin, certificates.PERIODS.end, AUTHORITY),
        Text("查询"),
        certificates.ask_openable,
        ("found", "records"),
        other=Text("开具记录"),
        lead=WHICH_PERIODS,
        advice=ONCE_FIRST,
        prepare=certificates.fill_authority,
        about=True,
    )
    found = Listing(
        CERTIFICATES,
        Text("首开完税记录"),
        certificates.openable,
        certificates.NOT_OPENED,
        ("issued",),
        certificates.open_one,
        each=Text("开具"),
    )
    to = {"found": skin.at("first_payments"), "records": skin.at("first_records")}
    document = {"issued": skin.at("tax_document")}
    return {
        **form_rows(skin.at("tax_first"), form, to, "H40", f"{skin.tax}1", counts=True),
        skin.at("first_payments"): Screen(found, document, "H41", f"{skin.tax}1", counts=True),
        skin.at("first_records"): Screen(
            _records(Text("首开完税记录"), reissues=False), document, "H43", f"{skin.tax}1"
        ),
        skin.at("tax_document"): _document(skin, Text("完税证明开具单"), "H42", f"{skin.tax}1"),
    }


def _reissue(skin: Skin) -> dict[str, Screen]:
    form = Form(
        CERTIFICATES,
        certificates.REISSUE_FORM,
        Text("补开完税证明"),
        (
            certificates.NUMBER,
            certificates.WIDE_PERIODS.begin,
            certificates.WIDE_PERIODS.end,
            AUTHORITY,
        ),
        Text("查询"),
        certificates.ask_reissuable,
        ("found", "records"),
        other=Text("开具记录"),
        lead=NUMBER_FIRST,
        prepare=certificates.fill_authority,
    )
    found = Listing(
        CERTIFICATES,
        Text("补开完税证明"),
        certificates.reissuable,
        certificates.NOT_FOUND,
        ("issued",),
        certificates.reissue,
        each=Text("开具"),
    )
    to = {"found": skin.at("reissue_found"), "records": skin.at("reissue_records")}
    document = {"issued": skin.at("tax_document")}
    return {
        **form_rows(skin.at("tax_reissue"), form, to, "H50", f"{skin.tax}2", counts=True),
        skin.at("reissue_found"): Screen(found, document, "H50", f"{skin.tax}2", counts=True),
        skin.at("reissue_records"): Screen(
            _records(Text("补开完税记录"), reissues=True), document, "H53", f"{skin.tax}2"
        ),
    }


def _records(title: Text, *, reissues: bool) -> Listing[CertificateDesk, Certifying]:
    """开具记录: what was issued before, to be looked at and printed again under its own number."""
    rows = certificates.reissued if reissues else certificates.first_issued
    return Listing(CERTIFICATES, title, rows, NO_RECORDS, ("issued",), certificates.look_at, each=Text("查看"))


def _document(skin: Skin, title: Text, code: str, section: str) -> Screen:
    to = {"done": skin.at("menu"), "cancelled": skin.at("menu"), "left": END}
    return Screen(Document(title, AS_NEEDED, PRINT_NOTE), to, code, section, counts=True)
