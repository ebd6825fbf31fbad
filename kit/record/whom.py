"""How a test asks for somebody invented without naming them: by what they are enrolled in, have paid and owe."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from domain.people.insurance import Scheme
from kit.people.people import WORDS, DemoItem, DemoPerson, period_of

NOTHING = "nothing"
Asked = dict[str, str]


def asked_for(person: DemoPerson, everybody: Sequence[DemoPerson], today: date) -> Asked | None:
    """The least that is to be said so that the first of all who fits is this one; None if nobody can say it."""
    for enrolled, paid, owes in product((True,), (False, True), (False, True)):
        asked = {"enrolled": _enrolled(person)} if enrolled else {}
        asked |= {"paid": _newest(person.paid, today)} if paid else {}
        asked |= {"owes": _newest(person.arrears, today)} if owes else {}
        first = next(one for one in everybody if _fits(one, person, asked, today))
        if first == person and ("owes" not in asked or not _by_month(person)):
            return asked
    return None


def _fits(one: DemoPerson, person: DemoPerson, asked: Asked, today: date) -> bool:
    """Whether what is asked for of a person is true of one."""
    same = {(e.scheme, e.insurance) for e in one.enrolments} == {(e.scheme, e.insurance) for e in person.enrolments}
    paid = "paid" not in asked or asked["paid"] in set(_all(one.paid, today))
    return same and paid and ("owes" not in asked or asked["owes"] in set(_all(one.arrears, today)))


def _by_month(person: DemoPerson) -> bool:
    """Flexible workers owe whatever month they have not paid, which nobody lists."""
    return any(one.scheme is Scheme.FLEXIBLE for one in person.enrolments)


def _enrolled(person: DemoPerson) -> str:
    these = [f"{one.scheme} {one.insurance}" for one in person.enrolments]
    return f"only {' and '.join(these)}" if these else NOTHING


def _newest(items: Sequence[DemoItem], today: date) -> str:
    return next(_all(items, today))


def _all(items: Sequence[DemoItem], today: date) -> Iterator[str]:
    """Each by itself; `nothing` where there is none."""
    if not items:
        yield NOTHING
    for item in items:
        yield f"{item.scheme} {item.insurance} {_period(item, today)}"


def _period(item: DemoItem, today: date) -> str:
    word = next((word for word in WORDS if period_of(word, today) == item.period), None)
    if word is not None:
        return word.replace("_", " ")
    if item.period.month:
        return f"-{(today.year - item.period.year) * 12 + today.month - item.period.month}m"
    return f"-{today.year - item.period.year}y"
