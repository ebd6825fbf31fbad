"""What forms of certificates say beside their fields: months, numbers, and the picture."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.certificates.certificate import CertificateKind
from domain.flows.visit import Certifying
from domain.forms import certificates
from domain.forms.asking import Onward, Wrong
from domain.forms.authority import AUTHORITY
from domain.forms.certificates import CAPTCHA, NUMBER, PAID_MONTHS, PERIODS, WIDE_PERIODS
from domain.forms.desks import CertificateDesk
from domain.forms.fields import Given
from domain.forms.months import LONGEST, Months
from domain.identity.captcha import TRIES, CaptchaKind
from domain.people.insurance import Period
from tests.certificates.conftest import OFFICES
from tests.desk import BANKS
from tests.payment.hall import Hall

AskingOf = Callable[[str], Certifying]
TODAY = date(2026, 11, 23)
BACKWARDS = "结束的年月早于开始的年月，请改选"
TOO_MANY = "一次最多查 36 个月，请改选"
NOVEMBER, DECEMBER = "还没有到2026年12月，请改选", "还没有到2027年1月，请改选"


def given(today: date = TODAY, **answers: str) -> Given:
    return Given({key.rstrip("_"): answer for key, answer in answers.items()}, today, OFFICES, BANKS)


@pytest.mark.parametrize("field", [PAID_MONTHS, PERIODS, WIDE_PERIODS], ids=["W30", "W40 and H40", "H50"])
@pytest.mark.parametrize(
    ("first", "last", "beside_first", "beside_last"),
    [
        ("2026-01", "2026-11", None, None),
        ("2026-11", "2026-11", None, None),
        ("2026-11", "2026-10", None, BACKWARDS),
        ("2026-01", "2025-12", None, BACKWARDS),
        ("2023-12", "2026-11", None, None),
        ("2023-11", "2026-11", None, TOO_MANY),
        ("2020-01", "2022-12", None, None),
        ("2020-01", "2023-01", None, TOO_MANY),
        ("2026-11", "2026-12", None, NOVEMBER),
        ("2026-12", "2026-12", NOVEMBER, NOVEMBER),
        ("2026-12", "2026-11", NOVEMBER, BACKWARDS),
        ("2026-11", "2027-01", None, DECEMBER),
    ],
)
def test_months(field: Months, first: str, last: str, beside_first: str | None, beside_last: str | None) -> None:
    asked = given(from_=first, to=last)
    assert (field.begin.problem(asked), field.end.problem(asked)) == (beside_first, beside_last)


@pytest.mark.parametrize(
    ("field", "first"),
    [(PAID_MONTHS, Period(2026, 1)), (PERIODS, Period(2026, 1)), (WIDE_PERIODS, Period(2024, 1))],
    ids=["W30", "W40 and H40", "H50"],
)
def test_months_that_are_chosen_at_first_are_right(field: Months, first: Period) -> None:
    assert field.chosen({}, TODAY) == (first, Period(2026, 11))
    for month in range(1, 13):
        today = given(date(2027, month, 28))
        assert (field.begin.problem(today), field.end.problem(today)) == (None, None)


def test_in_december_three_whole_years_are_just_not_too_long() -> None:
    december = given(date(2026, 12, 31))
    first, last = WIDE_PERIODS.chosen({}, december.today)
    assert last.ordinal - first.ordinal + 1 == LONGEST == 36
    assert WIDE_PERIODS.end.problem(december) is None


def test_a_month_begins_in_the_hall(hall: Hall, desk: CertificateDesk) -> None:
    """It is still November in Greenwich."""
    december = given(from_="2026-12", to="2026-12")
    hall.now = datetime(2026, 11, 30, 15, 59, tzinfo=UTC)
    assert PERIODS.end.problem(replace(december, today=desk.almanac.today)) == NOVEMBER
    hall.now = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
    assert PERIODS.end.problem(replace(december, today=desk.almanac.today)) is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "请输入票证号码"),
        ("   ", "请输入票证号码"),
        ("99522600", "已输入 8 位，还差 10 位"),
        ("99522600010000001", "已输入 17 位，还差 1 位"),
        ("995226000100000001", None),
        ("T0001-2026-000001", "票证号码只有数字，请检查"),
        ("９９５２２０２６００００００００１１", "票证号码只有数字，请检查"),
    ],
)
def test_a_certificates_number(typed: str, sentence: str | None) -> None:
    assert NUMBER.problem(given(certificate=typed)) == sentence


def test_a_number_is_shown_in_groups_while_it_is_typed_and_after() -> None:
    assert NUMBER.grouped("9952260001", {}) == "9952 2600 01"
    assert NUMBER.masked("995226000100000001") == "9952 2600 0100 0000 01"
    assert NUMBER.longest == len("995226000100000001")


@pytest.mark.parametrize(
    ("county", "sentence"),
    [("", "请选择主管税务机关"), ("520102", None), ("110101", "请选择主管税务机关"), ("520100", "请选择主管税务机关")],
    ids=["none", "a county", "another province", "a city"],
)
def test_the_tax_authority(county: str, sentence: str | None) -> None:
    assert AUTHORITY.problem(given(authority=county)) == sentence


class TestThePicture:
    @pytest.fixture
    def zhang(self, asking: AskingOf) -> Certifying:
        return asking("张建国")

    def ask(self, desk: CertificateDesk, zhang: Certifying, picture: str, answer: str) -> Onward[Certifying] | Wrong:
        answers = {"from": "2026-01", "to": "2026-11", CAPTCHA.key: answer, CAPTCHA.id_key: picture}
        return certificates.ask_payment(desk, zhang, answers)

    def test_nothing_was_typed(self) -> None:
        assert CAPTCHA.problem(given()) == "请输入图形验证码"
        assert CAPTCHA.problem(given(captcha="2222")) is None

    @pytest.mark.parametrize(
        ("kind", "answer"), [(CaptchaKind.FIGURES, "2222"), (CaptchaKind.SUM, "2")], ids=["figures", "sum"]
    )
    def test_right(self, desk: CertificateDesk, zhang: Certifying, kind: CaptchaKind, answer: str) -> None:
        told = self.ask(desk, zhang, desk.captchas.draw(kind).id, answer)
        assert isinstance(told, Onward)
        made = desk.counter.book.find(told.given.certificate)
        assert made and (made.kind, made.content.asked) == (CertificateKind.PAYMENT, "2026年1月至2026年11月")
        assert {line.paid_on.year for line in made.content.lines} == {2026} and len(made.content.lines) == 13

    def test_wrong_gives_no_number_and_is_told_beside_the_field(self, desk: CertificateDesk, zhang: Certifying) -> None:
        picture = desk.captchas.draw(CaptchaKind.FIGURES)
        wrong = Wrong(errors={"captcha": certificates.WRONG_CAPTCHA}, use="captcha")
        assert self.ask(desk, zhang, picture.id, "9999") == wrong
        assert self.ask(desk, zhang, picture.id, "2222") == wrong
        assert self.ask(desk, zhang, "", "2222") == wrong
        assert desk.counter.book.issued(zhang.visitor.id, CertificateKind.PAYMENT) == ()

    def test_after_three_wrong_ones_no_answer_is_right(self, desk: CertificateDesk, zhang: Certifying) -> None:
        picture = desk.captchas.draw(CaptchaKind.FIGURES)
        for _ in range(TRIES):
            assert not picture.exhausted
            self.ask(desk, zhang, picture.id, "9999")
            picture = desk.captchas.draw(CaptchaKind.FIGURES, picture.id)
        assert picture.exhausted
        assert isinstance(self.ask(desk, zhang, picture.id, "2222"), Wrong)

    def test_one_picture_is_good_for_one_certificate(self, desk: CertificateDesk, zhang: Certifying) -> None:
        picture = desk.captchas.draw(CaptchaKind.FIGURES)
        assert isinstance(self.ask(desk, zhang, picture.id, "2222"), Onward)
        assert isinstance(self.ask(desk, zhang, picture.id, "2222"), Wrong)

    def test_nothing_was_paid_then(self, desk: CertificateDesk, asking: AskingOf) -> None:
        picture = desk.captchas.draw(CaptchaKind.FIGURES)
        assert self.ask(desk, asking("李桂兰"), picture.id, "2222") == Wrong(certificates.NOT_PAID)
