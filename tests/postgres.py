"""A real PostgreSQL for tests (`kit.bureau.cluster`), with a bureau's tables and the demonstration's people.

It is started by the first test that wants it, and stopped when the tests end, also by Ctrl-C.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.bureau.cluster import Cluster, cluster_of_its_own
from kit.people.store import fill
from storage.bureau.opening import make_bureau, open_bureau
from storage.store import Store
from tests.payment.hall import BOOK, NOON, PEOPLE


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with cluster_of_its_own() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def bureau_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file with the key that the databases of all tests are sealed with."""
    return tmp_path_factory.mktemp("bureau") / "bureau.key"


@pytest.fixture(scope="session")
def template(cluster: Cluster, bureau_key: Path) -> str:
    """The name of a database with a bureau's tables and nobody in them."""
    cluster.tell("CREATE DATABASE bureau TEMPLATE template0")
    make_bureau(cluster.url("bureau"), bureau_key, token=os.urandom)
    return "bureau"


@pytest.fixture(scope="session")
def inhabited(cluster: Cluster, template: str, bureau_key: Path) -> str:
    """The name of a database with the demonstration's people."""
    cluster.tell(f"CREATE DATABASE inhabited TEMPLATE {template}")
    store = open_bureau(cluster.url("inhabited"), bureau_key, token=os.urandom)
    fill(store, PEOPLE, BOOK, NOON.date())
    store.close()
    return "inhabited"


@pytest.fixture
def shared(cluster: Cluster, inhabited: str, bureau_key: Path) -> Iterator[Store]:
    """A bureau's store with the demonstration's people."""
    name = cluster.create(inhabited)
    store = open_bureau(cluster.url(name), bureau_key, token=os.urandom)
    yield store
    store.close()
    cluster.over.append(name)


@pytest.fixture
def database(cluster: Cluster, template: str) -> Iterator[str]:
    """The URL of a bureau's database for one test."""
    name = cluster.create(template)
    yield cluster.url(name)
    cluster.over.append(name)


@pytest.fixture
def bureau(database: str, bureau_key: Path) -> Iterator[Store]:
    """A bureau's store that knows nobody."""
    store = open_bureau(database, bureau_key, token=os.urandom)
    yield store
    store.close()
