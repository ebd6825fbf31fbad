"""Refund applications, and the log of their steps."""

import sqlalchemy as sa
from alembic import op

from storage.engine import APPEND_ONLY

revision = "0005"
down_revision = "0004"

TIME = sa.DateTime(timezone=True)
WORD = sa.String(20)


def upgrade() -> None:
    """Long because it names every column of its tables."""
    op.create_table(
        "refunds",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("bill_key", sa.String(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("scheme", WORD, nullable=False),
        sa.Column("insurance", WORD, nullable=False),
        sa.Column("period", sa.String(7), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("voucher", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("paid_fen", sa.BigInteger(), nullable=False),
        sa.Column("applied_before", sa.BigInteger(), nullable=False),
        sa.Column("order_number", sa.String(), nullable=False),
        sa.Column("sum_kind", WORD, nullable=False),
        sa.Column("ground", WORD, nullable=False),
        sa.Column("fen", sa.BigInteger(), nullable=False),
        sa.Column("account_digest", sa.LargeBinary(), nullable=False),
        sa.Column("private_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("route", WORD, nullable=False),
        sa.Column("applied_at", TIME, nullable=False),
        sa.Column("sent_at", TIME, nullable=True),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_refunds"),
    )
    live = sa.text("live")
    op.create_index("ix_refunds_person_id_account_digest", "refunds", ["person_id", "account_digest"])
    op.create_index("ix_refunds_bill_key", "refunds", ["bill_key"])
    op.create_index("uq_refunds_live", "refunds", ["bill_key"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_table(
        "refund_events",
        sa.Column("serial", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("refund", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_refund_events"),
        sa.ForeignKeyConstraint(["refund"], ["refunds.number"], name="fk_refund_events_refund_refunds"),
    )
    op.create_index("ix_refund_events_refund", "refund_events", ["refund"])
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement.format(table="refund_events", key="serial"))
