"""What is posted to us, well signed, and cannot be read."""

import json

import pytest

from adapters.payments.wechat.notification import order_of
from domain.payment.notices import NotBelieved
from tests.adapters.wechat.stand import Stand

RESOURCE = {"algorithm": "AEAD_AES_256_GCM", "nonce": "n" * 12, "associated_data": "", "ciphertext": "AAAA"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        json.dumps({"resource": RESOURCE | {"algorithm": "none"}}).encode(),
        json.dumps({"resource": RESOURCE | {"nonce": 1}}).encode(),
    ],
    ids=["nothing", "half", "a list", "no UTF-8", "deep", "no resource", "not sealed", "no text"],
)
def test_what_cannot_be_read_is_not_believed(stand: Stand, body: bytes) -> None:
    with pytest.raises(NotBelieved, match=r"^unreadable$"):
        order_of(body, stand.merchant)


def test_what_cannot_be_opened_is_not_believed(stand: Stand) -> None:
    with pytest.raises(NotBelieved, match=r"^not sealed for us$"):
        order_of(json.dumps({"resource": RESOURCE}).encode(), stand.merchant)
