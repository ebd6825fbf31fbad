"""The systems that have to pass: ours, and with `TAX_SYSTEM=module:function` that one alone (docs/bureau.md)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest

from kit.bureau.cluster import Cluster
from storage.bureau.opening import open_bureau
from storage.opening import open_file
from storage.store import Store
from tests.contract.bench import Bench, Desk, new_desk
from tests.contract.stored import StoredBench
from tests.contract.toy import ToyBench
from tests.contract.wired import wired
from tests.postgres import bureau_key, cluster, template

__all__ = ["bureau_key", "cluster", "template"]

GIVEN = os.environ.get("TAX_SYSTEM")
SYSTEMS = ["given"] if GIVEN else ["in a file", "on PostgreSQL", "over the wire", "toy"]
"""Each is a fixture below, `bench_` and its name in one word."""


@pytest.fixture(scope="module", params=SYSTEMS)
def bench(request: pytest.FixtureRequest) -> Bench:
    """One system for all tests of a module: nothing of it runs on while others have a process to themselves."""
    made: Bench = request.getfixturevalue("bench_" + request.param.replace(" ", "_").lower())
    return made


@pytest.fixture
def desk(bench: Bench) -> Desk:
    return new_desk(bench)


@pytest.fixture(scope="module")
def bench_given() -> Iterator[Bench]:
    assert GIVEN
    module, _, name = GIVEN.partition(":")
    with getattr(import_module(module), name)() as bench:
        yield bench


@pytest.fixture(scope="module")
def bench_toy() -> Bench:
    return ToyBench()


@pytest.fixture(scope="module")
def bench_in_a_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("contract")
    with _closed(open_file(folder / "store.sqlite", folder / "store.key", True, os.urandom)) as store:
        yield StoredBench(store)


@pytest.fixture(scope="module")
def bench_on_postgresql(cluster: Cluster, template: str, bureau_key: Path) -> Iterator[Bench]:
    url = cluster.url(cluster.create(template))
    with _closed(open_bureau(url, bureau_key, token=os.urandom)) as store:
        yield StoredBench(store)


@pytest.fixture(scope="module")
def bench_over_the_wire(cluster: Cluster, template: str, bureau_key: Path) -> Iterator[Bench]:
    url = cluster.url(cluster.create(template))
    with _closed(open_bureau(url, bureau_key, token=os.urandom)) as store, wired(store) as bench:
        yield bench


@contextmanager
def _closed(store: Store) -> Iterator[Store]:
    yield store
    store.close()
