"""The first tables: those that a bureau has in common with a terminal, and its own (`v0001_first.sql`)."""

from pathlib import Path

from alembic import op

from storage.postgres import APPEND_ONLY, AT_THE_END

revision = "0001"
down_revision = None

LOGS = ("order_events", "refund_events", "repayment_events", "case_events", "desk_entries", "terminal_entries")


def upgrade() -> None:
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
    for table in LOGS:
        for statement in (*APPEND_ONLY, *AT_THE_END):
            op.execute(statement.format(table=table, key="serial"))
