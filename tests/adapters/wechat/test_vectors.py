"""Published vectors: what others signed and sealed, our code checks and opens."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.sealing import unseal
from adapters.payments.wechat.signing import Signer

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors" / "payments.json").read_text("utf-8"))[
    "wechat"
]
ANSWER = VECTORS["response_verify"]
SEALED = VECTORS["aead_aes_256_gcm"]
SIGNED_AT = int(ANSWER["headers"]["Wechatpay-Timestamp"])


def problem(changes: dict[str, str], body: str = ANSWER["body"], seconds_later: float = 2) -> str | None:
    serial = ANSWER["headers"]["Wechatpay-Serial"]
    trusted = {serial: ANSWER["public_key_pem"].encode()}
    signer = Signer(WeChatMerchant("1", "wx1", "AA", b"", b"", trusted, "https://kiosk.example"))
    headers = {name.lower(): value for name, value in (ANSWER["headers"] | changes).items()}
    return signer.problem(headers, body.encode(), datetime.fromtimestamp(SIGNED_AT + seconds_later, UTC))


def test_the_published_answer_is_believed() -> None:
    assert problem({}) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"Wechatpay-Signature": ""}, "unsigned"),
        ({"Wechatpay-Signature": "WECHATPAY/SIGNTEST/" + ANSWER["headers"]["Wechatpay-Signature"]}, "signature probe"),
        ({"Wechatpay-Signature": "not base64!"}, "bad signature"),
        ({"Wechatpay-Signature": "5Lit"}, "bad signature"),
        ({"Wechatpay-Signature": "中"}, "bad signature"),
        ({"Wechatpay-Nonce": "d824f2e086d3c1df967785d13fcd22e0"}, "bad signature"),
        ({"Wechatpay-Timestamp": str(SIGNED_AT + 1)}, "bad signature"),
        ({"Wechatpay-Timestamp": ""}, "stale"),
        ({"Wechatpay-Timestamp": f"{SIGNED_AT}, {SIGNED_AT}"}, "stale"),
        ({"Wechatpay-Timestamp": "9" * 5000}, "stale"),
        ({"Wechatpay-Timestamp": "-1"}, "stale"),
        ({"Wechatpay-Serial": "PUB_KEY_ID_1"}, "unknown serial"),
        ({"Wechatpay-Serial": ""}, "unknown serial"),
        ({"Wechatpay-Signature-Type": "WECHATPAY2-SM2-WITH-SM3"}, "signature of another type"),
    ],
)
def test_a_changed_header_is_not_believed(changes: dict[str, str], expected: str) -> None:
    assert problem(changes) == expected


def test_a_changed_body_is_not_believed() -> None:
    assert problem({}, body=ANSWER["body"].replace("JyC91EIz1", "JyC91EIz2")) == "bad signature"


@pytest.mark.parametrize(
    ("seconds_later", "expected"), [(-301, "stale"), (-300, None), (0, None), (300, None), (301, "stale")]
)
def test_an_answer_is_fresh_for_five_minutes(seconds_later: float, expected: str | None) -> None:
    assert problem({}, seconds_later=seconds_later) == expected


def test_the_published_sealed_text_opens() -> None:
    assert unsealed() == SEALED["plaintext"]


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "b7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb"},
        {"nonce": "uluk4a9R25RX"},
        {"associated_data": ""},
        {"ciphertext_b64": "ulwSiIajGClcvcOYvOQ7+l+0PAbzzwM="},
        {"ciphertext_b64": "ulwS"},
        {"ciphertext_b64": "*"},
        {"key": "short"},
    ],
)
def test_what_is_not_sealed_for_us_stays_shut(changes: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        unsealed(**changes)


def unsealed(**changes: str) -> str:
    vector = SEALED | changes
    key = vector["key"].encode()
    return unseal(key, vector["nonce"], vector["associated_data"], vector["ciphertext_b64"]).decode()
