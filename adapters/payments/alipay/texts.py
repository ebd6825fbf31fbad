"""How Alipay writes money, times and titles, and how that is read. Pure."""

import re
from datetime import datetime

from domain.runtime import HALL_TIME

MOMENT = "%Y-%m-%d %H:%M:%S"
LONGEST_SUBJECT = 256
_YUAN = re.compile(r"(0|[1-9][0-9]{0,9})(?:\.([0-9]{1,2}))?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_FORBIDDEN = str.maketrans("/=&", "／＝＆")


def yuan(fen: int) -> str:
    """Fen as yuan with two decimals: 38000 is `380.00`. `fen` is not negative."""
    return f"{fen // 100}.{fen % 100:02d}"


def fen(value: object) -> int | None:
    """The fen in a figure of yuan, which the documentation shows as text and as a number; None if it is no such figure.

    A number with decimals has to arrive here as the text it was written as: a float is no figure.
    """
    match = _YUAN.fullmatch(str(value)) if isinstance(value, str | int) else None
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else None


def stamp(at: datetime) -> str:
    """An aware time as Beijing's wall shows it, whole seconds, never later than it is."""
    return at.astimezone(HALL_TIME).strftime(MOMENT)


def moment(value: object) -> datetime | None:
    """The aware time in what Beijing's wall showed; None if it is no such text."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=HALL_TIME)
    except ValueError:
        return None


def subject(description: str) -> str:
    """A description as `subject` may be: 256 characters at most, and none of those that Alipay forbids."""
    return description.translate(_FORBIDDEN)[:LONGEST_SUBJECT]
