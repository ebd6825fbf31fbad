"""Forms and lists by themselves: what each field is typed on, and what is asked before something is done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer

from domain.flows.steps import Form, Listing, PayByQr, PickMethod, Query, Recorded
from domain.flows.visit import Choice, Identity, Paying, Refunding, Reporting, Visit
from domain.forms import accounts
from domain.payment.network import Absent, Presented, Waiting
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Person
from kit.simulators.sms import SimulatedSms
from tests.payment.hall import Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.test_money_forms import ACCOUNT
from tests.viewmodels.visits import enrolled, known, pays, sends, step_of
from viewmodels.making import forms, lists, paying
from viewmodels.parts import Parts
from viewmodels.steps.form import FormViewModel

Until = Callable[[Callable[[], bool]], None]
CHOICE = Choice(Insurance.PENSION, "520102P", periods=(Period(2026, 11),), tier="60", recorded=True)


@pytest.fixture
def zhang(hall: Hall) -> Person:
    return known(hall, "张建国")


@pytest.fixture
def form(parts: Parts, zhang: Person, ended: Ended) -> Callable[[str], FormViewModel]:
    """In the APP, before a refund of what he paid last."""
    item = parts.desk.claims.refunds.refundable(zhang.id)[0]
    visit = Visit("tax_app", who=Identity(zhang, logged_in=True), business=Refunding(zhang, refundable=item))
    return lambda at: forms.form(step_of(at, Form), visit, parts, ended)


@pytest.mark.parametrize(
    ("at", "field", "keypad", "last"),
    [
        ("tax_app.refund_normal_form", "amount", True, "."),
        ("tax_app.refund_normal_form", "account", True, "0"),
        ("tax_app.register", "number", True, "X"),
        ("tax_app.register", "name", False, None),
        ("tax_app.login", "phone", True, "0"),
        ("tax_app.login", "code", True, "0"),
    ],
)
def test_each_field_is_typed_on_the_keys_that_it_needs(
    form: Callable[[str], FormViewModel], at: str, field: str, keypad: bool, last: str | None
) -> None:
    screen = form(at)
    screen.use(field)
    assert screen.keypad.property("shown") is keypad
    assert last is None or screen.keypad.property("keys")[-1] == last
    assert screen.property("typing").startswith("正在填写：")


def test_fields_are_of_the_kind_that_they_are_answered_in(form: Callable[[str], FormViewModel]) -> None:
    kinds = {field["key"]: field["kind"] for field in form("tax_app.agreement").property("fields")}
    assert {key: kinds[key] for key in ("county", "bank", "holder", "account", "phone", "code", "consent")} == {
        "county": "picked",
        "bank": "picked",
        "holder": "typed",
        "account": "typed",
        "phone": "typed",
        "code": "code",
        "consent": "tick",
    }


def test_what_a_refund_is_of_is_shown_above_it(form: Callable[[str], FormViewModel]) -> None:
    about = {row["key"]: row["value"] for row in form("tax_app.refund_normal_form").property("about")}
    assert list(about) == ["险种", "凭证号码", "实缴金额"] and about["实缴金额"].endswith(" 元")


def test_seconds_are_counted_as_long_as_one_waits_for_another_code(parts: Parts, hall: Hall, ended: Ended) -> None:
    connected = sends(parts, SimulatedSms(lambda: hall.now, lambda n: 123456))
    login = forms.form(step_of("tax_app.login", Form), Visit("tax_app"), connected, ended)

    def counting() -> bool:
        return any(timer.isActive() for timer in login.findChildren(QTimer))

    assert not counting()
    login.write("phone", "19900000009")
    login.sendCode("code")
    while login.property("codeText") != "获取验证码":
        assert counting()
        login.filling.codes.tick()
    assert not counting()


@pytest.mark.parametrize("yes", [True, False])
def test_what_cannot_be_taken_back_is_asked_first(
    parts: Parts, zhang: Person, ended: Ended, until: Until, yes: bool
) -> None:
    desk = parts.desk.accounts
    accounts.submit(desk, Reporting(zhang), ACCOUNT)
    visit = Visit("tax_app", who=Identity(zhang, logged_in=True))
    screen = lists.listing(step_of("tax_app.accounts", Listing), visit, parts, ended)
    until(lambda: not screen.property("loading"))
    (row,) = screen.property("rows")
    action = next(a for a in row["actions"] if a["id"] == "delete")
    assert screen.question.property("text") == ""
    screen.act(row["id"], "delete")
    assert screen.question.property("text").endswith("吗？")
    assert (screen.question.property("yesText"), screen.question.property("noText")) == (action["label"], "不了")
    screen.question.answer(yes)
    until(lambda: screen.property("ready") and screen.question.property("text") == "")
    assert (accounts.listed(desk, Reporting(zhang)) == ()) is yes
    assert screen.property("done") == (accounts.DELETED if yes else "")


def test_nothing_is_asked_about_a_row_that_is_gone(parts: Parts, zhang: Person, ended: Ended, until: Until) -> None:
    """The rows are read anew after something is done; until then the old ones are shown, and cannot be touched."""
    accounts.submit(parts.desk.accounts, Reporting(zhang), ACCOUNT)
    visit = Visit("tax_app", who=Identity(zhang, logged_in=True))
    screen = lists.listing(step_of("tax_app.accounts", Listing), visit, parts, ended)
    until(lambda: not screen.property("loading"))
    (row,) = screen.property("rows")
    asked: list[str] = []
    touched: list[bool] = []

    def touch_again() -> None:
        if screen.state.doing:
            touched.append(screen.property("ready"))
            screen.act(row["id"], "delete")

    screen.act(row["id"], "delete")
    screen.changed.connect(touch_again)
    screen.question.changed.connect(lambda: asked.append(screen.question.property("text")))
    screen.question.answer(True)
    until(lambda: screen.property("rows") == [])
    assert set(asked) == {""} and touched and not any(touched)


def owes(channel: str, payer: Person, *bills: Bill) -> Visit:
    """A month's bill, unless others are given."""
    return pays(channel, payer, Paying(Scheme.FLEXIBLE, CHOICE, bills=bills or (bill_of(payer.id),)))


