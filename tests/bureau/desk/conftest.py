"""A bureau's desk for each test, and whoever sits before it. On PostgreSQL where tests look at what is kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.bureau.cluster import Cluster
from storage.bureau.opening import open_bureau
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import LI_MING, WANG, World, make, opened, staffed
from tests.postgres import bureau_key, cluster, inhabited, template

__all__ = ["bureau_key", "cluster", "inhabited", "template"]

BOTH = ("test_books", "test_signing")
"""What holds on both engines."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of these on both."""
    if metafunc.module.__name__.rpartition(".")[2] in BOTH and "world" in metafunc.fixturenames:
        metafunc.parametrize("world", ["file", "server"], indirect=True)


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bureau in a file."""
    return make(tmp_path_factory.mktemp("bureau"))


@pytest.fixture(scope="session")
def served(cluster: Cluster, inhabited: str, bureau_key: Path) -> str:
    """The name of a bureau's database with people and staff."""
    cluster.tell(f"CREATE DATABASE staffed TEMPLATE {inhabited}")
    store = open_bureau(cluster.url("staffed"), bureau_key, token=os.urandom)
    staffed(store)
    store.close()
    return "staffed"


@pytest.fixture
def world(request: pytest.FixtureRequest) -> World:
    """In a file, unless the server is asked for."""
    at = getattr(request, "param", "file")
    world = request.getfixturevalue({"file": "filed", "server": "shared"}[at])
    assert isinstance(world, World)
    return world


@pytest.fixture
def filed(origin: Path, tmp_path: Path) -> Iterator[World]:
    with opened(origin, tmp_path) as world:
        yield world


@pytest.fixture
def shared(cluster: Cluster, served: str, bureau_key: Path) -> Iterator[World]:
    name = cluster.create(served)
    store = open_bureau(cluster.url(name), bureau_key, token=os.urandom)
    yield World(store)
    store.close()
    cluster.over.append(name)


@pytest.fixture
def room(world: World) -> Room:
    return Room(world)


@pytest.fixture
def browser(room: Room) -> Browser:
    """Nobody has signed in."""
    return room.browser()


@pytest.fixture
def li(room: Room) -> Browser:
    """Somebody who decides and pays."""
    return room.seats(LI_MING)


@pytest.fixture
def wang(room: Room) -> Browser:
    """Another one."""
    return room.seats(WANG)
