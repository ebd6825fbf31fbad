"""A second implementation of the signature: the openssl command checks our requests and signs answers for us."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from adapters.payments.unionpay.client import UnionPay
from domain.payment.network import Presented, Unclear
from tests.adapters.stand import NUMBER, Heard
from tests.adapters.unionpay.stand import (
    MER_ID,
    REFUND_NUMBER,
    Stand,
    hex_digest,
    text_of,
    unionpay_order,
    unionpay_refund,
)

ORDER = replace(unionpay_order(), transaction="612311200000000000001")
CALLS: dict[str, tuple[str, Callable[[UnionPay], object]]] = {
    "create": ("backTransReq", lambda unionpay: unionpay.create(ORDER, "城乡居民医疗保险 2027年")),
    "query": ("queryTrans", lambda unionpay: unionpay.query(ORDER)),
    "close": ("queryTrans", lambda unionpay: unionpay.close(ORDER)),
    "refund": ("backTransReq", lambda unionpay: unionpay.refund(ORDER, unionpay_refund())),
    "query_refund": ("queryTrans", lambda unionpay: unionpay.query_refund(ORDER, unionpay_refund())),
}
COMMON = {
    "version": "5.1.0",
    "encoding": "UTF-8",
    "signMethod": "01",
    "bizType": "000000",
    "accessType": "0",
    "merId": MER_ID,
    "txnTime": "20261123120000",
}
ABOUT_ORDER = COMMON | {"txnType": "00", "txnSubType": "00", "orderId": NUMBER}
SENT = {
    "create": COMMON
    | {
        "txnType": "01",
        "txnSubType": "07",
        "channelType": "08",
        "orderId": NUMBER,
        "txnAmt": "38000",
        "currencyCode": "156",
        "payTimeout": "20261123120500",
        "backUrl": "https://kiosk.example/notify",
        "reqReserved": "5Z+O5Lmh5bGF5rCR5Yy755aX5L+d6ZmpIDIwMjflubQ=",
    },
    "query": ABOUT_ORDER,
    "close": ABOUT_ORDER,
    "refund": COMMON
    | {
        "txnType": "04",
        "txnSubType": "00",
        "channelType": "08",
        "orderId": REFUND_NUMBER,
        "txnAmt": "38000",
        "currencyCode": "156",
        "origQryId": "612311200000000000001",
        "backUrl": "https://kiosk.example/notify",
    },
    "query_refund": COMMON | {"txnType": "00", "txnSubType": "00", "orderId": REFUND_NUMBER},
}
CODE = "https://qr.95516.com/00010001/62112028173283416953321113029241"
TOLD = {"merId": MER_ID, "orderId": NUMBER, "txnTime": "20261123120000", "respCode": "00", "qrCode": CODE}


def form(heard: Heard) -> dict[str, str]:
    assert heard.headers["content-type"] == "application/x-www-form-urlencoded; charset=UTF-8"
    return dict(parse_qsl(heard.body.decode("ascii"), keep_blank_values=True, strict_parsing=True))


@pytest.mark.parametrize("call", CALLS)
def test_openssl_verifies_what_we_sign(stand: Stand, call: str) -> None:
    path, ask = CALLS[call]
    ask(stand.client)
    (heard,) = stand.script.heard
    assert (heard.method, heard.target) == ("POST", f"/gateway/api/{path}.do")
    fields = form(heard)
    signature = base64.b64decode(fields.pop("signature"), validate=True)
    assert stand.ours.keys.verifies(signature, hex_digest(text_of(fields)))
    assert not stand.ours.keys.verifies(signature, text_of(fields).encode())
    assert not stand.ours.keys.verifies(signature, hex_digest(text_of(fields | {"txnTime": "20261123120001"})))
    assert fields.pop("certId") == stand.ours.cert_id
    assert fields == SENT[call]


def test_a_number_cannot_add_a_field(stand: Stand) -> None:
    odd = unionpay_order("20261123&txnAmt=1#%+ 一")
    stand.client.query(odd)
    (heard,) = stand.script.heard
    assert form(heard)["orderId"] == odd.number
    assert "txnAmt" not in form(heard)


def test_a_refund_without_a_transaction_asks_without_one(stand: Stand) -> None:
    stand.client.refund(unionpay_order(), unionpay_refund())
    assert "origQryId" not in form(stand.script.heard[0])


def test_we_believe_what_openssl_signs(stand: Stand) -> None:
    stand.say(TOLD)
    assert stand.client.create(ORDER, "医疗保险") == Presented(CODE)


@pytest.mark.parametrize(
    "changes",
    [
        {"qrCode": CODE[:-1] + "2"},
        {"respCode": "12"},
        {"one": "more"},
        {"signature": "AAAA"},
        {"signature": "not base64!"},
        {"signature": "中"},
    ],
)
def test_we_do_not_believe_what_was_changed_after_signing(stand: Stand, changes: dict[str, str]) -> None:
    stand.send(stand.signed(TOLD) | changes)
    assert stand.client.create(ORDER, "医疗保险") == Unclear("bad signature")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"signature": ""}, "unsigned"),
        ({"version": "5.0.0"}, "signature of another type"),
        ({"signMethod": "11"}, "signature of another type"),
        ({"signMethod": ""}, "signature of another type"),
        ({"signPubKeyCert": ""}, "unreadable certificate"),
        ({"signPubKeyCert": "-----BEGIN CERTIFICATE-----"}, "unreadable certificate"),
    ],
)
def test_only_one_kind_of_signature_counts(stand: Stand, changes: dict[str, str], why: str) -> None:
    stand.send(stand.signed(TOLD) | changes)
    assert stand.client.create(ORDER, "医疗保险") == Unclear(why)


def test_the_certificate_is_signed_as_it_was_sent(stand: Stand) -> None:
    told = stand.signed(TOLD)
    stand.send(told | {"signPubKeyCert": told["signPubKeyCert"].replace("\r\n", "\n")})
    assert stand.client.create(ORDER, "医疗保险") == Unclear("bad signature")


def test_the_order_of_fields_and_empty_ones_do_not_matter(stand: Stand) -> None:
    told = stand.signed(TOLD)
    stand.send({"reserved": ""} | dict(sorted(told.items(), reverse=True)))
    assert stand.client.create(ORDER, "医疗保险") == Presented(CODE)
    stand.script.body += b"\r\n"
    assert stand.client.create(ORDER, "医疗保险") == Presented(CODE)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe=1", b"<html>busy</html>", b"respCode=00&respCode=34", b"=00"])
def test_what_is_no_answer_is_unreadable(stand: Stand, body: bytes) -> None:
    stand.script.body = body
    assert stand.client.query(ORDER) == Unclear("unreadable")


@pytest.mark.parametrize("mistake", [{"private_key": b"no key"}, {"certificate": b"none"}, {"roots": (b"none",)}])
def test_a_mistake_in_the_settings_shows_at_the_start(stand: Stand, mistake: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        stand.client_of(replace(stand.merchant, **mistake)).prepare()


def test_a_merchants_own_signature_is_not_unionpays(stand: Stand) -> None:
    stand.send(replace(stand, theirs=stand.ours).signed(TOLD))
    assert stand.client.create(ORDER, "医疗保险") == Unclear("certificate of somebody else")
