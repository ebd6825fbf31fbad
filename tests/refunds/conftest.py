"""A bench for each test. At the end the whole script must have been played, and the logs must hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.payment.hall import template
from tests.refunds.bench import Bench, bench_at


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def bench(origin: Path, tmp_path: Path) -> Iterator[Bench]:
    bench = bench_at(origin, tmp_path)
    yield bench
    assert not bench.network.script
    assert bench.hall.store.problem() is None
    bench.hall.store.close()
