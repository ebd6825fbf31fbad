"""A form that is filled in: what is typed, ticked and known before, on which field one is, and what waits for whom."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from domain.flows.visit import Identity, Visit
from domain.forms.fields import TICKED
from domain.ports import SmsCodes
from kit.simulators.sms import SimulatedSms
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.till import settled
from tests.viewmodels.visits import known, sends
from viewmodels.parts import Parts
from viewmodels.steps.form import FormViewModel

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]


@pytest.fixture
def app(hall: Hall) -> Visit:
    """Zhang, logged in."""
    return Visit("tax_app", who=Identity(known(hall, "张建国"), logged_in=True))


@pytest.fixture
def register(show: Show) -> FormViewModel:
    """A form of five fields: name, number, kind (picked), phone, code."""
    form = show("tax_app.register", Visit("tax_app"))
    assert isinstance(form, FormViewModel)
    return form


def errors(form: FormViewModel) -> dict[str, str]:
    return dict(form.property("errors"))


class TestKnownBefore:
    def test_it_is_filled_in_and_no_longer_missing(self, show: Show, app: Visit, until: Until) -> None:
        form = show("tax_app.account", app)
        form.submit()
        missing = errors(form)
        until(lambda: form.property("shown").get("holder") == "张建国")
        assert missing.pop("holder") == "请输入账户名称" and errors(form) == missing != {}

    def test_what_was_typed_meanwhile_stays(self, show: Show, app: Visit, parts: Parts, until: Until) -> None:
        form = show("tax_app.agreement", app)
        form.write("holder", "张")
        form.submit()
        wrong = errors(form)
        settled(parts.worker, until)
        assert form.state.answers == {"holder": "张"} and errors(form) == wrong


class TestOneFieldAfterTheOther:
    def test_next_is_the_next_that_is_typed(self, register: FormViewModel) -> None:
        seen = [register.property("active")]
        for _ in range(5):
            register.keypad.next()
            seen.append(register.property("active"))
        assert seen == ["name", "number", "phone", "code", "", ""]

    @pytest.mark.parametrize(
        ("key", "typed", "taken"),
        [
            ("phone", "199000000099", "19900000009"),
            ("code", "1234567", "123456"),
        ],
    )
    def test_what_is_too_long_is_not_taken(self, register: FormViewModel, key: str, typed: str, taken: str) -> None:
        register.use(key)
        for character in typed:
            register.keypad.press(character)
        assert register.state.answers[key] == taken
        register.write(key, "")
        register.write(key, typed)
        assert register.state.answers[key] == taken

    def test_the_keypad_takes_back_one_or_all(self, register: FormViewModel) -> None:
        register.use("phone")
        for character in "199":
            register.keypad.press(character)
        register.keypad.erase()
        assert register.property("shown")["phone"] == "19"
        register.keypad.clear()
        assert register.property("shown").get("phone", "") == ""
        register.use("")
        for key in (register.keypad.erase, register.keypad.clear, lambda: register.keypad.press("1")):
            key()
        assert register.state.answers == {"phone": ""}

    @pytest.mark.parametrize(("key", "capitals"), [("name", False), ("number", False)])
    def test_capitals_are_for_latin_names(self, register: FormViewModel, key: str, capitals: bool) -> None:
        register.use(key)
        assert register.property("capitals") is capitals

    def test_a_passport_is_typed_on_the_keyboard(self, show: Show) -> None:
        form = show("tax_app.register", Visit("tax_app").with_answers("register", {"kind": "227"}))
        form.use("number")
        assert (form.property("capitals"), form.keypad.property("shown")) == (True, False)
        assert list(form.property("texts")) == ["name", "number"]

    def test_typing_takes_back_what_was_said_of_the_field_and_of_the_form(self, register: FormViewModel) -> None:
        register.submit()
        register.write("number", "5")
        assert set(errors(register)) == {"name", "phone", "code"} and register.property("problem") == ""
        register.use("phone")
        assert register.property("active") == "phone" and len(errors(register)) == 3


class TestTicks:
    def test_a_box_is_ticked_and_unticked(self, show: Show, app: Visit) -> None:
        form = show("tax_app.account", app)
        seen = []
        for _ in range(2):
            form.toggle("preferred")
            seen.append(form.state.answers.get("preferred"))
        assert seen == [TICKED, ""] and not form.reading.property("shown")

    @pytest.mark.parametrize(("yes", "ticked"), [(True, TICKED), (False, "")])
    def test_what_is_agreed_to_is_read_first(self, show: Show, app: Visit, yes: bool, ticked: str) -> None:
        form = show("tax_app.agreement", app)
        form.use("holder")
        form.toggle("consent")
        assert form.reading.property("shown") and form.property("active") == ""
        assert form.state.answers.get("consent", "") == ""
        form.reading.agree(yes)
        assert not form.reading.property("shown") and form.state.answers.get("consent", "") == ticked
        form.reading.agree(True)
        assert form.state.answers.get("consent", "") == ticked, "nothing is being read any more"

    def test_it_is_not_read_again_to_be_taken_back(self, show: Show, app: Visit) -> None:
        form = show("tax_app.agreement", app.with_answers("agreement", {"consent": TICKED}))
        form.toggle("consent")
        assert not form.reading.property("shown") and form.state.answers["consent"] == ""

    def test_amid_a_word_nothing_is_ticked(self, show: Show, app: Visit) -> None:
        form = show("tax_app.agreement", app)
        form.use("holder")
        form.compose(True)
        form.toggle("consent")
        assert not form.reading.property("shown") and "还没有选字" in errors(form)["holder"]


def test_nothing_that_was_given_changes_while_it_is_asked_about(show: Show, ended: Ended, until: Until) -> None:
    form = show("wechat.identify", Visit("wechat"))
    form.write("number", " 520199197803150119 ")
    form.write("name", "张建国 ")
    form.submit()
    assert form.property("busy") and form.property("submitText") == "正在查询，请稍等"
    given = dict(form.state.answers)
    assert (given["number"], given["name"]) == ("520199197803150119", "张建国"), "tidied"
    form.write("name", "李")
    assert not form.fill({"phone": "1"}) and form.fill({"name": "李"})
    form.pick("kind")
    form.other()
    form.submit()
    assert (form.state.answers, ended.outcome) == (given, None)
    assert not form.property("canSendCode")
    until(lambda: ended.outcome is not None)
    assert ended.outcome == "identified" and ended.visit.visitor.name == "张建国"


def test_what_people_of_the_demonstration_know_is_put_in_where_it_is_asked_for(register: FormViewModel) -> None:
    register.submit()
    assert register.fill({"name": "张建国", "phone": "19900000009", "bank": "ICBC"})
    assert register.state.answers == {"name": "张建国", "phone": "19900000009"}
    assert errors(register) == {} and not register.fill({"bank": "ICBC"})


def test_a_code_wants_a_phone_first_and_then_its_own_field(show: Show, parts: Parts, hall: Hall, until: Until) -> None:
    sms = SimulatedSms(lambda: hall.now, lambda n: 123456)
    form = show("tax_app.register", Visit("tax_app"), sends(parts, cast(SmsCodes, sms)))
    form.use("name")
    form.sendCode("code")
    assert (form.property("active"), errors(form)) == ("phone", {"phone": "请输入手机号码"})
    form.write("phone", "19900000009")
    form.write("code", "111")
    form.sendCode("code")
    assert (form.property("active"), form.state.answers["code"]) == ("code", "")
    assert (form.property("codeText"), form.property("canSendCode")) == ("60 秒后重发", False)
    until(lambda: sms.last != "")


def test_back_keeps_what_was_typed_and_no_proof(show: Show) -> None:
    form = show("tax_app.register", Visit("tax_app").with_answers("register", {"name": "张", "code": "123456"}))
    assert form.filled == {"register": {"name": "张"}}


class TestTheLastCharacter:
    """What has all of its characters is judged while it can still be seen."""

    @pytest.mark.parametrize(
        ("key", "short", "last", "sentence"),
        [
            ("number", "52019919780315011", "8", "号码有一位不对，请对照证件检查"),
            ("number", "52019919780315011", "9", ""),
            ("phone", "1290000000", "9", "手机号码不对，请检查"),
            ("phone", "1990000000", "9", ""),
        ],
    )
    def test_is_when_it_is_told(self, register: FormViewModel, key: str, short: str, last: str, sentence: str) -> None:
        register.use(key)
        register.write(key, short)
        assert key not in errors(register)
        register.keypad.press(last)
        assert errors(register).get(key, "") == sentence
        assert register.property("active") == key
        register.keypad.erase()
        assert key not in errors(register)
