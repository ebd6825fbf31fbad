"""Who of the staff did something about an order, and with what proof and reason they ended it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("orders", sa.Column("proof", sa.String(), nullable=True))
    op.add_column("orders", sa.Column("reason_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("order_events", sa.Column("who", sa.String(), nullable=True))
