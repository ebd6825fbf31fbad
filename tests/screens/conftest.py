"""A terminal of its own for every test, or one for all of a file, on embedded parts, driven by touch."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

import main
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.standing import Standing
from tests.screens.visitor import Visitor


@pytest.fixture(scope="session")
def filled(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's store as it is before its first visitor."""
    folder = tmp_path_factory.mktemp("filled")
    with main.playground(main.SIZES["1080x1920"], folder):
        pass
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Path:
    """A folder with such a store: to fill one takes as long as some walks."""
    return copytree(filled, tmp_path / "store")


@pytest.fixture(scope="module")
def standing(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """For files whose tests change nothing that lasts."""
    standing = Standing("1080x1920", filled, tmp_path_factory.mktemp("standing"))
    yield standing
    standing.close()


@pytest.fixture
def ground(store: Path) -> Iterator[Playground]:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        yield ground


@pytest.fixture
def kiosk(ground: Playground) -> Kiosk:
    return ground.kiosk


@pytest.fixture
def visitor(ground: Playground) -> Visitor:
    return Visitor(ground)
