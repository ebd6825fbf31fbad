"""How soon a payment network is asked about the same thing again: soon at first, then ever later. In seconds."""

from dataclasses import dataclass

Waits = tuple[float, ...]
"""One after the other; the last goes on for ever."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Of an order: while somebody stands before its code, and while nobody does."""

    watched: Waits
    alone: Waits


USUAL = Pace((2.0,) * 30 + (5.0, 15.0, 30.0), (5.0, 15.0, 30.0, 60.0, 300.0, 1800.0))
"""WeChat Pay, native: every two seconds for a minute. Whoever stands there is told within half a minute even later."""
DOUBLED = Pace((1.0, 2.0, 4.0, 8.0, 16.0, 32.0), (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 300.0, 1800.0))
"""UnionPay ACP: each wait twice the last."""
REFUNDS: Waits = (60.0,) * 5 + (300.0, 1800.0)
"""Money on its way back (WeChat Pay, refunds: after a minute, more slowly after five)."""


def wait(waits: Waits, age: float) -> float:
    """The wait that begins `age` seconds after the first one."""
    ends = 0.0
    for one in waits:
        ends += one
        if age < ends:
            return one
    return waits[-1]
