"""The numbers of repayments (out_refund_no): fit for all networks, as long as an order's."""

from string import ascii_uppercase

from domain.payment.numbers import refund_number as of_order
from domain.repayments.repayment import Claim

DIGITS = 22
"""How many end every number: in an order's they are its time and its chance."""
MOST = len(ascii_uppercase)
"""How many tries there can be of a claim: what marks a later one is a letter."""


def refund_number(application: str, order: str) -> str:
    """The first number of an application: the order's, with a T in front, and the application's digits in its time's
    place. So it names its terminal, and a bill that tells nothing else says whose it is.
    """
    digits = application.lstrip(ascii_uppercase)
    return f"T{order[1:-DIGITS]}{digits}{order[len(digits) - DIGITS :]}"


def number_of(claim: Claim, serial: int) -> str:
    """The number of the `serial`-th try of a claim, from 1. Raises ValueError beyond `MOST`.

    A later try has another letter where all orders have the same.
    """
    order, place = claim.order.number, 1
    first = refund_number(claim.application, order) if claim.application else of_order(order)
    if serial == 1:
        return first
    if serial > MOST:
        raise ValueError(f"no number is left for {claim.key}")
    letter = ascii_uppercase.replace(first[place], "")[serial - 2]
    return f"{first[:place]}{letter}{first[place + 1 :]}"
