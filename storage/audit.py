"""Reads a log from end to end: whether every event is there and unchanged, and whether its subjects are what it says.

It does so in slices, each a short transaction of its own: nobody waits for it, and the write-ahead log does not grow.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.chain import FIRST, Log, columns
from storage.rows import CounterRow, LossRow
from storage.sessions import Sessions

SLICE = 50
"""Events, or subjects, that are looked at without a pause."""


_END = select(CounterRow.value).where(CounterRow.name == bindparam("log"))
_RESUMED = select(LossRow.kept, LossRow.resumed).where(LossRow.counter == bindparam("log"))
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)


@cache
def _newest(entry: Any) -> Select[int]:
    return select(func.max(entry.serial))


def _events(entry: Any) -> Select[*tuple[Any, ...]]:
    return select(*(getattr(entry, name).label(name) for name in columns(entry)))


@cache
def _slice(entry: Any) -> Select[*tuple[Any, ...]]:
    """Events of a log, those after one first."""
    serials = entry.serial
    return (
        _events(entry).where(serials > bindparam("after"), serials <= bindparam("upto")).order_by(serials).limit(SLICE)
    )


@cache
def _told(entry: Any, about: InstrumentedAttribute[str]) -> Select[*tuple[Any, ...]]:
    """All events that tell of some subjects."""
    return _events(entry).where(about.in_(_NUMBERS)).order_by(entry.serial)


@cache
def _there(subject: Any) -> Select[str]:
    return select(subject.number).where(subject.number.in_(_NUMBERS))


@cache
def _subjects_of(subject: Any) -> Select[Any]:
    return select(subject).where(subject.number > bindparam("after")).order_by(subject.number).limit(SLICE)


def slices(sessions: Sessions, log: Log) -> Iterator[str | None]:
    """The faults of a log, and a None after each slice without one."""
    yield from _chain(sessions, log)
    yield from _subjects(sessions, log)


def first_fault(sessions: Sessions, log: Log) -> str | None:
    """In a sentence; None if nothing is wrong. Reads all of it."""
    return next(filter(None, slices(sessions, log)), None)


def _chain(sessions: Sessions, log: Log) -> Iterator[str | None]:
    with sessions.looking() as store:
        end = store.scalar(_END, {"log": log.counter}) or 0
        newest = store.scalar(_newest(log.entry)) or 0
        resumed = dict(store.execute(_RESUMED, {"log": log.counter}).all())
    if newest > end:
        yield f"{log.word}s after {log.word} {end} were never counted"
    before, serial = FIRST, 0
    while True:
        with sessions.looking() as store:
            events = store.execute(_slice(log.entry), {"after": serial, "upto": end}).all()
            yield from _orphans(store, log, events)
            for event in events:
                while event.serial != serial + 1 and serial in resumed:
                    serial = resumed[serial]
                if event.serial != serial + 1:
                    yield f"{log.word} {serial + 1} is missing"
                if event.hash != log.hash(before, event):
                    yield f"{log.word} {event.serial} was changed"
                before, serial = event.hash, event.serial
        if len(events) < SLICE:
            break
        yield None
    while serial != end and serial in resumed:
        serial = resumed[serial]
    if serial != end:
        yield f"{log.word}s after event {serial} are missing"


def _orphans(store: Connection, log: Log, events: Sequence[Any]) -> Iterator[str]:
    """Subjects of these events that are not there."""
    told = {getattr(event, log.about.key) for event in events}
    if not told:
        return
    there = set(store.scalars(_there(log.subject), {"numbers": list(told)}))
    for number in sorted(told - there):
        yield f"{log.subject_word} {number} is not what its events say"


def _subjects(sessions: Sessions, log: Log) -> Iterator[str | None]:
    number = ""
    while True:
        with sessions.reading() as session:
            subjects = session.scalars(_subjects_of(log.subject), {"after": number}).all()
            if not subjects:
                return
            lives: dict[str, list[Any]] = defaultdict(list)
            told = {"numbers": [subject.number for subject in subjects]}
            for event in session.connection().execute(_told(log.entry, log.about), told):
                lives[getattr(event, log.about.key)].append(event)
            for subject in subjects:
                number = subject.number
                if number not in lives:
                    yield f"there are {log.subject_word}s that no event tells of"
                elif not log.agrees(subject, lives[number]):
                    yield f"{log.subject_word} {number} is not what its events say"
        yield None
        if len(subjects) < SLICE:
            return
