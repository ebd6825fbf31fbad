"""What a network knows of several orders that are paid by one code (合单)."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("orders", sa.Column("combined", sa.String(), nullable=True))
    op.add_column("orders", sa.Column("combined_fen", sa.BigInteger(), nullable=True))
    op.create_index("ix_orders_combined", "orders", ["combined"])
