"""The templates of the house, set as a sample or for good."""

from pathlib import Path

import pytest

from adapters.documents.typesetter import TypstTypesetter
from tests.documents.samples import HALL

TEMPLATES = Path(__file__).parents[2] / "assets" / "certificates"


@pytest.fixture
def templates() -> Path:
    return TEMPLATES


@pytest.fixture
def real() -> TypstTypesetter:
    return TypstTypesetter(TEMPLATES, HALL, sample=False)


@pytest.fixture
def sample() -> TypstTypesetter:
    return TypstTypesetter(TEMPLATES, HALL, sample=True)
