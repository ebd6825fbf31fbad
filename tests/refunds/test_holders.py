"""Whose account a refund may be paid to: the insured's own; an heir's, a guardian's."""

from datetime import date

import pytest

from domain.identity import DocumentKind
from domain.people.person import Person
from domain.refunds.application import Ground
from domain.refunds.holders import holder_problem, is_minor

TODAY = date(2026, 11, 23)
GRANDMOTHER = Person(1, DocumentKind.RESIDENT_ID, "520102195005120042", "李桂兰")
CHILD = Person(2, DocumentKind.RESIDENT_ID, "520102201003150016", "李小明")


@pytest.mark.parametrize(
    ("insured", "ground", "holder", "says"),
    [
        (GRANDMOTHER, Ground.DUPLICATE, "李桂兰", None),
        (GRANDMOTHER, Ground.DUPLICATE, "李小明", "账户名称要与缴费人姓名一致"),
        (GRANDMOTHER, Ground.DECEASED, "李小明", None),
        (GRANDMOTHER, Ground.DECEASED, "李桂兰", "死亡证明、与参保人的关系证明"),
        (GRANDMOTHER, Ground.DECEASED, "1", "姓名"),
        (CHILD, Ground.DUPLICATE, "李小明", None),
        (CHILD, Ground.DUPLICATE, "李大明", None),
        (CHILD, Ground.DUPLICATE, "1", "姓名"),
        (CHILD, Ground.DECEASED, "李大明", None),
    ],
)
def test_the_name_of_the_account(insured: Person, ground: Ground, holder: str, says: str | None) -> None:
    problem = holder_problem(holder, insured, ground, TODAY)
    assert problem is None if says is None else problem is not None and says in problem


@pytest.mark.parametrize(
    ("number", "minor"),
    [
        ("520102200811240011", True),
        ("520102200811230011", False),
        ("520102200811220011", False),
        ("520102195005120042", False),
        ("H1234567890", False),
        ("E12345678", False),
    ],
)
def test_who_is_not_of_age(number: str, minor: bool) -> None:
    """On the day of the eighteenth birthday one is; a document without a birth date tells nothing."""
    assert is_minor(Person(1, DocumentKind.RESIDENT_ID, number, "李小明"), TODAY) is minor
