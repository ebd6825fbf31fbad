"""What the networks' bills have said, and cases for people with the log of their steps."""

import sqlalchemy as sa
from alembic import op

from storage.engine import APPEND_ONLY

revision = "0008"
down_revision = "0007"

TIME = sa.DateTime(timezone=True)
WORD = sa.String(20)


def upgrade() -> None:
    """Long because it names every column of its tables."""
    op.create_table(
        "bill_marks",
        sa.Column("network", WORD, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("bucket", WORD, nullable=False),
        sa.PrimaryKeyConstraint("network", "day", "kind", "number", name="pk_bill_marks"),
    )
    op.create_index("ix_bill_marks_network_kind_number", "bill_marks", ["network", "kind", "number"])
    op.create_table(
        "bill_reports",
        sa.Column("network", WORD, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("network", "day", name="pk_bill_reports"),
    )
    op.create_table(
        "cases",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("network", WORD, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("why", WORD, nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("ours", sa.BigInteger(), nullable=True),
        sa.Column("theirs", sa.BigInteger(), nullable=True),
        sa.Column("transaction", sa.String(), nullable=False),
        sa.Column("asked_at", TIME, nullable=True),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("how", WORD, nullable=True),
        sa.Column("second", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_cases"),
    )
    op.create_index("ix_cases_state", "cases", ["state"])
    op.create_table(
        "case_events",
        sa.Column("serial", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("terminal", sa.String(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_case_events"),
        sa.ForeignKeyConstraint(["case_number"], ["cases.number"], name="fk_case_events_case_number_cases"),
    )
    op.create_index("ix_case_events_case_number", "case_events", ["case_number"])
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement.format(table="case_events", key="serial"))
