"""社保缴费退费申请及协议签订 in 贵州税务APP: accounts, agreements, refunds (guide 三(二)(三)(八))."""

from domain.agreements.agreement import Agreement
from domain.flows.engine import Flow, Screen
from domain.flows.forms import form_rows
from domain.flows.steps import Action, Entry, Form, Listing, MenuGroup, MenuItem, Needs, Review, Saved
from domain.flows.visit import Agreeing, Refunding, Reporting
from domain.forms import accounts, agreements, bank, refunds
from domain.forms.authority import AUTHORITY
from domain.forms.desks import AccountDesk, AgreementDesk, ClaimDesk
from domain.forms.scopes import ACCOUNTS, AGREEMENTS, CLAIMS
from domain.refunds.application import Application, Kind
from domain.refunds.events import Withdrawn
from domain.refunds.life import TRANSITIONS
from domain.refunds.queries import NONE_FOUND
from domain.refunds.ways import TO_THE_ACCOUNT
from domain.words import Text

STARRED = Text("带（*）的信息必须填写，否则将会出现相应的提示")
WITH_CARD = Text("请对照银行卡，提交前再核对一次")
FIXED = Text("账户性质为个人银行结算账户，币种为人民币。")
"""What no person may choose otherwise (facts 4.5)."""
ONLY_PAID = Text("当缴费人存在缴费信息并且已缴费的时候才能进行退费申请，不存在则不显示。")
VERIFIED_FIRST = Text("银行验证成功以后，协议才生效。生效以后，社保费由银行从这个账户扣款；协议可以撤销。")
SENT_BACK = Text("审核通过后退费将原路退回付款时使用的账户，不用填写银行账户。")
BY_NETWORK = Text("{starred}。审核通过后退费将原路退回，不用填写银行账户。", starred=STARRED)
A_PAGE, REASONS_A_PAGE = 3, 2
"""Their rows say more than others do, and a reason may have many lines."""
NO_ACCOUNT = Text("没有查询到银行账户信息")
ADD_ACCOUNT = Text("缴费人没有新建过银行账户信息的，查询则不显示，可以进行新增。")
NO_REPORTED = Text("没有报告过银行账户，可以直接填写")
NO_AGREEMENT = Text("没有查询到社保费协议")
ADD_AGREEMENT = Text("当缴费人没有进行社保费协议签订时，查询则不显示，可以进行新增。")
NO_APPLICATION = Text("没有查询到退费申请")

MENU_GROUP = MenuGroup(
    Text("社保缴费退费申请及协议签订"),
    (
        MenuItem("accounts", Text("存款账户账号报告"), Text("报告自己的银行账户"), "card", needs=Needs.LOGIN),
        MenuItem("agreements", Text("两两协议签订"), Text("委托银行扣款，可以撤销"), "document", needs=Needs.LOGIN),
        MenuItem("refund_normal", Text("正常缴费退费申请"), Text("当期缴的费"), "refund", needs=Needs.LOGIN),
        MenuItem("refund_special", Text("特殊缴费退费申请"), Text("补缴、一次性缴的费"), "refund", needs=Needs.LOGIN),
    ),
)
MENU_TO = {
    "accounts": "tax_app.account_query",
    "agreements": "tax_app.agreement_query",
    "refund_normal": "tax_app.refund_normal",
    "refund_special": "tax_app.refund_special",
} | {f"{item.id}_first": "tax_app.login" for item in MENU_GROUP.items}


FLOWS = (
    Flow("bank_account", "三(二)", "accounts add"),
    Flow("agreement", "三(三)", "agreements add"),
    Flow("refund.normal", "三(八)1", "refund_normal"),
    Flow("refund.special", "三(八)2", "refund_special"),
)


def rows() -> dict[str, Screen]:
    """All screens of accounts, agreements and refunds."""
    normal = _refunds(Kind.NORMAL, Text("正常缴费退费申请"), ("P40", "P41", "P42"), "三(八)1")
    special = _refunds(Kind.SPECIAL, Text("特殊缴费退费申请"), ("P45", "P46", "P47"), "三(八)2")
    return {**_accounts(), **_agreements(), **normal, **special}


