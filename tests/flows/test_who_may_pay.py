"""Who may pay for what: by age, by what one is enrolled in; and what they are told instead of an amount."""

from datetime import date

import pytest

from domain.flows.confirmation import Confirmation, Field, Obstacle
from domain.flows.visit import Choice
from domain.identity import DocumentKind
from domain.identity.citizen import check_character
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment, Person
from tests.desk import OFFICES
from tests.payment.hall import BOOK

TODAY = date(2026, 11, 29)
PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL
ENROLLED = (
    Enrolment(Scheme.RESIDENT, PENSION, "520581P", "普通居民"),
    Enrolment(Scheme.RESIDENT, MEDICAL, "520581M", "普通居民"),
)


def born(day: str) -> Person:
    """By a resident's identity card."""
    first = f"520199{day}024"
    return Person(1, DocumentKind.RESIDENT_ID, first + check_character(first), "某某")


def form(person: Person) -> Confirmation:
    return Confirmation(person, Scheme.RESIDENT, ENROLLED, frozenset(), BOOK, OFFICES, TODAY)


def pension(arrears: bool = False) -> Choice:
    return Choice(PENSION, "520581P", arrears, () if arrears else (Period(2026),), None if arrears else "3000")


def medical(year: int, tier: str = "season") -> Choice:
    return Choice(MEDICAL, "520581M", False, (Period(year),), tier)


@pytest.mark.parametrize(
    ("day", "pays"), [("19520315", False), ("20200315", False), ("19661130", True), ("19661129", False)]
)
def test_resident_pension_is_for_those_of_age(day: str, pays: bool) -> None:
    confirmation = form(born(day))
    assert bool(confirmation.bills(pension())) is pays
    tiers = confirmation.tiers(pension())
    assert tiers is not None and bool(tiers.tiers) is pays, "nobody sees an amount that is not for them"
    assert confirmation.problems(pension()) == ({} if pays else {Field.INSURANCE: Obstacle.BARRED})
    assert bool(confirmation.reason(pension())) is not pays


def test_it_is_told_as_soon_as_the_insurance_is_chosen() -> None:
    confirmation, chosen = form(born("19520315")), Choice(PENSION)
    assert confirmation.problems(chosen) == {Field.INSURANCE: Obstacle.BARRED}
    assert confirmation.reason(chosen) == "已满 60 周岁，不用再按年缴费；领取待遇请到经办机构"


def test_arrears_are_for_whom_the_tax_system_lists_them() -> None:
    assert form(born("19640315")).problems(pension(arrears=True)) == {}


def test_whose_age_nobody_knows_is_not_judged_by_it() -> None:
    passport = Person(1, DocumentKind.FOREIGN_PASSPORT, "X1234567", "John Smith")
    assert form(passport).bills(pension()) != ()


@pytest.mark.parametrize(("day", "pays"), [("20260501", False), ("20200315", True), ("19520315", True)])
def test_medical_insurance_has_no_age_but_another_price_for_the_new_born(day: str, pays: bool) -> None:
    confirmation = form(born(day))
    assert bool(confirmation.bills(medical(2026))) is pays
    expected = {} if pays else {Field.PERIOD: Obstacle.NO_TIERS}
    assert confirmation.problems(medical(2026)) == expected, "next year's may be paid, so not the insurance is wrong"


def test_what_is_not_published_is_said_in_the_policy_s_words() -> None:
    confirmation = form(born("19780315"))
    assert confirmation.problems(medical(2027)) == {Field.PERIOD: Obstacle.NO_TIERS}
    assert confirmation.reason(medical(2027)) == "2027年度缴费标准尚未公布"
    assert confirmation.reason(medical(2026)) == confirmation.reason(Choice()) == ""
