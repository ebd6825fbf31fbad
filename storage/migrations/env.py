"""Run by Alembic: migrations over the connection that is given, in its transaction."""

from alembic import context

from storage.base import Base
from storage.rows import OrderRow

assert OrderRow.metadata is Base.metadata
context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
