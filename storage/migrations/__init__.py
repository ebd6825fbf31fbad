"""The tables' history. Alembic is loaded only for a store that is behind."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.errors import StoreError

HEAD = "0014"
"""The newest version."""
_VERSION = text("SELECT version_num FROM alembic_version")


def bring_up(connection: Connection) -> None:
    """Give the store today's tables, inside the connection's transaction. Raises StoreError for one from the future."""
    if version(connection) != HEAD:
        _upgrade(connection)


def version(connection: Connection) -> str | None:
    """The version that the store has; None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(_VERSION)
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreError(f"the store has tables of version {version(connection)}: this program is older") from None
