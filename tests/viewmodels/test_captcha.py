"""图形验证码 in its form: wrong answers, starting again, and the sum for who cannot read the picture."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import cast

import pytest
from PIL import Image

from domain.certificates.certificate import CertificateKind
from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.steps import Form
from domain.flows.visit import Certifying, Identity, Visit
from domain.forms.certificates import NOT_PAID, WRONG_CAPTCHA
from domain.identity.captcha import CaptchaKind
from domain.people.person import Payment
from domain.ports import TaxSystem, Unreachable
from tests.payment.hall import LI, ZHANG, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import over_a_line
from viewmodels.making import forms
from viewmodels.parts import Parts
from viewmodels.steps.captcha import CaptchaViewModel
from viewmodels.steps.form import FormViewModel
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]
RIGHT = {CaptchaKind.FIGURES: "2222", CaptchaKind.SUM: "2"}
"""Chance always draws the least."""


@dataclass
class Asked:
    """The form of W30 with its question."""

    form: FormViewModel
    captcha: CaptchaViewModel
    until: Until

    def answer(self, text: str) -> None:
        """Type it, ask, and wait for what comes of it."""
        question = self.captcha.id
        self.form.write("captcha", text)
        self.form.submit()
        self.until(lambda: not self.form.state.busy and self.captcha.id not in {"", question})

    def drawn(self) -> bool:
        """Whether there is a question, and the form knows which."""
        return self.captcha.id != "" and self.form.state.answers.get("captcha.id") == self.captcha.id


Ask = Callable[..., Asked]


def typed(asked: Asked) -> dict[str, str]:
    """What the form holds, but for which question it is."""
    return {key: asked.form.state.answers.get(key, "") for key in ("from", "to", "captcha")}


@pytest.fixture
def ask(hall: Hall, parts: Parts, ended: Ended, until: Until) -> Ask:
    def asked(parts: Parts = parts, filled: dict[str, str] | None = None, who: str = ZHANG.name) -> Asked:
        step = WECHAT.screens["wechat.payment_certificate"].step
        assert isinstance(step, Form)
        demo = next(p for p in (ZHANG, LI) if p.name == who)
        person = hall.store.tax.find_person(demo.kind, demo.number, demo.name)
        visit = Visit("wechat", who=Identity(person)).with_answers(step.name, filled or {})
        form = forms.form(step, visit, parts, ended)
        assert form.filling.captcha is not None
        made = Asked(form, form.filling.captcha, until)
        until(made.drawn)
        return made

    return asked


def picture(captcha: CaptchaViewModel) -> Image.Image:
    kind, _, data = str(captcha.property("source")).partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(BytesIO(b64decode(data)))


def test_right(ask: Ask, ended: Ended, until: Until) -> None:
    asked = ask()
    assert picture(asked.captcha).size == (360, 140)
    asked.form.write("captcha", "2222")
    asked.form.submit()
    until(lambda: ended.outcome == "issued")
    assert ended.visit.own(Certifying).certificate == "T0001-2026-000001"


def test_wrong_draws_another_and_keeps_the_months(ask: Ask, ended: Ended) -> None:
    asked = ask(filled={"from": "2026-03", "to": "2026-10"})
    asked.answer("9999")
    assert asked.form.state.errors == {"captcha": WRONG_CAPTCHA} and asked.form.state.active == "captcha"
    assert typed(asked) == {"from": "2026-03", "to": "2026-10", "captcha": ""}
    assert asked.captcha.state.captcha and asked.captcha.state.captcha.wrong == 1
    assert (ended.outcome, asked.form.property("submitText")) == (None, "查询")


def test_what_is_typed_next_clears_the_sentence(ask: Ask, ended: Ended, until: Until) -> None:
    asked = ask()
    asked.answer("9999")
    asked.form.write("captcha", "2222")
    assert asked.form.state.errors == {}
    asked.form.submit()
    until(lambda: ended.outcome == "issued")


def test_three_times_wrong_one_starts_again(hall: Hall, ask: Ask, ended: Ended, until: Until) -> None:
    asked = ask(filled={"from": "2026-03", "to": "2026-10"})
    for _ in range(3):
        assert asked.form.property("submitText") == "查询"
        asked.answer("9999")
    assert asked.form.property("problem") == "验证码连续输错 3 次，请重新开始"
    assert asked.form.property("submitText") == "重新开始"
    asked.form.write("captcha", "2222")
    asked.form.submit()
    until(asked.drawn)
    assert asked.form.property("submitText") == "查询" and asked.form.property("problem") == ""
    assert typed(asked) == {"from": "", "to": "", "captcha": ""}
    assert asked.form.property("shown")["from"] == "2026年1月"
    assert hall.store.certificates.issued(1, CertificateKind.PAYMENT) == () and ended.outcome is None
    asked.form.write("captcha", "2222")
    asked.form.submit()
    until(lambda: ended.outcome == "issued")


@pytest.mark.parametrize("touch", ["again", "other"])
def test_another_picture_does_not_make_three_tries_more(ask: Ask, until: Until, touch: str) -> None:
    asked = ask()
    for _ in range(3):
        asked.answer("9999")
    question = asked.captcha.id
    getattr(asked.captcha, touch)()
    until(lambda: asked.captcha.id not in {"", question})
    assert asked.captcha.exhausted and asked.form.property("submitText") == "重新开始"


def test_another_picture_makes_what_was_typed_void(ask: Ask, until: Until) -> None:
    asked = ask()
    question, before = asked.captcha.id, asked.captcha.property("source")
    asked.form.write("captcha", "22")
    asked.captcha.again()
    assert before and asked.captcha.property("source") == ""
    until(lambda: asked.captcha.id not in {"", question})
    assert typed(asked)["captcha"] == "" and asked.drawn()


def test_a_sum_for_who_cannot_read_it(ask: Ask, ended: Ended, until: Until) -> None:
    asked = ask()
    assert [asked.captcha.property(of) for of in ("againText", "otherText")] == ["换一张", "看不清，做加法"]
    asked.captcha.other()
    until(asked.drawn)
    assert asked.captcha.state.kind is CaptchaKind.SUM
    assert [asked.captcha.property(of) for of in ("againText", "otherText")] == ["换一张", "改看图片"]
    asked.answer(RIGHT[CaptchaKind.FIGURES])
    assert asked.form.state.errors == {"captcha": WRONG_CAPTCHA} and asked.captcha.state.kind is CaptchaKind.SUM
    asked.form.write("captcha", RIGHT[CaptchaKind.SUM])
    asked.form.submit()
    until(lambda: ended.outcome == "issued")


def test_and_back_to_the_picture(ask: Ask, until: Until) -> None:
    asked = ask()
    for kind in (CaptchaKind.SUM, CaptchaKind.FIGURES):
        asked.captcha.other()
        until(asked.drawn)
        assert asked.captcha.state.kind is kind


def test_nothing_typed_is_asked_for_and_costs_no_try(ask: Ask, ended: Ended) -> None:
    asked = ask()
    question = asked.captcha.id
    asked.form.submit()
    assert asked.form.state.errors == {"captcha": "请输入图形验证码"} and not asked.form.state.busy
    assert asked.captcha.id == question and ended.outcome is None


@pytest.mark.parametrize(
    ("first", "last", "errors"),
    [
        ("2026-10", "2026-09", {"to": "结束的年月早于开始的年月，请改选"}),
        ("2023-11", "2026-11", {"to": "一次最多查 36 个月，请改选"}),
        ("2026-12", "2026-12", {"from": "还没有到2026年12月，请改选", "to": "还没有到2026年12月，请改选"}),
    ],
)
def test_wrong_months_cost_no_try(ask: Ask, ended: Ended, first: str, last: str, errors: dict[str, str]) -> None:
    asked = ask(filled={"from": first, "to": last})
    question = asked.captcha.id
    asked.form.write("captcha", "2222")
    asked.form.submit()
    assert dict(asked.form.state.errors) == errors and not asked.form.state.busy
    assert asked.captcha.id == question and typed(asked)["captcha"] == "2222"
    assert asked.form.state.active == next(iter(errors)) and not asked.form.keypad.property("shown")
    assert ended.outcome is None


def test_who_has_paid_nothing_is_told_and_sees_another_picture(ask: Ask, ended: Ended) -> None:
    asked = ask(who=LI.name)
    asked.answer("2222")
    assert (asked.form.property("problem"), asked.form.state.errors) == (NOT_PAID, {})
    assert typed(asked)["captcha"] == "" and ended.outcome is None


def test_a_picture_that_was_answered_is_not_asked_again(ask: Ask, ended: Ended, until: Until) -> None:
    """Who comes back to the form finds the months, and another picture."""
    asked = ask(filled={"from": "2026-03"})
    asked.form.write("captcha", "2222")
    asked.form.submit()
    until(lambda: ended.outcome == "issued")
    again = ask(filled=dict(ended.visit.filled["payment_certificate"]) | dict(asked.form.state.answers))
    assert typed(again) == {"from": "2026-03", "to": "", "captcha": ""}


@dataclass
class Line:
    """The store's tax system behind a line that can fall silent."""

    behind: TaxSystem
    silent: bool = True

    def payments(self, person: int) -> tuple[Payment, ...]:
        if self.silent:
            raise Unreachable
        return self.behind.payments(person)

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


def test_a_right_answer_is_not_called_wrong_because_the_tax_system_was_silent(
    hall: Hall, parts: Parts, ask: Ask, ended: Ended, until: Until
) -> None:
    """It was good once: another picture is there to be answered."""
    line = Line(hall.store.tax)
    tax = cast(TaxSystem, line)
    asked = ask(over_a_line(parts, tax))
    asked.answer("2222")
    until(asked.drawn)
    assert asked.form.property("problem") == sentences.TAX_UNREACHABLE
    assert asked.form.property("submitText") == "重新查询" and typed(asked)["captcha"] == ""
    line.silent = False
    asked.form.submit()
    assert asked.form.state.errors == {"captcha": "请输入图形验证码"}
    asked.form.write("captcha", "2222")
    asked.form.submit()
    until(lambda: ended.outcome == "issued")


@pytest.mark.parametrize("touch", ["again", "other"])
def test_quick_touches_on_another_picture_forget_no_wrong_answer(ask: Ask, until: Until, touch: str) -> None:
    asked = ask()
    for _ in range(2):
        asked.answer("9999")
    for _ in range(3):
        getattr(asked.captcha, touch)()
    until(asked.drawn)
    assert asked.captcha.state.captcha and asked.captcha.state.captcha.wrong == 2
