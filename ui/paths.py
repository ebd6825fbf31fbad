"""How each flow is walked: on every screen, what a visitor touches. Names of controls, and nothing else.

`person:NAME` is the dock's demonstration person of that name, `phone` is the payer's phone beside the terminal.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen on the way, and the touches that lead on from it."""

    screen: str
    touches: tuple[str, ...] = ()


PHONE = "phone"
PERSON = "person:"


def _stops(*pairs: tuple[str, str]) -> tuple[Stop, ...]:
    return tuple(Stop(f"wechat.{screen}", tuple(touches.split())) for screen, touches in pairs)


def _enter(person: str) -> tuple[Stop, ...]:
    return (
        Stop("home", ("tile.wechat",)),
        *_stops(("official_account", "next"), ("identify", f"{PERSON}{person} next")),
    )


def _form(scheme: str, insurance: str, agency: str, tier: str, *, after: str = "next") -> tuple[Stop, ...]:
    """Insurance, agency and tier, each on its own screen; then on. `agency` is what is touched to pick one."""
    form = f"confirm_{scheme}"
    return _stops(
        (form, f"option.{insurance} select.agency"),
        (f"{scheme}_agency", agency),
        (form, "select.tier"),
        (f"{scheme}_tier", f"tier.{tier} next"),
        (form, after),
    )


PAY = _stops(("pick_method", "next"), ("pay", PHONE), ("result", ""))

WALKS: dict[str, tuple[Stop, ...]] = {
    "wechat.entry.official_account": (*_enter("张建国"), *_stops(("menu", ""))),
    "wechat.entry.city_service": (
        Stop("home", ("tile.wechat",)),
        *_stops(
            ("official_account", "secondary"),
            ("city_service", "next"),
            ("identify", f"{PERSON}张建国 next"),
            ("menu", ""),
        ),
    ),
    "wechat.flexible.declare_base": (
        *_enter("张建国"),
        *_stops(("menu", "item.flexible_self")),
        *_form("flexible", "pension", "registered.520102P", "60", after="secondary"),
        *_stops(("declared", "")),
    ),
    "wechat.flexible.tier_records": (*_enter("张建国"), *_stops(("menu", "item.tier_records"), ("tier_records", ""))),
    "wechat.flexible.pay_self": (
        *_enter("张建国"),
        *_stops(("menu", "item.flexible_self")),
        *_form("flexible", "pension", "option.520100 option.520102P", "60"),
        *PAY,
    ),
    "wechat.flexible.pay_other": (
        *_enter("李桂兰"),
        *_stops(("menu", "item.flexible_other"), ("payee_flexible", f"{PERSON}王秀英 next")),
        *_form("flexible", "pension", "registered.520302P", "80"),
        *PAY,
    ),
    "wechat.resident.confirm_amount": (
        *_enter("李桂兰"),
        *_stops(("menu", "item.resident_self")),
        *_form("resident", "pension", "registered.520581P", "300", after="secondary"),
        *_stops(("confirmed", "")),
    ),
    "wechat.resident.pay_self": (
        *_enter("李桂兰"),
        *_stops(("menu", "item.resident_self")),
        *_form("resident", "pension", "registered.520581P", "300"),
        *PAY,
    ),
    "wechat.resident.pay_arrears": (
        *_enter("刘志强"),
        *_stops(
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
        *_stops(("menu", "item.resident_other"), ("payee_resident", f"{PERSON}何家辉 next")),
        *_form("resident", "pension", "registered.520115P", "300"),
        *PAY,
    ),
}
