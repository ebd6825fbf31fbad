"""The file of the demonstration's people."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo

from adapters.assets.reading import Flag, Table, Text, read
from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment
from kit.people.people import DemoItem, DemoPerson, period_of


def _period(word: object, info: ValidationInfo) -> Period:
    """Counted from the day of the demonstration, which is the file's context."""
    assert isinstance(info.context, date)
    return period_of(str(word), info.context)


class EnrolmentRow(Table):
    scheme: Scheme
    insurance: Insurance
    agency: Text
    category: str = ""

    @cached_property
    def value(self) -> Enrolment:
        return Enrolment(self.scheme, self.insurance, self.agency, self.category)


class ItemRow(Table):
    """One item for each of its periods."""

    scheme: Scheme
    insurance: Insurance
    periods: tuple[Annotated[Period, BeforeValidator(_period)], ...]
    tier: Text
    channel: Text = "wechat"
    late: Flag = False

    @cached_property
    def value(self) -> tuple[DemoItem, ...]:
        return tuple(
            DemoItem(self.scheme, self.insurance, period, self.tier, self.channel, self.late) for period in self.periods
        )


class PersonEntry(Table):
    kind: DocumentKind
    number: Text
    name: Text
    phone: Text
    app_account: Flag = False
    tax_certificate: Flag = False
    shows: Text
    enrolments: tuple[EnrolmentRow, ...] = ()
    arrears: tuple[ItemRow, ...] = ()
    paid: tuple[ItemRow, ...] = ()
    tier_records: tuple[ItemRow, ...] = ()
    posting: Literal["taken", "refused"] = "taken"

    @cached_property
    def value(self) -> DemoPerson:
        return DemoPerson(
            self.kind,
            self.number,
            self.name,
            self.shows,
            tuple(row.value for row in self.enrolments),
            _items(self.arrears),
            _items(self.paid),
            _items(self.tier_records),
            self.posting == "refused",
            self.phone,
            self.app_account,
            self.tax_certificate,
        )


def _items(rows: tuple[ItemRow, ...]) -> tuple[DemoItem, ...]:
    return tuple(item for row in rows for item in row.value)


class PeopleFile(Table):
    person: tuple[PersonEntry, ...] = ()

    @cached_property
    def value(self) -> tuple[DemoPerson, ...]:
        people = tuple(entry.value for entry in self.person)
        if len({(person.kind, person.number) for person in people}) < len(people):
            raise ValueError("a number is there twice")
        if len({person.phone for person in people}) < len(people):
            raise ValueError("a phone is there twice")
        return people


def people_from_toml(text: str, today: date) -> tuple[DemoPerson, ...]:
    """Everybody, in the file's order. Raises BrokenData with the entry and what is wrong with it."""
    return read(text, "people.toml", PeopleFile, today).value
