"""A hall with people in it, to be begun anew and anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.payment.hall import Hall, template


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def hall(origin: Path, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin, tmp_path, {})
    yield hall
    hall.store.close()