def _account_actions(entry: Entry) -> tuple[Action[AccountDesk, Reporting], ...]:
    delete = Action("delete", Text("删除"), accounts.delete, Text("确定要删除这个银行账户吗？"))
    return (Action("edit", Text("编辑"), accounts.edit), delete)


def _accounts() -> dict[str, Screen]:
    """Long because it is a table: every screen of 账号报告 with all it says, in the order in which they are met."""
    section = "三(二)"
    query = Form(
        ACCOUNTS,
        "account_query",
        Text("社会保险费缴费人存款账户账号报告"),
        (),
        Text("查询"),
        accounts.query,
        ("listed",),
        lead=Text("请核对缴费人信息，再点查询"),
        about=True,
    )
    listed = Listing(
        ACCOUNTS,
        Text("银行账户信息"),
        accounts.listed,
        NO_ACCOUNT,
        ("agreement", "edit", "add"),
        accounts.go_and_sign,
        submit=Text("去签订两两协议"),
        other=Text("新增"),
        begin=accounts.report,
        actions=_account_actions,
        page=A_PAGE,
        note=ADD_ACCOUNT,
    )
    fields = (
        bank.COUNTY,
        bank.BANK,
        bank.BRANCH,
        bank.HOLDER,
        bank.ACCOUNT,
        bank.OPENED,
        accounts.PREFERRED,
        accounts.REFUND,
    )
    report = Form(
        ACCOUNTS,
        accounts.FORM,
        Text("银行账户"),
        fields,
        Text("提交"),
        accounts.submit,
        ("saved",),
        lead=WITH_CARD,
        advice=Text("{starred}。{fixed}", starred=STARRED, fixed=FIXED),
        prepare=accounts.begin,
        review=Review(FIXED, Text("报告这个账户")),
    )
    there = "tax_app.accounts"
    to = {"agreement": "tax_app.agreement_query", "edit": "tax_app.account", "add": "tax_app.account"}
    return {
        **form_rows("tax_app.account_query", query, {"listed": there}, "P20", section),
        there: Screen(listed, to, "P21", section),
        **form_rows("tax_app.account", report, {"saved": there}, "P22", section),
    }


def _agreement_actions(entry: Entry) -> tuple[Action[AgreementDesk, Agreeing], ...]:
    revoke = Action("revoke", Text("撤销"), agreements.revoke, Text("撤销以后不再按协议扣款。确定要撤销吗？"))
    return (revoke,) if isinstance(entry, Agreement) and entry.live else ()


def _agreements() -> dict[str, Screen]:
    """Long because it is a table: every screen of 协议签订 with all it says, in the order in which they are met."""
    section = "三(三)"
    query = Form(
        AGREEMENTS,
        agreements.QUERY,
        Text("灵活就业及城乡居民社保缴费两两协议签订"),
        (AUTHORITY,),
        Text("查询"),
        agreements.query,
        ("listed",),
        lead=Text("请核对缴费人信息和主管税务机关"),
        prepare=agreements.fill_authority,
        about=True,
    )
    listed = Listing(
        AGREEMENTS,
        Text("两两协议"),
        agreements.listed,
        NO_AGREEMENT,
        ("done", "add"),
        agreements.finish,
        submit=Text("完成"),
        other=Text("新增"),
        begin=agreements.add,
        actions=_agreement_actions,
        page=A_PAGE,
        note=ADD_AGREEMENT,
    )
    fields = (
        bank.COUNTY,
        bank.BANK,
        bank.BRANCH,
        bank.HOLDER,
        bank.ACCOUNT,
        agreements.PHONE,
        agreements.CODE,
        agreements.CONSENT,
    )
    sign = Form(
        AGREEMENTS,
        agreements.FORM,
        Text("新增协议"),
        fields,
        Text("提交"),
        agreements.submit,
        ("saved",),
        lead=WITH_CARD,
        advice=STARRED,
        prepare=agreements.begin,
        review=Review(VERIFIED_FIRST, Text("从这个账户扣款")),
    )
    choose = Listing(
        AGREEMENTS,
        Text("选择银行账户"),
        agreements.reported,
        NO_REPORTED,
        ("chosen", "typed"),
        agreements.use_account,
        each=Text("选用"),
        other=Text("填写其他账户"),
        begin=agreements.use_another,
        caution=agreements.caution,
        page=A_PAGE,
    )
    there, account = "tax_app.agreements", "tax_app.agreement_account"
    to_sign = {"chosen": "tax_app.agreement", "typed": "tax_app.agreement"}
    return {
        **form_rows("tax_app.agreement_query", query, {"listed": there}, "P30", section),
        there: Screen(listed, {"done": "tax_app.menu", "add": account}, "P31", section),
        account: Screen(choose, to_sign, "P32", section),
        **form_rows("tax_app.agreement", sign, {"saved": there}, "P32", section),
    }


