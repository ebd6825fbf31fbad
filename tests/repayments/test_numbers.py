"""The numbers of repayments: fit for all networks, and no two alike."""

import re
from itertools import product

import pytest

from domain.money import Fen
from domain.payment.numbers import numbering, terminal_of
from domain.repayments.numbers import MOST, number_of
from domain.repayments.repayment import Claim
from tests.payment.hall import NOON, bill_of, new_order


def claim(order: str, application: str = "") -> Claim:
    return Claim(new_order(order, bill_of(1)), Fen(1), NOON, "x", application)


@pytest.mark.parametrize("length", range(20, 33))
def test_they_fit_all_networks(length: int) -> None:
    order = ("GZT0001" + "20261123120000" + "12345678901")[:length]
    applications = ["", "TF20261000000", *(f"TF2026{n:06d}" for n in (1, 18, 999_999))]
    tries = range(1, MOST + 1)
    numbers = {number_of(claim(order, application), n) for application, n in product(applications, tries)}
    assert len(numbers) == len(applications) * MOST
    assert all(re.fullmatch(r"[0-9A-Z]{20,32}", number) for number in numbers)


def test_those_of_orders_made_in_the_same_second_are_not_alike() -> None:
    chance = iter(range(100))
    number = numbering("T0107", lambda most: next(chance))
    orders = [number(NOON) for _ in range(20)]
    made = {number_of(claim(order, which), n) for order in orders for which in ("", "TF2026000001") for n in (1, 2, 9)}
    assert len(made) == 20 * 2 * 3
    assert made.isdisjoint(orders)


def test_each_says_whose_it_is() -> None:
    """Not every bill tells the order that a refund is of, and a merchant may have several terminals."""
    orders = [numbering(name, lambda most: 7)(NOON) for name in ("T0107", "GY010107")]
    made = [number_of(claim(o, which), n) for o in orders for which in ("", "TF2026000001") for n in (1, 2, MOST)]
    assert [terminal_of(number) for number in made] == ["T0107"] * 6 + ["GY010107"] * 6


def test_there_is_an_end_of_them() -> None:
    with pytest.raises(ValueError, match="no number is left"):
        number_of(claim("GZT00012026112312000012345678"), MOST + 1)
