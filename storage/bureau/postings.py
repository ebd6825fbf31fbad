"""What was posted in a time, for whoever takes it on: bill by bill, with who it is for."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from domain.money import Fen
from domain.people.insurance import Period
from storage import mapping
from storage.rows import PersonRow, PostedBillRow, PostingRow
from storage.sealing import Sealer
from storage.store import Store

AT_ONCE = 1000
_BETWEEN = (
    select(PostedBillRow, PostingRow.order_number, PostingRow.channel, PostingRow.paid_at, PersonRow.kind)
    .add_columns(PersonRow.number_sealed)
    .join(PostingRow, PostingRow.voucher == PostedBillRow.voucher)
    .join(PersonRow, PersonRow.id == PostedBillRow.person_id)
    .where(
        PostingRow.order_number.is_not(None),
        PostingRow.paid_at >= bindparam("begins"),
        PostingRow.paid_at < bindparam("ends"),
    )
    .order_by(PostingRow.paid_at, PostedBillRow.voucher, PostedBillRow.bill_key)
)


class Posted(NamedTuple):
    """A bill that was paid at a terminal."""

    voucher: str
    order: str
    kind: str
    number: str
    scheme: str
    insurance: str
    period: Period
    agency: str
    tier: str
    base: Fen | None
    fen: Fen | None
    channel: str
    paid_at: datetime


@contextmanager
def posted_between(store: Store, begins: datetime, ends: datetime) -> Iterator[Iterator[Posted]]:
    """What was paid in `[begins, ends)`, of one moment, in the order of paying; little of it is in memory at a time.

    Raises StoreError, also while it is read.
    """
    asked = {"begins": begins, "ends": ends}
    with (
        store.sessions.looking() as connection,
        connection.execution_options(yield_per=AT_ONCE).execute(_BETWEEN, asked) as rows,
    ):
        yield (_posted(row, store.sealer) for row in rows)


def _posted(row: Any, sealer: Sealer) -> Posted:
    return Posted(
        row.voucher,
        row.order_number,
        row.kind.value,
        sealer.unseal(row.number_sealed, mapping.NUMBER),
        row.scheme.value,
        row.insurance.value,
        row.period,
        row.agency,
        row.tier,
        row.base,
        row.fen,
        row.channel,
        row.paid_at,
    )
