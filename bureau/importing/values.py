"""What stands in a column, as values. What is wrong with one is a ValueError whose text repeats nothing of it."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from domain.flows.channels import CHANNELS
from domain.identity import DocumentKind, name_problem, number_problem, spelt, tidy
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.offices import Offices
from domain.policy.tiers import NAMED
from domain.runtime import HALL_TIME

W = TypeVar("W", bound=StrEnum)
FIRST_YEAR = 1990
"""Nobody has paid for an earlier period."""
MOST = Fen(10**9)
"""Ten million yuan: no bill is as high."""
ELSEWHERE = "window"
"""The channel of what was paid at a counter."""
_YUAN = re.compile(r"([0-9]{1,9})\.([0-9]{2})")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_TIER = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,2})?")
_VOUCHER = re.compile(r"[0-9A-Z]{6,30}")
_TIMES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d")
_WORDS: Mapping[type[StrEnum], Mapping[str, StrEnum]] = {
    kind: {word: one for one in kind for word in (one.value, str(one.label))}
    for kind in (DocumentKind, Scheme, Insurance)
}
_YES_OR_NO = {"是": True, "yes": True, "否": False, "no": False}


def word(kind: type[W], text: str) -> W:
    """A member by its code or by its Chinese name."""
    found = _WORDS[kind].get(text)
    if not isinstance(found, kind):
        raise ValueError(f"is none of {', '.join(one.value for one in kind)}, nor what these are called")
    return found


def yes_or_no(text: str) -> bool:
    try:
        return _YES_OR_NO[text]
    except KeyError:
        raise ValueError("is neither yes nor no") from None


def number(kind: DocumentKind, text: str, today: date) -> str:
    """A document's number, as it is sent."""
    found = tidy(text)
    if number_problem(kind, found, today):
        raise ValueError(f"is no number of a document of kind {kind}: its characters, birth date or check are wrong")
    return found


def name(text: str) -> str:
    """A name, as it is written here."""
    if name_problem(text):
        raise ValueError("is no name: too long, or with characters that names have not")
    return spelt(text)


def agency(offices: Offices, insurance: Insurance, text: str) -> str:
    """The code of an agency for an insurance."""
    found = offices.by_code.get(text)
    if found is None:
        raise ValueError("is no agency's code here")
    if found.insurance is not insurance:
        raise ValueError(f"is no agency for {insurance}")
    return text


def category(text: str) -> str:
    if len(text) > 50 or not text.isprintable():
        raise ValueError("is longer than 50 characters, or has some that cannot be printed")
    return text


@lru_cache(1000)
def period(scheme: Scheme, text: str, today: date) -> Period:
    """A month of who pays by the month, a year of who pays by the year."""
    found = _PERIOD.fullmatch(text)
    month = int(found[2] or 0) if found else 0
    if found is None or bool(found[2]) is not (scheme is Scheme.FLEXIBLE) or (found[2] and not 1 <= month <= 12):
        raise ValueError("is no month, as 2026-11" if scheme is Scheme.FLEXIBLE else "is no year, as 2026")
    if not FIRST_YEAR <= int(found[1]) <= today.year + 1:
        raise ValueError(f"is not from {FIRST_YEAR} to the next year")
    return Period(int(found[1]), month)


def tier(text: str) -> str:
    if text not in NAMED and not _TIER.fullmatch(text):
        raise ValueError(f"is no tier: a figure as 60 or 4.40, {', '.join(NAMED)}")
    return text


def fen(text: str) -> Fen:
    """Yuan with two digits after the point, and more than none."""
    found = _YUAN.fullmatch(text)
    if found is None:
        raise ValueError("is no amount in yuan with two digits after the point, as 878.94")
    fen = Fen(int(found[1]) * 100 + int(found[2]))
    if not 0 < fen < MOST:
        raise ValueError("is nothing, or more than any bill")
    return fen


def voucher(text: str) -> str:
    if not _VOUCHER.fullmatch(text):
        raise ValueError("is no voucher's number: 6 to 30 digits and capital letters")
    return text


def channel(text: str) -> str:
    if text not in CHANNELS and text != ELSEWHERE:
        raise ValueError(f"is none of {', '.join((*CHANNELS, ELSEWHERE))}")
    return text


def paid_at(text: str, now: datetime) -> datetime:
    """A time of the hall's; a day is its first moment."""
    for form in _TIMES if text.isascii() else ():
        try:
            found = datetime.strptime(text, form).replace(tzinfo=HALL_TIME)
        except ValueError:
            continue
        if found > now + timedelta(days=1) or found.year < FIRST_YEAR:
            raise ValueError("is not yet, or too long ago")
        return found
    raise ValueError("is no time, as 2026-11-24 10:24:00, nor a day")
