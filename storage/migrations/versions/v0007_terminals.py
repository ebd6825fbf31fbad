"""Which terminal wrote an event down. Events of before have none, and their hashes hold as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for table in ("order_events", "refund_events"):
        op.add_column(table, sa.Column("terminal", sa.String(), nullable=True))
