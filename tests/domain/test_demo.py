"""The people of the demonstration: plausible, and between them in every branch of the WeChat flows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from adapters.assets.offices import offices_from_toml
from adapters.assets.policy import policy_from_toml
from adapters.assets.reading import BrokenData
from domain.identity import DocumentKind, name_problem, number_problem
from domain.people.insurance import Insurance, Period, Scheme
from kit.people.people import DemoPerson
from kit.people.reading import people_from_toml

ASSETS = Path(__file__).parents[2] / "assets"
PEOPLE = (ASSETS / "demo" / "people.toml").read_text(encoding="utf-8")
OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text(encoding="utf-8"))
BOOK = policy_from_toml({file.name: file.read_text(encoding="utf-8") for file in (ASSETS / "policy").glob("*.toml")})
TODAY = date(2026, 11, 23)
DAYS = [TODAY, date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 31), date(2028, 2, 29), date(2029, 9, 1)]
FLEXIBLE, RESIDENT = Scheme.FLEXIBLE, Scheme.RESIDENT
PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL


def everybody(today: date = TODAY) -> dict[str, DemoPerson]:
    return {person.name: person for person in people_from_toml(PEOPLE, today)}


def enrolled(person: DemoPerson) -> set[tuple[Scheme, Insurance]]:
    return {(enrolment.scheme, enrolment.insurance) for enrolment in person.enrolments}


def unpaid(person: DemoPerson, today: date) -> list[Period]:
    """The earlier months of this year that a flexible worker may still pay."""
    paid = {item.period for item in person.paid if item.insurance is PENSION}
    return [period for period in BOOK.arrears(FLEXIBLE, PENSION, today) if period not in paid]


@pytest.mark.parametrize("today", DAYS)
def test_everybody_can_be_typed_and_is_told_apart(today: date) -> None:
    people = people_from_toml(PEOPLE, today)
    assert len(people) == len({p.name for p in people}) == len({p.number for p in people}) == 11
    assert len({p.phone for p in people}) == 11
    for person in people:
        assert number_problem(person.kind, person.number, today) is None
        assert name_problem(person.name) is None
        assert person.shows and "\n" not in person.shows
        assert person.number.startswith("520199") or person.number == "810000199408230021"


@pytest.mark.parametrize("today", DAYS)
def test_enrolments_and_amounts_exist(today: date) -> None:
    for person in people_from_toml(PEOPLE, today):
        agencies = {enrolment.insurance: OFFICES.by_code[enrolment.agency] for enrolment in person.enrolments}
        assert all(agency.insurance is insurance for insurance, agency in agencies.items())
        assert len(enrolled(person)) == len(person.enrolments) and len({e.scheme for e in person.enrolments}) <= 1
        for item in (*person.arrears, *person.tier_records):
            city = OFFICES.city_of(agencies[item.insurance].county)
            assert city is not None
            assert BOOK.tiers(item.scheme, item.insurance, item.period, city.code, today).find(item.tier)
        assert {(item.scheme, item.insurance) for item in person.paid} <= enrolled(person)
        assert not {i.period for i in person.arrears} & {i.period for i in person.paid if i.insurance is PENSION}


@pytest.mark.parametrize("today", DAYS)
def test_arrears_are_those_that_may_be_paid(today: date) -> None:
    for person in people_from_toml(PEOPLE, today):
        for item in person.arrears:
            assert (item.scheme, item.insurance) == (RESIDENT, PENSION)
            assert item.period in BOOK.arrears(RESIDENT, PENSION, today)


BOTH_FLEXIBLE = {(FLEXIBLE, PENSION), (FLEXIBLE, MEDICAL)}
BOTH_RESIDENT = {(RESIDENT, PENSION), (RESIDENT, MEDICAL)}
THIS_MONTH = Period(2026, 11)

CASES: dict[str, Callable[[DemoPerson], bool]] = {
    "张建国": lambda p: (
        enrolled(p) == BOTH_FLEXIBLE
        and {e.agency for e in p.enrolments} == {"520102P", "520102M"}
        and unpaid(p, TODAY) == []
        and THIS_MONTH not in {i.period for i in p.paid}
        and [i.period for i in p.tier_records] == [THIS_MONTH]
    ),
    "王秀英": lambda p: unpaid(p, TODAY) == [Period(2026, 10), Period(2026, 9)],
    "李桂兰": lambda p: enrolled(p) == BOTH_RESIDENT and not p.paid and [i.period for i in p.arrears] == [Period(2025)],
    "刘志强": lambda p: {i.period.year for i in p.arrears} == {2025, 2024, 2023, 2022},
    "陈玉梅": lambda p: (
        enrolled(p) == BOTH_RESIDENT
        and not p.arrears
        and {i.insurance for i in p.paid if i.period == Period(2026)} == {PENSION, MEDICAL}
    ),
    "杨小军": lambda p: not (p.enrolments or p.paid or p.arrears or p.tier_records),
    "赵永红": lambda p: {i.insurance for i in p.paid if i.period == THIS_MONTH} == {PENSION, MEDICAL},
    "吴明芳": lambda p: enrolled(p) == {(RESIDENT, MEDICAL)},
    "周海涛": lambda p: p.refuses_posting and enrolled(p) == BOTH_FLEXIBLE,
    "何家辉": lambda p: p.kind is DocumentKind.HK_MACAO_RESIDENCE and enrolled(p) == BOTH_RESIDENT,
    "古丽·艾山": lambda p: (
        [i.period for i in p.tier_records] == [Period(2026, 10)] and enrolled(p) == {(FLEXIBLE, PENSION)}
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_each_case_shows(name: str) -> None:
    assert CASES[name](everybody()[name])


def test_nobody_else_is_refused_and_nobody_is_left_out() -> None:
    assert list(everybody()) == list(CASES)
    assert [p.name for p in everybody().values() if p.refuses_posting] == ["周海涛"]


@pytest.mark.parametrize("today", [date(2026, 6, 30), date(2026, 12, 31), date(2027, 2, 1)])
def test_the_worker_with_unpaid_months_has_some_but_in_january(today: date) -> None:
    assert unpaid(everybody(today)["王秀英"], today)
    assert unpaid(everybody(today)["张建国"], today) == []


@pytest.mark.parametrize(
    ("word", "today", "period"),
    [
        ("this_month", TODAY, Period(2026, 11)),
        ("last_month", date(2027, 1, 31), Period(2026, 12)),
        ("-11m", TODAY, Period(2025, 12)),
        ("-12m", date(2026, 12, 1), Period(2025, 12)),
        ("this_year", TODAY, Period(2026)),
        ("last_year", TODAY, Period(2025)),
        ("-2", TODAY, Period(2024)),
        ("-4y", TODAY, Period(2022)),
    ],
)
def test_periods_count_from_today(word: str, today: date, period: Period) -> None:
    row = f'[{{ scheme = "resident", insurance = "pension", tier = "300", periods = ["{word}"] }}]'
    (person,) = people_from_toml(ONE.replace("paid = []", f"paid = {row}"), today)
    assert [item.period for item in person.paid] == [period]


ONE = '[[person]]\nkind = "201"\nnumber = "520199197803150119"\nname = "张建国"\nphone = "19900000001"\n'
ONE += 'shows = "普通"\npaid = []\n'


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            '"201"',
            '"999"',
            "people.toml, person 1: kind must be '201', '208', '210', '213', '227', '233', '237' or '238', not '999'",
        ),
        ('shows = "普通"\n', "", "people.toml, person 1: shows is missing"),
        ("paid = []", 'posting = "never"', "people.toml, person 1: posting must be 'taken' or 'refused', not 'never'"),
        ("paid = []", "debts = []", "people.toml, person 1: unknown key debts"),
        (
            "paid = []",
            'paid = [{ scheme = "resident", insurance = "pension", tier = "300", periods = ["soon"] }]',
            "people.toml, person 1, paid 1, periods 1: 'soon' is not a period",
        ),
        ("paid = []\n", f"\n{ONE}", "people.toml: a number is there twice"),
    ],
)
def test_broken_people_say_where(old: str, new: str, complaint: str) -> None:
    with pytest.raises(BrokenData) as broken:
        people_from_toml(ONE.replace(old, new), TODAY)
    assert str(broken.value) == complaint
