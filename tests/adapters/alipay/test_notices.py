"""Why what is posted to the `notify_url` is not believed to be Alipay's, or not to be about us."""

from urllib.parse import urlencode

import pytest

from domain.payment.notices import NotBelieved
from tests.adapters.alipay.stand import Stand

POSTED = {
    "app_id": "2021000000000001",
    "seller_id": "2088100000000001",
    "out_trade_no": "A1",
    "trade_status": "TRADE_SUCCESS",
}
ALL = "app_id=2021000000000001&out_trade_no=A1&seller_id=2088100000000001&trade_status=TRADE_SUCCESS"


def body(stand: Stand, **more: str) -> bytes:
    """A notification that was signed, and changed then."""
    return urlencode(POSTED | {"sign_type": "RSA2", "sign": stand.sign(ALL)} | more).encode()


def test_a_notification_of_theirs(stand: Stand) -> None:
    assert stand.client.notified({}, body(stand)) == "A1"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"sign_type": "RSA"}, "signature of another type"),
        ({"sign_type": ""}, "signature of another type"),
        ({"sign": ""}, "unsigned"),
        ({"sign": "AAAA"}, "bad signature"),
        ({"sign": "no base64"}, "bad signature"),
        ({"out_trade_no": "A2"}, "bad signature"),
        ({"seller_id": "2088100000000002"}, "bad signature"),
        ({"another": "field"}, "bad signature"),
    ],
)
def test_what_is_not_believed(stand: Stand, more: dict[str, str], why: str) -> None:
    with pytest.raises(NotBelieved) as raised:
        stand.client.notified({}, body(stand, **more))
    assert str(raised.value) == why
