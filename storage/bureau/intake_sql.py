"""How rows that were copied in (`storage.bureau.intake`) are compared with a bureau's tables and merged into them.

In `ready` each stands with its person and its key. What is changed is changed only where it is otherwise, so that the
same file again changes nothing; what is posted is never changed. Terminals post meanwhile: what they have posted since
the checks the unique keys refuse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Statements:
    """`columns` with their types; `ready` makes of the rows what steps need; checks by column, what is wrong, lines."""

    columns: Mapping[str, str]
    ready: str
    checks: tuple[tuple[str, str, str], ...]
    steps: tuple[tuple[str, str], ...]


def _again(table: str, key: str) -> tuple[str, str, str]:
    numbered = f"SELECT line, row_number() OVER (PARTITION BY {key} ORDER BY line) AS nth FROM {table}"  # noqa: S608
    return "", "is about the same as a line before", f"SELECT line FROM ({numbered}) AS numbered WHERE nth > 1"  # noqa: S608


def _ready(key: str) -> str:
    return f"SELECT s.*, p.id AS person_id, {key} AS bill_key FROM staged s LEFT JOIN people p USING (number_digest)"  # noqa: S608


UNKNOWN = ("number", "is nobody's here: people come in first", "SELECT line FROM ready WHERE person_id IS NULL")
PERSON = Statements(
    {
        "line": "int8",
        "kind": "text",
        "number_digest": "bytea",
        "identity_digest": "bytea",
        "number_sealed": "bytea",
        "name_sealed": "bytea",
        "refused": "bool",
    },
    "",
    (_again("staged", "number_digest"),),
    (
        (
            "changed",
            """
            UPDATE people p
            SET identity_digest = s.identity_digest, name_sealed = s.name_sealed,
                posting_refused = coalesce(s.refused, p.posting_refused)
            FROM staged s
            WHERE p.number_digest = s.number_digest
              AND (p.identity_digest <> s.identity_digest OR p.posting_refused <> s.refused)
            """,
        ),
        (
            "added",
            """
            INSERT INTO people (kind, number_digest, identity_digest, number_sealed, name_sealed, posting_refused)
            SELECT kind, number_digest, identity_digest, number_sealed, name_sealed, coalesce(refused, false)
            FROM staged ORDER BY line
            ON CONFLICT (number_digest) DO NOTHING
            """,
        ),
    ),
)
_SUBJECT = {"line": "int8", "number_digest": "bytea", "scheme": "text", "insurance": "text"}
ENROLMENT = Statements(
    {**_SUBJECT, "agency": "text", "category": "text"},
    _ready("concat_ws('/', p.id, s.scheme, s.insurance, s.agency)"),
    (UNKNOWN, _again("ready", "bill_key, number_digest")),
    (
        (
            "changed",
            """
            UPDATE enrolments e SET category = r.category FROM ready r
            WHERE (e.person_id, e.scheme, e.insurance, e.agency) = (r.person_id, r.scheme, r.insurance, r.agency)
              AND e.category <> r.category
            """,
        ),
        (
            "added",
            """
            INSERT INTO enrolments (person_id, scheme, insurance, agency, category)
            SELECT person_id, scheme, insurance, agency, category FROM ready ORDER BY line
            ON CONFLICT (person_id, scheme, insurance, agency) DO NOTHING
            """,
        ),
    ),
)
_NEW = "bill_key, person_id, scheme, insurance, period, agency, tier, base, fen"
BILL = Statements(
    {**_SUBJECT, "period": "text", "agency": "text", "tier": "text", "base": "int8", "fen": "int8"},
    _ready("concat_ws('/', p.id, s.scheme, s.insurance, s.period)"),
    (UNKNOWN, _again("ready", "bill_key, number_digest")),
    (
        ("paid", "DELETE FROM ready r USING posted_bills b WHERE b.bill_key = r.bill_key"),
        (
            "changed",
            """
            UPDATE owed_bills o SET agency = r.agency, tier = r.tier, base = r.base, fen = r.fen FROM ready r
            WHERE o.bill_key = r.bill_key
              AND (o.agency, o.tier, o.base, o.fen) IS DISTINCT FROM (r.agency, r.tier, r.base, r.fen)
            """,
        ),
        (
            "added",
            f"INSERT INTO owed_bills ({_NEW}) SELECT {_NEW} FROM ready ORDER BY bill_key "  # noqa: S608
            "ON CONFLICT (bill_key) DO NOTHING",
        ),
    ),
)
PAYMENT = replace(
    BILL,
    columns={**BILL.columns, "voucher": "text", "channel": "text", "paid_at": "timestamptz"},
    checks=(
        *BILL.checks,
        (
            "voucher",
            "stands on a line before with another channel or time",
            """
            SELECT line FROM (
                SELECT line, channel, paid_at, first_value(channel) OVER same AS first_channel,
                       first_value(paid_at) OVER same AS first_at
                FROM ready WINDOW same AS (PARTITION BY voucher ORDER BY line)
            ) AS those
            WHERE (channel, paid_at) IS DISTINCT FROM (first_channel, first_at)
            """,
        ),
        (
            "voucher",
            "is not what this is posted by here, or the amount is another, or where it was paid",
            """
            SELECT r.line FROM ready r JOIN posted_bills b ON b.bill_key = r.bill_key
            WHERE (b.voucher, b.agency, b.tier, b.base, b.fen)
                  IS DISTINCT FROM (r.voucher, r.agency, r.tier, r.base, r.fen)
            """,
        ),
        (
            "voucher",
            "is that of another payment",
            """
            SELECT r.line FROM ready r JOIN postings p ON p.voucher = r.voucher
            WHERE NOT EXISTS (SELECT FROM posted_bills b WHERE b.bill_key = r.bill_key)
              AND (p.order_number IS NOT NULL
                   OR (p.channel, p.paid_at) IS DISTINCT FROM (r.channel, r.paid_at))
            """,
        ),
    ),
    steps=(
        (
            "",
            """
            DELETE FROM ready r USING posted_bills b
            WHERE b.bill_key = r.bill_key
              AND (b.voucher, b.agency, b.tier, b.base, b.fen)
                  IS NOT DISTINCT FROM (r.voucher, r.agency, r.tier, r.base, r.fen)
            """,
        ),
        (
            "",
            """
            INSERT INTO postings (voucher, paid_at, channel)
            SELECT DISTINCT ON (voucher) voucher, paid_at, channel FROM ready r
            WHERE NOT EXISTS (
                SELECT FROM postings p
                WHERE (p.voucher, p.channel, p.paid_at) = (r.voucher, r.channel, r.paid_at) AND p.order_number IS NULL
            )
            ORDER BY voucher, line
            """,
        ),
        ("added", f"INSERT INTO posted_bills (voucher, {_NEW}) SELECT voucher, {_NEW} FROM ready ORDER BY bill_key"),  # noqa: S608
        ("", "DELETE FROM owed_bills o USING ready r WHERE o.bill_key = r.bill_key"),
        ("", "UPDATE tier_records t SET paid = true FROM ready r WHERE t.bill_key = r.bill_key AND NOT t.paid"),
    ),
)
