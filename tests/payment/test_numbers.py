"""Order numbers and refund numbers."""

from datetime import UTC, datetime
from itertools import count

import pytest

from domain.payment.numbers import numbering, refund_number


@pytest.mark.parametrize("terminal", ["A", "T0001", "T0000001"])
def test_numbers_fit_every_network(terminal: str) -> None:
    new = numbering(terminal, lambda below: below - 1)
    number = new(datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC))
    assert number == f"GZ{terminal}2026112312000199999999"
    assert 20 <= len(number) <= 32 and number.isascii() and number.isalnum() and number.isupper()


def test_refunds_have_one_number_each_just_as_long() -> None:
    digits = count()
    new = numbering("T0000001", lambda below: next(digits))
    numbers = [new(datetime(2026, 11, 23, tzinfo=UTC)) for _ in range(11)]
    refunds = {refund_number(number) for number in numbers}
    assert len(refunds) == 11 and not refunds & set(numbers)
    assert {len(refund) for refund in refunds} == {32}
