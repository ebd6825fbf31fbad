"""One chain for every log: which terminal wrote an event down is hashed with it, and older events stay as they are."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.refunds.events import Taken, Withdrawn
from storage import Files, hold_store
from storage.store import Store
from tests.storage.selling import sells
from tests.storage.test_refunds import DRAFT, moved, submitted

LOGS = {"order_events": ["order_number"], "refund_events": ["refund", "who"]}
"""What names the subject of an event, and what only this log has."""
WRITERS = {"order_events": [None] * 4 + ["T0001"] * 4, "refund_events": [None] * 2 + ["T0001"]}


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Its first events are as they were written before terminals were kept."""
    files = Files(folder / "hall.sqlite", folder / "hall.key")
    with hold_store(files) as store:
        sells(store, 0)
        moved(store, submitted(store, DRAFT), Taken)
    with hold_store(files, terminal="T0001") as store:
        sells(store, 1)
        moved(store, store.refunds.get("TF2026000001"), Withdrawn)
        yield store


@pytest.mark.parametrize("table", LOGS)
def test_an_event_says_which_terminal_wrote_it(store: Store, table: str) -> None:
    with store.sessions.reading() as session:
        assert session.scalars(text(f"SELECT terminal FROM {table} ORDER BY serial")).all() == WRITERS[table]
    assert store.problem() is None


@pytest.mark.parametrize("table", LOGS)
def test_what_is_hashed(store: Store, table: str) -> None:
    """What happened to whom as which event of the log, when, who did it, what was learnt; and at which terminal."""
    about, *own = LOGS[table]
    before = bytes(32)
    with store.sessions.reading() as session:
        for row in session.execute(text(f"SELECT * FROM {table} ORDER BY serial")).mappings():
            at = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC).isoformat()
            said = [row["serial"], row[about], row["event"], row["state"], at, *(row[name] for name in own)]
            said += [row["detail"], row["learnt"]] + ([row["terminal"]] if row["terminal"] else [])
            before = hashlib.sha256(before + json.dumps(said, ensure_ascii=False).encode()).digest()
            assert row["hash"] == before


@pytest.mark.parametrize(("table", "word"), [("order_events", "event"), ("refund_events", "refund event")])
@pytest.mark.parametrize(
    ("serial", "terminal"), [(1, "'T0001'"), (1, "''"), (-1, "'T0002'"), (-1, "''"), (-1, "NULL")], ids=str
)
def test_another_terminal_is_found(store: Store, table: str, word: str, serial: int, terminal: str) -> None:
    serial = serial % (len(WRITERS[table]) + 1)
    with store.sessions.writing() as session:
        session.execute(text(f"DROP TRIGGER {table}_are_not_changed"))
        session.execute(text(f"UPDATE {table} SET terminal = {terminal} WHERE serial = {serial}"))
    assert store.problem() == f"{word} {serial} was changed"
