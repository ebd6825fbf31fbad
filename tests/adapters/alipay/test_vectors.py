"""The published vector: what others signed, our code finds and checks."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.payments.alipay.envelope import Envelope, fields, unfold
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.signing import Signer, canonical

VECTOR: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))["sync_response"]
NODE = "alipay_open_file_upload_response"
CONTENT: str = VECTOR["signed_substring"]
SIGNATURE: str = VECTOR["signature"]


def signed(content: str, signature: str = SIGNATURE) -> str | None:
    merchant = AlipayMerchant("1", "2088", b"", VECTOR["public_key_pem"].encode(), "https://kiosk.example")
    return Signer(merchant).signed(content, signature)


def test_the_signed_text_is_found_in_the_published_answer() -> None:
    assert unfold(VECTOR["raw_body"].encode(), NODE) == Envelope(CONTENT, SIGNATURE, False)


def test_the_published_answer_is_believed() -> None:
    assert signed(CONTENT) == CONTENT


@pytest.mark.parametrize(
    "content",
    [
        CONTENT + " ",
        " " + CONTENT,
        CONTENT.replace(":", ": "),
        CONTENT.replace("CAxAToWB1JsAAAAAAAAAAAAADgSLAQBr", "CAxAToWB1JsAAAAAAAAAAAAADgSLAQBs"),
        json.dumps(fields(CONTENT)),
        "{}",
        "",
    ],
)
def test_a_changed_content_is_not_believed(content: str) -> None:
    assert signed(content) is None


@pytest.mark.parametrize("signature", ["", "not base64!", "5Lit", "中", SIGNATURE[:-4], SIGNATURE + "\n", "A" * 344])
def test_another_signature_is_not_believed(signature: str) -> None:
    assert signed(CONTENT, signature) is None


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, ""),
        ({"b": "2", "a": "1"}, "a=1&b=2"),
        ({"a": "1", "sign": "x", "sign_type": "RSA2"}, "a=1&sign_type=RSA2"),
        ({"a": "1", "empty": "", "z": " "}, "a=1&z= "),
        ({"biz_content": '{"subject":"医疗 保险&="}', "app_id": "1"}, 'app_id=1&biz_content={"subject":"医疗 保险&="}'),
        ({"Z": "1", "a": "2", "_": "3"}, "Z=1&_=3&a=2"),
    ],
)
def test_the_text_that_a_request_is_signed_by(parameters: dict[str, str], expected: str) -> None:
    assert canonical(parameters) == expected.encode()
