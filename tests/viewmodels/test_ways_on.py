"""Where each button of each small screen leads, and what the visitor has given by then."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from domain.flows.visit import Choice, Identity, Paying, Refunding, Visit
from domain.people.insurance import Insurance, Period, Scheme
from tests.payment.hall import Hall, bill_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import SOMEBODY, enrolled, known, pays

Show = Callable[..., Any]
KNOWN, LOGGED_IN = Identity(SOMEBODY), Identity(SOMEBODY, logged_in=True)
PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL


def owes(channel: str) -> Callable[[Hall], Visit]:
    """Zhang with this month's bill."""

    def made(hall: Hall) -> Visit:
        zhang = known(hall, "张建国")
        bill = bill_of(zhang.id)
        choice = Choice(PENSION, bill.agency, periods=(bill.period,), tier=bill.tier, recorded=True)
        return pays(channel, zhang, enrolled(hall, zhang, Scheme.FLEXIBLE, choice).chosen(choice, (bill,)))

    return made


def chose(channel: str, name: str, choice: Choice) -> Callable[[Hall], Visit]:
    """A resident who has chosen so much."""

    def made(hall: Hall) -> Visit:
        who = known(hall, name)
        return pays(channel, who, enrolled(hall, who, Scheme.RESIDENT, choice))

    return made


def at(channel: str, who: Identity = KNOWN) -> Callable[[Hall], Visit]:
    return lambda hall: Visit(channel, who=who)


WAYS: list[tuple[str, Callable[[Hall], Visit], str, tuple[object, ...], str]] = [
    ("wechat.official_account", at("wechat"), "enter", (), "enter"),
    ("wechat.official_account", at("wechat"), "other", (), "other"),
    ("matter.pay", at(""), "choose", ("alipay",), "alipay"),
    ("unionpay.closed", at("unionpay"), "choose", ("wechat",), "wechat"),
    ("wechat.confirm_flexible", owes("wechat"), "next", (), "pay"),
    ("wechat.confirm_flexible", owes("wechat"), "stop", (), "stop"),
    ("wechat.confirm_flexible", owes("wechat"), "pickAgency", (), "pick_agency"),
    ("wechat.confirm_flexible", owes("wechat"), "pickPeriod", (), "pick_period"),
    ("wechat.confirm_flexible", owes("wechat"), "pickTier", (), "pick_tier"),
    ("unionpay.confirm_agency", owes("unionpay"), "next", (), "next"),
    ("unionpay.confirm_agency", owes("unionpay"), "again", (), "again"),
    ("wechat.pick_method", owes("wechat"), "next", (), "next"),
    ("alipay.summary_flexible", owes("alipay"), "next", (), "next"),
    ("wechat.declared", owes("wechat"), "done", (), "done"),
    ("wechat.declared", owes("wechat"), "pay", (), "pay"),
    ("wechat.arrears", chose("wechat", "李桂兰", Choice(PENSION, "520581P", arrears=True)), "submit", (), "pay"),
    ("wechat.arrears", chose("wechat", "陈玉梅", Choice(PENSION, "520402P", arrears=True)), "submit", (), "nothing"),
    ("alipay.resident_enrolment", chose("alipay", "李桂兰", Choice(MEDICAL, "520102M")), "submit", (), "again"),
    ("tax_app.query_resident", chose("tax_app", "李桂兰", Choice(MEDICAL)), "next", (), "next"),
    ("wechat.tier_records", at("wechat"), "done", (), "done"),
    ("tax_app.accounts", at("tax_app", LOGGED_IN), "submit", (), "add"),
    ("tax_app.accounts", at("tax_app", LOGGED_IN), "other", (), "add"),
    ("tax_app.login", at("tax_app"), "other", (), "register"),
    ("tax_app.account", at("tax_app", LOGGED_IN), "pick", ("bank",), "pick_bank"),
]


@pytest.mark.parametrize(("screen", "visit", "button", "given", "outcome"), WAYS)
def test_each_button_leads_where_it_says(
    screen: str,
    visit: Callable[[Hall], Visit],
    button: str,
    given: tuple[object, ...],
    outcome: str,
    hall: Hall,
    show: Show,
    ended: Ended,
) -> None:
    before = visit(hall)
    getattr(show(screen, before), button)(*given)
    assert ended.outcome == outcome
    assert (ended.visit.channel, ended.visit.who) == (before.channel, before.who)


