"""How the flows of 支付宝 and 贵州税务APP are walked: what they share, each with its own way in."""

from collections.abc import Callable

from kit.walks.stops import PERSON, PHONE, PRINT, ROW, SMS, Walk, home, stops

Enter = Callable[[str, str], Walk]
"""From Home, as a person, into a function of the menu."""

PAID_FLEXIBLE = (("summary_flexible", "next"), ("pay_flexible", PHONE), ("result", ""))
PAID_RESIDENT = (("summary_resident", "next"), ("pay_resident", PHONE), ("result", ""))
THREE_MONTHS = "period.2026-11 period.2026-10 period.2026-09"
"""The usual month is ticked already: this takes it away, and adds the two that are owed."""


def _shared(channel: str, enter: Enter) -> dict[str, Walk]:
    def flexible(person: str, query: str, tier: str, *after: tuple[str, str]) -> Walk:
        return (
            *enter(person, "flexible"),
            *stops(channel, ("query_flexible", query), ("flexible_tier", tier), *after),
        )

    def resident(person: str, insurance: str, agency: str, tier: str, *after: tuple[str, str]) -> Walk:
        return (
            *enter(person, "resident"),
            *stops(
                channel,
                ("query_resident", f"option.{insurance} next"),
                ("resident_agency", agency),
                ("resident_enrolment", "option.2026 next"),
                ("resident_tier", tier),
                *after,
            ),
        )

    this_month, registered = "option.pension next", "registered.520581P"
    return {
        f"{channel}.flexible.declare_base": flexible("张建国", this_month, "tier.60 secondary", ("declared", "")),
        f"{channel}.flexible.pay": flexible("张建国", this_month, "tier.60 next", *PAID_FLEXIBLE),
        f"{channel}.flexible.pay_arrears": flexible(
            "王秀英", f"{THREE_MONTHS} {this_month}", "tier.80 next", *PAID_FLEXIBLE
        ),
        f"{channel}.resident.confirm_amount": resident(
            "李桂兰", "pension", registered, "tier.300 secondary", ("confirmed", "")
        ),
        f"{channel}.resident.pay": resident(
            "李桂兰", "medical", "option.520500 option.520581M", "tier.season next", *PAID_RESIDENT
        ),
    }


def _certificates(channel: str, enter: Enter) -> dict[str, Walk]:
    """`enter` leads in as somebody who may see what is theirs."""

    def printed(person: str, item: str, *pairs: tuple[str, str]) -> Walk:
        document = "payment_document" if item == "payment_proof" else "tax_document"
        return (*enter(person, item), *stops(channel, *pairs, (document, PRINT), (document, "")))

    first, reissue = ("tax_first", "next"), ("tax_reissue", f"{PERSON}陈玉梅 next")
    return {
        f"{channel}.certificate.payment": printed(
            "张建国", "payment_proof", ("proof_year", "do.row.2026"), ("proof_payments", "next")
        ),
        f"{channel}.certificate.tax_first": printed("张建国", "tax_first", first, ("first_payments", f"{ROW}do")),
        f"{channel}.certificate.tax_reissue": printed("陈玉梅", "tax_reissue", reissue, ("reissue_found", f"{ROW}do")),
    }


def _alipay(person: str, item: str) -> Walk:
    identify = ("identify", f"{PERSON}{person} next")
    return (home("tile.alipay"), *stops("alipay", ("city_hall", "next"), identify, ("menu", item and f"item.{item}")))


def _tax_app(person: str, item: str) -> Walk:
    """Paying needs no login."""
    identify = (f"identify_{item}", f"{PERSON}{person} next")
    return (home("tile.tax_app"), *stops("tax_app", ("download", "next"), ("menu", f"item.{item}"), identify))


def logged_in(person: str, item: str) -> Walk:
    """Everything else does: it goes on by itself once one has logged in."""
    login = ("login", f"{PERSON}{person} {SMS} next")
    return (home("tile.tax_app"), *stops("tax_app", ("download", "next"), ("menu", f"item.{item}"), login))


ALIPAY: dict[str, Walk] = {
    "alipay.entry": _alipay("张建国", ""),
    **_shared("alipay", _alipay),
    **_certificates("alipay", _alipay),
    "alipay.payment_records": (*_alipay("陈玉梅", "payment_records"), *stops("alipay", ("payment_records", ""))),
}
TAX_APP: dict[str, Walk] = {
    "tax_app.entry": (
        home("tile.tax_app"),
        *stops(
            "tax_app",
            ("download", "secondary"),
            ("login", "secondary"),
            ("register", f"{PERSON}李桂兰 {SMS} next"),
            ("menu", ""),
        ),
    ),
    **_shared("tax_app", _tax_app),
    **_certificates("tax_app", logged_in),
    "tax_app.payment_records": (
        *logged_in("张建国", "payment_records"),
        *stops("tax_app", ("payment_records", "")),
    ),
}
