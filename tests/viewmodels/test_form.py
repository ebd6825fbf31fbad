"""Forms without screens: codes by SMS, logging in and registering, and what is told where it fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest

from domain.flows.channels.tax_app.table import TABLE as TAX_APP
from domain.flows.steps import Form
from domain.flows.visit import Visit
from domain.forms import account, identity
from domain.identity.sms import SENDS
from domain.ports import TaxSystem, Unreachable
from kit.simulators.sms import SimulatedSms
from tests.payment.hall import PEOPLE, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import over_a_line, sends
from viewmodels.making import forms
from viewmodels.parts import Parts
from viewmodels.steps.code_sending import RESEND_S, TOO_MANY
from viewmodels.steps.form import FormViewModel
from viewmodels.steps.form_state import LOST, UNFINISHED
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]
ZHANG, LI = (next(p for p in PEOPLE if p.name == name) for name in ("张建国", "李桂兰"))


@pytest.fixture
def sms(hall: Hall) -> SimulatedSms:
    return SimulatedSms(lambda: hall.now, lambda n: 123456)


@pytest.fixture
def form(parts: Parts, sms: SimulatedSms, ended: Ended) -> Callable[[str], FormViewModel]:
    connected = sends(parts, sms)

    def made(name: str) -> FormViewModel:
        step = TAX_APP.screens[f"tax_app.{name}"].step
        assert isinstance(step, Form)
        return forms.form(step, Visit("tax_app"), connected, ended)

    return made


def test_logging_in(form: Callable[[str], FormViewModel], sms: SimulatedSms, ended: Ended, until: Until) -> None:
    login = form("login")
    login.write("phone", ZHANG.phone)
    login.sendCode("code")
    until(lambda: sms.last == "123456")
    assert login.property("active") == "code" and login.property("codeText") == f"{RESEND_S} 秒后重发"
    for digit in sms.last:
        login.keypad.press(digit)
    login.submit()
    until(lambda: ended.outcome == "menu")
    assert ended.visit.who.logged_in and ended.visit.who.visitor and ended.visit.who.visitor.name == "张建国"


def test_another_code_takes_the_place_of_the_first_and_neither_is_kept(
    form: Callable[[str], FormViewModel], sms: SimulatedSms, until: Until
) -> None:
    login = form("login")
    login.write("phone", ZHANG.phone)
    login.write("code", "999999")
    login.sendCode("code")
    until(lambda: sms.last == "123456")
    for digit in sms.last:
        login.keypad.press(digit)
    assert login.state.answers["code"] == "123456"
    assert login.filled == {"login": {"phone": ZHANG.phone}}


@pytest.mark.parametrize("character", ["X", ".", "一"])
def test_what_is_not_on_the_keypad_is_not_typed(form: Callable[[str], FormViewModel], character: str) -> None:
    login = form("login")
    login.use("phone")
    login.keypad.press(character)
    assert login.state.answers.get("phone", "") == ""


@pytest.mark.parametrize(
    ("phone", "code"), [(ZHANG.phone, "654321"), (LI.phone, "123456")], ids=["wrong code", "no account"]
)
def test_a_wrong_code_and_an_unknown_phone_are_told_alike(
    form: Callable[[str], FormViewModel], sms: SimulatedSms, ended: Ended, until: Until, phone: str, code: str
) -> None:
    login = form("login")
    login.write("phone", phone)
    login.sendCode("code")
    until(lambda: sms.last != "")
    login.write("code", code)
    login.submit()
    until(lambda: login.state.problem != "")
    assert login.state.problem == account.NO_ACCOUNT
    assert ended.outcome is None and login.state.answers["phone"] == phone


@pytest.mark.parametrize(
    ("phone", "sentence"),
    [
        ("", "请输入手机号码"),
        ("1990000", "已输入 7 位，还差 4 位"),
        ("12345678901", "手机号码不对，请检查"),
        ("１９９００００００01", "手机号码只有数字，请检查"),
    ],
)
def test_no_code_is_sent_to_what_is_no_phone(
    form: Callable[[str], FormViewModel], sms: SimulatedSms, phone: str, sentence: str
) -> None:
    login = form("login")
    login.write("phone", phone)
    login.sendCode("code")
    assert login.state.errors == {"phone": sentence}
    assert login.filling.codes.state.wait_s == 0 and sms.last == ""


def test_a_code_is_sent_again_after_a_minute(form: Callable[[str], FormViewModel], until: Until) -> None:
    login = form("login")
    login.write("phone", ZHANG.phone)
    login.sendCode("code")
    for _ in range(RESEND_S - 1):
        login.filling.codes.tick()
    assert not login.property("canSendCode") and login.property("codeText") == "1 秒后重发"
    login.filling.codes.tick()
    assert login.property("canSendCode") and login.property("codeText") == "获取验证码"


def test_without_an_sms_service_it_says_so(parts: Parts, ended: Ended, until: Until) -> None:
    step = TAX_APP.screens["tax_app.login"].step
    assert isinstance(step, Form)
    login = forms.form(step, Visit("tax_app"), parts, ended)
    login.write("phone", ZHANG.phone)
    login.sendCode("code")
    until(lambda: "短信暂时发不出去" in login.state.problem)
    assert login.property("canSendCode")


def fills(register: FormViewModel, **answers: str) -> None:
    for key, text in answers.items():
        register.write(key, text)


def test_registering(form: Callable[[str], FormViewModel], sms: SimulatedSms, ended: Ended, until: Until) -> None:
    register = form("register")
    fills(register, name=LI.name, number=LI.number, phone=LI.phone)
    register.sendCode("code")
    until(lambda: sms.last != "")
    fills(register, code=sms.last)
    register.submit()
    until(lambda: ended.outcome == "menu")
    assert ended.visit.who.logged_in and ended.visit.who.visitor and ended.visit.who.visitor.name == "李桂兰"


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"name": "李桂花", "number": LI.number, "phone": LI.phone}, identity.NOT_FOUND),
        ({"name": ZHANG.name, "number": ZHANG.number, "phone": LI.phone}, account.TAKEN),
        ({"name": LI.name, "number": LI.number, "phone": ZHANG.phone}, account.TAKEN),
        ({"name": LI.name, "number": LI.number, "phone": LI.phone, "code": "111111"}, account.NOT_PROVED),
    ],
    ids=["nobody of that name", "has an account", "another's phone", "wrong code"],
)
def test_what_cannot_be_registered(
    form: Callable[[str], FormViewModel],
    sms: SimulatedSms,
    ended: Ended,
    until: Until,
    answers: dict[str, str],
    problem: str,
) -> None:
    register = form("register")
    fills(register, **answers)
    register.sendCode("code")
    until(lambda: sms.last != "")
    fills(register, code=answers.get("code", sms.last))
    register.submit()
    until(lambda: not register.state.busy)
    assert (register.state.problem, ended.outcome) == (problem, None)
    assert register.state.answers["name"] == answers["name"]


def test_every_required_field_is_asked_for_and_the_first_is_in_use(form: Callable[[str], FormViewModel]) -> None:
    register = form("register")
    register.submit()
    assert register.state.errors == {
        "name": "请输入姓名",
        "number": "请输入证件号码",
        "phone": "请输入手机号码",
        "code": "请输入短信验证码",
    }
    assert register.state.active == "name"
    register.write("name", "李")
    assert "name" not in register.state.errors


@dataclass
class Fickle:
    """Another tax system every time one looks."""

    behind: object

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


class Silent:
    """A tax system that knows nobody's account, for want of an answer."""

    def account_of(self, phone: str) -> None:
        raise Unreachable("no answer")


