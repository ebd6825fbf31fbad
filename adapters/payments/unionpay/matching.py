"""Whether an answer of UnionPay's is about what was asked, and about our money."""

from collections.abc import Mapping

KEY = ("merId", "orderId", "txnTime")
"""What ties an answer to its question: these three are the transaction."""


def mismatch(fields: Mapping[str, str], ours: Mapping[str, str], *names: str, if_told: bool = False) -> str | None:
    """Which of our values the answer has otherwise, or has not; None if it has them all.

    With `if_told` what is missing is no mismatch: not every answer carries everything.
    """
    for name in names:
        if fields.get(name) != ours[name] and not (if_told and name not in fields):
            return f"mismatch: {name}"
    return None
