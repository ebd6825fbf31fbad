"""How accounts, agreements and refunds of the APP are walked: the usual way, and where something is wrong."""

from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.walks.h5 import logged_in
from kit.walks.stops import HOLD, ROW, SMS, TYPE, WRITE, Walk, home, stops

CARD, OTHER_CARD = "6217790000000000016", "6217790000000000024"
"""Nobody's: cards of a bank that takes part, with the right check digit."""
MISTYPED, SHORT, CREDIT = "6217790000000000017", "621779000000000001", "6282130000000001"
PHONE, STRANGE_PHONE = "19900000009", "19900000000"
"""The second is none that the bank knows."""
NOBODYS_VOUCHER = "520000000000009999"
PENSION, ARREARS = "520000000000000001", "520000000000000024"
"""What 张建国 paid in its month, and 刘志强 after it."""
MEDICAL = "520000000000000027"
"""What 陈玉梅 paid for a year whose benefit has begun."""
UNSAID = "请选择行政区划"
SEND = "review.send"
UNSENT = "现在还没有提交，可以改"


def _tax_app(*pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    return stops("tax_app", *pairs)


def _branch(form: str) -> Walk:
    """County, bank and branch, each on a screen of its own."""
    return _tax_app(
        (form, "select.county", UNSAID),
        (f"{form}_county", "option.520100 option.520102"),
        (form, "select.bank"),
        (f"{form}_bank", "option.GZRCU"),
        (form, "select.branch"),
        (f"{form}_branch", "option.999520102007"),
    )


def looked_over(form: str) -> Walk:
    """What was typed is shown once more, and is right."""
    return _tax_app((form, SEND, UNSENT))


def _account(number: str = CARD) -> Walk:
    """A new account, up to where it is looked over; what is missing is told first."""
    return (
        *_tax_app(("account", "next")),
        *_branch("account"),
        *_tax_app(
            ("account", f"field.account {TYPE}{number} select.opened_on"),
            ("account_opened_on", "part.year year.2025 month.11 day.2025-11-03"),
            ("account", "tick.refund next"),
        ),
    )


def _reports(*then: tuple[str, str] | tuple[str, str, str]) -> Walk:
    """张建国 reports an account, and goes on from the list."""
    before = _tax_app(("account_query", "next"), ("accounts", "next", "没有查询到银行账户信息"))
    return (*logged_in("张建国", "accounts"), *before, *_account(), *looked_over("account"), *_tax_app(*then))


def _to_agreements() -> Walk:
    """张建国 has signed none."""
    before = _tax_app(("agreement_query", "next"), ("agreements", "next", "没有查询到社保费协议"))
    return (*logged_in("张建国", "agreements"), *before)


def _signs(phone: str = PHONE) -> Walk:
    """An account that was never reported; what is missing is told first."""
    proved = f"{TYPE}{phone} {SMS} tick.consent agree next"
    return (
        *_tax_app(("agreement_account", "next", "没有报告过银行账户"), ("agreement", "next")),
        *_branch("agreement"),
        *_tax_app(("agreement", f"field.account {TYPE}{CARD} key.next {proved}")),
        *looked_over("agreement"),
    )


def finds(kind: str, person: str, voucher: str) -> Walk:
    """Asked for with nothing, then with nobody's number, then with the right one."""
    at = f"refund_{kind}"
    return (
        *logged_in(person, at),
        *_tax_app(
            (at, "next"),
            (
                at,
                f"field.voucher {TYPE}{NOBODYS_VOUCHER} next",
                "票证号码和税款不能同时为空，请选择其中一种进行查询",
            ),
            (at, f"field.voucher key.clear {TYPE}{voucher} next", "未查询到任何可退税费信息"),
            (f"{at}_found", f"{ROW}do"),
        ),
    )


def applies(kind: str, ground: str, last: str) -> Walk:
    """Ground, bank, phone and account are given, and then what is `last`; what is missing is told first."""
    form = f"refund_{kind}_form"
    return _tax_app(
        (form, "next"),
        (form, "select.ground", "请选择退费原因类型"),
        (f"{form}_ground", f"option.{ground}"),
        (form, "select.bank"),
        (f"{form}_bank", "option.GZRCU"),
        (form, f"field.phone {TYPE}{PHONE} field.account {TYPE}{CARD} {last}"),
    )


def refund(kind: str, person: str, voucher: str) -> Walk:
    saved = (f"refund_{kind}_saved", "", "保存成功！")
    applied = (*applies(kind, "duplicate", "next"), *looked_over(f"refund_{kind}_form"))
    return (*finds(kind, person, voucher), *applied, *_tax_app(saved))


MONEY: dict[str, Walk] = {
    "tax_app.bank_account": _reports(("accounts", "", "提交成功，账户已经报告。")),
    "tax_app.agreement": (*_to_agreements(), *_signs(), *_tax_app(("agreements", "", "验证成功"))),
    "tax_app.refund.normal": refund("normal", "张建国", PENSION),
    "tax_app.refund.special": refund("special", "刘志强", ARREARS),
}

NUMBER = "TF2026000001"
REASON = "户名与缴费人不一致"
ASTRAY: dict[str, Walk] = {
    "tax_app.bank_account.wrong_cards": (
        *logged_in("张建国", "accounts"),
        *_tax_app(("account_query", "next"), ("accounts", "next")),
        *_account(MISTYPED),
        *_tax_app(
            ("account", f"key.clear {TYPE}{SHORT} next", "卡号的校验位不符，请对照卡片逐位核对"),
            ("account", f"key.clear {TYPE}{CREDIT} next", "的这种卡是 19 位，已输入 18 位"),
            ("account", f"key.clear {TYPE}{CARD} next", "信用卡，不能使用"),
            ("account", "review.back", "尾号"),
            ("account", "next"),
            ("account", SEND, UNSENT),
            ("accounts", f"{ROW}delete no {ROW}delete yes", "提交成功，账户已经报告。"),
            ("accounts", "", "没有查询到银行账户信息"),
        ),
    ),
    "tax_app.bank_account.in_use": (
        *_reports(("accounts", "next"), ("agreement_query", "next"), ("agreements", "next")),
        *_tax_app(
            ("agreement_account", f"{ROW}do"),
            ("agreement", f"field.phone {TYPE}{PHONE} {SMS} tick.consent agree next"),
            ("agreement", SEND, UNSENT),
            ("agreements", "next", "验证成功"),
            ("menu", "item.accounts"),
            ("account_query", "next"),
            ("accounts", f"{ROW}delete yes"),
            ("accounts", f"{ROW}edit", "不能删除，也不能改账号和开户银行"),
            ("account", f"field.account key.clear {TYPE}{OTHER_CARD} next"),
            ("account", SEND, UNSENT),
            ("account", "back", "请先撤销协议"),
            ("accounts", "secondary"),
        ),
        *_account(),
        *_tax_app(
            ("account", SEND, UNSENT),
            ("account", f"field.account key.clear {TYPE}{OTHER_CARD} next", "您已经报告过这个银行账号，不能重复报告。"),
            ("account", SEND, UNSENT),
            ("account", "", "您已有退费账户，不能重复选择！"),
        ),
    ),
    "tax_app.agreement.refused": (
        *_to_agreements(),
        *_signs(STRANGE_PHONE),
        *_tax_app(("agreements", "", "协议没有签成：手机号码与银行预留的不一致")),
    ),
    "tax_app.agreement.bank_silent": (
        *_to_agreements(),
        *_tax_app(("agreement_account", "dock.lever.bank.down")),
        *_signs(),
        *_tax_app(
            ("agreements", "dock.lever.bank.none back", "提交成功，待验证。"),
            ("agreement_query", "next"),
            ("agreements", "", "验证成功"),
        ),
    ),
    "tax_app.agreement.one_valid": (
        *logged_in("张建国", "agreements"),
        *_tax_app(
            ("agreement_query", "select.authority"),
            ("agreement_query_authority", "option.520100 option.520103"),
            ("agreement_query", "next"),
            ("agreements", "next"),
            ("agreement_account", "", "该协议将无法用于对应的社保费缴款"),
        ),
        *_signs(),
        *_tax_app(("agreements", "secondary", "验证成功"), ("agreement_account", "next"), ("agreement", "next")),
        *_branch("agreement"),
        *_tax_app(
            ("agreement", f"field.account {TYPE}{CARD} key.next {TYPE}19900000017 {SMS} tick.consent agree next"),
            ("agreement", SEND, UNSENT),
            ("agreement", "back", "一人只能签订一份"),
            ("agreement_account", "back"),
            ("agreements", f"{ROW}revoke no {ROW}revoke yes"),
            ("agreements", "", "扣款协议撤销成功"),
        ),
    ),
    "tax_app.refund.normal.wrong_amounts": (
        *finds("normal", "张建国", PENSION),
        *applies("normal", "other", f"field.amount key.clear {TYPE}0 next"),
        *_tax_app(
            ("refund_normal_form", f"key.clear {TYPE}100.005 next", "申请退费金额必须大于0"),
            ("refund_normal_form", f"key.clear {TYPE}99999999 next", "金额最多保留两位小数"),
            ("refund_normal_form", SEND, "99,999,999.00"),
            ("refund_normal_form", f"key.clear {TYPE}100.00 next", "最多可以退 878.94 元"),
            ("refund_normal_form", SEND, UNSENT),
            (
                "refund_normal_form",
                f"field.explanation {WRITE}单位已经为本人缴费 next",
                "选“其他”的，请填写退费说明",
            ),
            ("refund_normal_form", "back", UNSENT),
            ("refund_normal_form", "next"),
            ("refund_normal_form", SEND, UNSENT),
            ("refund_normal_saved", "", "保存成功！"),
        ),
    ),
    "tax_app.refund.normal.withdrawn": (
        *refund("normal", "张建国", PENSION)[:-1],
        *_tax_app(
            ("refund_normal_saved", "next", "保存成功！"),
            ("menu", "item.refund_normal"),
            ("refund_normal", f"field.voucher {TYPE}{PENSION} next"),
            ("refund_normal", "secondary", "未查询到任何可退税费信息"),
            ("refund_normal_records", f"{ROW}withdraw yes", "已提交"),
            ("refund_normal_records", "", "退费申请已经撤回"),
        ),
    ),
    "tax_app.refund.normal.refused": (
        *refund("normal", "张建国", PENSION)[:-1],
        *_tax_app(("refund_normal_saved", "home", "保存成功！")),
        home(f"{HOLD}staff.door:staff.pin"),
        *stops(
            "staff",
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("refunds", "next"),
            ("refunds", f"{ROW}refuse next", f"{NUMBER} 已受理"),
            ("refuse", "next"),
            ("refuse", f"{WRITE}{REASON} next", "请输入不通过原因"),
            ("refunds", "next", "已记为审核不通过"),
        ),
        home("dock.lever.clock.5"),
        *logged_in("张建国", "refund_normal"),
        *_tax_app(("refund_normal", "secondary"), ("refund_normal_records", "", REASON)),
    ),
    "tax_app.refund.normal.benefit_begun": (
        *logged_in("陈玉梅", "refund_normal"),
        *_tax_app(
            ("refund_normal", f"field.voucher {TYPE}{MEDICAL} next"),
            ("refund_normal", "", "未查询到任何可退税费信息"),
        ),
    ),
}
"""By the flow and what goes wrong on it."""
