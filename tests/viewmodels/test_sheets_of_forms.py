"""What stands on forms, on what is picked for them, and on the ways in, at one moment each: `sheets/forms.toml`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.engine import channel_of
from domain.flows.steps import Form, PickAgency, PickAuthority, PickCounty
from domain.flows.visit import Choice, Identity, Paying, Refunding, Visit
from domain.forms.fields import TICKED
from domain.people.insurance import Insurance, Scheme
from tests.payment.hall import NOON, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.reading import read, sheets
from tests.viewmodels.test_money_forms import ACCOUNT, REFUND
from tests.viewmodels.test_refund_words import ITEM
from tests.viewmodels.visits import SOMEBODY
from viewmodels.parts import Parts

Touch = Callable[[Any], None]
SHEETS = sheets("forms")
NOBODY, LOGGED_IN = Identity(), Identity(SOMEBODY, logged_in=True)
APP = Visit("tax_app", who=LOGGED_IN)
PAYS = Paying(Scheme.RESIDENT, Choice(Insurance.MEDICAL, "520581M"))


def holds(at: str, **answers: str) -> Visit:
    """Somebody who has filled in so much of the form that a screen is, or picks for; logged in."""
    step = SCREENS[at].step
    form = step.name if isinstance(step, Form) else getattr(step, "form", "")
    return Visit(channel_of(at), who=LOGGED_IN, business=PAYS).with_answers(form, answers)


def chose(at: str, code: str) -> Visit:
    """Somebody who has chosen an office."""
    step = SCREENS[at].step
    assert isinstance(step, PickAgency | PickAuthority | PickCounty)
    return step.place.put(holds(at), code)


def touches(*names: str | tuple[object, ...]) -> Touch:
    """One method after the other, with what it is given."""

    def touch(step: Any) -> None:
        for name in names:
            method, *given = (name,) if isinstance(name, str) else name
            getattr(step, str(method))(*given)

    return touch


LOOKS = touches()
MOMENTS: dict[str, tuple[str, Visit, Touch]] = {
    "who is it": ("wechat.identify", Visit("wechat"), LOOKS),
    "who is it, half typed": (
        "wechat.identify",
        Visit("wechat"),
        touches(("write", "number", "5201991978"), ("use", "name"), "submit"),
    ),
    "a new account in the APP": ("tax_app.register", Visit("tax_app"), touches("submit")),
    "the phone of a login": ("tax_app.login", Visit("tax_app"), touches(("write", "phone", "199"), ("use", "phone"))),
    "a figure to be read": ("wechat.payment_certificate", Visit("wechat", who=LOGGED_IN), LOOKS),
    "an account at a bank": (
        "tax_app.account",
        holds("tax_app.account", county="520102", bank="ICBC", account="622202020"),
        touches(("use", "account"), ("toggle", "preferred")),
    ),
    "an account is looked over": (
        "tax_app.account",
        Visit("tax_app", who=LOGGED_IN).with_answers("bank_account", {**ACCOUNT, "refund": TICKED}),
        touches("submit"),
    ),
    "a refund is looked over": (
        "tax_app.refund_normal_form",
        replace(APP, business=Refunding(SOMEBODY, refundable=ITEM)).with_answers("refund", REFUND),
        touches("submit"),
    ),
    "an agreement is being read": ("tax_app.agreement", APP, touches(("toggle", "consent"))),
    "an agreement that was agreed to": (
        "tax_app.agreement",
        holds("tax_app.agreement", consent=TICKED),
        touches(("use", "")),
    ),
    "a staff number": ("staff.pin", Visit("staff"), LOOKS),
    "kinds of papers": ("wechat.identify_kind", holds("wechat.identify_kind", kind="210"), LOOKS),
    "banks": ("tax_app.account_bank", holds("tax_app.account_bank", bank="GZRCU"), LOOKS),
    "no branch without a bank": ("tax_app.account_branch", APP, LOOKS),
    "months": ("alipay.tax_first_from", holds("alipay.tax_first_from", **{"from": "2025-03"}), touches(("turn", -1))),
    "days of February": (
        "tax_app.refund_normal_first",
        holds("tax_app.refund_normal_first", first="2026-02-27"),
        LOOKS,
    ),
    "cities": ("alipay.resident_agency", chose("alipay.resident_agency", "520581M"), LOOKS),
    "agencies of a city": (
        "alipay.resident_agency",
        chose("alipay.resident_agency", "520581M"),
        touches(("choose", "520500")),
    ),
    "authorities of a city": (
        "alipay.tax_first_authority",
        chose("alipay.tax_first_authority", "520502"),
        touches(("choose", "520500")),
    ),
    "counties of a city": (
        "tax_app.account_county",
        chose("tax_app.account_county", "520402"),
        touches(("choose", "520400")),
    ),
    "the wrong agency": (
        "unionpay.wrong_agency",
        holds("unionpay.wrong_agency", agency="520102M", number="1"),
        LOOKS,
    ),
    "an account in the phone": ("wechat.official_account", Visit("wechat"), LOOKS),
    "the way into the APP": ("tax_app.download", Visit("tax_app"), LOOKS),
    "the way in by scanning": ("unionpay.scan", Visit("unionpay"), LOOKS),
    "where to pay": ("matter.pay", Visit(""), LOOKS),
    "what can be done in the APP": ("tax_app.menu", Visit("tax_app"), LOOKS),
    "what can be done in the APP, logged in": ("tax_app.menu", APP, LOOKS),
}


@pytest.fixture
def here(parts: Parts) -> Parts:
    """A hall of the demonstration with a code on one of its entrances, where one can log in."""
    links = {"tax_app": "https://example.com/app"}
    return replace(parts, premises=replace(parts.premises, demo=True, links=links, logins=True))


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_on_a_screen(
    moment: str, here: Parts, ended: Ended, show: Callable[..., Any], until: Callable[[Callable[[], bool]], None]
) -> None:
    at, visit, touch = MOMENTS[moment]
    step = show(at, visit, here)
    if (question := getattr(step, "captcha", None)) is not None:
        until(lambda: question.id != "")
    touch(step)
    assert read(step) == SHEETS[moment]
    assert ended.outcome is None


@pytest.mark.parametrize(("minutes", "moment"), [(0, "closed for the night"), (70, "open again")])
def test_what_stands_on_a_closed_channel(minutes: int, moment: str, hall: Hall, show: Callable[..., Any]) -> None:
    hall.now = NOON + timedelta(hours=11)
    closed = show("unionpay.closed", Visit("unionpay"))
    hall.later(minutes=minutes)
    closed.tick()
    assert read(closed) == SHEETS[moment]
