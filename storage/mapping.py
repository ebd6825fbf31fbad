"""Between rows and domain values, by hand."""

import json
from collections.abc import Sequence
from typing import Any

from domain.identity import spelt
from domain.money import Fen
from domain.payment.order import Combined, Network, Order, Trade
from domain.people.person import Bill, Enrolment, Payment, Person, Standing, TierRecord, bill_key
from storage.rows import (
    OrderRow,
    TierRecordRow,
)
from storage.sealing import Sealer

NUMBER, NAME, PHONE = "people.number", "people.name", "app_accounts.phone"


def person(row: Any, sealer: Sealer) -> Person:
    """Of a `PersonRow`, or of its columns; so is each of these."""
    number, name = sealer.unseal(row.number_sealed, NUMBER), sealer.unseal(row.name_sealed, NAME)
    return Person(row.id, row.kind, number, spelt(name))


def enrolment(row: Any) -> Enrolment:
    return Enrolment(row.scheme, row.insurance, row.agency, row.category)


def bill(row: Any) -> Bill:
    return Bill(row.person_id, row.scheme, row.insurance, row.period, row.agency, row.tier, row.base, row.fen)


BILL = {
    name: f"bill_{name}" for name in ("person_id", "scheme", "insurance", "period", "agency", "tier", "base", "fen")
}
"""The columns of `BillColumns`, as they are called in a row of an order as well (`joined_order`)."""


def bill_columns(value: Bill) -> dict[str, Any]:
    """A bill as the values of `BillColumns` and `bill_key`."""
    return {
        "bill_key": value.key,
        "person_id": value.person,
        "scheme": value.scheme,
        "insurance": value.insurance,
        "period": value.period,
        "agency": value.agency,
        "tier": value.tier,
        "base": value.base,
        "fen": value.fen,
    }


def tier_record(row: Any) -> TierRecord:
    return TierRecord(
        row.person_id,
        row.scheme,
        row.insurance,
        row.period,
        row.tier,
        row.base,
        row.fen,
        row.channel,
        row.recorded_at,
        row.paid,
    )


def tier_record_row(record: TierRecord) -> TierRecordRow:
    return TierRecordRow(
        bill_key=bill_key(record.person, record.scheme, record.insurance, record.period),
        person_id=record.person,
        scheme=record.scheme,
        insurance=record.insurance,
        period=record.period,
        tier=record.tier,
        base=record.base,
        fen=record.fen,
        channel=record.channel,
        recorded_at=record.recorded_at,
        paid=record.paid,
    )


def payment(row: Any) -> Payment:
    """Of the columns of `PostedBillRow`, with those of its posting."""
    return Payment(
        row.scheme,
        row.insurance,
        row.period,
        row.agency,
        row.tier,
        row.fen,
        row.channel,
        row.paid_at,
        Standing.POSTED,
        row.voucher,
        row.order_number or "",
    )


def order(row: OrderRow) -> Order:
    """Without what is sealed in the row."""
    return _order(row, tuple(map(bill, row.lines)), "")


def joined_order(rows: Sequence[Any], reason: str) -> Order:
    """Of the columns of an order with those of each of its bills beside them (`BILL`); `reason` is what is sealed."""
    bills = (
        Bill(
            row.bill_person_id,
            row.bill_scheme,
            row.bill_insurance,
            row.bill_period,
            row.bill_agency,
            row.bill_tier,
            row.bill_base,
            row.bill_fen,
        )
        for row in rows
    )
    return _order(rows[0], tuple(bills), reason)


def _order(row: Any, bills: tuple[Bill, ...], reason: str) -> Order:
    return Order(
        row.number,
        Network(row.network),
        row.channel,
        row.payer,
        bills,
        row.fen,
        row.state,
        row.created_at,
        row.deadline,
        row.code,
        row.transaction,
        row.paid_at,
        row.voucher,
        row.owed_at,
        row.proof,
        reason,
        _combined(row),
    )


def _combined(row: Any) -> Combined | None:
    if row.combined is None:
        return None
    parts = json.loads(row.combined_parts) if row.combined_parts else ()
    return Combined(row.combined, row.combined_fen, tuple(Trade(number, Fen(fen)) for number, fen in parts))


def order_columns(value: Order) -> dict[str, Any]:
    """A new order as the values of `OrderRow`."""
    kept = ("number", "network", "channel", "payer", "fen", "state", "created_at", "deadline", "code", "transaction")
    columns = {name: getattr(value, name) for name in (*kept, "paid_at", "voucher", "owed_at", "proof")}
    combined = value.combined
    return columns | {
        "combined": combined.number if combined else None,
        "combined_fen": combined.fen if combined else None,
        "combined_parts": json.dumps(parts_of(combined)) if combined and combined.parts else None,
    }


def parts_of(combined: Combined) -> list[list[str | int]]:
    """Each by its number and sum."""
    return [[part.number, part.fen] for part in combined.parts]
