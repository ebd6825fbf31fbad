"""What a network that combines orders by itself knows of each of them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("orders", sa.Column("combined_parts", sa.String(), nullable=True))
