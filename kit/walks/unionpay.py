"""How the flows of 云闪付 are walked."""

from kit.walks.stops import PERSON, PHONE, Walk, home, stops


def _unionpay(item: str, *pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    return (
        home("tile.unionpay"),
        *stops("unionpay", ("city_service", "next"), ("menu", f"item.{item}"), *pairs),
    )


UNIONPAY: dict[str, Walk] = {
    "unionpay.entry.city_service": (
        home("tile.unionpay"),
        *stops("unionpay", ("city_service", "next"), ("menu", "")),
    ),
    "unionpay.entry.scan": (
        home("tile.unionpay"),
        *stops("unionpay", ("city_service", "secondary"), ("scan", "next"), ("menu", "")),
    ),
    "unionpay.flexible.pay": _unionpay(
        "flexible_pension",
        ("identify_flexible", f"{PERSON}张建国 next"),
        ("query_flexible", "next"),
        ("flexible_tier", "tier.60 next"),
        ("summary_flexible", "next"),
        ("pay_flexible", PHONE),
        ("result", ""),
    ),
    "unionpay.resident.pay": _unionpay(
        "resident_pension",
        ("identify_resident", f"{PERSON}李桂兰 select.agency"),
        ("identify_resident_agency", "option.520500 option.520581P"),
        ("identify_resident", "next"),
        ("confirm_agency", "next"),
        ("query_resident", "next"),
        ("resident_tier", "tier.300 next"),
        ("check", "next"),
        ("summary_resident", "next"),
        ("pay_resident", PHONE),
        ("result", ""),
    ),
    "unionpay.resident.office_mismatch": _unionpay(
        "resident_pension",
        ("identify_resident", f"{PERSON}李桂兰 select.agency"),
        ("identify_resident_agency", "option.520100 option.520102P"),
        ("identify_resident", "next"),
        ("wrong_agency", "next"),
        ("identify_resident", ""),
    ),
    "unionpay.closed_for_reconciliation": (
        home("dock.lever.clock.night tile.unionpay"),
        *stops("unionpay", ("closed", "")),
    ),
}

COVERED = "年内不能享受待遇"
COVERED_LATER: dict[str, Walk] = {
    "unionpay.resident.pay.covered_later": _unionpay(
        "resident_medical",
        ("identify_resident", f"{PERSON}李桂兰 select.agency"),
        ("identify_resident_agency", "option.520500 option.520581M"),
        ("identify_resident", "next"),
        ("confirm_agency", "next"),
        ("query_resident", "next"),
        ("resident_tier", "tier.season next", COVERED),
        ("check", "next", COVERED),
        ("summary_resident", "next", COVERED),
        ("pay_resident", PHONE),
        ("result", ""),
    ),
}
"""What is paid late in the year covers no day of it, and that is said with every amount."""
