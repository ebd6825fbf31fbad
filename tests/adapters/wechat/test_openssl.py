"""A second implementation of the signature: the openssl command checks our requests and signs answers for us."""

import base64
import re
from dataclasses import replace

import pytest

from domain.payment.network import Presented, Unclear, Waiting
from tests.adapters.stand import NOON, Heard, a_refund, an_order, openssl
from tests.adapters.wechat.stand import Stand

CODE = b'{"code_url":"weixin://wxpay/bizpayurl?pr=JyC91EIz1"}'


def authorization(heard: Heard) -> dict[str, str]:
    scheme, _, rest = heard.headers["authorization"].partition(" ")
    assert scheme == "WECHATPAY2-SHA256-RSA2048"
    return dict(re.findall(r'(\w+)="([^"]*)"', rest))


@pytest.mark.parametrize("call", ["create", "query", "close", "refund", "query_refund"])
def test_openssl_verifies_what_we_sign(stand: Stand, call: str) -> None:
    wechat, order = stand.client, an_order("20261123-ODD|NUMBER*_01")
    match call:
        case "create":
            wechat.create(order, "城乡居民医疗保险 2027年")
        case "refund":
            wechat.refund(order, a_refund())
        case "query_refund":
            wechat.query_refund(order, a_refund())
        case "query":
            wechat.query(order)
        case "close":
            wechat.close(order)
    (heard,) = stand.script.heard
    signed = authorization(heard)
    lines = (heard.method, heard.target, signed["timestamp"], signed["nonce_str"], heard.body.decode())
    message = "".join(f"{line}\n" for line in lines)
    signature = base64.b64decode(signed["signature"])
    assert stand.merchant_keys.verifies(signature, message.encode())
    assert not stand.merchant_keys.verifies(signature, message.encode() + b"\n")
    assert (signed["mchid"], signed["serial_no"]) == (stand.merchant.mchid, stand.merchant.serial)
    assert signed["timestamp"] == str(int(NOON.timestamp()))
    assert heard.headers["wechatpay-serial"] == "PUB_KEY_ID_01"


def test_the_body_of_a_create_is_compact_and_complete(stand: Stand) -> None:
    stand.client.create(an_order(), "医疗保险")
    (heard,) = stand.script.heard
    assert heard.body.decode() == (
        '{"appid":"wx0000000000000001","mchid":"1230000109","description":"医疗保险",'
        '"out_trade_no":"20261123120000ABCDEF0001","time_expire":"2026-11-23T12:05:00+08:00",'
        '"notify_url":"https://kiosk.example/notify","amount":{"total":38000,"currency":"CNY"}}'
    )


def test_a_number_cannot_change_the_path(stand: Stand) -> None:
    odd = an_order("2026/../1123?mchid=1#|*")
    quoted = "2026%2F..%2F1123%3Fmchid%3D1%23%7C%2A"
    stand.client.query(odd)
    stand.client.close(odd)
    stand.client.query_refund(odd, a_refund(odd.number))
    assert [heard.target for heard in stand.script.heard] == [
        f"/v3/pay/transactions/out-trade-no/{quoted}?mchid=1230000109",
        f"/v3/pay/transactions/out-trade-no/{quoted}/close",
        f"/v3/refund/domestic/refunds/{quoted}",
    ]


def test_we_believe_what_openssl_signs(stand: Stand) -> None:
    stand.script.body = CODE
    stand.sign_answers()
    assert stand.client.create(an_order(), "医疗保险") == Presented("weixin://wxpay/bizpayurl?pr=JyC91EIz1")


def test_we_do_not_believe_a_body_that_was_changed_after_signing(stand: Stand) -> None:
    stand.sign_answers()
    honest = stand.script.headers
    stand.script.body = CODE
    stand.script.headers = lambda body: honest(body.replace(b"JyC91EIz1", b"JyC91EIz2"))
    assert stand.client.create(an_order(), "医疗保险") == Unclear("200 bad signature")


def test_a_platform_certificate_is_as_good_as_a_public_key(stand: Stand) -> None:
    subject = ("-subj", "/CN=Tenpay.com Root CA test", "-days", "2")
    certificate = openssl("req", "-x509", "-new", "-key", str(stand.platform_keys.private), *subject)
    serial = openssl("x509", "-noout", "-serial", given=certificate).decode().strip().removeprefix("serial=")
    wechat = stand.client_of(replace(stand.merchant, platform_keys={serial: certificate}))
    stand.sign_answers(serial)
    order = an_order()
    stand.script.body = (
        b'{"out_trade_no":"%b","mchid":"1230000109","appid":"wx0000000000000001","trade_state":"NOTPAY"}'
        % order.number.encode()
    )
    assert wechat.query(order) == Waiting()
    assert "wechatpay-serial" not in stand.script.heard[0].headers
