"""What is doubtful, and what has to be known before one goes on: said once, and then it is the visitor's word."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.accounts.cards import DOUBTFUL
from domain.flows.catalogue import SCREENS
from domain.flows.steps import Form
from domain.flows.visit import Identity, Paying, Visit
from domain.forms import identity
from domain.forms.fields import Answers
from domain.identity import DocumentKind
from domain.people.insurance import Scheme
from kit.people.people import DemoPerson
from kit.people.store import fill
from kit.simulators.sms import SimulatedSms
from tests.payment.hall import BOOK, LI, NOON, ZHANG, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import sends
from viewmodels.making import forms
from viewmodels.parts import Parts
from viewmodels.steps.form import FormViewModel

Until = Callable[[Callable[[], bool]], None]
FormOf = Callable[[str, Answers], FormViewModel]
NO_CHECK_DIGIT = "6217790000000000015"
ACCOUNT: Answers = {
    "county": "520102",
    "bank": "GZRCU",
    "branch": "999520102007",
    "holder": "张建国",
    "account": NO_CHECK_DIGIT,
    "opened_on": "2020-05-06",
}
RARE = "张\U0002ebf0"
"""Of a block that no font has yet."""


@pytest.fixture
def form(parts: Parts, ended: Ended) -> FormOf:
    """A form of the table, filled in, for 张建国 who has logged in."""
    zhang = parts.desk.payments.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)

    def made(at: str, answers: Answers) -> FormViewModel:
        step = SCREENS[at].step
        assert isinstance(step, Form)
        visit = Visit(at.partition(".")[0], business=Paying(Scheme.RESIDENT), who=Identity(zhang, logged_in=True))
        return forms.form(step, visit.with_answers(step.name, answers), parts, ended)

    return made


@pytest.fixture
def rare(hall: Hall) -> DemoPerson:
    """Somebody in the register whose name nobody can print."""
    who = replace(LI, kind=DocumentKind.FOREIGN_PASSPORT, number="X1234567", name=RARE, phone="19900000098")
    who = replace(who, has_account=True)
    fill(hall.store, [who], BOOK, NOON.date())
    return who


class TestCardsWithoutACheckDigit:
    def test_it_is_to_be_compared_and_is_taken_the_second_time(
        self, parts: Parts, form: FormOf, ended: Ended, until: Until
    ) -> None:
        account = form("tax_app.account", ACCOUNT)
        account.submit()
        assert account.property("errors") == {"account": DOUBTFUL} and not account.property("busy")
        assert account.property("submitText") == "核对无误，继续"
        assert account.property("active") == "account", "a number is compared while all of it can be seen"
        assert account.property("shown")["account"] == "6217 7900 0000 0000 015"
        account.submit()
        assert account.review.property("shown"), "and then it is looked over"
        account.review.send()
        until(lambda: ended.outcome == "saved")
        (reported,) = parts.desk.accounts.accounts.accounts(ended.visit.who.visitor.id)  # type: ignore[union-attr]
        assert reported.details.number == NO_CHECK_DIGIT

    def test_another_number_is_doubted_anew(self, form: FormOf, ended: Ended) -> None:
        account = form("tax_app.account", ACCOUNT)
        account.submit()
        account.write("account", NO_CHECK_DIGIT[:-1] + "4")
        assert account.property("errors") == {} and account.property("submitText") == "提交"
        account.submit()
        assert account.property("errors") == {"account": DOUBTFUL} and ended.outcome is None

    def test_what_is_wrong_comes_first(self, form: FormOf) -> None:
        account = form("tax_app.account", {**ACCOUNT, "opened_on": ""})
        account.submit()
        assert account.property("errors") == {"opened_on": "请选择开户日期"}
        assert account.property("submitText") == "提交"

    def test_it_is_not_asked_again_after_another_answer_was_wrong(self, form: FormOf, until: Until) -> None:
        account = form("tax_app.account", {**ACCOUNT, "holder": "李桂兰"})
        account.submit()
        account.submit()
        account.review.send()
        until(lambda: "holder" in account.state.errors)
        assert account.property("submitText") == "提交"
        account.write("holder", "张建国")
        account.submit()
        assert account.review.property("shown")


class TestNamesThatCannotBePrinted:
    @pytest.mark.parametrize(
        "at", ["wechat.identify", "alipay.identify", "tax_app.identify_flexible", "wechat.payee_resident"]
    )
    def test_it_is_said_before_anything_is_paid(
        self, form: FormOf, rare: DemoPerson, ended: Ended, until: Until, at: str
    ) -> None:
        who = form(at, {"kind": rare.kind, "number": rare.number, "name": rare.name})
        who.submit()
        until(lambda: who.state.problem != "")
        assert who.property("problem") == identity.UNWRITABLE and ended.outcome is None
        assert who.property("submitText") == "知道了，继续"
        who.submit()
        assert ended.outcome == "identified"

    def test_it_is_said_to_who_logs_in_by_phone(
        self, parts: Parts, hall: Hall, rare: DemoPerson, ended: Ended, until: Until
    ) -> None:
        sms = SimulatedSms(lambda: hall.now, lambda n: 123456)
        step: Form[Any, Any] = SCREENS["tax_app.login"].step  # type: ignore[assignment]
        login = forms.form(step, Visit("tax_app"), sends(parts, sms), ended)
        login.write("phone", rare.phone)
        login.sendCode("code")
        until(lambda: sms.last != "")
        login.write("code", sms.last)
        login.submit()
        until(lambda: login.state.problem != "")
        assert login.property("problem") == identity.UNWRITABLE
        login.submit()
        assert ended.outcome == "menu" and ended.visit.who.logged_in

    def test_who_corrects_the_name_is_asked_for_again(self, form: FormOf, rare: DemoPerson, until: Until) -> None:
        who = form("wechat.identify", {"kind": rare.kind, "number": rare.number, "name": rare.name})
        who.submit()
        until(lambda: who.state.problem != "")
        who.write("name", "张三")
        assert who.property("problem") == "" and who.property("submitText") == "确定"
        who.submit()
        until(lambda: who.state.problem != "")
        assert who.property("problem") == identity.NOT_FOUND

    def test_of_others_nothing_is_said(self, form: FormOf, ended: Ended, until: Until) -> None:
        who = form("wechat.identify", {"kind": ZHANG.kind, "number": ZHANG.number, "name": ZHANG.name})
        who.submit()
        until(lambda: ended.outcome == "identified")
