"""Order numbers (out_trade_no): fit for all three networks, 20-32 characters of `[0-9A-Z]`."""

import re
from collections.abc import Callable
from datetime import datetime

RANDOM = 10**8
_OURS = re.compile(r"[GRT][A-Z]([0-9A-Z]{4,8})[0-9]{22}")


def numbering(terminal: str, below: Callable[[int], int]) -> Callable[[datetime], str]:
    """A source of order numbers for one terminal: its number, the hall's time to the second, eight random digits.

    `below(n)` gives a random number under n. The store's unique key catches what chance does not.
    """
    return lambda now: f"GZ{terminal}{now:%Y%m%d%H%M%S}{below(RANDOM):08d}"


def refund_number(number: str) -> str:
    """The one number of an order's refund: the order's own with an R in front instead of the G, so just as long."""
    return f"R{number[1:]}"


def terminal_of(number: str) -> str | None:
    """Which terminal gave an order, or its refund, this number; None if the number does not say."""
    found = _OURS.fullmatch(number)
    return found[1] if found else None