def test_a_silent_tax_system_keeps_what_was_typed_and_the_code_good(
    hall: Hall, parts: Parts, sms: SimulatedSms, ended: Ended, until: Until
) -> None:
    step = TAX_APP.screens["tax_app.login"].step
    assert isinstance(step, Form)
    tax = Fickle(Silent())
    connected = over_a_line(sends(parts, sms), cast(TaxSystem, tax))
    login = forms.form(step, Visit("tax_app"), connected, ended)
    login.write("phone", ZHANG.phone)
    login.sendCode("code")
    until(lambda: sms.last != "")
    login.write("code", sms.last)
    login.submit()
    until(lambda: login.state.problem == sentences.TAX_UNREACHABLE)
    assert login.property("submitText") == "重新查询"
    assert login.state.answers == {"phone": ZHANG.phone, "code": sms.last}
    tax.behind = hall.store.tax
    login.submit()
    until(lambda: ended.outcome == "menu")


def test_leaving_the_form_does_not_bring_another_code_sooner(
    form: Callable[[str], FormViewModel], hall: Hall, sms: SimulatedSms, until: Until
) -> None:
    first = form("login")
    first.write("phone", ZHANG.phone)
    first.sendCode("code")
    until(lambda: sms.last != "")
    hall.later(seconds=20)
    again = form("login")
    again.write("phone", ZHANG.phone)
    again.sendCode("code")
    until(lambda: again.property("codeText") == "40 秒后重发")


