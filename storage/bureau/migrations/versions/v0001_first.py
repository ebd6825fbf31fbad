"""The first tables: those that a bureau has in common with a terminal, and its own."""

from alembic import op

from storage.bureau.tables import METADATA
from storage.postgres import APPEND_ONLY, AT_THE_END

revision = "0001"
down_revision = None

LOGS = ("order_events", "refund_events", "repayment_events", "case_events", "desk_entries")


def upgrade() -> None:
    for metadata in METADATA:
        metadata.create_all(op.get_bind(), checkfirst=False)
    for table in LOGS:
        for statement in (*APPEND_ONLY, *AT_THE_END):
            op.execute(statement.format(table=table, key="serial"))
