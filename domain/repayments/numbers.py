"""The numbers of repayments (out_refund_no): fit for all networks, 32 characters of `[0-9A-Z]` at most."""

from string import ascii_uppercase

from domain.payment.numbers import refund_number as of_order
from domain.repayments.repayment import Claim

LENGTH = 32
"""The most that all networks take."""
MOST = len(ascii_uppercase)
"""How many tries there can be of a claim: what marks a later one is a letter."""


def refund_number(application: str, order: str) -> str:
    """The first number of an application. No order's own begins with a T.

    The end of the order's number, its time and its chance digits, tells terminals of one merchant apart.
    """
    return f"{application}{order[len(application) - LENGTH :]}"


def number_of(claim: Claim, serial: int) -> str:
    """The number of the `serial`-th try of a claim, from 1. Raises ValueError beyond `MOST`.

    A later try has a letter where all orders have the same: in front, or in the year.
    """
    if claim.application:
        first, place = refund_number(claim.application, claim.order.number), len(claim.application)
    else:
        first, place = of_order(claim.order.number), 1
    if serial == 1:
        return first
    if serial > MOST:
        raise ValueError(f"no number is left for {claim.key}")
    letter = ascii_uppercase.replace(first[place], "")[serial - 2]
    return f"{first[:place]}{letter}{first[place + 1 :]}"
