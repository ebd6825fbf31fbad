"""Logs as hash chains: no event can be changed, dropped or moved without being noticed. One way for every log.

Each hash is SHA-256 over the hash before it and the event's own content. Whatever a log tells of is what its events
say it is, so that changing it shows as well. `storage.audit` reads a log from end to end.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Insert, Select, bindparam, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from domain.lives.events import Event
from storage.counters import heads, next_value

FIRST = bytes(32)
"""What stands for the hash before the first event."""
TERMINAL = "terminal"
"""Where a session keeps which terminal writes."""


@dataclass(frozen=True, slots=True)
class Log:
    """A table of events (`storage.rows.EventColumns`), and the table of the subjects that they tell of.

    `about` names the subject in an event, `own` are columns that only this log has, `later` those that it has not had
    from the first. `facts` is all that a subject says but its number and state; None if it contradicts itself. `word`
    is what an event is called, `subject_word` what a subject is.
    """

    entry: Any
    about: InstrumentedAttribute[str]
    subject: Any
    facts: Callable[[Any], Mapping[str, Any] | None]
    word: str
    subject_word: str
    own: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def counter(self) -> str:
        """The sequence of its serials, and its name in the anchor."""
        return str(self.entry.__tablename__)

    def append(
        self, session: Session, subject: Any, event: Event, at: datetime, learnt: Mapping[str, Any], **own: str
    ) -> None:
        """Write an event down after all others; the subject is in its new state already."""
        serial = next_value(session, self.counter)
        before = head(session, self.entry, serial - 1)
        told = {
            "serial": serial,
            "event": event.word,
            "state": subject.state,
            "at": at,
            "detail": event.detail,
            "learnt": text(learnt),
            "terminal": session.info.get(TERMINAL),
            self.about.key: subject.number,
        }
        entry = SimpleNamespace(**dict.fromkeys(self.later), **dict.fromkeys(self.own))
        vars(entry).update(told, **own)
        entry.hash = self.hash(before or FIRST, entry)
        names = columns(self.entry)
        session.connection().execute(_entering(self.entry), {names[one]: value for one, value in vars(entry).items()})
        heads(session)[self.counter] = entry.hash.hex()

    def hash(self, before: bytes, entry: Any) -> bytes:
        """What chains an event to the one before it. Events from before a column was kept are hashed without."""
        content = [entry.serial, getattr(entry, self.about.key), entry.event, entry.state]
        content += [entry.at.astimezone(UTC).isoformat(), *(getattr(entry, name) for name in self.own)]
        content += [entry.detail, entry.learnt]
        if entry.terminal is not None:
            content.append(entry.terminal)
        content += [{name: value} for name in self.later if (value := getattr(entry, name)) is not None]
        return hashlib.sha256(before + json.dumps(content, ensure_ascii=False).encode()).digest()

    def agrees(self, subject: Any, life: Sequence[Any]) -> bool:
        """Whether a subject is what its events, put together, say."""
        said: dict[str, Any] = {}
        for event in life:
            said |= json.loads(event.learnt)
        facts = self.facts(subject)
        return facts is not None and life[-1].state is subject.state and said == json.loads(text(facts))


def head(session: Session, entry: Any, upto: int) -> bytes | None:
    """The hash of the last event with a serial of at most `upto`; None before the first."""
    found: bytes | None = session.connection().scalar(_head(entry), {"upto": upto}) if upto else None
    return found


@cache
def _head(entry: Any) -> Select[Any]:
    columns = entry.__table__.c
    return select(columns.hash).where(columns.serial <= bindparam("upto")).order_by(columns.serial.desc()).limit(1)


@cache
def columns(entry: Any) -> Mapping[str, str]:
    """The names of a log's columns in its table, by what they are called here."""
    return {one.key: one.columns[0].name for one in entry.__mapper__.column_attrs}


@cache
def _entering(entry: Any) -> Insert:
    return insert(entry.__table__)


def text(learnt: Mapping[str, Any]) -> str:
    """What a subject learns, as it stands in a log: the same text for the same facts."""
    return json.dumps(learnt, ensure_ascii=False, sort_keys=True, default=_time)


def _time(value: object) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
    raise TypeError(f"not to be written down: {type(value)}")
