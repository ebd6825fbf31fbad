"""Run by Alembic: migrations over the connection that is given, in its transaction."""

from alembic import context

from storage.base import Base
from storage.rows import OrderRow
from storage.terminal_rows import TerminalBase

assert OrderRow.metadata is Base.metadata
METADATA = [Base.metadata, TerminalBase.metadata]
context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
