"""Cases for people: their life, and a log that cannot be changed unseen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from domain.lives.events import Impossible
from domain.money import Fen
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import (
    TRANSITIONS,
    Case,
    CaseEvent,
    CaseState,
    Cleared,
    Found,
    Queried,
    Settled,
    Settlement,
    Subject,
)
from storage import Files, hold_store
from tests.reconciliation.house import DAY, WECHAT, CountingHouse, a_row, at

SUBJECT = Subject(WECHAT, Kind.PAYMENT, "GZ1")
FOUND = Found(Bucket.THEIRS_ONLY, DAY, None, Fen(5), "4200")
ASKED = Queried(at(14), detail="waiting")
CLEARED = Cleared(at(15))
SETTLED = Settled(Settlement.SENT_BACK, "0108", at(16), "50000408942018", "付款人来大厅要求")
EVENTS: list[CaseEvent] = [FOUND, ASKED, CLEARED, SETTLED]
WAYS: dict[CaseState | None, list[CaseEvent]] = {
    None: [],
    CaseState.LOOKED_INTO: [ASKED],
    CaseState.OPEN: [FOUND],
    CaseState.CLEARED: [FOUND, CLEARED],
    CaseState.SETTLED: [FOUND, SETTLED],
}


def tell(house: CountingHouse, event: CaseEvent) -> Case:
    return house.store.cases.tell(SUBJECT, event, at(), "0107")


@pytest.mark.parametrize("state", WAYS, ids=str)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.word)
def test_the_store_goes_by_the_table(house: CountingHouse, state: CaseState | None, event: CaseEvent) -> None:
    for before in WAYS[state]:
        tell(house, before)
    if type(event) in TRANSITIONS[state]:
        assert tell(house, event).state is TRANSITIONS[state][type(event)]
        return
    with pytest.raises(Impossible):
        tell(house, event)
    assert len(house.store.cases.history(SUBJECT.number)) == len(WAYS[state])


def test_a_case_is_given_back_as_it_was_told(house: CountingHouse) -> None:
    tell(house, FOUND)
    opened = Case(SUBJECT, CaseState.OPEN, at(), Bucket.THEIRS_ONLY, DAY, None, Fen(5), "4200")
    assert house.store.cases.get(SUBJECT.number) == opened
    assert house.store.cases.open() == house.store.cases.open(WECHAT) == (opened,)
    assert tell(house, ASKED) == replace(opened, asked_at=at(14))
    ended = replace(
        opened,
        state=CaseState.SETTLED,
        asked_at=at(14),
        ended_at=at(16),
        how=SETTLED.how,
        second="0108",
        proof=SETTLED.proof,
        reason=SETTLED.reason,
    )
    assert SETTLED.reason not in repr(ended) + repr(SETTLED)
    assert tell(house, SETTLED) == house.store.cases.get(SUBJECT.number) == ended
    assert house.store.cases.open() == ()
    steps = house.store.cases.history(SUBJECT.number)
    assert [(step.word, step.who, step.detail) for step in steps] == [
        ("find", "0107", ""),
        ("query", "0107", "waiting"),
        ("settle", "0107", ""),
    ]


@pytest.mark.parametrize(
    ("table", "change", "fault"),
    [
        ("case_events", "who = '0109'", "case event 1 was changed"),
        ("case_events", "terminal = NULL", "case event 1 was changed"),
        ("cases", "proof = '5'", "case wechat payment GZ1 is not what its events say"),
        ("cases", "theirs = 6", "case wechat payment GZ1 is not what its events say"),
        ("cases", "state = 'settled'", "case wechat payment GZ1 is not what its events say"),
    ],
)
def test_what_is_changed_behind_its_back_is_found(house: CountingHouse, table: str, change: str, fault: str) -> None:
    house.store.close()
    with hold_store(Files(house.folder / "hall.sqlite", house.folder / "hall.key"), terminal="T0001") as store:
        store.cases.tell(SUBJECT, FOUND, at(), "0107")
        with store.sessions.writing() as session:
            session.execute(text("DROP TRIGGER case_events_are_not_changed"))
            session.execute(text(f"UPDATE {table} SET {change}"))
        assert store.problem() == fault
        with store.sessions.writing() as session:
            back = {
                "who = '0109'": "who = '0107'",
                "theirs = 6": "theirs = 5",
                "proof = '5'": "proof = NULL",
                "terminal = NULL": "terminal = 'T0001'",
            }
            session.execute(text(f"UPDATE {table} SET {back.get(change, 'state = ' + repr('open'))}"))
    house.reopen()


def test_what_people_have_settled_stays_settled(house: CountingHouse) -> None:
    house.says(a_row(house.closed(1)))
    house.reconciles()
    (case,) = house.cases()
    house.store.cases.tell(case.subject, SETTLED, at(), "0107")
    house.now += timedelta(hours=1)
    report = house.reconciles()
    assert (report.of(Bucket.THEIRS_ONLY).count, report.unexplained, house.cases()) == (1, 0, [])
