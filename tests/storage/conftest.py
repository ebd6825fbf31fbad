"""A store with the demonstration's people, and a copy of it for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.opening import open_file
from storage.store import Store
from tests.payment.hall import template as filled
from tests.postgres import bureau_key, cluster, inhabited, shared, template

__all__ = ["bureau_key", "cluster", "inhabited", "shared", "template"]


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def folder(origin: Path, tmp_path: Path) -> Path:
    """A copy of the store's file and key, closed."""
    for file in origin.iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path


BOTH = "accounts agreements orders records refunds repayments tax".split()
"""What holds of a store in a file, and of a bureau's."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of these on both engines, unless it looks at the file, or speaks in SQLite's own words (`sqlite`)."""
    wants = metafunc.fixturenames
    both = metafunc.module.__name__.rpartition(".test_")[2] in BOTH and "store" in wants and "folder" not in wants
    if both and not metafunc.definition.get_closest_marker("sqlite"):
        metafunc.parametrize("store", ["file", "server"], indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Store:
    """In a file, unless the server is asked for."""
    at = getattr(request, "param", "file")
    store = request.getfixturevalue({"file": "filed", "server": "shared"}[at])
    assert isinstance(store, Store)
    return store


@pytest.fixture
def filed(folder: Path) -> Iterator[Store]:
    nonces = (n.to_bytes(12, "big") for n in range(1, 10_000))
    store = open_file(folder / "hall.sqlite", folder / "hall.key", False, lambda _: next(nonces))
    yield store
    store.close()
