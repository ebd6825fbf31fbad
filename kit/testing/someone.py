"""Whom a test is about: one of the invented people who fits, or one more who is invented for it."""

from dataclasses import dataclass
from datetime import date

from domain.identity import DocumentKind
from domain.identity.citizen import check_character
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment
from kit.people.people import DemoItem, DemoPerson
from kit.testing.described import Descriptions, described, owed
from kit.testing.sentences import NotSo, no_such
from kit.testing.told import told
from kit.testing.venue import Venue

AREA = "520199"
"""Belongs to no place: nobody has such a number."""
CITY = "520102"
CATEGORY = {Scheme.FLEXIBLE: "灵活就业人员", Scheme.RESIDENT: "普通居民"}
OFFICES = {Insurance.PENSION: "P", Insurance.MEDICAL: "M"}
NAMES = ("孙立新", "郑晓梅", "冯建平", "蒋秀兰", "沈文涛", "韩玉珍", "曹国庆", "彭春燕", "曾志远")
"""Of who is invented for a test, one after the other."""


@dataclass(frozen=True, slots=True, repr=False)
class Someone:
    """Somebody invented: what their papers say, and what their case `shows`."""

    invented: DemoPerson

    def __repr__(self) -> str:
        return f"person({self.name!r})"

    @property
    def name(self) -> str:
        return self.invented.name

    @property
    def number(self) -> str:
        """Of the document."""
        return self.invented.number

    @property
    def number_with_a_slip(self) -> str:
        """The same with one digit mistyped, so that its check digit is wrong."""
        at = 15
        return f"{self.number[:at]}{(int(self.number[at]) + 1) % 10}{self.number[at + 1 :]}"

    @property
    def phone(self) -> str:
        return self.invented.phone

    @property
    def shows(self) -> str:
        """What their case shows, in Chinese."""
        return self.invented.shows

    def agency(self, scheme: Scheme, insurance: Insurance) -> str:
        """Where they are enrolled in that; empty if they are not."""
        enrolments = (one for one in self.invented.enrolments if (one.scheme, one.insurance) == (scheme, insurance))
        return next((one.agency for one in enrolments), "")


class People:
    """The fixture `person`."""

    called = "person"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue
        self._invented: list[DemoPerson] = []

    @told
    def __call__(self, name: str = "", *, enrolled: str = "", owes: str = "", paid: str = "") -> Someone:
        """By `name`; or who is `enrolled`, owes and has paid what is said (`kit.testing.described`).

        If nobody is so, one more is invented and put into the store. Raises NotSo where nobody can be so.
        """
        demo = self.venue.demo
        everybody = [*demo.people, *self._invented]
        if name:
            found = next((one for one in everybody if one.name == name), None)
            if found is None:
                raise NotSo(no_such("person", name, [one.name for one in everybody]))
            return Someone(found)
        said = _Said(*(described(words) if words else None for words in (enrolled, owes, paid)))
        found = next((one for one in everybody if said.fits(one, demo.today)), None)
        return Someone(found or self._invent(said, demo.today))

    def _invent(self, said: "_Said", today: date) -> DemoPerson:
        count = len(self._invented)
        person = said.somebody(count, today)
        if count == len(NAMES) or not said.fits(person, today):
            raise NotSo(f"nobody can be invented who is {said}; ask for less, or for somebody by name")
        self._invented.append(person)
        self.venue.demo.invite(person)
        return person


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of somebody; None where nothing is."""

    enrolled: Descriptions | None
    owes: Descriptions | None
    paid: Descriptions | None

    def fits(self, person: DemoPerson, today: date) -> bool:
        return (
            (self.enrolled is None or self.enrolled.enrolled(person))
            and (self.owes is None or self.owes.hold(owed(person, today), today))
            and (self.paid is None or self.paid.hold(person.paid, today))
        )

    def somebody(self, count: int, today: date) -> DemoPerson:
        """One of whom it is true, if anybody can be. `count` have been invented before."""
        owes = _items(self.owes, today)
        paid = _items(self.paid, today)
        if self.owes is not None and not self.owes.all:
            paid += _settled(today)
        in_all = [one.usual for said in (self.enrolled, self.owes, self.paid) if said for one in said.all]
        enrolments = dict.fromkeys([*in_all, *((one.scheme, one.insurance) for one in paid)])
        number = f"{AREA}19850615{900 + count}"
        return DemoPerson(
            kind=DocumentKind.RESIDENT_ID,
            number=number + check_character(number),
            name=NAMES[count % len(NAMES)],
            shows="为一次测试虚构",
            enrolments=tuple(Enrolment(*one, f"{CITY}{OFFICES[one[1]]}", CATEGORY[one[0]]) for one in enrolments),
            arrears=tuple(one for one in owes if one.scheme is Scheme.RESIDENT),
            paid=paid,
            tier_records=(),
            refuses_posting=False,
            phone=f"199000009{count:02d}",
            has_account=False,
            has_certificate=False,
        )

    def __str__(self) -> str:
        parts = {"enrolled": self.enrolled, "owing": self.owes, "having paid": self.paid}
        return ", ".join(f"{word} {said.all or 'nothing'}" for word, said in parts.items() if said)


def _items(said: Descriptions | None, today: date) -> tuple[DemoItem, ...]:
    return tuple(one.item(today) for one in said.all) if said else ()


def _settled(today: date) -> tuple[DemoItem, ...]:
    """Each month of this year before this one, paid by a flexible worker."""
    months = (Period(today.year, month) for month in range(1, today.month))
    return tuple(DemoItem(Scheme.FLEXIBLE, Insurance.PENSION, one, "60", "wechat") for one in months)
