"""Facts, steps and times, as all pages have them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.desk.deeds import Agreed, Declined, Entry, Hindered, Opened, Proposed
from domain.flows.channels import CHANNELS
from domain.runtime import HALL_TIME
from domain.times import lasting
from domain.words import Text, Verbatim

MONDAY_FIRST = (
    *(Text("星期一"), Text("星期二"), Text("星期三"), Text("星期四"), Text("星期五"), Text("星期六")),
    Text("星期日"),
)


EARLIEST = date(2020, 1, 1)
"""No day before is shown: there were no terminals."""


@dataclass(frozen=True, slots=True)
class Fact:
    key: Text
    value: Text


class Mark(StrEnum):
    """What a step of a log is drawn as."""

    DONE = "done"
    GOOD = "good"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of a log; or one that will follow, whose time is in words alone."""

    when: Text
    who: Text
    what: Text
    mark: Mark = Mark.DONE
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A channel's or network's sign: its first character in its colour."""

    id: str
    glyph: Text
    name: Text


def tile(channel: str) -> Tile:
    """Of a channel or network; its id where it is none of ours."""
    known = CHANNELS.get(channel)
    return Tile(channel, known.glyph, known.name) if known else Tile("other", Verbatim(channel[:1]), Verbatim(channel))


def day(on: date) -> Text:
    return Text("{month}月{day}日", month=on.month, day=on.day)


def whole_day(on: date) -> Text:
    return Text("{year}年{month}月{day}日", year=on.year, month=on.month, day=on.day)


def time(at: datetime) -> Text:
    return Text("{day} {time:%H:%M}", day=day(at.astimezone(HALL_TIME).date()), time=at.astimezone(HALL_TIME))


def now_told(now: datetime) -> Text:
    """Day, weekday and time to the second."""
    return Text("{day} {weekday} {now:%H:%M:%S}", day=day(now.date()), weekday=MONDAY_FIRST[now.weekday()], now=now)


def ago(passed: timedelta) -> Text:
    """How long ago, as short as it can be said."""
    seconds = max(0, int(passed.total_seconds()))
    if seconds < 60:
        return Text("{seconds} 秒前", seconds=seconds)
    if seconds < 3600:
        return Text("{minutes} 分钟前", minutes=seconds // 60)
    return Text("{long}前", long=lasting(passed))


def who_told(numbers: str, names: Mapping[str, str], others: Mapping[str, Text]) -> Text:
    """Who did something, by the word of a log: one of the staff, two of them, or somebody else that is told of."""
    if numbers in others:
        return others[numbers]
    first, _, second = numbers.partition("+")
    if second:
        return Text("{first}、{second}", first=_one(first, names), second=_one(second, names))
    return _one(first, names)


def _one(number: str, names: Mapping[str, str]) -> Text:
    name = names.get(number)
    return Text("工号 {number} {name}", number=number, name=name) if name else Text("工号 {number}", number=number)


def from_desk(entries: Iterable[Entry], names: Mapping[str, str]) -> tuple[Moment, ...]:
    """What was done at the desk about a matter and stands in no other log: who looked, signed, or did not agree."""
    told = (Opened, Proposed, Agreed, Declined, Hindered)
    return tuple(
        Moment(
            time(entry.at),
            who_told(entry.who, names, {}),
            entry.deed.label,
            Mark.GOOD if entry.deed in {Proposed, Agreed} else Mark.DONE,
            entry.at,
        )
        for entry in entries
        if entry.deed in told
    )


def in_order(*logs: Iterable[Moment], ahead: tuple[Moment, ...] = ()) -> tuple[Moment, ...]:
    """What happened, from the first; then what will."""
    happened = [one for log in logs for one in log]
    return (*sorted(happened, key=lambda one: one.at.timestamp() if one.at else 0), *ahead)


def ahead(when: Text, who: Text, what: Text) -> Moment:
    return Moment(when, who, what, Mark.AHEAD)
