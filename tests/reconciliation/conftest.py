"""A counting house for each test. At the end all logs must hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.payment.hall import template
from tests.reconciliation.house import CountingHouse, open_house


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def house(origin: Path, tmp_path: Path) -> Iterator[CountingHouse]:
    house = open_house(origin, tmp_path)
    yield house
    assert house.store.problem() is None
    house.store.close()
