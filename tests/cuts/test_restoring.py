"""The power is cut while a backup takes the place of a store that was not closed: its log lies beside no other."""

import shutil
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from storage import hold_store
from storage.backup import back_up
from storage.errors import StoreUnsound
from storage.restoring import restore
from tests.cuts.cutting import cut
from tests.cuts.day import SAYS
from tests.cuts.disk import Disk, loaded
from tests.cuts.tracing import calls, traced
from tests.faults.cutting import files
from tests.payment.hall import NOON, template
from tests.storage.selling import sells

RESTORES = (
    "import sys; from pathlib import Path; from tests.faults.cutting import DONE; DONE['restore'](Path(sys.argv[1]))"
)


@pytest.fixture
def disk(tracing: None, tmp_path: Path) -> Disk:
    """At the moment at which the backup has just taken its place, and that is not synced."""
    (running := tmp_path / "running").mkdir()
    template(running)
    with hold_store(files(running)) as store:
        sells(store, 1)
        back_up(files(running), running / "backup", bytes)
        sells(store, 2)
        place = Path(shutil.copytree(running, tmp_path / "hall"))
    disk = Disk(place, loaded(place))
    traced([sys.executable, "-c", RESTORES, str(place)], tmp_path / "trace")
    for call in calls(tmp_path / "trace", place, SAYS):
        disk.does(call)
        if call.name.startswith("rename") and call.paths[-1].name == "hall.sqlite":
            return disk
    raise AssertionError("it was not restored")


def test_whatever_names_are_kept_it_is_one_store_or_the_other(disk: Disk, tmp_path: Path) -> None:
    seen = set[str]()
    for seed in range(150):
        cut(disk.root, left := tmp_path / f"cut{seed}", Random(seed), Counter())
        outcome = repr(sorted((path.name, path.read_bytes()) for path in left.iterdir()))
        if outcome in seen:
            continue
        seen.add(outcome)
        try:
            with hold_store(files(left)) as store:
                assert store.problem() is None and len(store.orders.all()) in (1, 2)
        except StoreUnsound as error:
            assert "not to be trusted" in str(error)
        restore(files(left), left / "backup", NOON + timedelta(days=1), bytes)
        with hold_store(files(left)) as store:
            assert store.problem() is None and len(store.orders.all()) == 1
