"""Bits that turn over on the disk: none goes unseen, and what was found is not forgotten."""

import random
from datetime import timedelta
from itertools import takewhile
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.auditor import Auditor
from kit.simulators.runtime import SimulatedRuntime
from storage import Files, StoreError, hold_store
from storage.store import Store
from tests.payment.hall import NOON
from tests.storage.selling import sells

FLIPS = 60


@pytest.fixture
def files(folder: Path) -> Files:
    files = Files(folder / "hall.sqlite", folder / "hall.key")
    with hold_store(files) as store:
        for n in range(20):
            sells(store, n)
    return files


def flip_bit(file: Path, at: int, bit: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        (byte,) = opened.read(1)
        opened.seek(at)
        opened.write(bytes([byte ^ 1 << bit]))


def test_every_flipped_bit_is_refused_or_found(files: Files) -> None:
    chance, whole = random.Random(20261123), files.store.read_bytes()
    unseen = []
    for _ in range(FLIPS):
        at, bit = chance.randrange(len(whole)), chance.randrange(8)
        files.store.write_bytes(whole)
        flip_bit(files.store, at, bit)
        try:
            with hold_store(files) as store:
                if store.problem() is None:
                    unseen.append((at, bit))
        except StoreError:
            continue
    assert unseen == []


def test_the_auditor_finds_it_and_it_is_kept_in_mind(files: Files) -> None:
    flip_bit(files.store, files.store.stat().st_size - 2000, 3)
    with hold_store(files) as store:
        runtime = SimulatedRuntime(NOON, until=NOON + timedelta(seconds=20))
        auditor = Auditor(store, runtime.now, runtime)
        auditor.start()
        runtime.started["auditor"]()
        assert "HMAC" in (auditor.damage() or "")
    with hold_store(files) as store:
        assert "HMAC" in (store.damage() or "")


def test_reading_through_holds_nobody_up(files: Files) -> None:
    """Between two slices somebody writes, and all that is written can be brought from the log into the file."""
    with hold_store(files) as store:
        for n, fault in enumerate(store.faults()):
            assert fault is None
            if n < 40:
                sells(store, 100 + n)
            assert _left_in_the_log(store) == 0


def _left_in_the_log(store: Store) -> int:
    """Pages that a reader keeps there."""
    with store.sessions.engine.connect() as connection:
        _, logged, moved = connection.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).one()
    return int(logged) - int(moved)


def test_what_is_added_meanwhile_is_no_fault(files: Files) -> None:
    with hold_store(files) as store:
        looked = store.faults()
        assert list(takewhile(lambda fault: fault is None, looked)).count(None) > 20
        for n in range(60):
            sells(store, 200 + n)
        looking = store.looks()["orders"]
        assert next(looking) is None
        sells(store, 300)
        assert [fault for fault in looking if fault] == [] and store.problem() is None
