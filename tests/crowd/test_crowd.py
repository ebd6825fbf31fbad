"""Thirty of the crowd: all get where they wanted, or are told truly why not. More by `scripts/crowd`."""

from pathlib import Path

import pytest

from tests.crowd.visit import How, pay_a_visit


@pytest.mark.parametrize("seed", range(30))
def test_nobody_is_lost(store: Path, seed: int) -> None:
    visit = pay_a_visit(seed, store=store)
    assert visit.how is not How.LOST, f"{visit.flow} ({'; '.join(visit.habits)}): {visit.why}"
