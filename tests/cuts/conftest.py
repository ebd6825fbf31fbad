"""What every power cut needs."""

import pytest

from tests.cuts.tracing import CannotTrace, insist


@pytest.fixture(scope="session")
def tracing() -> None:
    """System calls can be seen here."""
    try:
        insist()
    except CannotTrace as error:
        pytest.skip(str(error))
