"""A bureau's desk for each test, and whoever sits before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import LI_MING, WANG, World, make, opened


@pytest.fixture(scope="session")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("bureau"))


@pytest.fixture
def world(bureau: Path, tmp_path: Path) -> Iterator[World]:
    with opened(bureau, tmp_path) as world:
        yield world


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
