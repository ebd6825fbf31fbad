"""What is looked over before it is sent: nothing is asked before, nothing is lost after, and Back is to the form."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy

from domain.flows.catalogue import SCREENS
from domain.flows.steps import Form
from domain.flows.visit import Identity, Refunding, Visit
from domain.forms import refunds
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import TICKED, Answers
from domain.payment.order import Network
from domain.ports import Unreachable
from domain.words import Text
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.test_money_forms import ACCOUNT, AGREEMENT, REFUND, step_of
from tests.viewmodels.visits import known
from viewmodels.making import forms
from viewmodels.parts import Parts
from viewmodels.steps.form import FormViewModel
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]
FormOf = Callable[..., FormViewModel]
LOOKED_OVER: dict[str, Answers] = {
    "tax_app.account": ACCOUNT,
    "tax_app.agreement": AGREEMENT,
    "tax_app.refund_normal_form": REFUND,
    "tax_app.refund_special_form": REFUND,
    "tax_app.refund_normal_by_network": REFUND,
    "tax_app.refund_special_by_network": REFUND,
    "tax_app.refund_normal_account": REFUND,
    "tax_app.refund_special_account": REFUND,
}
NO = Text("不行")


@pytest.fixture
def form(hall: Hall, parts: Parts, ended: Ended) -> FormOf:
    """A form of the table filled in by 张建国, which answers what it is told to; what it was asked is in `asked`."""
    zhang = known(hall, "张建国")

    def made(at: str, answers: Answers, answer: Onward[Any] | Wrong | None = None) -> FormViewModel:
        step, visit = replace(step_of(at), prepare=None), Visit("tax_app", who=Identity(zhang, logged_in=True))
        if "refund" in at:
            item = parts.desk.claims.refunds.refundable(zhang.id)[0]
            network = Network("wechat") if at.endswith("by_network") else None
            visit = replace(visit, business=Refunding(zhang, refundable=item, network=network))
        if answer is not None:
            step = replace(step, ask=lambda desk, given, answers: answer)
        return forms.form(step, visit.with_answers(step.name, answers), parts, ended)

    return made


def test_every_form_that_moves_money_is_looked_over_and_no_other() -> None:
    steps = {at: screen.step for at, screen in SCREENS.items()}
    assert {at for at, step in steps.items() if isinstance(step, Form) and step.review} == set(LOOKED_OVER)


@pytest.mark.parametrize("at", LOOKED_OVER)
def test_it_is_not_asked_before_it_is_confirmed(form: FormOf, ended: Ended, until: Until, at: str) -> None:
    one = form(at, LOOKED_OVER[at], Onward("saved", None))
    one.submit()
    assert one.review.property("shown") and not one.property("busy") and one.property("active") == ""
    one.submit()
    assert not one.property("busy") and ended.outcome is None, "the form's own button lies under it"
    one.review.send()
    assert one.property("busy") and one.review.property("sendText") == sentences.LOADING
    assert one.uncover() and one.review.property("shown"), "while it is sent, its answer is waited for"


def test_what_is_wrong_is_not_looked_over(form: FormOf) -> None:
    one = form("tax_app.refund_normal_form", {**REFUND, "phone": ""})
    one.submit()
    assert set(one.property("errors")) == {"phone"} and not one.review.property("shown")
    one.review.send()
    assert not one.property("busy")


@pytest.mark.parametrize("back", [lambda one: one.review.edit(), lambda one: one.uncover()], ids=["change", "back"])
def test_who_goes_back_to_the_form_loses_nothing(form: FormOf, back: Callable[[FormViewModel], object]) -> None:
    one = form("tax_app.agreement", AGREEMENT)
    one.submit()
    back(one)
    assert not one.review.property("shown") and one.state.answers == AGREEMENT
    assert not one.uncover(), "Back is the screen before again"
    one.submit()
    assert one.review.property("shown")


@pytest.mark.parametrize(
    ("answer", "problem", "errors"),
    [
        (Wrong(NO), NO, {}),
        (Wrong(errors={"holder": NO}, use="holder"), "", {"holder": NO}),
        (Onward("saved", None, caution=NO), NO, {}),
    ],
    ids=["wrong", "wrong in a field", "a caution"],
)
def test_what_is_said_then_stands_on_the_form(
    form: FormOf, ended: Ended, until: Until, answer: Onward[Any] | Wrong, problem: str, errors: dict[str, str]
) -> None:
    one = form("tax_app.refund_normal_form", REFUND, answer)
    one.submit()
    one.review.send()
    until(lambda: not one.property("busy"))
    assert not one.review.property("shown") and ended.outcome is None
    assert (one.property("problem"), one.property("errors")) == (problem, errors)
    assert one.state.answers == REFUND


def test_silence_stands_on_the_form_as_well(
    monkeypatch: pytest.MonkeyPatch, parts: Parts, form: FormOf, until: Until
) -> None:
    def silent(person: int) -> None:
        raise Unreachable

    one = form("tax_app.refund_normal_form", REFUND)
    monkeypatch.setattr(type(parts.desk.claims.refunds.tax), "payments", lambda self, person: silent(person))
    one.submit()
    one.review.send()
    until(lambda: not one.property("busy"))
    assert one.property("problem") == sentences.TAX_UNREACHABLE and not one.review.property("shown")


def test_what_comes_and_goes_is_a_new_screen_for_the_finger(form: FormOf) -> None:
    one = form("tax_app.account", ACCOUNT)
    turned = QSignalSpy(one.turned)
    one.submit()
    assert turned.count() == 1
    one.review.edit()
    assert turned.count() == 2


def test_another_answer_is_looked_over_anew(form: FormOf) -> None:
    one = form("tax_app.account", ACCOUNT)
    one.submit()
    one.write("holder", "张")
    assert not one.review.property("shown")


def test_who_has_died_needs_the_account_first(form: FormOf, ended: Ended, until: Until) -> None:
    """There is nothing to look over where nothing is sent."""
    answers = {**REFUND, "ground": "deceased", "ground.allowed": "deceased"}
    one = form("tax_app.refund_normal_by_network", answers)
    one.submit()
    assert not one.review.property("shown")
    until(lambda: ended.outcome == "account")


def test_proofs_are_not_shown_again(form: FormOf) -> None:
    one = form("tax_app.agreement", AGREEMENT)
    one.submit()
    rows = {row["key"]: row["value"] for row in one.review.property("rows")}
    assert "短信验证码" not in rows and AGREEMENT["code"] not in rows.values()
    assert rows["银行预留手机"] == "199****0009" and AGREEMENT["consent"] == TICKED


@pytest.mark.parametrize(("typed", "shown"), [("878.94", "878.94"), ("1000", "1,000.00"), ("0.5", "0.50")])
def test_the_amount_is_the_sum_that_is_applied_for(form: FormOf, typed: str, shown: str) -> None:
    one = form("tax_app.refund_normal_form", {**REFUND, refunds.AMOUNT.key: typed})
    one.submit()
    assert one.review.property("amount") == shown
