"""Money: fen in, yuan on the screen, half a fen up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Fen, fen, total, yuan


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (100, "1.00"),
        (40000, "400.00"),
        (102543, "1,025.43"),
        (123456789, "1,234,567.89"),
        (-5, "-0.05"),
        (-102543, "-1,025.43"),
    ],
)
def test_yuan(amount: int, shown: str) -> None:
    assert yuan(Fen(amount)) == shown


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1454.45", 145445),
        ("5090.575", 509058),
        ("5090.5749999", 509057),
        ("10908.375", 1090838),
        ("0.005", 1),
        ("0", 0),
    ],
)
def test_half_a_fen_goes_up(amount: str, expected: int) -> None:
    assert fen(Decimal(amount)) == expected


@given(st.integers(-(10**12), 10**12))
def test_what_is_shown_is_what_is_owed(amount: int) -> None:
    assert fen(Decimal(yuan(Fen(amount)).replace(",", ""))) == amount


def test_total() -> None:
    assert total((Fen(1), Fen(29), Fen(40000))) == 40030
    assert total(()) == 0
