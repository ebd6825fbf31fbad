"""UnionPay's two-character answer codes (ACP 5.1.0, 平台接入接口规范 part 5, 应答码).

`respCode` says how the request itself went, `origRespCode` in the answer to a query how the payment or refund went.
A code that stands in none of these sets is one that we do not know.
"""

DONE = "00"
NO_SUCH_TRADE = "34"
"""Also of a code that nobody has scanned yet: the trade begins with the payer."""
TOO_OFTEN = "37"

SUCCEEDED = frozenset({DONE, "A6"})
"""A6 is a success with a flaw that concerns the network, not the money."""
PAID = SUCCEEDED | {"42"}
"""42: debited, but after the time that was allowed. The money is there."""

UNDECIDED = frozenset("01 03 04 05 06 12 34 60 70 83".split())
"""Time-outs, "accepted, ask later", busy, waiting for the payer or the issuer, and failures that are not final."""

FAILED = frozenset(
    "02 10 11 13 30 31 32 33 35 36 38 39 40 43 44 61 62 63 64 65 66 67 68 69 71 72 73 76 77 78 79 80 81 82 85 86 87 88 "
    "89 90".split()
)
"""It was not done: closed for now, badly formed or signed, not allowed, refused by the risk rules or by the bank."""

SENT_BACK = frozenset({"45", "46"})
"""Revoked, refunded or reversed already."""

FOR_PEOPLE = frozenset({"74", "75"})
"""Debited, and whether the biller wrote the bill off is not known, or it did not."""
