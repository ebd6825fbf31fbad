"""How the flows of 微信 are walked."""

from kit.walks.stops import CAPTCHA, CARD, COPY, PERSON, PHONE, PRINT, ROW, Stop, Walk, home, stops


def _wechat(*pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    return stops("wechat", *pairs)


def _enter(person: str) -> Walk:
    return (
        home("tile.wechat"),
        *_wechat(("official_account", "next"), ("identify", f"{PERSON}{person} next")),
    )


def _form(scheme: str, insurance: str, agency: str, tier: str, *, after: str = "next") -> Walk:
    """Insurance, agency and tier, each on its own screen; then on. `agency` is what is touched to pick one."""
    form = f"confirm_{scheme}"
    return _wechat(
        (form, f"option.{insurance} select.agency"),
        (f"{scheme}_agency", agency),
        (form, "select.tier"),
        (f"{scheme}_tier", f"tier.{tier} next"),
        (form, after),
    )


def _certificate(person: str, item: str, *pairs: tuple[str, str]) -> Walk:
    return (*_enter(person), *_wechat(("menu", f"item.{item}"), *pairs))


def _member(person: str, insurance: str, agency: str, tier: str) -> Walk:
    """Another one of a household, from who it is to what is paid."""
    return _wechat(
        ("member", f"{PERSON}{person} next"),
        ("confirm_member", f"option.{insurance} select.agency"),
        ("member_agency", agency),
        ("confirm_member", "select.tier"),
        ("member_tier", f"tier.{tier} next"),
        ("confirm_member", "next"),
    )


PAY = _wechat(("pick_method", "next"), ("pay", PHONE), ("result", ""))

WECHAT: dict[str, Walk] = {
    "wechat.entry.official_account": (*_enter("张建国"), *_wechat(("menu", ""))),
    "wechat.entry.city_service": (
        home("tile.wechat"),
        *_wechat(
            ("official_account", "secondary"),
            ("city_service", "next"),
            ("identify", f"{PERSON}张建国 next"),
            ("menu", ""),
        ),
    ),
    "wechat.flexible.declare_base": (
        *_enter("张建国"),
        *_wechat(("menu", "item.flexible_self")),
        *_form("flexible", "pension", "registered.520102P", "60", after="secondary"),
        *_wechat(("declared", "")),
    ),
    "wechat.flexible.tier_records": (*_enter("张建国"), *_wechat(("menu", "item.tier_records"), ("tier_records", ""))),
    "wechat.flexible.pay_self": (
        *_enter("张建国"),
        *_wechat(("menu", "item.flexible_self")),
        *_form("flexible", "pension", "option.520100 option.520102P", "60"),
        *PAY,
    ),
    "wechat.flexible.pay_other": (
        *_enter("李桂兰"),
        *_wechat(("menu", "item.flexible_other"), ("payee_flexible", f"{PERSON}王秀英 next")),
        *_form("flexible", "pension", "registered.520302P", "80"),
        *PAY,
    ),
    "wechat.resident.confirm_amount": (
        *_enter("李桂兰"),
        *_wechat(("menu", "item.resident_self")),
        *_form("resident", "pension", "registered.520581P", "300", after="secondary"),
        *_wechat(("confirmed", "")),
    ),
    "wechat.resident.pay_self": (
        *_enter("李桂兰"),
        *_wechat(("menu", "item.resident_self")),
        *_form("resident", "pension", "registered.520581P", "300"),
        *PAY,
    ),
    "wechat.resident.pay_arrears": (
        *_enter("刘志强"),
        *_wechat(
            ("menu", "item.resident_self"),
            ("confirm_resident", "option.pension select.agency"),
            ("resident_agency", "registered.522601P"),
            ("confirm_resident", "option.yes next"),
            ("arrears", "next"),
        ),
        *PAY,
    ),
    "wechat.resident.pay_other": (
        *_enter("张建国"),
        *_wechat(("menu", "item.resident_other"), ("payee_resident", f"{PERSON}何家辉 next")),
        *_form("resident", "pension", "registered.520115P", "300"),
        *PAY,
    ),
    "wechat.certificate.payment": _certificate(
        "张建国",
        "payment_certificate",
        ("payment_certificate", f"{CAPTCHA} next"),
        ("payment_document", PRINT),
        ("payment_document", ""),
    ),
    "wechat.certificate.tax_first": _certificate(
        "张建国",
        "tax_certificate",
        ("tax_certificate", "select.from"),
        ("tax_certificate_from", "option.2026-09"),
        ("tax_certificate", "next"),
        ("tax_document", PRINT),
        ("tax_document", ""),
    ),
    "wechat.certificate.tax_reissue": _certificate(
        "陈玉梅",
        "tax_reissue",
        ("tax_reissue", f"{ROW}do"),
        ("reissue_document", PRINT),
        ("reissue_document", ""),
    ),
}

FAMILY = (
    *WECHAT["wechat.resident.pay_other"][:-3],
    *_wechat(("pick_method", "secondary"), ("household", "add", "合计 1 人")),
    *_member("吴明芳", "medical", "registered.520203M", "season"),
    *_wechat(("household", "add", "合计 2 人")),
    *_member("李桂兰", "pension", "registered.520581P", "300"),
)
"""Two more are added to who is paid for first."""

ASTRAY: dict[str, Walk] = {
    "wechat.resident.pay_other.by_card": (
        home("tile.wechat"),
        *_wechat(
            ("official_account", "next"),
            ("identify", f"{CARD}张建国"),
            ("identify", "next", "身份证读好了"),
            ("menu", "item.resident_other"),
            ("payee_resident", f"{CARD}何家辉"),
            ("payee_resident", "next", "身份证读好了"),
        ),
        *_form("resident", "pension", "registered.520115P", "300"),
        *PAY,
    ),
    "wechat.resident.pay_other.family": (
        *FAMILY,
        *_wechat(
            ("household", "next"), ("household_pay", PHONE), ("household_result", "", "3 笔都已记入各人的缴费记录")
        ),
    ),
    "wechat.resident.pay_other.family.one_paid_elsewhere": (
        *FAMILY,
        *_wechat(
            ("household", "remove.2 add", "合计 3 人"),
            ("member", f"{PERSON}何家辉 next"),
            ("member", "back", "这个人已经加过了"),
            ("household", "next", "合计 2 人"),
            ("household_pay", "secondary"),
            ("household", "dock.lever.tax.medical_elsewhere next", "已取消，没有扣款"),
            ("household_pay", PHONE),
            ("household_result", "secondary", "有 1 笔没有缴成"),
            ("menu", "home dock.lever.tax.none"),
        ),
    ),
    "wechat.certificate.payment.checked": (
        *WECHAT["wechat.certificate.payment"][:-1],
        Stop("wechat.payment_document", ("home",)),
        home("help help.check"),
        Stop("check.paper", (COPY, "next")),
        Stop("check.found", (), "这张证明是本机开具的"),
    ),
}
"""Nobody has to type who they are; and whoever has a paper may ask whether it is genuine."""
