"""Run by Alembic: migrations over the connection that is given, in its transaction."""

from alembic import context

from storage.bureau.migrations import TABLE
from storage.bureau.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, version_table=TABLE)
with context.begin_transaction():
    context.run_migrations()
