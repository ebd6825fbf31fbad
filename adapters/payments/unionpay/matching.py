"""Whether an answer of UnionPay's is about what was asked, and about our money."""

from collections.abc import Mapping

KEY = ("merId", "orderId", "txnTime")
"""What ties an answer to its question: these three are the transaction."""
ACCESS = ("accessType", "acqInsCode")
"""Who has asked. Both are told back, but not by every answer."""


def another(fields: Mapping[str, str], asked: Mapping[str, str], *names: str, if_told: bool = False) -> str | None:
    """Why an answer is not about what was `asked`, in which `names` are to be the same besides; None if it is."""
    access = [name for name in ACCESS if name in asked]
    wrong = mismatch(fields, asked, *KEY, *names, if_told=if_told)
    return wrong or mismatch(fields, asked, *access, if_told=True)


def mismatch(fields: Mapping[str, str], ours: Mapping[str, str], *names: str, if_told: bool = False) -> str | None:
    """Which of our values the answer has otherwise, or has not; None if it has them all.

    With `if_told` what is missing is no mismatch: not every answer carries everything.
    """
    for name in names:
        if fields.get(name) != ours[name] and not (if_told and name not in fields):
            return f"mismatch: {name}"
    return None
