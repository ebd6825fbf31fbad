"""With what proof and for what reason two of the staff have settled a case."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("cases", sa.Column("proof", sa.String(), nullable=True))
    op.add_column("cases", sa.Column("reason_sealed", sa.LargeBinary(), nullable=True))
