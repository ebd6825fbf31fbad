"""What the real WeChat Pay refuses, the simulated one refuses too."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.signing import Signer
from adapters.payments.wechat.wire import Reply, Wire
from domain.payment.network import Presented
from kit.simulators.frame import Asked
from kit.simulators.keys import private_pem, public_pem
from kit.simulators.payer import Source
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.gate import asking
from kit.simulators.wechat.refusals import Refusal
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import NOON, Now, an_order

CREATE = "/v3/pay/transactions/native"
REFUND = "/v3/refund/domestic/refunds"
QUERY = "/v3/pay/transactions/out-trade-no/A00001"


@pytest.fixture
def wire(simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now) -> Iterator[Wire]:
    wire = Wire(merchant, simulator.base_url, now, lambda: "N", 5.0)
    yield wire
    wire.disconnect()


@pytest.fixture
def good(merchant: WeChatMerchant) -> dict[str, Any]:
    return {
        "appid": merchant.appid,
        "mchid": merchant.mchid,
        "description": "医疗保险",
        "out_trade_no": "A00001",
        "time_expire": "2026-11-23T12:05:00+08:00",
        "notify_url": merchant.notify_url,
        "amount": {"total": 100, "currency": "CNY"},
    }


def said(answer: object) -> tuple[int, str, int]:
    assert isinstance(answer, Reply)
    return answer.status, answer.code, answer.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"out_trade_no": "A0001"},
        {"out_trade_no": "A" * 33},
        {"out_trade_no": "A00001!"},
        {"out_trade_no": "A0000１"},
        {"out_trade_no": "A00001\n"},
        {"out_trade_no": 100001},
        {"out_trade_no": None},
        {"description": ""},
        {"description": "医" * 128},
        {"description": "𠮷医疗保险"},
        {"description": "医疗保险😀"},
        {"attach": ""},
        {"attach": "医" * 129},
        {"attach": 1},
        {"attach": None},
        {"goods_tag": None},
        {"scene_info": {"payer_client_ip": None}},
        {"detail": {"goods_detail": [{"goods_name": None}]}},
        {"amount": {"total": 0, "currency": "CNY"}},
        {"amount": {"total": -1, "currency": "CNY"}},
        {"amount": {"total": 1.0, "currency": "CNY"}},
        {"amount": {"total": "1", "currency": "CNY"}},
        {"amount": {"total": True, "currency": "CNY"}},
        {"amount": {"total": 1, "currency": "USD"}},
        {"amount": 1},
        {"time_expire": "2026-11-23T11:59:00+08:00"},
        {"time_expire": "2026-11-23T12:00:59+08:00"},
        {"time_expire": "2026-11-23T12:05:00"},
        {"time_expire": "2027-11-23T12:05:00+08:00"},
        {"time_expire": "soon"},
        {"notify_url": "http://kiosk.example/notify"},
        {"notify_url": "https://kiosk.example/notify?order=1"},
        {"notify_url": "https:///notify"},
        {"notify_url": "https://[kiosk.example/notify"},
        {"notify_url": "https://kiosk.example/" + "n" * 256},
    ],
)
def test_a_bad_create(wire: Wire, good: dict[str, Any], changes: dict[str, Any]) -> None:
    assert said(wire.call("POST", CREATE, good | changes)) == (400, "PARAM_ERROR", 0)
    assert said(wire.call("GET", f"{QUERY}?mchid={good['mchid']}")) == (404, "ORDER_NOT_EXIST", 268512771)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"out_trade_no": "a_-|*9"},
        {"out_trade_no": "A" * 32},
        {"description": "医" * 127},
        {"description": "\uffee医疗保险"},
        {"attach": "医" * 128},
        {"scene_info": {"payer_client_ip": "127.0.0.1"}},
        {"amount": {"total": 1}},
        {"time_expire": "2026-11-23T12:01:00+08:00"},
        {"time_expire": "2026-11-23T04:05:00+00:00"},
    ],
)
def test_a_create_at_the_edge(wire: Wire, good: dict[str, Any], changes: dict[str, Any]) -> None:
    answer = wire.call("POST", CREATE, good | changes)
    assert said(answer) == (200, "", 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"mchid": "1900000110"}, "MCH_NOT_EXISTS"), ({"appid": "wx0000000000000002"}, "APPID_MCHID_NOT_MATCH")],
)
def test_somebody_elses_create(wire: Wire, good: dict[str, Any], changes: dict[str, str], code: str) -> None:
    assert said(wire.call("POST", CREATE, good | changes)) == (400, code, 0)


@pytest.mark.parametrize("missing", ["Accept", "User-Agent", "Content-Type"])
def test_a_create_without_a_header_that_is_wanted(
    wire: Wire, good: dict[str, Any], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = wire._headers(b"{}")
    monkeypatch.setattr(wire, "_headers", lambda body: whole | {missing: ""})
    assert said(wire.call("POST", CREATE, good)) == (400, "PARAM_ERROR", 0)


@pytest.mark.parametrize("mchid", ["", "?mchid=", "?mchid=1900000110"])
def test_a_query_and_a_close_for_another_merchant(wire: Wire, good: dict[str, Any], mchid: str) -> None:
    wire.call("POST", CREATE, good)
    assert said(wire.call("GET", QUERY + mchid)) == (400, "MCH_NOT_EXISTS", 0)
    assert said(wire.call("POST", f"{QUERY}/close", {"mchid": mchid})) == (400, "MCH_NOT_EXISTS", 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": {"total": 101, "currency": "CNY"}},
        {"description": "养老保险"},
        {"time_expire": "2026-11-23T12:06:00+08:00"},
        {"attach": "x"},
    ],
)
def test_the_same_number_for_something_else(wire: Wire, good: dict[str, Any], changes: dict[str, Any]) -> None:
    wire.call("POST", CREATE, good)
    assert said(wire.call("POST", CREATE, good | changes)) == (400, "INVALID_REQUEST", 268498688)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"amount": {"refund": 101, "total": 100, "currency": "CNY"}}, "INVALID_REQUEST"),
        ({"amount": {"refund": 100, "total": 101, "currency": "CNY"}}, "INVALID_REQUEST"),
        ({"amount": {"refund": 0, "total": 100, "currency": "CNY"}}, "PARAM_ERROR"),
        ({"out_refund_no": ""}, "PARAM_ERROR"),
        ({"out_refund_no": "R" * 65}, "PARAM_ERROR"),
        ({"out_refund_no": "R1!"}, "PARAM_ERROR"),
        ({"out_refund_no": "R 1"}, "PARAM_ERROR"),
        ({"out_refund_no": "R1\n"}, "PARAM_ERROR"),
        ({"out_refund_no": "R１"}, "PARAM_ERROR"),
        ({"out_refund_no": "退1"}, "PARAM_ERROR"),
        ({"out_refund_no": None}, "PARAM_ERROR"),
        ({"reason": ""}, "PARAM_ERROR"),
        ({"reason": "退" * 81}, "PARAM_ERROR"),
        ({"reason": 1}, "PARAM_ERROR"),
        ({"reason": None}, "PARAM_ERROR"),
        ({"funds_account": None}, "PARAM_ERROR"),
        ({"amount": {"refund": 100, "total": 100, "currency": "CNY", "from": None}}, "PARAM_ERROR"),
        ({"out_refund_no": "azAZ09_-|*@"}, ""),
        ({"out_refund_no": "R" * 64}, ""),
        ({"reason": "退" * 80}, ""),
        ({"out_trade_no": "A00002"}, "RESOURCE_NOT_EXISTS"),
        ({}, ""),
    ],
)
def test_refunds(
    simulator: WeChatSimulator, wire: Wire, good: dict[str, Any], content: dict[str, Any], code: str
) -> None:
    pay(simulator, wire, good)
    asked = {"out_trade_no": "A00001", "out_refund_no": "R1", "amount": refund_of(100)} | content
    assert said(wire.call("POST", REFUND, asked))[1] == code


def test_an_unpaid_order_has_no_refund(wire: Wire, good: dict[str, Any]) -> None:
    wire.call("POST", CREATE, good)
    asked = {"out_trade_no": "A00001", "out_refund_no": "R1", "amount": refund_of(100)}
    assert said(wire.call("POST", REFUND, asked)) == (400, "INVALID_REQUEST", 0)


def test_a_refund_number_belongs_to_one_order(simulator: WeChatSimulator, wire: Wire, good: dict[str, Any]) -> None:
    asked = {"out_trade_no": "A00001", "out_refund_no": "R1", "amount": refund_of(100)}
    pay(simulator, wire, good)
    pay(simulator, wire, good | {"out_trade_no": "A00002"})
    assert said(wire.call("POST", REFUND, asked)) == (200, "", 0)
    assert said(wire.call("POST", REFUND, asked | {"out_trade_no": "A00002"})) == (400, "INVALID_REQUEST", 0)


def test_partial_refunds_end_when_nothing_is_left(
    simulator: WeChatSimulator, wire: Wire, good: dict[str, Any], now: Now
) -> None:
    pay(simulator, wire, good)
    answers = []
    for number, fen in [("R1", 60), ("R1", 60), ("R1", 40), ("R2", 41), ("R2", 40), ("R3", 1)]:
        asked = {"out_trade_no": "A00001", "out_refund_no": number, "amount": refund_of(fen)}
        answers.append(said(wire.call("POST", REFUND, asked))[0])
        now.pass_by(minutes=1)
    assert answers == [200, 200, 400, 400, 200, 400]
    assert simulator.wallet.balances[Source.CHANGE] == 200_00


@pytest.mark.parametrize(
    ("method", "target", "content"),
    [
        ("GET", CREATE, None),
        ("POST", "/v3/pay/transactions/jsapi", {}),
        ("GET", "/", None),
        ("GET", QUERY + "/x", None),
    ],
)
def test_there_is_nothing_else(wire: Wire, method: str, target: str, content: dict[str, object] | None) -> None:
    assert said(wire.call(method, target, content)) == (404, "NOT_FOUND", 0)


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r"^.*$", ""),
        (r"^WECHATPAY2-SHA256-RSA2048", "Basic"),
        (r'mchid="\w+",', ""),
        (r'mchid="\w+"', 'mchid="1900000110"'),
        (r'serial_no="\w+"', 'serial_no="AA"'),
        (r'nonce_str="\w+"', 'nonce_str="M"'),
        (r'timestamp="\w+"', 'timestamp="noon"'),
        (r'timestamp="\w+"', f'timestamp="{int(NOON.timestamp()) - 301}"'),
        (r'timestamp="\w+"', f'timestamp="{int(NOON.timestamp()) + 1}"'),
        (r'signature="[^"]+"', 'signature=""'),
        (r'signature="[^"]+"', 'signature="!"'),
        (r'signature="[^"]{4}', 'signature="AAAA'),
    ],
)
def test_a_request_that_the_merchant_did_not_sign(
    simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now, pattern: str, instead: str
) -> None:
    target = f"{QUERY}?mchid={merchant.mchid}"
    honest = Signer(merchant).authorization("GET", target.encode(), b"", now(), "N")
    assert refusal(simulator.base_url + target, honest) == (404, "ORDER_NOT_EXIST")
    assert refusal(simulator.base_url + target, re.sub(pattern, instead, honest)) == (401, "SIGN_ERROR")
    assert refusal(simulator.base_url + target + "&x=1", honest) == (401, "SIGN_ERROR")


def refusal(url: str, authorization: str) -> tuple[int, str]:
    response = httpx2.get(url, headers={"Authorization": authorization}, trust_env=False, verify=False)
    assert re.fullmatch(r"[0-9A-F]{32}-\d+", response.headers["Request-ID"])
    return response.status_code, response.json()["code"]


def test_a_code_lives_for_two_hours(simulator: WeChatSimulator, wire: Wire, good: dict[str, Any], now: Now) -> None:
    good["time_expire"] = "2026-11-23T18:00:00+08:00"
    code = create(wire, good)
    now.pass_by(hours=2)
    assert simulator.cancel(code)
    now.pass_by(seconds=1)
    assert not simulator.cancel(code)
    assert simulator.cancel(create(wire, good))


def test_a_strange_code_is_nobodys(simulator: WeChatSimulator) -> None:
    assert simulator.scan("https://example.org") is None
    assert simulator.pay("https://example.org", Source.CARD) == "expired"
    assert not simulator.cancel("https://example.org")


def test_the_code_reaches_the_screen_as_it_was_sent(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    answer = wechat.create(an_order(), "医疗保险")
    assert isinstance(answer, Presented)
    assert re.fullmatch(r"weixin://wxpay/bizpayurl\?pr=[0-9a-f]{16}", answer.code)
    bill = simulator.scan(answer.code)
    assert bill is not None
    assert bill.alive


@pytest.fixture(scope="module")
def both(rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> tuple[Signer, dict[str, Account]]:
    """A merchant's signature and the gate that knows the merchant."""
    merchant = WeChatMerchant("1", "wx1", "AA", private_pem(rsa_keys[1]), b"", {}, "https://kiosk.example")
    return Signer(merchant), {"AA": Account("1", "wx1", "AA", public_pem(rsa_keys[1]), "")}


@settings(max_examples=40, deadline=None)
@given(target=st.text("/?&=%abc012-._~", max_size=40), body=st.binary(max_size=80), other=st.binary(max_size=80))
def test_any_request_is_accepted_as_signed_and_only_so(
    both: tuple[Signer, dict[str, Account]], target: str, body: bytes, other: bytes
) -> None:
    signer, accounts = both
    header = signer.authorization("POST", target.encode(), body, NOON, "0A1B")
    assert asking(Asked("POST", target, {"authorization": header}, body), accounts, NOON).mchid == "1"
    if other != body:
        with pytest.raises(Refusal, match="401 SIGN_ERROR signature"):
            asking(Asked("POST", target, {"authorization": header}, other), accounts, NOON)


def create(wire: Wire, good: dict[str, Any]) -> str:
    answer = wire.call("POST", CREATE, good)
    assert isinstance(answer, Reply)
    return str(answer.fields["code_url"])


def pay(simulator: WeChatSimulator, wire: Wire, good: dict[str, Any]) -> None:
    assert simulator.pay(create(wire, good), Source.CHANGE) == "paid"


def refund_of(fen: int) -> dict[str, Any]:
    return {"refund": fen, "total": 100, "currency": "CNY"}
