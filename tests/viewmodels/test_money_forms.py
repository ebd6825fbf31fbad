"""Accounts, agreements and refunds of the APP (P20 to P47): required fields, wrong answers, and what is kept."""

from dataclasses import replace
from typing import Any, cast

import pytest

from domain.accounts.account import BankAccount
from domain.agreements.agreement import Terms
from domain.flows.catalogue import SCREENS
from domain.flows.steps import Form
from domain.flows.visit import Agreeing, Identity, Refunding, Reporting, Success, Visit
from domain.forms import accounts, agreements, refunds
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.authority import AUTHORITY
from domain.forms.desks import FrontDesk
from domain.forms.fields import TICKED, Answers
from domain.forms.scopes import AGREEMENTS
from domain.people.person import Person
from domain.refunds.application import Kind
from domain.refunds.states import RefundState
from domain.words import Text
from kit.simulators.bank import BankFault, SimulatedBank
from kit.simulators.sms import SimulatedSms
from tests.desk import desk_of, hall_clock
from tests.payment.hall import PEOPLE, Hall
from tests.viewmodels.conftest import Ended
from viewmodels.making import forms
from viewmodels.parts import Parts

CARD = "6217790000000000016"
BANK = {"county": "520102", "bank": "GZRCU", "branch": "999520102007", "holder": "张建国", "account": CARD}
ACCOUNT: Answers = {**BANK, "opened_on": "2020-05-06"}
AGREEMENT: Answers = {**BANK, "phone": "19900000009", "code": "123456", "consent": TICKED}
REFUND: Answers = {
    "sum_kind": "contribution",
    "ground": "duplicate",
    "ground.allowed": "duplicate other",
    "amount": "878.94",
    "bank": "GZRCU",
    "account": CARD,
    "holder": "张建国",
    "phone": "19900000009",
}
FORMS = {"tax_app.account": ACCOUNT, "tax_app.agreement": AGREEMENT, "tax_app.refund_normal_form": REFUND}
PROMPTS = {
    "county": "请选择行政区划",
    "bank": "请选择开户银行",
    "branch": "请选择营业网点",
    "holder": "请输入账户名称",
    "account": "请输入银行账号",
    "opened_on": "请选择开户日期",
    "phone": "请输入",
    "code": "请输入短信验证码",
    "consent": "请先阅读并勾选同意《个人委托扣款协议授权》",
    "ground": "请选择退费原因类型",
    "amount": "请输入申请退费金额",
}


@pytest.fixture
def desk(hall: Hall) -> FrontDesk:
    return desk_of(hall)


@pytest.fixture
def zhang(hall: Hall) -> Person:
    known = next(p for p in PEOPLE if p.name == "张建国")
    person = hall.store.tax.find_person(known.kind, known.number, known.name)
    assert person is not None
    return person


@pytest.fixture
def visit(zhang: Person) -> Visit:
    """In the APP, logged in."""
    return Visit("tax_app", who=Identity(zhang, logged_in=True))


@pytest.fixture
def reporting(zhang: Person) -> Reporting:
    return Reporting(zhang)


@pytest.fixture
def agreeing(zhang: Person) -> Agreeing:
    return Agreeing(zhang, "520102")


@pytest.fixture
def refunding(zhang: Person) -> Refunding:
    return Refunding(zhang)


def step_of(at: str) -> Form[Any, Any]:
    step = SCREENS[at].step
    assert isinstance(step, Form)
    return step


def required(at: str) -> list[str]:
    return [field.key for field in step_of(at).fields if field.required and field.key in PROMPTS]


