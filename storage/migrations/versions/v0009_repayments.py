"""Repayments: each try to send money back through its network, and the log of their steps; when refunds ended."""

import sqlalchemy as sa
from alembic import op

from storage.engine import APPEND_ONLY

revision = "0009"
down_revision = "0008"

TIME = sa.DateTime(timezone=True)
WORD = sa.String(20)


def upgrade() -> None:
    """Long because it names every column of its tables."""
    op.create_index("ix_refunds_ended_at", "refunds", ["ended_at"])
    op.create_table(
        "repayments",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(), nullable=False),
        sa.Column("fen", sa.BigInteger(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_repayments"),
        sa.UniqueConstraint("claim", "serial", name="uq_repayments_claim_serial"),
        sa.ForeignKeyConstraint(["order_number"], ["orders.number"], name="fk_repayments_order_number_orders"),
    )
    op.create_index("ix_repayments_state", "repayments", ["state"])
    op.create_table(
        "repayment_events",
        sa.Column("serial", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("repayment", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("terminal", sa.String(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_repayment_events"),
        sa.ForeignKeyConstraint(["repayment"], ["repayments.number"], name="fk_repayment_events_repayment_repayments"),
    )
    op.create_index("ix_repayment_events_repayment", "repayment_events", ["repayment"])
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement.format(table="repayment_events", key="serial"))
