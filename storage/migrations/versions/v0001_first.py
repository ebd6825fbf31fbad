"""The first tables: the embedded tax system, orders, and the log of the orders."""

import sqlalchemy as sa
from alembic import op

from storage.engine import APPEND_ONLY

revision = "0001"
down_revision = None

TIME = sa.DateTime(timezone=True)
WORD = sa.String(20)


def upgrade() -> None:
    _tax_system()
    _orders()
    _log()


def _tax_system() -> None:
    """Long because it names every column of its tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("number_digest", sa.LargeBinary(), nullable=False),
        sa.Column("identity_digest", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("posting_refused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("identity_digest", name="uq_people_identity_digest"),
        sa.UniqueConstraint("number_digest", name="uq_people_number_digest"),
    )
    op.create_table(
        "enrolments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("scheme", WORD, nullable=False),
        sa.Column("insurance", WORD, nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_enrolments"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_enrolments_person_id_people"),
        sa.UniqueConstraint(
            "person_id", "scheme", "insurance", "agency", name="uq_enrolments_person_id_scheme_insurance_agency"
        ),
    )
    op.create_table(
        "owed_bills",
        sa.Column("bill_key", sa.String(), nullable=False),
        *_bill(),
        sa.PrimaryKeyConstraint("bill_key", name="pk_owed_bills"),
    )
    op.create_table(
        "tier_records",
        sa.Column("bill_key", sa.String(), nullable=False),
        *_subject(),
        *_amount(),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bill_key", name="pk_tier_records"),
    )
    op.create_table(
        "postings",
        sa.Column("voucher", sa.String(), nullable=False),
        sa.Column("order_number", sa.String(), nullable=True),
        sa.Column("paid_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("voucher", name="pk_postings"),
        sa.UniqueConstraint("order_number", name="uq_postings_order_number"),
    )
    op.create_table(
        "posted_bills",
        sa.Column("bill_key", sa.String(), nullable=False),
        sa.Column("voucher", sa.String(), nullable=False),
        *_bill(fen_known=False),
        sa.PrimaryKeyConstraint("bill_key", name="pk_posted_bills"),
        sa.ForeignKeyConstraint(["voucher"], ["postings.voucher"], name="fk_posted_bills_voucher_postings"),
    )
    op.create_index("ix_posted_bills_voucher", "posted_bills", ["voucher"])
    for table in ("owed_bills", "tier_records", "posted_bills"):
        op.create_index(f"ix_{table}_person_id", table, ["person_id"])


def _orders() -> None:
    op.create_table(
        "orders",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("network", WORD, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("payer", sa.BigInteger(), nullable=False),
        sa.Column("fen", sa.BigInteger(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("deadline", TIME, nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("transaction", sa.String(), nullable=True),
        sa.Column("paid_at", TIME, nullable=True),
        sa.Column("voucher", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_orders"),
    )
    op.create_index("ix_orders_created_at", "orders", ["created_at"])
    op.create_index("ix_orders_state_deadline", "orders", ["state", "deadline"])
    op.create_table(
        "order_lines",
        sa.Column("order_number", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("bill_key", sa.String(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        *_bill(),
        sa.PrimaryKeyConstraint("order_number", "position", name="pk_order_lines"),
        sa.ForeignKeyConstraint(["order_number"], ["orders.number"], name="fk_order_lines_order_number_orders"),
    )
    live = sa.text("live")
    op.create_index(
        "uq_order_lines_live", "order_lines", ["bill_key"], unique=True, sqlite_where=live, postgresql_where=live
    )


def _log() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.create_table(
        "order_events",
        sa.Column("serial", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_number", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_order_events"),
        sa.ForeignKeyConstraint(["order_number"], ["orders.number"], name="fk_order_events_order_number_orders"),
    )
    op.create_index("ix_order_events_order_number", "order_events", ["order_number"])
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement.format(table="order_events", key="serial"))


def _subject() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("scheme", WORD, nullable=False),
        sa.Column("insurance", WORD, nullable=False),
        sa.Column("period", sa.String(7), nullable=False),
    )


def _amount(known: bool = True) -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=True),
        sa.Column("fen", sa.BigInteger(), nullable=not known),
    )


def _bill(fen_known: bool = True) -> tuple[sa.Column[object], ...]:
    return (*_subject(), sa.Column("agency", sa.String(), nullable=False), *_amount(fen_known))
