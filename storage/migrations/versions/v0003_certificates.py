"""Certificates, what they open, and their prints."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "certificates",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("opening", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_certificates"),
    )
    op.create_index("ix_certificates_person_id", "certificates", ["person_id"])
    op.create_table(
        "opened_bills",
        sa.Column("bill_key", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("certificate", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("bill_key", name="pk_opened_bills"),
        sa.ForeignKeyConstraint(
            ["certificate"], ["certificates.number"], name="fk_opened_bills_certificate_certificates"
        ),
    )
    op.create_index("ix_opened_bills_person_id", "opened_bills", ["person_id"])
    op.create_index("ix_opened_bills_certificate", "opened_bills", ["certificate"])
    op.create_table(
        "certificate_prints",
        sa.Column("certificate", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end", sa.String(length=20), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("certificate", "attempt", name="pk_certificate_prints"),
        sa.ForeignKeyConstraint(
            ["certificate"], ["certificates.number"], name="fk_certificate_prints_certificate_certificates"
        ),
    )
