"""Who somebody is, what they are enrolled in, what they owe: as `TaxSystem` says."""

from dataclasses import replace

import pytest

from domain.identity import DocumentKind, spelt
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment, Masked
from tests.contract.bench import AGENCY, MEDICAL, PENSION, Desk, Due, months

NOBODY = 2**40


def test_somebody_is_found_by_kind_number_and_name(desk: Desk) -> None:
    who = desk.somebody()
    person = desk.knows(who)
    assert (person.kind, person.number, person.name) == (who.kind, who.number, who.name)
    assert desk.tax.find_person(who.kind, who.number, who.name) == person
    assert desk.knows().id != person.id


def test_whatever_is_wrong_it_is_nobody(desk: Desk) -> None:
    who, other = desk.somebody(), desk.somebody(name="李四")
    desk.knows(who)
    desk.knows(other)
    wrong = (
        replace(who, name=other.name),
        replace(who, number=other.number),
        replace(who, kind=DocumentKind.HK_MACAO_RESIDENCE),
        replace(who, name=""),
        replace(who, number=""),
        desk.somebody(),
    )
    for said in wrong:
        assert desk.tax.find_person(said.kind, said.number, said.name) is None


@pytest.mark.parametrize(
    ("registered", "typed"),
    [
        ("古丽•艾山", "古丽·艾山"),
        ("古丽．艾山", "古丽・艾山"),
        ("刘\ue863", "刘䶮"),
        ("\uf9d1海", "六海"),
        ("张　三", "张三"),
        ("JOHN  SMITH", "John Smith"),
        ("Zoë Müller", "ZOE\u0308 MU\u0308LLER"),
    ],
)
def test_a_name_may_be_registered_in_another_spelling(desk: Desk, registered: str, typed: str) -> None:
    who = desk.somebody(name=registered)
    person = desk.knows(who)
    assert desk.tax.find_person(who.kind, who.number, typed) == person
    assert person.name == spelt(registered)


def test_enrolments_are_those_of_one_scheme(desk: Desk) -> None:
    pension, medical = Enrolment(*PENSION, AGENCY, "灵活就业人员"), Enrolment(*MEDICAL, AGENCY)
    person = desk.knows(desk.somebody(enrolments=(pension, medical)))
    assert desk.tax.enrolments(person.id, Scheme.FLEXIBLE) == (pension,)
    assert desk.tax.enrolments(person.id, Scheme.RESIDENT) == (medical,)
    nobody = desk.knows(desk.somebody(enrolments=()))
    assert desk.tax.enrolments(nobody.id, Scheme.FLEXIBLE) == ()


def test_arrears_are_those_of_one_insurance_oldest_first(desk: Desk) -> None:
    years = [Due(Scheme.RESIDENT, Insurance.PENSION, Period(year)) for year in (2025, 2022, 2024)]
    person = desk.knows(desk.somebody(owed=(*years, Due(*MEDICAL, Period(2025)))))
    owed = desk.tax.owed(person.id, Scheme.RESIDENT, Insurance.PENSION)
    assert owed == tuple(due.bill(person) for due in (years[1], years[2], years[0]))
    assert desk.tax.owed(person.id, *PENSION) == ()


def test_what_was_paid_is_paid_and_told(desk: Desk) -> None:
    person = desk.knows(desk.somebody(paid=months(9, 10), owed=months(8)))
    assert desk.tax.paid(person.id) == {due.bill(person).key for due in months(9, 10)}
    told = desk.tax.payments(person.id)
    assert sorted((one.period.month, one.channel, one.fen) for one in told) == [
        (9, "counter", 30000), (10, "counter", 30000),
    ]  # fmt: skip
    assert all(one.order == "" and one.voucher for one in told)


def test_staff_are_shown_nothing_whole(desk: Desk) -> None:
    who = desk.somebody(name="张建国")
    number = who.number
    assert desk.tax.masked(desk.knows(who).id) == Masked(who.kind, f"{number[:3]}{'*' * 11}{number[-4:]}", "张**")


def test_of_nobody_nothing_is_known(desk: Desk) -> None:
    tax = desk.tax
    assert tax.masked(NOBODY) is None
    assert tax.paid(NOBODY) == frozenset()
    assert (tax.payments(NOBODY), tax.owed(NOBODY, *PENSION), tax.declared(NOBODY, Scheme.FLEXIBLE)) == ((), (), ())
    assert tax.enrolments(NOBODY, Scheme.FLEXIBLE) == ()


class TestAccountsOfTheApp:
    def test_one_that_is_there_is_found_by_its_phone(self, desk: Desk) -> None:
        phone = desk.phone()
        assert desk.tax.account_of(phone) is None
        person = desk.knows(desk.somebody(account=phone))
        assert desk.tax.account_of(phone) == person

    def test_one_is_opened_for_each_person_and_phone(self, desk: Desk) -> None:
        (one, other), (mine, free) = (desk.knows(), desk.knows()), (desk.phone(), desk.phone())
        assert desk.tax.open_account(one.id, mine)
        assert desk.tax.account_of(mine) == one
        assert not desk.tax.open_account(one.id, mine)
        assert not desk.tax.open_account(one.id, free)
        assert not desk.tax.open_account(other.id, mine)
        assert desk.tax.open_account(other.id, free)
        assert (desk.tax.account_of(mine), desk.tax.account_of(free)) == (one, other)
