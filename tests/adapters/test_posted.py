"""Forms that a network posts: each field once, and no more of them than anybody means well."""

import pytest

from adapters.payments.posted import fields_of
from domain.payment.notices import NotBelieved


def test_two_hundred_fields_are_read_and_no_more() -> None:
    pairs = [f"f{number}=" for number in range(201)]
    assert len(fields_of("&".join(pairs[1:]).encode())) == 200
    with pytest.raises(NotBelieved, match=r"^unreadable$"):
        fields_of("&".join(pairs).encode())


@pytest.mark.parametrize("body", [b"a=1&a=1", b"a", b"a=%FF", "a=一".encode()])
def test_what_is_no_form(body: bytes) -> None:
    with pytest.raises(NotBelieved, match=r"^unreadable$"):
        fields_of(body)
