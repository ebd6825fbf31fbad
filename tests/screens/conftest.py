"""A terminal of its own for every test, on embedded parts, driven by touch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from tests.screens.visitor import Visitor
from ui.playground import Playground
from ui.probe import Kiosk


@pytest.fixture
def ground(qapp: object, tmp_path: Path) -> Iterator[Playground]:
    with main.playground(main.SIZES["1080x1920"], tmp_path) as ground:
        yield ground


@pytest.fixture
def kiosk(ground: Playground) -> Kiosk:
    return ground.kiosk


@pytest.fixture
def visitor(ground: Playground) -> Visitor:
    return Visitor(ground)