@pytest.mark.parametrize(("at", "empty"), [(at, key) for at in FORMS for key in required(at)])
def test_each_required_field_says_so_and_the_others_keep_what_they_have(
    parts: Parts, visit: Visit, ended: Ended, at: str, empty: str
) -> None:
    answers = {key: text for key, text in FORMS[at].items() if key != empty}
    dependent = {"county": ["branch"], "bank": ["branch"]}.get(empty, [])
    if at == "tax_app.refund_normal_form":
        item = parts.desk.claims.refunds.refundable(visit.visitor.id)[0]
        visit = replace(visit, business=Refunding(visit.visitor, refundable=item))
    form = forms.form(replace(step_of(at), prepare=None), visit.with_answers(step_of(at).name, answers), parts, ended)
    form.submit()
    assert set(form.state.errors) - set(dependent) == {empty}
    assert form.state.errors[empty].startswith(PROMPTS[empty])
    assert form.state.answers == answers and ended.outcome is None
    assert form.state.active == next(iter(form.state.errors))


def terms_of(account: BankAccount) -> Terms:
    """An agreement over a reported account."""
    details = account.details
    where = {"authority": details.county, "bank": details.bank, "branch": details.branch}
    return Terms(**where, holder=details.holder, account=details.number, phone="19900000009")  # type: ignore[arg-type]


