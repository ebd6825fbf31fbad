"""A store with the demonstration's people, and a copy of it for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.opening import open_file
from storage.store import Store
from tests.payment.hall import template


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def folder(origin: Path, tmp_path: Path) -> Path:
    """A copy of the store's file and key, closed."""
    for file in origin.iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    nonces = (n.to_bytes(12, "big") for n in range(1, 10_000))
    store = open_file(folder / "hall.sqlite", folder / "hall.key", False, lambda _: next(nonces))
    yield store
    store.close()
