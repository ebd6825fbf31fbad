"""A second implementation of the signature: the openssl command checks our requests and signs answers for us."""

import base64
import json

import pytest

from domain.payment.network import Presented, Unclear, Waiting
from tests.adapters.alipay.stand import METHODS, Stand, ask, asked, node_of, order_of
from tests.adapters.stand import NUMBER

CODE = "https://qr.alipay.com/bax03431ljhokirwl38f00a7"
CREATED = {"code": "10000", "msg": "Success", "out_trade_no": NUMBER, "qr_code": CODE}
ESCAPED = json.dumps(CREATED).replace("/", "\\/")
COMMON = {
    "app_id": "2021000000000001",
    "format": "JSON",
    "charset": "utf-8",
    "sign_type": "RSA2",
    "timestamp": "2026-11-23 12:00:00",
    "version": "1.0",
}


@pytest.mark.parametrize("call", METHODS)
def test_openssl_verifies_what_we_sign(stand: Stand, call: str) -> None:
    ask(stand.client, call, order_of("2026_ODD_number_医+%26 01"))
    (heard,) = stand.script.heard
    parameters = asked(heard)
    signature = base64.b64decode(parameters.pop("sign"))
    message = "&".join(f"{name}={parameters[name]}" for name in sorted(parameters)).encode()
    assert stand.merchant_keys.verifies(signature, message)
    assert not stand.merchant_keys.verifies(signature, message + b"\n")
    content = json.loads(parameters.pop("biz_content"))
    assert content["out_trade_no"] == "2026_ODD_number_医+%26 01"
    notify = {"notify_url": "https://kiosk.example/notify"} if call == "create" else {}
    assert parameters == COMMON | {"method": METHODS[call]} | notify
    assert (heard.method, heard.target.partition("?")[0]) == ("POST", "/gateway.do")


@pytest.mark.parametrize(
    ("call", "content"),
    [
        (
            "create",
            '{"out_trade_no":"20261123120000ABCDEF0001","seller_id":"2088100000000001","total_amount":"380.00",'
            '"subject":"医疗保险","product_code":"FACE_TO_FACE_PAYMENT","time_expire":"2026-11-23 12:05:00",'
            '"qr_code_timeout_express":"5m"}',
        ),
        ("query", '{"out_trade_no":"20261123120000ABCDEF0001"}'),
        ("close", '{"out_trade_no":"20261123120000ABCDEF0001"}'),
        (
            "refund",
            '{"out_trade_no":"20261123120000ABCDEF0001","out_request_no":"R1","refund_amount":"380.00",'
            '"refund_reason":"缴费未入库"}',
        ),
        ("query_refund", '{"out_trade_no":"20261123120000ABCDEF0001","out_request_no":"R1"}'),
    ],
)
def test_what_we_ask_is_compact_and_complete(stand: Stand, call: str, content: str) -> None:
    ask(stand.client, call)
    assert asked(stand.script.heard[0])["biz_content"] == content


def test_what_the_charset_is_needed_for_stands_behind_it(stand: Stand) -> None:
    ask(stand.client, "create")
    (heard,) = stand.script.heard
    assert "charset=utf-8" in heard.target
    assert heard.body.startswith(b"biz_content=")
    assert heard.headers["content-type"] == "application/x-www-form-urlencoded; charset=utf-8"


def test_we_believe_what_openssl_signs(stand: Stand) -> None:
    stand.say("create", CREATED)
    assert ask(stand.client, "create") == Presented(CODE)


@pytest.mark.parametrize(
    "content",
    [
        ESCAPED,
        json.dumps(CREATED, indent=2),
        json.dumps(CREATED, separators=(" , ", " : ")),
        json.dumps(CREATED | {"sign": "inner"}),
        json.dumps(CREATED | {"msg": '}{"sign":"x"}', "more": {"error_response": [{}, "{"]}}),
        json.dumps(CREATED | {"msg": '成功 \\ " 😀'}, ensure_ascii=False),
        json.dumps(CREATED | {"msg": "成功"}),
    ],
)
def test_the_text_is_believed_as_it_was_written(stand: Stand, content: str) -> None:
    signature = stand.sign(content)
    for body in (
        f'{{"{node_of("create")}":{content},"sign":"{signature}"}}',
        f'\n{{ "sign" : "{signature}" ,\n "alipay_cert_sn":"1", "{node_of("create")}" : {content} }} ',
    ):
        stand.send(body)
        assert ask(stand.client, "create") == Presented(CODE)


def test_slashes_may_be_escaped_after_signing(stand: Stand) -> None:
    plain = ESCAPED.replace("\\/", "/")
    stand.send(f'{{"{node_of("create")}":{ESCAPED},"sign":"{stand.sign(plain)}"}}')
    assert ask(stand.client, "create") == Presented(CODE)


def test_only_what_was_signed_is_believed_of_an_escaped_text(stand: Stand) -> None:
    forged = ESCAPED.replace("\\/", "\\\\/")
    assert json.loads(forged)["qr_code"] != CODE
    stand.send(f'{{"{node_of("create")}":{forged},"sign":"{stand.sign(ESCAPED)}"}}')
    assert ask(stand.client, "create") == Presented(CODE)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("00a7", "00a8"),
        ('"10000"', '"10000" '),
        ('{"code"', '{ "code"'),
        (CODE, CODE.replace("/", "\\/")),
        (CODE, CODE.replace("a", "\\u0061")),
        ('"msg": "Success", ', ""),
    ],
)
def test_we_do_not_believe_a_content_that_was_changed_after_signing(stand: Stand, was: str, now: str) -> None:
    honest = json.dumps(CREATED)
    assert was in honest
    stand.send(f'{{"{node_of("create")}":{honest.replace(was, now)},"sign":"{stand.sign(honest)}"}}')
    # Escaping a slash changes nothing of what is said, and is the one change that the vendor's own clients allow.
    expected = Presented(CODE) if "\\/" in now else Unclear("bad signature")
    assert ask(stand.client, "create") == expected


def test_the_answer_to_another_question_is_not_believed(stand: Stand) -> None:
    waiting = {"code": "10000", "out_trade_no": NUMBER, "trade_status": "WAIT_BUYER_PAY"}
    stand.say("query", waiting)
    assert ask(stand.client, "query") == Waiting()
    assert ask(stand.client, "close") == Unclear("unreadable")


def test_what_another_key_signed_is_not_believed(stand: Stand) -> None:
    content = json.dumps(CREATED)
    signature = base64.b64encode(stand.merchant_keys.sign(content.encode())).decode()
    stand.send(f'{{"{node_of("create")}":{content},"sign":"{signature}"}}')
    assert ask(stand.client, "create") == Unclear("bad signature")
