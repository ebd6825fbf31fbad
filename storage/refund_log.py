"""The log of the refunds (`storage.chain`), with who did each step.

What is sealed in an application stands in the log as its keyed digest: it cannot be exchanged unnoticed, nor read.
"""

from functools import partial
from typing import Any

from cryptography.exceptions import InvalidTag

from domain.refunds.states import OPEN
from storage.chain import Log
from storage.refund_rows import RefundEventRow, RefundRow
from storage.sealing import Sealer

PRIVATE, REASON = "refunds.private", "refunds.reason"
FIXED = (
    "bill_key person_id scheme insurance agency voucher channel paid_on paid_fen applied_before order_number "
    "sum_kind ground fen applied_at"
).split()
LEARNT = ("route", "sent_at", "ended_at")


def facts(row: RefundRow, sealer: Sealer) -> dict[str, Any]:
    """All that an application says but its number and state."""
    said = {name: getattr(row, name) for name in (*FIXED, *LEARNT)}
    said |= {"period": row.period.key, "account": row.account_digest.hex()}
    said["private"] = sealed_digest(sealer, row.private_sealed, PRIVATE)
    return said | {"reason": sealed_digest(sealer, row.reason_sealed, REASON)}


def sealed_digest(sealer: Sealer, sealed: bytes | None, where: str) -> str | None:
    """The keyed digest of what is sealed, in hexadecimal."""
    return None if sealed is None else sealer.digest(f"{where}_digest", sealer.unseal(sealed, where)).hex()


def log(sealer: Sealer) -> Log:
    """The log, with what opens what is sealed in an application."""
    told = partial(_told, sealer)
    return Log(RefundEventRow, RefundEventRow.refund, RefundRow, told, "refund event", "refund", own=("who",))


def _told(sealer: Sealer, row: RefundRow) -> dict[str, Any] | None:
    """None for an application with what was sealed for something else, or that does not hold its bill by its state."""
    try:
        told = facts(row, sealer)
    except InvalidTag:
        return None
    return told if row.live is (row.state in OPEN) else None
