"""A hall with a scripted network. At the end the whole script must have been played, and the logs must hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.payment.hall import Hall, template
from tests.payment.script import WECHAT, ScriptedNetwork


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def network() -> ScriptedNetwork:
    return ScriptedNetwork()


@pytest.fixture
def hall(origin: Path, network: ScriptedNetwork, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin, tmp_path, {WECHAT: network})
    yield hall
    assert not network.script
    assert hall.store.problem() is None
    hall.store.close()
