"""Which store this is, what an older copy of it had lost, and indexes for what grew with the store."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "store_id", sa.Column("id", sa.LargeBinary(), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_store_id")
    )
    op.create_table(
        "losses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.Column("resumed", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_losses"),
    )
    for table, column in (("order_lines", "person_id"), ("order_lines", "bill_key"), ("refunds", "state")):
        op.create_index(f"ix_{table}_{column}", table, [column])
    under_way = sa.text('"end" IS NULL')
    op.create_index(
        "ix_certificate_prints_under_way",
        "certificate_prints",
        ["certificate"],
        sqlite_where=under_way,
        postgresql_where=under_way,
    )