def _withdrawable(entry: Entry) -> tuple[Action[ClaimDesk, Refunding], ...]:
    open_ = isinstance(entry, Application) and Withdrawn in TRANSITIONS[entry.state]
    withdraw = Action(
        "withdraw", Text("撤回"), refunds.withdraw, Text("撤回以后不再退费，可以重新申请。确定要撤回吗？")
    )
    return (withdraw,) if open_ else ()


def _refunds(kind: Kind, title: Text, codes: tuple[str, str, str], section: str) -> dict[str, Screen]:
    """Long because it is a table: every screen of one kind of 退费, in the order in which they are met."""
    at = f"tax_app.refund_{kind}"
    query = Form(
        CLAIMS,
        refunds.query_form(kind),
        title,
        (refunds.BEGIN, refunds.END, refunds.VOUCHER, AUTHORITY),
        Text("查询"),
        refunds.find(kind),
        ("found", "records"),
        other=Text("申请记录"),
        lead=Text("日期和凭证号码，至少填一种"),
        advice=ONLY_PAID,
        prepare=refunds.fill_authority,
    )
    ends = ("apply", "by_network")
    found = Listing(CLAIMS, title, refunds.found(kind), NONE_FOUND, ends, refunds.choose, each=Text("申请退费"))
    what, contact = (refunds.SUM, refunds.GROUND, refunds.AMOUNT), (refunds.PHONE, refunds.EXPLANATION)
    apply = Form(
        CLAIMS,
        refunds.FORM,
        Text("退费申请"),
        (*what, bank.BANK, bank.ACCOUNT, bank.HOLDER, *contact),
        Text("提交"),
        refunds.apply,
        ("saved",),
        advice=STARRED,
        prepare=refunds.begin,
        about=True,
        review=Review(TO_THE_ACCOUNT, Text("钱退到这个账户")),
    )
    by_network = Form(
        CLAIMS,
        refunds.FORM,
        Text("退费申请"),
        (*what, *contact),
        Text("提交"),
        refunds.apply_by_network,
        ("saved", "account"),
        other=Text("退到银行账户"),
        advice=BY_NETWORK,
        prepare=refunds.begin_by_network,
        about=True,
        review=Review(SENT_BACK, due=refunds.by_network_is_due),
    )
    saved = Saved(Text("退费申请"), Text("申请编号"), Text("完成"))
    records = Listing(
        CLAIMS,
        Text("退费申请记录"),
        refunds.applications,
        NO_APPLICATION,
        ("done",),
        other=Text("回到菜单"),
        actions=_withdrawable,
        page=REASONS_A_PAGE,
    )
    first, second, third = codes
    to = {"found": f"{at}_found", "records": f"{at}_records"}
    by_either = {"apply": f"{at}_form", "by_network": f"{at}_by_network"}
    done, account = {"saved": f"{at}_saved"}, {"account": f"{at}_account"}
    return {
        **form_rows(at, query, to, first, section, counts=True),
        f"{at}_found": Screen(found, by_either, second, section, counts=True),
        **form_rows(f"{at}_form", apply, done, third, section, counts=True),
        **form_rows(f"{at}_by_network", by_network, done | account, third, section, counts=True),
        **form_rows(f"{at}_account", apply, done, third, section),
        f"{at}_saved": Screen(saved, {"done": "tax_app.menu"}, third, section, counts=True),
        f"{at}_records": Screen(records, {"done": "tax_app.menu"}, first, section),
    }
