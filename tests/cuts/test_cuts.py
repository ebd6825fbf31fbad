"""The power is cut under a store: whatever it acknowledged is there. A disk that does not hear a sync shows losses."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.cuts.__main__ import looked_at
from tests.cuts.facts import backups
from tests.cuts.history import Era, cuts, live

CUTS = 30
LOSSES = {
    "hall.sqlite-wal": "older than its anchor|as it never was|as after",
    "hall.sqlite": "is something else|malformed|older than its anchor|as it never was",
    "hall.sqlite.anchor": "the anchor tells another story",
    "hall.key.new": "the key file .* is damaged",
    "": "the key file .* cannot be read|is gone",
}
"""What is found where this file is never synced, or no folder is."""


@pytest.fixture(scope="module")
def era(tracing: None, tmp_path_factory: pytest.TempPathFactory) -> Era:
    """A store is made, and used on two days."""
    place = tmp_path_factory.mktemp("era") / "hall"
    backups(place).mkdir(parents=True)
    return live(place, Random(8), (), days=2, steps=10)


def lost(era: Era, folder: Path, *deaf: str) -> Iterator[str]:
    """What each cut has cost."""
    for left in cuts(era, (), Random(1), CUTS, folder / "left", Counter(), deaf):
        yield "; ".join(looked_at(left, folder / "copy"))
        shutil.rmtree(left.root)


def test_nothing_that_was_acknowledged_is_lost(era: Era, tmp_path: Path) -> None:
    assert set(lost(era, tmp_path)) == {""}


def test_with_a_sync_less_there_are_losses(era: Era, tmp_path: Path) -> None:
    for number, (deaf, loss) in enumerate(LOSSES.items()):
        (folder := tmp_path / str(number)).mkdir()
        assert re.search(loss, next(filter(None, lost(era, folder, deaf)), "nothing")), deaf
