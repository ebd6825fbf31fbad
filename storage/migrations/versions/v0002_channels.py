"""Postings know their channel, orders when their refund was owed, and people have accounts in the APP."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FIRST_CHANNEL = "wechat"
"""The only one there was."""


def upgrade() -> None:
    op.add_column("orders", sa.Column("owed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("postings", sa.Column("channel", sa.String(), nullable=False, server_default=FIRST_CHANNEL))
    op.create_table(
        "app_accounts",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("phone_digest", sa.LargeBinary(), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_app_accounts"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_app_accounts_person_id_people"),
        sa.UniqueConstraint("phone_digest", name="uq_app_accounts_phone_digest"),
    )