def test_how_to_pay_is_chosen_before_the_code(parts: Parts, zhang: Person, hall: Hall, ended: Ended) -> None:
    chosen = enrolled(hall, zhang, Scheme.FLEXIBLE, CHOICE).chosen(CHOICE, (bill_of(zhang.id),))
    screen = paying.pick_method(step_of("wechat.pick_method", PickMethod), pays("wechat", zhang, chosen), parts, ended)
    assert (screen.property("heading"), screen.property("amountLabel")) == ("缴款方式", "应付金额")
    assert [(row["title"], row["chosen"]) for row in screen.property("methods")] == [("微信支付", True)]
    assert screen.property("amount") == "878.94" and screen.property("summary")[0]["value"] == "张建国"
    screen.next()
    assert ended.outcome == "next"


def test_bills_that_differ_are_counted(parts: Parts, zhang: Person, ended: Ended) -> None:
    visit = owes("wechat", zhang, bill_of(zhang.id, 10), bill_of(zhang.id, 11, fen=100))
    screen = paying.pick_method(step_of("wechat.pick_method", PickMethod), visit, parts, ended)
    rows = {row["key"]: row["value"] for row in screen.property("summary")}
    assert rows["补缴"] == "2 笔" and "缴费档次" not in rows


@pytest.mark.parametrize("way", ["done", "pay"])
def test_what_was_only_recorded_can_be_left_or_paid(parts: Parts, zhang: Person, ended: Ended, way: str) -> None:
    screen = paying.recorded(step_of("wechat.declared", Recorded), owes("wechat", zhang), parts, ended)
    assert (screen.property("amount"), screen.property("sentence")) == ("878.94", "还没有缴费")
    assert screen.property("rows")[0]["value"] == "张建国"
    getattr(screen, way)()
    assert ended.outcome == way


def test_a_query_says_for_whom_it_is(parts: Parts, zhang: Person, ended: Ended, until: Until) -> None:
    visit = pays("alipay", zhang, Paying(Scheme.FLEXIBLE))
    screen = paying.query(step_of("alipay.query_flexible", Query), visit, parts, ended)
    assert [row["value"] for row in screen.property("identity")] == ["张建国", "居民身份证", "520***********0119"]
    until(lambda: not screen.property("loading"))


@pytest.mark.parametrize(("begun_s", "until_when"), [(0, "12:05"), (1, "12:06")])
def test_a_code_that_lives_on_is_told_with_its_end(
    parts: Parts,
    hall: Hall,
    network: ScriptedNetwork,
    zhang: Person,
    ended: Ended,
    until: Until,
    begun_s: int,
    until_when: str,
) -> None:
    network.recalls = False
    hall.later(seconds=begun_s)
    network.will(("create", Presented("a code")), ("query", Waiting()), ("close", Absent()), ("query", Absent()))
    screen = paying.pay_by_qr(step_of("alipay.pay_flexible", PayByQr), owes("alipay", zhang), parts, ended)
    until(lambda: screen.property("code") == "a code")
    screen.cancel()
    until(lambda: screen.property("phase") == "unconfirmed")
    assert f"付款码要到 {until_when} 才失效" in screen.property("says")
