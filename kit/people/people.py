"""The invented people of the demonstration: whoever can be met in the flows (`assets/demo/people.toml`).

Their periods are relative to the day of the demonstration, so that each case holds whenever it is shown.
"""

import re
from dataclasses import dataclass
from datetime import date

from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Enrolment

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


def period_of(word: str, today: date) -> Period:
    """The period that `this_month`, `-3m` or `-2y` means today. Raises ValueError."""
    found = RELATIVE.fullmatch(WORDS.get(word, word))
    if found is None:
        raise ValueError(f"{word!r} is not a period")
    steps = int(found[1])
    if found[2] != "m":
        return Period(today.year + steps)
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    return Period(year, month + 1)
