"""kill -9 amid init, backup and restore, before every step: what was there is there, and all can be done again."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from storage import StoreError, hold_store, open_store
from storage.backup import back_up
from storage.errors import StoreUnsound
from storage.holding import new_store
from storage.restoring import restore
from tests.faults.cutting import files
from tests.payment.hall import NOON, template
from tests.storage.selling import counters, sells

ROOT = Path(__file__).parents[2]


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A store in which two have paid, and a backup after the first of them."""
    origin = template_at(tmp_path / "origin")
    with hold_store(files(origin)) as store:
        sells(store, 1)
        back_up(files(origin), origin / "backup", os.urandom)
        sells(store, 2)
    return origin


def template_at(folder: Path) -> Path:
    folder.mkdir()
    return template(folder)


def cuts(folder: Path, what: str) -> list[Path]:
    """The folder as it was left each time."""
    subprocess.run([sys.executable, "-m", "tests.faults.cutting", what, str(folder)], cwd=ROOT, check=True)
    left = sorted(folder.glob("cut*"))
    assert len(left) > 5
    return left


def test_init(tmp_path: Path) -> None:
    (tmp_path / "origin").mkdir()
    for left in cuts(tmp_path, "init"):
        try:
            new_store(files(left), os.urandom)
        except StoreError as error:
            assert "is there already" in str(error)
        with hold_store(files(left)) as store:
            assert store.problem() is None and store.orders.all() == ()
        assert not any(file.name.endswith(".new") for file in left.iterdir() if "key" not in file.name)


def test_backup(tmp_path: Path, origin: Path) -> None:
    for left in cuts(tmp_path, "backup"):
        target = left / "new backup"
        if target.exists() and not target.stat().st_size:
            target.unlink()
        if not target.exists():
            back_up(files(left), target, os.urandom)
        copy = open_store(target, files(left).key)
        assert len(copy.orders.all()) == 2 and copy.problem() is None
        copy.close()
        with hold_store(files(left)) as store:
            assert len(store.orders.all()) == 2


def test_restore(tmp_path: Path, origin: Path) -> None:
    with hold_store(files(origin)) as store:
        given = counters(store)["vouchers"]
    for left in cuts(tmp_path, "restore"):
        try:
            with hold_store(files(left)) as store:
                assert len(store.orders.all()) in (1, 2) and counters(store)["vouchers"] == given
        except StoreUnsound as error:
            assert "not to be trusted" in str(error)
        restore(files(left), left / "backup", NOON + timedelta(days=1), os.urandom)
        with hold_store(files(left)) as store:
            assert int(sells(store, 3)[2:]) == given + 1 and store.problem() is None
        kept = [file for file in left.glob("hall.sqlite.2026*") if not file.name.endswith("-wal")]
        whole = [open_store(file, files(left).key) for file in kept]
        assert 2 in [len(store.orders.all()) for store in whole]
        for store in whole:
            store.close()
