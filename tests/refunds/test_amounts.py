"""What is typed as an amount, in yuan, and what is made of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Fen, yuan
from domain.refunds.amounts import EMPTY, NO_NUMBER, NOT_HALF_WIDTH, NOT_POSITIVE, TOO_FINE, parse

MOST = Fen(102543)
TOO_MUCH = "最多可以退 1,025.43 元"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("100", 10000),
        (" 100.00 ", 10000),
        ("0.01", 1),
        ("0.1", 10),
        ("1.", 100),
        ("007", 700),
        ("0000000000000007.00", 700),
        ("1025.43", 102543),
        ("1,025.43", 102543),
        ("", EMPTY),
        ("  ", EMPTY),
        ("0", NOT_POSITIVE),
        ("0.00", NOT_POSITIVE),
        ("0.000", NOT_POSITIVE),
        ("-0", NOT_POSITIVE),
        ("-1", NOT_POSITIVE),
        ("1e9", NO_NUMBER),
        ("1E2", NO_NUMBER),
        ("+1", NO_NUMBER),
        ("--1", NO_NUMBER),
        (".5", NO_NUMBER),
        ("1.2.3", NO_NUMBER),
        ("1,02", NO_NUMBER),
        ("1_000", NO_NUMBER),
        ("0x10", NO_NUMBER),
        ("nan", NO_NUMBER),
        ("inf", NO_NUMBER),
        ("1\x00", NO_NUMBER),
        ("１００", NOT_HALF_WIDTH),
        ("一百", NOT_HALF_WIDTH),
        ("١٠٠", NOT_HALF_WIDTH),
        ("¥100", NOT_HALF_WIDTH),
        ("100.005", TOO_FINE),
        ("100.000", TOO_FINE),
        ("1025.44", TOO_MUCH),
        ("1000000000", TOO_MUCH),
        ("9" * 5000, TOO_MUCH),
    ],
)
def test_typed(typed: str, expected: int | str) -> None:
    assert parse(typed, MOST) == expected


@given(st.integers(1, 10**12))
def test_every_amount_as_shown_is_read_back(fen: int) -> None:
    assert parse(yuan(Fen(fen)), Fen(fen)) == fen
    assert isinstance(parse(yuan(Fen(fen)), Fen(fen - 1)), str)


@given(st.text("0123456789.,-+eE１ ", max_size=12))
def test_whatever_is_typed_is_an_amount_in_range_or_a_sentence(typed: str) -> None:
    match parse(typed, MOST):
        case str(sentence):
            assert sentence
        case fen:
            assert 0 < fen <= MOST
            assert Decimal(typed.strip().replace(",", "")) * 100 == fen
