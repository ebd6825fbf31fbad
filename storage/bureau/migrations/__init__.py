"""The history of a bureau's tables, which a terminal's does not share."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text

from storage.errors import StoreError

HEAD = "0003"
"""The newest version."""
TABLE = "bureau_version"
"""Where the database has its own."""


def bring_up(connection: Connection, to: str = "head") -> None:
    """Give the database today's tables, inside the connection's transaction; or those of an older version.

    Raises StoreError for later ones.
    """
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    try:
        command.upgrade(config, to)
    except CommandError:
        raise StoreError(f"the bureau has tables of version {version(connection)}: this program is older") from None


def version(connection: Connection) -> str | None:
    """The version that the database has; None before the first."""
    if not inspect(connection).has_table(TABLE):
        return None
    found = connection.scalar(text("SELECT version_num FROM bureau_version"))
    return None if found is None else str(found)
