"""What is read instead of typed: it fills in all that a form asks for, says so, and can do no more than typing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.flows.steps import Form
from domain.flows.visit import Identity, Paying, Visit
from domain.forms import read
from domain.forms.read import Refused, Wanted
from domain.identity import DocumentKind
from domain.people.insurance import Scheme
from domain.readers.reader import Place, Readers
from domain.readers.reading import Card, Reading, Scanned, Unread, card_in
from domain.readers.readings import Readings
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import SOMEBODY, step_of
from viewmodels.parts import Parts
from viewmodels.steps.form import FormViewModel

ZHANG = Card(DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")
HE = Card(DocumentKind.HK_MACAO_RESIDENCE, "810000199408230021", "何家辉")
TODAY = date(2026, 11, 24)
TAX = "995226000100000018"
IDENTITIES = ["wechat.identify", "wechat.payee_flexible", "alipay.identify", "tax_app.register"]


class Area:
    """Forms with a reader beside them."""

    def __init__(self, parts: Parts, show: Callable[..., Any]) -> None:
        self.readings = Readings(lambda: 0.0)
        self.parts = replace(parts, readers=Readers(self.readings, cards=Place.BELOW, codes=Place.LEFT, typed=True))
        self._show = show

    def at(self, screen: str) -> FormViewModel:
        visit = Visit(screen.partition(".")[0], who=Identity(SOMEBODY), business=Paying(Scheme.FLEXIBLE))
        form = self._show(screen, visit, self.parts)
        assert isinstance(form, FormViewModel)
        return form

    def reads(self, form: FormViewModel, reading: Reading) -> None:
        self.readings.put(reading)
        form.read.look()


@pytest.fixture
def area(parts: Parts, show: Callable[..., Any]) -> Area:
    return Area(parts, show)


@pytest.mark.parametrize("screen", IDENTITIES)
def test_a_card_fills_in_kind_number_and_name_and_says_so(area: Area, screen: str) -> None:
    form = area.at(screen)
    assert (form.read.wanted, form.read.outcome) == ("card", "")
    assert form.read.heading == "也可以把身份证放在读卡区"
    area.reads(form, HE)
    assert {key: form.state.answers[key] for key in ("kind", "number", "name")} == {
        "kind": HE.kind,
        "number": HE.number,
        "name": HE.name,
    }
    assert (form.read.outcome, form.read.heading) == ("read", "身份证读好了")
    assert form.shown["number"] == "810***********0021", "nobody beside has to see it"
    assert form.active == ""


def test_what_was_read_is_taken_on_like_what_is_typed(
    area: Area, ended: Ended, until: Callable[[Callable[[], bool]], None]
) -> None:
    form = area.at("wechat.identify")
    area.reads(form, ZHANG)
    form.submit()
    until(lambda: ended.outcome is not None)
    assert ended.outcome == "identified" and ended.visit.visitor.name == "张建国"


def test_typing_goes_on_over_what_was_read(area: Area) -> None:
    form = area.at("wechat.identify")
    area.reads(form, ZHANG)
    form.write("name", "张建")
    assert form.read.outcome == ""
    area.reads(form, HE)
    assert form.state.answers["name"] == "何家辉" and form.read.outcome == "read"


def test_what_could_not_be_read_changes_nothing(area: Area) -> None:
    form = area.at("wechat.identify")
    form.write("number", "5201")
    area.reads(form, Unread())
    assert form.state.answers == {"number": "5201"}
    assert (form.read.outcome, form.read.heading) == ("refused", "没有读出来")
    area.reads(form, ZHANG)
    assert form.read.outcome == "read"


def test_where_only_residents_are_asked_for_another_card_is_refused(area: Area) -> None:
    form = area.at("unionpay.identify_flexible")
    area.reads(form, HE)
    assert form.state.answers == {} and form.read.heading == "这里只能用居民身份证"
    area.reads(form, ZHANG)
    assert form.state.answers == {"number": ZHANG.number, "name": ZHANG.name}


def test_a_reader_that_tells_the_number_alone_leaves_the_name_to_be_typed(area: Area) -> None:
    form = area.at("wechat.identify")
    area.reads(form, Scanned(ZHANG.number))
    assert (form.state.answers["number"], form.active) == (ZHANG.number, "name")
    assert form.read.heading == "证件号码读好了，请输入姓名"


@pytest.mark.parametrize("screen", ["staff.pin", "tax_app.login", "wechat.payment_certificate"])
def test_no_other_form_looks_for_a_card(area: Area, screen: str) -> None:
    if screen == "staff.pin":
        assert read.wanted(step_of(screen, Form).fields) is Wanted.NOTHING
        return
    form = area.at(screen)
    area.reads(form, ZHANG)
    assert form.read.wanted == "" and ZHANG.number not in form.state.answers.values()


def test_without_a_reader_nothing_is_said_of_one(show: Callable[..., Any]) -> None:
    form = show("wechat.identify", Visit("wechat"))
    assert (form.read.wanted, form.read.heading, form.read.caption) == ("", "", "")


def test_what_was_read_for_a_screen_that_is_left_fills_in_no_other(area: Area) -> None:
    area.at("wechat.identify")
    area.readings.put(ZHANG)
    payee = area.at("wechat.payee_flexible")
    payee.read.look()
    assert payee.state.answers == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [(TAX, TAX), (f"{TAX} ABCD2345", TAX), (f"https://etax.example/check?no={TAX}&x=1", TAX)],
)
def test_a_code_fills_in_the_number_of_a_certificate(area: Area, text: str, number: str) -> None:
    form = area.at("alipay.tax_reissue")
    assert form.read.heading == "也可以扫证明上的二维码"
    area.reads(form, Scanned(text))
    assert form.state.answers["certificate"] == number and form.read.outcome == "read"


@pytest.mark.parametrize("text", ["", "hello", TAX[:-1], TAX + "1", "DEMO-2026-000018 ABCD2345", "税务"])
def test_another_code_fills_in_nothing(area: Area, text: str) -> None:
    form = area.at("alipay.tax_reissue")
    area.reads(form, Scanned(text))
    assert "certificate" not in form.state.answers and form.read.outcome == "refused"


def test_a_code_on_a_paper_fills_in_all_that_a_check_asks_for(area: Area) -> None:
    form = area.at("check.paper")
    area.reads(form, Scanned("DEMO-2026-000018 ABCD2345"))
    assert form.state.answers == {"paper": "DEMO-2026-000018", "check_code": "ABCD2345"}


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (ZHANG.number, Card(ZHANG.kind, ZHANG.number)),
        (ZHANG.number.lower() + "\r", Card(ZHANG.kind, ZHANG.number)),
        (f"张建国,{ZHANG.number}", ZHANG),
        (f"{HE.number}|何家辉", HE),
        (f"{ZHANG.number},{HE.number}", None),
        (ZHANG.number[:-1] + "8", None),
        ("", None),
        ("995226000100000018", None),
    ],
)
def test_the_card_that_a_text_tells(text: str, card: Card | None) -> None:
    assert card_in(text, TODAY) == card


def test_every_refusal_says_what_to_do() -> None:
    refusals = [one for one in vars(read).values() if isinstance(one, Refused)]
    assert refusals and all(one.what and one.to_do for one in refusals)
