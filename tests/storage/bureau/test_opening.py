"""Making a bureau's database, opening it, and what is said when that cannot be done."""

import os
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import storage.bureau.migrations
import storage.postgres
from kit.bureau.cluster import Cluster
from storage.bureau.migrations import HEAD, TABLE, bring_up
from storage.bureau.opening import make_bureau, open_bureau, upgrade_bureau
from storage.bureau.tables import METADATA
from storage.errors import StoreError, StoreUnavailable
from storage.keys import read_key
from storage.postgres import postgres_engine
from storage.store import Store


def execute(url: str, statement: str) -> None:
    engine = postgres_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def refusal(url: str, key: Path) -> StoreError:
    with pytest.raises(StoreError) as refused:
        open_bureau(url, key, token=os.urandom)
    assert "\n" not in str(refused.value)
    return refused.value


def test_the_tables_that_are_made_are_those_of_the_rows(bureau: Store) -> None:
    with bureau.sessions.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True, "version_table": TABLE})
        assert compare_metadata(context, METADATA) == []  # type: ignore[arg-type]  # It takes several.


def test_the_newest_version_is_the_one_that_is_looked_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.bureau.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_bureau_is_made_once_with_its_key(cluster: Cluster, tmp_path: Path) -> None:
    url, key = cluster.url(cluster.create()), tmp_path / "new" / "bureau.key"
    assert "holds no bureau: ./kiosk bureau init makes one" in str(refusal_without(url, key))
    make_bureau(url, key, token=os.urandom)
    assert key.stat().st_mode & 0o777 == 0o600
    made = read_key(key)
    with pytest.raises(StoreError, match="is not empty: it has a table"):
        make_bureau(url, key, token=os.urandom)
    assert read_key(key) == made
    store = open_bureau(url, key, token=os.urandom)
    store.probe()
    assert store.problem() is None
    store.close()
    assert upgrade_bureau(url) == (HEAD, HEAD)


def test_a_bureau_of_the_first_release_is_brought_to_today_s_tables(
    cluster: Cluster, template: str, bureau_key: Path
) -> None:
    url = cluster.url(cluster.create())
    engine = postgres_engine(url)
    with engine.begin() as database:
        bring_up(database, "0001")
    engine.dispose()
    assert "has tables of version 0001, this program wants" in str(refusal(url, bureau_key))
    assert upgrade_bureau(url) == ("0001", HEAD)
    with engine.begin() as database:
        context = MigrationContext.configure(database, opts={"compare_type": True, "version_table": TABLE})
        assert compare_metadata(context, METADATA) == []  # type: ignore[arg-type]  # It takes several.
    engine.dispose()


def refusal_without(url: str, key: Path) -> StoreError:
    """With some key."""
    other = key.parent.parent / "other.key"
    other.write_text("11" * 32)
    other.chmod(0o600)
    return refusal(url, other)


def test_another_key_another_release_and_another_kind_of_database(
    cluster: Cluster, database: str, bureau_key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.write_text("11" * 32)
    key.chmod(0o600)
    assert "is not the one that the database" in str(refusal(database, key))
    execute(database, f"UPDATE {TABLE} SET version_num = '0000'")
    assert "has tables of version 0000, this program wants" in str(refusal(database, bureau_key))
    execute(database, f"UPDATE {TABLE} SET version_num = '9999'")
    assert "has tables of version 9999, this program is older" in str(refusal(database, bureau_key))
    with pytest.raises(StoreError, match="this program is older"):
        upgrade_bureau(database)
    monkeypatch.setattr(storage.postgres, "OLDEST", 99)
    assert "is too old; 99 or later is needed" in str(refusal(database, bureau_key))
    monkeypatch.undo()
    cluster.tell("CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1")
    assert "has encoding LATIN1 and locale C: make it by createdb" in str(refusal(cluster.url("latin"), bureau_key))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "the database's URL is none"),
        ("sqlite:///a", "names no database of PostgreSQL"),
        ("postgresql+psycopg://bureau@localhost", "names no database of PostgreSQL"),
    ],
)
def test_what_is_no_database_s_url(bureau_key: Path, template: str, url: str, why: str) -> None:
    assert why in str(refusal(url, bureau_key))


def test_a_server_that_refuses_and_one_that_is_not_there(cluster: Cluster, template: str, bureau_key: Path) -> None:
    execute(cluster.url(), "CREATE ROLE clerk LOGIN PASSWORD 'right'")
    rules = cluster.data / "pg_hba.conf"
    rules.write_text("local all clerk scram-sha-256\n" + rules.read_text())
    execute(cluster.url(), "SELECT pg_reload_conf()")
    wrong = cluster.url("bureau", "clerk").replace("clerk@", "clerk:wrong@")
    for url, why in (
        (wrong, "password authentication failed"),
        (cluster.url("nothere"), 'database "nothere" does not exist'),
        (cluster.url("bureau", "nobody"), 'role "nobody" does not exist'),
    ):
        refused = refusal(url, bureau_key)
        assert why in str(refused) and not isinstance(refused, StoreUnavailable) and "wrong" not in str(refused)
    assert isinstance(refusal("postgresql+psycopg://bureau@/a?host=/nowhere", bureau_key), StoreUnavailable)
    assert isinstance(refusal("postgresql+psycopg://bureau@127.0.0.1:1/a", bureau_key), StoreUnavailable)
    two = refusal("postgresql+psycopg://bureau@/a?host=127.0.0.1:1&host=127.0.0.1:2", bureau_key)
    assert isinstance(two, StoreUnavailable) and str(two).startswith("the store 127.0.0.1:1,127.0.0.1:2/a failed:")