def test_a_phone_that_has_had_too_many_codes_is_told_so(
    form: Callable[[str], FormViewModel], hall: Hall, sms: SimulatedSms, until: Until
) -> None:
    for _ in range(SENDS):
        sms.send(ZHANG.phone)
        hall.later(minutes=1)
    login = form("login")
    login.write("phone", ZHANG.phone)
    login.sendCode("code")
    until(lambda: login.state.problem == TOO_MANY)
    assert login.property("canSendCode")


@pytest.fixture
def composing(form: Callable[[str], FormViewModel]) -> FormViewModel:
    """Somebody has typed Pinyin for the name and chosen no word."""
    register = form("register")
    register.use("name")
    register.compose(True)
    return register


WITHIN: dict[str, Callable[[FormViewModel], None]] = {
    "on": FormViewModel.submit,
    "the next field": FormViewModel.useNext,
    "another field": lambda form: form.use("phone"),
    "no field": lambda form: form.use(""),
    "a field that is picked": lambda form: form.pick("kind"),
    "a code": lambda form: form.sendCode("code"),
}


@pytest.mark.parametrize("way", WITHIN)
def test_a_word_that_is_not_chosen_keeps_its_field_in_use(composing: FormViewModel, way: str, ended: Ended) -> None:
    WITHIN[way](composing)
    assert composing.state.active == "name" and composing.state.errors["name"] == UNFINISHED
    assert composing.state.composing and ended.outcome is None
    assert composing.state.answers.get("name", "") == ""


def test_what_else_is_wrong_is_told_as_well(composing: FormViewModel) -> None:
    composing.submit()
    assert set(composing.state.errors) == {"name", "number", "phone", "code"}


def test_a_word_that_is_chosen_is_written_and_nothing_is_wrong_with_it(composing: FormViewModel) -> None:
    composing.submit()
    composing.compose(False)
    composing.write("name", "王")
    assert "name" not in composing.state.errors and composing.state.answers["name"] == "王"
    composing.use("phone")
    assert composing.state.active == "phone"


def test_letters_that_are_taken_back_are_no_word(composing: FormViewModel) -> None:
    composing.submit()
    composing.compose(False)
    assert "name" not in composing.state.errors and composing.state.active == "name"


def test_a_keyboard_that_is_taken_away_amid_a_word_is_told(composing: FormViewModel) -> None:
    composing.compose(False)
    composing.lose("name")
    assert composing.state.errors == {"name": LOST}
    composing.lose("phone")
    assert "phone" not in composing.state.errors
