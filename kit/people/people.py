"""The invented people of the demonstration: whoever can be met in the flows, read from a data file.

Their periods are relative to the day of the demonstration, so that each case holds whenever it is shown.
"""

import re
from dataclasses import dataclass
from datetime import date

from domain.identity import DocumentKind
from domain.insurance import Insurance, Period, Scheme
from domain.people import Enrolment
from domain.tables import Table

WORDS = {"this_month": "0m", "last_month": "-1m", "this_year": "0y", "last_year": "-1y"}
RELATIVE = re.compile(r"(-?\d+)([my]?)")
"""`-3m` is three months ago, `-3y` or `-3` three years ago."""


@dataclass(frozen=True, slots=True)
class DemoItem:
    """A tier of one insurance for one period: owed, paid or chosen in `channel`. Its amount is the policy's.

    `late` was paid a month ago, whenever its period was.
    """

    scheme: Scheme
    insurance: Insurance
    period: Period
    tier: str
    channel: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody invented. `shows` says in Chinese what their case shows.

    `arrears` are listed by the tax system as owed, `paid` are posted, `tier_records` chosen and not paid.
    What is `paid` was paid by the policy of its own day: today's may not have its tier any more.
    `refuses_posting`: the tax system will not take this person's payments. `has_account`: `phone` is registered in the
    APP; without that it is only the phone in their hand. `has_certificate`: what was paid last year has been 首开.
    """

    kind: DocumentKind
    number: str
    name: str
    shows: str
    enrolments: tuple[Enrolment, ...]
    arrears: tuple[DemoItem, ...]
    paid: tuple[DemoItem, ...]
    tier_records: tuple[DemoItem, ...]
    refuses_posting: bool
    phone: str
    has_account: bool
    has_certificate: bool


def people_from_toml(text: str, today: date) -> tuple[DemoPerson, ...]:
    """Everybody, in the file's order. Raises BrokenData with the entry and what is wrong with it."""
    file = Table.of(text, "people.toml")
    file.only("person")
    people = tuple(_person(entry, today) for entry in file.tables("person"))
    if len({(person.kind, person.number) for person in people}) < len(people):
        raise file.wrong("a number is there twice")
    if len({person.phone for person in people}) < len(people):
        raise file.wrong("a phone is there twice")
    return people


def _person(entry: Table, today: date) -> DemoPerson:
    known = ("kind", "number", "name", "phone", "app_account", "tax_certificate", "shows")
    entry.only(*known, "enrolments", "arrears", "paid", "tier_records", "posting")
    posting = entry.text("posting", "taken")
    if posting not in {"taken", "refused"}:
        raise entry.wrong(f"posting is taken or refused, not {posting!r}")
    return DemoPerson(
        entry.member("kind", DocumentKind),
        entry.text("number"),
        entry.text("name"),
        entry.text("shows"),
        tuple(_enrolment(row) for row in entry.tables("enrolments")),
        _items(entry, "arrears", today),
        _items(entry, "paid", today),
        _items(entry, "tier_records", today),
        posting == "refused",
        entry.text("phone"),
        entry.flag("app_account"),
        entry.flag("tax_certificate"),
    )


def _enrolment(row: Table) -> Enrolment:
    row.only("scheme", "insurance", "agency", "category")
    return Enrolment(
        row.member("scheme", Scheme),
        row.member("insurance", Insurance),
        row.text("agency"),
        row.text("category", ""),
    )


def _items(entry: Table, key: str, today: date) -> tuple[DemoItem, ...]:
    """One item per period of each row."""
    items: list[DemoItem] = []
    for row in entry.tables(key):
        row.only("scheme", "insurance", "periods", "tier", "channel", "late")
        scheme, insurance = row.member("scheme", Scheme), row.member("insurance", Insurance)
        tier, channel = row.text("tier"), row.text("channel", "wechat")
        late = row.flag("late")
        periods = (_period(word, row, today) for word in row.texts("periods"))
        items.extend(DemoItem(scheme, insurance, period, tier, channel, late) for period in periods)
    return tuple(items)


def _period(word: str, row: Table, today: date) -> Period:
    found = RELATIVE.fullmatch(WORDS.get(word, word))
    if found is None:
        raise row.wrong(f"{word!r} is not a period")
    steps = int(found[1])
    if found[2] != "m":
        return Period(today.year + steps)
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    return Period(year, month + 1)