class TestAccounts:
    def test_reported_listed_changed_and_deleted(self, desk: FrontDesk, reporting: Reporting) -> None:
        told = accounts.submit(desk.accounts, reporting, ACCOUNT)
        assert isinstance(told, Onward) and told.outcome == "saved"
        (account,) = accounts.listed(desk.accounts, reporting)
        edited = accounts.edit(desk.accounts, reporting, str(account.id))
        assert isinstance(edited, Onward)
        known = accounts.begin(desk.accounts, edited.given)
        assert {**known, "preferred": "", "refund": ""} == {**ACCOUNT, "preferred": "", "refund": ""}
        changed = accounts.submit(desk.accounts, edited.given, {**known, "refund": TICKED})
        assert isinstance(changed, Onward)
        assert [a.details.refund for a in accounts.listed(desk.accounts, reporting)] == [True]
        assert accounts.delete(desk.accounts, reporting, str(account.id)) == Done(accounts.DELETED)
        assert accounts.listed(desk.accounts, reporting) == ()

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"account": "621779000000000001"}, "account"),
            ({"holder": "李桂兰"}, "holder"),
            ({"bank": "ICBC", "branch": ""}, "bank"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field(
        self, desk: FrontDesk, reporting: Reporting, changes: dict[str, str], field: str
    ) -> None:
        answer = accounts.submit(desk.accounts, reporting, {**ACCOUNT, **changes})
        assert isinstance(answer, Wrong) and field in answer.errors

    def test_an_account_under_an_agreement_stays(
        self, desk: FrontDesk, reporting: Reporting, agreeing: Agreeing
    ) -> None:
        accounts.submit(desk.accounts, reporting, ACCOUNT)
        (account,) = accounts.listed(desk.accounts, reporting)
        desk.agreements.signing.sign(account.person, terms_of(account))
        answer = accounts.delete(desk.accounts, reporting, str(account.id))
        assert isinstance(answer, Wrong) and "两两协议" in answer.problem
        (agreement,) = agreements.listed(desk.agreements, agreeing)
        assert agreements.revoke(desk.agreements, agreeing, agreement.number) == Done(agreements.REVOKED)
        assert isinstance(accounts.delete(desk.accounts, reporting, str(account.id)), Done)

    def test_a_new_one_after_another_was_looked_at_is_a_new_one(self, desk: FrontDesk, reporting: Reporting) -> None:
        """Back from 编辑, then 新增."""
        accounts.submit(desk.accounts, reporting, ACCOUNT)
        (first,) = accounts.listed(desk.accounts, reporting)
        edited = accounts.edit(desk.accounts, reporting, str(first.id))
        assert isinstance(edited, Onward)
        new = accounts.report(edited.given)
        assert accounts.begin(desk.accounts, new.given) == {"holder": "张建国"} and new.forget == (accounts.FORM,)
        assert accounts.report(reporting).forget == ()

    def test_an_account_stays_while_a_refund_is_on_its_way_to_it(
        self, desk: FrontDesk, reporting: Reporting, refunding: Refunding
    ) -> None:
        accounts.submit(desk.accounts, reporting, ACCOUNT)
        (account,) = accounts.listed(desk.accounts, reporting)
        item = desk.claims.refunds.refundable(account.person)[0]
        chosen = replace(refunding, refundable=item)
        assert isinstance(refunds.apply(desk.claims, chosen, {**REFUND, **refunds.begin(desk.claims, chosen)}), Onward)
        edited = replace(reporting, account=account.id)
        renumbered = accounts.submit(desk.accounts, edited, {**ACCOUNT, "account": "6217790000000000024"})
        for answer in (accounts.delete(desk.accounts, reporting, str(account.id)), renumbered):
            assert isinstance(answer, Wrong) and "退费申请正在办理" in answer.problem
        assert isinstance(accounts.submit(desk.accounts, edited, {**ACCOUNT, "refund": TICKED}), Onward)
        (application,) = refunds.applications(desk.claims, refunding)
        assert refunds.withdraw(desk.claims, refunding, application.number) == Done(refunds.WITHDRAWN)
        assert accounts.delete(desk.accounts, reporting, str(account.id)) == Done(accounts.DELETED)


class TestAgreements:
    def test_a_reported_account_is_chosen_and_fills_the_form_in(
        self, desk: FrontDesk, reporting: Reporting, agreeing: Agreeing, visit: Visit
    ) -> None:
        accounts.submit(desk.accounts, reporting, ACCOUNT)
        accounts.submit(desk.accounts, reporting, {**ACCOUNT, "account": "6217790000000000024", "preferred": TICKED})
        preferred, other = agreements.reported(desk.agreements, agreeing)
        assert [a.details.number for a in (preferred, other)] == ["6217790000000000024", CARD]
        chosen = agreements.use_account(desk.agreements, agreeing, str(other.id))
        assert isinstance(chosen, Onward)
        visit = AGREEMENTS.after(visit, chosen)
        answers = visit.filled[agreements.FORM]
        assert BANK.items() <= answers.items()
        typed = visit.with_answers(agreements.FORM, {**answers, "phone": "19900000009", "consent": TICKED})
        again = agreements.use_account(desk.agreements, chosen.given, str(other.id))
        assert isinstance(again, Onward) and AGREEMENTS.after(typed, again) == typed
        another = agreements.use_account(desk.agreements, chosen.given, str(preferred.id))
        assert isinstance(another, Onward)
        assert not {"phone", "consent"} & AGREEMENTS.after(typed, another).filled[agreements.FORM].keys()
        by_hand = agreements.use_another(chosen.given)
        assert agreements.FORM not in AGREEMENTS.after(typed, by_hand).filled
        assert agreements.use_another(by_hand.given) == Onward("typed", by_hand.given)

    def test_one_that_has_been_deleted_at_another_terminal(self, desk: FrontDesk, agreeing: Agreeing) -> None:
        assert isinstance(agreements.use_account(desk.agreements, agreeing, "1"), Wrong)

    @pytest.mark.parametrize(("authority", "warned"), [("520102", False), ("520103", True)])
    def test_the_authority_that_does_not_collect_is_warned_of(
        self, desk: FrontDesk, agreeing: Agreeing, authority: str, warned: bool
    ) -> None:
        asked = replace(agreeing, authority=authority)
        assert bool(agreements.caution(desk.agreements, asked)) is warned

    @pytest.mark.parametrize(
        ("fault", "success", "said"),
        [
            (BankFault.NONE, Success.GOOD, "提交成功，协议已签订。验证成功。"),
            (BankFault.DOWN, Success.OPEN, "提交成功，待验证。银行验证成功以后，协议才生效。"),
            (BankFault.REFUSE, Success.BAD, "协议没有签成：银行没有受理，请联系开户银行。请核对以后重新新增。"),
        ],
    )
    def test_that_it_is_signed_is_said_once_the_bank_has_said_so(
        self, hall: Hall, agreeing: Agreeing, fault: BankFault, success: Success, said: str
    ) -> None:
        phone = SimulatedSms(hall_clock(hall), lambda _: 123456)
        phone.send(AGREEMENT["phone"])
        desk = desk_of(hall, phone).agreements
        signing = replace(desk.signing, bank=replace(cast(SimulatedBank, desk.signing.bank), fault=lambda: fault))
        told = agreements.submit(replace(desk, signing=signing), agreeing, AGREEMENT)
        assert isinstance(told, Onward) and (told.given.success, told.given.remark) == (success, said)


def test_what_the_keypad_types_is_only_given_out_as_it_is_shown(parts: Parts, visit: Visit, ended: Ended) -> None:
    form = forms.form(step_of("tax_app.account"), visit.with_answers(accounts.FORM, ACCOUNT), parts, ended)
    assert form.property("texts") == {"holder": "张建国"}
    assert form.property("shown")["account"] == "6217 **** **** 0016"
    form.use("account")
    assert form.property("shown")["account"] == "6217 7900 0000 0000 016"


class TestRefunds:
    @pytest.mark.parametrize(
        ("answers", "said"),
        [
            ({}, "票证号码和税款不能同时为空，请选择其中一种进行查询"),
            ({"voucher": "520000000000009999"}, "未查询到任何可退税费信息"),
            ({"first": "2026-11-10", "last": "2026-11-01"}, "缴费日期止不能早于缴费日期起"),
        ],
    )
    def test_what_the_query_says(
        self, desk: FrontDesk, refunding: Refunding, answers: dict[str, str], said: str
    ) -> None:
        answer = refunds.find(Kind.NORMAL)(desk.claims, refunding, {**answers, AUTHORITY.key: "520102"})
        assert answer == Wrong(Text(said))

    def test_applied_for_once_seen_and_withdrawn(self, desk: FrontDesk, refunding: Refunding) -> None:
        item = desk.claims.refunds.refundable(refunding.visitor.id)[0]
        chosen = refunds.choose(desk.claims, refunding, item.bill)
        assert isinstance(chosen, Onward)
        answers = {**REFUND, **refunds.begin(desk.claims, chosen.given), "account": CARD, "bank": "GZRCU"}
        saved = refunds.apply(desk.claims, chosen.given, answers)
        assert isinstance(saved, Onward) and saved.given.application
        assert saved.given.application.draft.applicant == refunding.visitor.name
        assert isinstance(refunds.apply(desk.claims, chosen.given, answers), Wrong)
        (application,) = refunds.applications(desk.claims, refunding)
        assert application.state is RefundState.SUBMITTED
        assert refunds.withdraw(desk.claims, refunding, application.number) == Done(refunds.WITHDRAWN)
        assert isinstance(refunds.withdraw(desk.claims, refunding, application.number), Wrong)

    @pytest.mark.parametrize("amount", ["0", "-1", "1e9", "１００", "100.005", "878.95"])
    def test_amounts_that_are_none(self, desk: FrontDesk, refunding: Refunding, amount: str) -> None:
        item = next(i for i in desk.claims.refunds.refundable(refunding.visitor.id) if i.fen == 87894)
        chosen = replace(refunding, refundable=item)
        answer = refunds.apply(desk.claims, chosen, {**REFUND, "amount": amount})
        assert isinstance(answer, Wrong) and set(answer.errors) == {"amount"}
        assert refunds.applications(desk.claims, refunding) == ()

    def test_other_grounds_want_an_explanation(self, desk: FrontDesk, refunding: Refunding) -> None:
        item = desk.claims.refunds.refundable(refunding.visitor.id)[0]
        chosen = replace(refunding, refundable=item)
        answer = refunds.apply(desk.claims, chosen, {**REFUND, "amount": "1", "ground": "other"})
        assert isinstance(answer, Wrong) and set(answer.errors) == {"explanation"}
