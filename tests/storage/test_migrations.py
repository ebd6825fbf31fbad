"""The tables that the migrations make are those of the rows, and making them twice changes nothing."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import storage.migrations
from storage import open_store
from storage.base import Base
from storage.engine import sqlite_engine
from storage.keys import Keys
from storage.migrations import HEAD, bring_up, version
from storage.store import Store
from storage.terminal_rows import TerminalBase
from tests.storage.test_opening import refused

SCHEMA = text("SELECT name, sql FROM sqlite_master ORDER BY name")


def test_rows_and_migrations_agree(store: Store) -> None:
    with store.sessions.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, [Base.metadata, TerminalBase.metadata]) == []  # type: ignore[arg-type]  # It takes several.


def test_the_partial_index_is_there_word_for_word(store: Store) -> None:
    """What Alembic does not compare."""
    with store.sessions.reading() as session:
        (made,) = [sql for name, sql in session.execute(SCHEMA) if name == "uq_order_lines_live"]
    assert made == "CREATE UNIQUE INDEX uq_order_lines_live ON order_lines (bill_key) WHERE live"


def test_the_newest_version_is_the_one_that_is_looked_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_upgrading_twice_is_upgrading_once() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        assert version(connection) is None
        bring_up(connection)
        made = connection.execute(SCHEMA).all()
        bring_up(connection)
        storage.migrations._upgrade(connection)
        assert (version(connection), connection.execute(SCHEMA).all()) == (HEAD, made)
    engine.dispose()


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    path, key = tmp_path / "a.sqlite", tmp_path / "a.key"
    key.write_text("11" * 32)
    key.chmod(0o600)
    file_key = Keys.of(b"\x11" * 32).file
    for new in (True, False):
        engine = sqlite_engine(path, file_key, new)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS counters (name TEXT)"))
        engine.dispose()
    with refused(tmp_path, "table counters already exists"):
        open_store(path, key)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).scalars().all() == ["counters"]
    engine.dispose()
