"""What stands on each screen of a payment, from what one is enrolled in to what was recorded: `sheets/paying.toml`."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.flows.visit import Choice, Visit
from domain.people.insurance import Insurance, Period, Scheme
from tests.payment.hall import Hall, bill_of
from tests.viewmodels.reading import read, sheets
from tests.viewmodels.visits import enrolled, known, pays

Made = Callable[[Hall], Visit]
SHEETS = sheets("paying")
F, R, P, M = Scheme.FLEXIBLE, Scheme.RESIDENT, Insurance.PENSION, Insurance.MEDICAL
OCTOBER, NOVEMBER, THIS_YEAR = Period(2026, 10), Period(2026, 11), Period(2026)
PENSION = Choice(P, "520102P", periods=(NOVEMBER,), tier="60", recorded=True)


def chooses(channel: str, name: str, scheme: Scheme, choice: Choice) -> Made:
    """Somebody who has chosen so much."""

    def made(hall: Hall) -> Visit:
        who = known(hall, name)
        return pays(channel, who, enrolled(hall, who, scheme, choice))

    return made


def owes(channel: str, choice: Choice = PENSION, months: tuple[int, ...] = (11,)) -> Made:
    """Zhang with the bills of some months."""

    def made(hall: Hall) -> Visit:
        zhang = known(hall, "张建国")
        bills = tuple(bill_of(zhang.id, month) for month in months)
        return pays(channel, zhang, enrolled(hall, zhang, F, choice).chosen(choice, bills))

    return made


MOMENTS: dict[str, tuple[str, Made]] = {
    "nothing is chosen yet": ("wechat.confirm_flexible", chooses("wechat", "王秀英", F, Choice())),
    "a tier has been recorded": ("wechat.confirm_flexible", owes("wechat")),
    "arrears of a resident": (
        "wechat.confirm_resident",
        chooses("wechat", "刘志强", R, Choice(P, "522601P", arrears=True)),
    ),
    "a year of a resident": (
        "wechat.confirm_resident",
        chooses("wechat", "李桂兰", R, Choice(P, "520581P", periods=(THIS_YEAR,), tier="300", recorded=True)),
    ),
    "months that are owed": (
        "wechat.flexible_period",
        chooses("wechat", "王秀英", F, Choice(P, "520302P", arrears=True, periods=(OCTOBER,))),
    ),
    "a year that is paid": ("wechat.resident_period", chooses("wechat", "陈玉梅", R, Choice(M, "520402M"))),
    "tiers by base": (
        "alipay.flexible_tier",
        chooses("alipay", "张建国", F, Choice(M, "520102M", periods=(NOVEMBER,))),
    ),
    "a tier by base, chosen": (
        "wechat.flexible_tier",
        chooses("wechat", "张建国", F, Choice(M, "520102M", periods=(NOVEMBER,), tier="4.40")),
    ),
    "the only tier": (
        "alipay.resident_tier",
        chooses("alipay", "李桂兰", R, Choice(M, "520581M", periods=(THIS_YEAR,))),
    ),
    "tiers by sum, one of them chosen": (
        "unionpay.resident_tier",
        chooses("unionpay", "刘志强", R, Choice(P, "522601P", periods=(THIS_YEAR,), tier="600")),
    ),
    "months to be ticked": (
        "alipay.query_flexible",
        chooses("alipay", "王秀英", F, Choice(P, "520302P", periods=(OCTOBER,))),
    ),
    "one month to be ticked": ("tax_app.query_flexible", chooses("tax_app", "张建国", F, Choice())),
    "an agency to be chosen later": ("tax_app.query_resident", chooses("tax_app", "李桂兰", R, Choice(M))),
    "nobody who is enrolled": ("alipay.query_flexible", chooses("alipay", "杨小军", F, Choice(P))),
    "a year that cannot be paid": (
        "unionpay.query_resident",
        chooses("unionpay", "陈玉梅", R, Choice(P, "520402P")),
    ),
    "one year owed": ("wechat.arrears", chooses("wechat", "李桂兰", R, Choice(P, "520581P", arrears=True))),
    "nothing owed": ("wechat.arrears", chooses("wechat", "陈玉梅", R, Choice(P, "520402P", arrears=True))),
    "an enrolment with a year chosen": (
        "alipay.resident_enrolment",
        chooses("alipay", "李桂兰", R, Choice(M, "520581M", periods=(THIS_YEAR,))),
    ),
    "no enrolment here": (
        "alipay.resident_enrolment",
        chooses("alipay", "李桂兰", R, Choice(M, "520102M")),
    ),
    "the agency once more": ("unionpay.confirm_agency", owes("unionpay")),
    "how to pay": ("wechat.pick_method", owes("wechat")),
    "two months of arrears": ("alipay.summary_flexible", owes("alipay", replace(PENSION, arrears=True), (9, 10))),
    "one month": ("unionpay.check", owes("unionpay")),
    "declared": ("wechat.declared", owes("wechat")),
    "confirmed": ("alipay.confirmed", owes("alipay")),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_on_a_screen(moment: str, hall: Hall, show: Callable[[str, Visit], Any]) -> None:
    at, made = MOMENTS[moment]
    assert read(show(at, made(hall))) == SHEETS[moment]
