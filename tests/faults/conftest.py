"""A store with people in it, to be copied."""

from pathlib import Path

import pytest

from tests.payment.hall import template


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))
