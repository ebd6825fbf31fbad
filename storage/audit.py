"""Reads a log from end to end: whether every event is there and unchanged, and whether its subjects are what it says.

It does so in slices, each a short transaction of its own: nobody waits for it, and the write-ahead log does not grow.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.chain import FIRST, Log
from storage.rows import CounterRow, LossRow
from storage.sessions import Sessions

SLICE = 50
"""Events, or subjects, that are looked at without a pause."""


def slices(sessions: Sessions, log: Log) -> Iterator[str | None]:
    """The faults of a log, and a None after each slice without one."""
    yield from _chain(sessions, log)
    yield from _subjects(sessions, log)


def first_fault(sessions: Sessions, log: Log) -> str | None:
    """In a sentence; None if nothing is wrong. Reads all of it."""
    return next(filter(None, slices(sessions, log)), None)


def _chain(sessions: Sessions, log: Log) -> Iterator[str | None]:
    with sessions.reading() as session:
        end = session.scalar(select(CounterRow.value).where(CounterRow.name == log.counter)) or 0
        newest = session.scalar(select(func.max(log.entry.serial))) or 0
        resumed = dict(
            session.execute(select(LossRow.kept, LossRow.resumed).where(LossRow.counter == log.counter)).all()
        )
    if newest > end:
        yield f"{log.word}s after {log.word} {end} were never counted"
    before, serial = FIRST, 0
    while True:
        with sessions.reading() as session:
            serials = log.entry.serial
            events = session.scalars(
                select(log.entry).where(serials > serial, serials <= end).order_by(serials).limit(SLICE)
            ).all()
            yield from _orphans(session, log, events)
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


def _orphans(session: Session, log: Log, events: Sequence[Any]) -> Iterator[str]:
    """Subjects of these events that are not there."""
    told = {getattr(event, log.about.key) for event in events}
    if not told:
        return
    there = set(session.scalars(select(log.subject.number).where(log.subject.number.in_(told))))
    for number in sorted(told - there):
        yield f"{log.subject_word} {number} is not what its events say"


def _subjects(sessions: Sessions, log: Log) -> Iterator[str | None]:
    number = ""
    while True:
        with sessions.reading() as session:
            subjects = session.scalars(
                select(log.subject).where(log.subject.number > number).order_by(log.subject.number).limit(SLICE)
            ).all()
            if not subjects:
                return
            lives: dict[str, list[Any]] = defaultdict(list)
            about = log.about.in_([subject.number for subject in subjects])
            for event in session.scalars(select(log.entry).where(about).order_by(log.entry.serial)):
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
