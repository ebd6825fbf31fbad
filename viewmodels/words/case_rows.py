"""What lies before staff as their page repeats it; a view model says it by `said_rows`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby

from domain.payment.events import Step
from domain.payment.said import sentence
from domain.reconciliation.cases import CaseStep
from domain.times import at, short
from domain.words import NOTHING, Text, Verbatim
from viewmodels.words.rows import Pair

LINES = 4
"""How many a log has at most."""
NEVER = Text("还没有人问过")


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of a log. `bad`: somebody refused, or it could not be done."""

    when: Text
    what: Text
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A case in words: `title` is what happened, `since` when and how long, `lasting` how long alone.

    `why` a machine may not decide, `who` in few words whose it is, `about` all that may be known of it, `log` what was
    done, the newest last. `asked` is when its network was last asked and what it said. `channel` is an id of whose
    `glyph` and colours it wears.
    """

    id: str
    title: Text
    since: Text
    lasting: Text
    amount: str
    why: Text
    who: Text
    about: tuple[Pair, ...]
    log: tuple[Moment, ...]
    channel: str = ""
    glyph: Text = NOTHING
    asked: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Box:
    """A way out: `caption` is what it means."""

    id: str
    title: Text
    caption: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """The case that is open: `reason` why it waits, behind `because`, and `ways` as boxes. `deed` has to be read
    before the chosen one is taken, under `persons`, how many that takes, and `remark`.
    """

    id: str
    channel: str
    glyph: Text
    title: Text
    since: Text
    amount: str
    because: Text
    reason: Text
    about: tuple[Pair, ...]
    log: tuple[Moment, ...]
    ways: tuple[Box, ...]
    two: bool
    persons: Text
    remark: Text
    deed: Text


@dataclass(frozen=True, slots=True)
class Folded:
    """A case that is not open: touched, it is."""

    id: str
    channel: str
    glyph: Text
    title: Text
    who: Text
    lasting: Text
    amount: str


def by(what: Text, who: str) -> Text:
    """What was done, and behind it who of the staff did; a terminal's or a visitor's own deed as it is."""
    if not who.replace("+", "").isdecimal():
        return what
    return Text("{what}，工号 {staff}", what=what, staff=Verbatim(who))


def asked(last: Step | CaseStep | None, now: datetime) -> Text:
    """When a network was asked last, and what it said."""
    if last is None:
        return NEVER
    return Text("{at} 问过：{said}", at=short(last.at, now), said=sentence(last.detail))


def log(steps: Iterable[tuple[datetime, Text, bool]], zone: tzinfo | None) -> tuple[Moment, ...]:
    """The newest of them, and how many were before; what was done again and again stands once, as it was first."""
    each = [next(same) for _, same in groupby(steps, key=lambda step: step[1])]
    left = len(each) - LINES + 1 if len(each) > LINES else 0
    newest = tuple(Moment(at(time, zone), what, bad) for time, what, bad in each[left:])
    return (Moment(NOTHING, Text("更早的还有 {count} 步", count=left)), *newest) if left else newest