@pytest.mark.parametrize(
    ("item", "logged_in", "outcome", "wanted", "paying"),
    [
        ("flexible", False, "flexible", "", Paying(Scheme.FLEXIBLE)),
        ("payment_records", False, "payment_records_first", "payment_records", None),
        ("payment_records", True, "payment_records", "", None),
    ],
)
def test_a_business_is_begun_with_nothing_but_who_one_is(
    item: str, logged_in: bool, outcome: str, wanted: str, paying: Paying | None, show: Show, ended: Ended
) -> None:
    who = Identity(SOMEBODY, logged_in=logged_in)
    began = Visit("tax_app", who=who, business=Refunding(SOMEBODY)).with_answers("login", {"phone": "1"})
    show("tax_app.menu", began).choose(item)
    assert (ended.outcome, ended.visit) == (outcome, Visit("tax_app", who=replace(who, wanted=wanted), business=paying))


def test_some_businesses_are_of_one_insurance(show: Show, ended: Ended) -> None:
    show("unionpay.menu", Visit("unionpay")).choose("resident_medical")
    assert ended.visit.paying == Paying(Scheme.RESIDENT, Choice(MEDICAL))


@pytest.mark.parametrize("logged_in", [True, False])
def test_what_one_had_to_log_in_for_begins_by_itself(
    logged_in: bool, show: Show, ended: Ended, until: Callable[[Callable[[], bool]], None]
) -> None:
    show("tax_app.menu", Visit("tax_app", who=Identity(SOMEBODY, logged_in, "refund_normal")))
    if logged_in:
        until(lambda: ended.outcome is not None)
        assert (ended.outcome, ended.visit.who) == ("refund_normal", Identity(SOMEBODY, True))
    else:
        QCoreApplication.processEvents()
        assert ended.outcome is None


@pytest.mark.parametrize(("bank", "branch"), [("ICBC", ""), ("GZRCU", "here")], ids=["another", "the same"])
def test_another_bank_has_other_branches(bank: str, branch: str, show: Show, ended: Ended) -> None:
    answers = {"bank": "GZRCU", "branch": "here", "holder": "张建国"}
    show("tax_app.account_bank", Visit("tax_app", who=LOGGED_IN).with_answers("bank_account", answers)).choose(bank)
    assert (ended.outcome, ended.visit.filled["bank_account"].get("branch", "")) == ("picked", branch)
    assert ended.visit.filled["bank_account"]["holder"] == "张建国"


PICKS: list[tuple[str, str, str, tuple[str, ...], str]] = [
    ("tax_app.account_county", "bank_account", "county", ("520400", "520402"), "520402"),
    ("alipay.tax_first_authority", "tax_first", "authority", ("520500", "520581"), "520581"),
    ("alipay.tax_first_from", "tax_first", "from", ("2025-03",), "2025-03"),
    ("tax_app.refund_normal_first", "refund_query_normal", "first", ("2026-11-20",), "2026-11-20"),
    ("tax_app.refund_normal_first", "refund_query_normal", "first", ("",), ""),
    ("wechat.identify_kind", "visitor", "kind", ("210",), "210"),
]


@pytest.mark.parametrize(("screen", "form", "field", "touched", "answer"), PICKS)
def test_what_is_picked_is_the_answer_of_its_field_and_of_no_other(
    screen: str, form: str, field: str, touched: tuple[str, ...], answer: str, show: Show, ended: Ended
) -> None:
    picker = show(screen, Visit("tax_app", who=LOGGED_IN).with_answers(form, {"kept": "as it was"}))
    for code in touched:
        assert ended.outcome is None
        picker.choose(code)
    assert ended.outcome == "picked"
    assert ended.visit.filled == {form: {"kept": "as it was", field: answer}}


def test_an_agency_is_chosen_for_what_is_paid_and_takes_back_the_tier(hall: Hall, show: Show, ended: Ended) -> None:
    zhang = known(hall, "张建国")
    choice = Choice(PENSION, "520103P", periods=(Period(2026, 11),), tier="60", recorded=True)
    picker = show("wechat.flexible_agency", pays("wechat", zhang, enrolled(hall, zhang, Scheme.FLEXIBLE, choice)))
    (own,) = picker.property("registered")
    assert (own["id"], own["chosen"]) == ("520102P", False)
    picker.choose(own["id"])
    assert ended.visit.paying.choice == replace(choice, agency="520102P", tier=None, recorded=False)


def test_nobody_is_enrolled_where_that_was_not_asked(hall: Hall, show: Show) -> None:
    zhang = known(hall, "张建国")
    visit = pays("wechat", zhang, Paying(Scheme.FLEXIBLE, Choice(PENSION)))
    assert show("wechat.flexible_agency", visit).property("registered") == []


def test_a_wrong_answer_is_taken_back_alone(show: Show, ended: Ended) -> None:
    answers = {"agency": "520102M", "number": "520199197803150119", "name": "张建国"}
    screen = show("unionpay.wrong_agency", Visit("unionpay").with_answers("visitor", answers))
    screen.done()
    assert ended.outcome == "done"
    assert ended.visit.filled == {"visitor": {key: answers[key] for key in ("number", "name")}}
