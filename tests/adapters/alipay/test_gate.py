"""What the real gateway asks of every request, whoever's it is, the simulated one asks too."""

import json
from urllib.parse import urlencode

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.signing import Signer
from kit.simulators.alipay.gate import asking
from kit.simulators.alipay.ledger import Account
from kit.simulators.alipay.refusals import Refusal
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.keys import private_pem, public_pem
from tests.adapters.alipay.counter import DAY

QUERY_NODE = "alipay_trade_query_response"


@pytest.fixture
def request_of(merchant: AlipayMerchant) -> dict[str, str]:
    """A good request, unsigned."""
    return {
        "app_id": merchant.app_id,
        "method": "alipay.trade.query",
        "charset": "utf-8",
        "sign_type": "RSA2",
        "timestamp": f"{DAY} 12:00:00",
        "version": "1.0",
        "biz_content": '{"out_trade_no":"医A1"}',
    }


def sent(url: str, query: str, body: str | None = None) -> tuple[str, str, bool]:
    """Under what name it was answered, the `sub_code`, and whether it was signed."""
    method = "GET" if body is None else "POST"
    response = httpx2.request(method, f"{url}?{query}", content=body, trust_env=False, verify=False)
    assert response.status_code == 200
    answer = response.json()
    signature = answer.pop("sign", None)
    ((node, content),) = answer.items()
    return node, content["sub_code"], signature is not None


FOUND = (QUERY_NODE, "ACQ.TRADE_NOT_EXIST", True)


def test_parameters_may_stand_anywhere(
    simulator: AlipaySimulator, merchant: AlipayMerchant, request_of: dict[str, str]
) -> None:
    whole = request_of | {"sign": Signer(merchant).sign(request_of)}
    some = {name: whole.pop(name) for name in ("sign", "biz_content", "timestamp")}
    assert sent(simulator.base_url, urlencode(whole | some)) == FOUND
    assert sent(simulator.base_url, urlencode(whole | some), "") == FOUND
    assert sent(simulator.base_url, urlencode(whole), urlencode(some)) == FOUND
    assert sent(simulator.base_url, "", urlencode(some | whole)) == FOUND


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"method": None}, ("error_response", "isv.missing-method", False)),
        ({"method": "alipay.trade.cancel"}, ("error_response", "isv.invalid-method", False)),
        ({"method": "alipay.trade.query "}, ("error_response", "isv.invalid-method", False)),
        ({"app_id": None}, (QUERY_NODE, "isv.missing-app-id", False)),
        ({"app_id": "2021000000000999"}, (QUERY_NODE, "isv.invalid-app-id", False)),
        ({"sign_type": None}, (QUERY_NODE, "isv.missing-signature-type", True)),
        ({"sign_type": "RSA"}, (QUERY_NODE, "isv.invalid-signature-type", True)),
        ({"timestamp": None}, (QUERY_NODE, "isv.missing-timestamp", True)),
        ({"timestamp": "1795406400"}, (QUERY_NODE, "isv.invalid-timestamp", True)),
        ({"timestamp": f"{DAY}T12:00:00"}, (QUERY_NODE, "isv.invalid-timestamp", True)),
        ({"version": None}, (QUERY_NODE, "isv.missing-version", True)),
        ({"version": "2.0"}, (QUERY_NODE, "isv.invalid-version", True)),
        ({"charset": "gbk"}, (QUERY_NODE, "isv.invalid-charset", True)),
        ({"charset": None}, (QUERY_NODE, "isv.invalid-charset", True)),
        ({"charset": "UTF-8"}, FOUND),
        ({"format": "xml"}, (QUERY_NODE, "isv.invalid-format", True)),
        ({"format": "json"}, FOUND),
        ({"biz_content": None}, (QUERY_NODE, "isv.illegal-json", True)),
        ({"biz_content": "[]"}, (QUERY_NODE, "isv.illegal-json", True)),
        ({"biz_content": "{"}, (QUERY_NODE, "isv.illegal-json", True)),
        ({"notify_url": "https://kiosk.example/notify?a=1&b=2"}, FOUND),
        ({"extra": ""}, FOUND),
    ],
)
def test_a_well_signed_request_that_the_gateway_refuses(
    simulator: AlipaySimulator,
    merchant: AlipayMerchant,
    request_of: dict[str, str],
    changes: dict[str, str | None],
    expected: tuple[str, str, bool],
) -> None:
    whole = {name: value for name, value in (request_of | changes).items() if value is not None}
    whole["sign"] = Signer(merchant).sign(whole)
    assert sent(simulator.base_url, urlencode(whole)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sign": ""}, "isv.missing-signature"),
        ({"sign": "!"}, "isv.invalid-signature"),
        ({"sign": "AAAA"}, "isv.invalid-signature"),
        ({"sign": "签"}, "isv.invalid-signature"),
        ({"timestamp": f"{DAY} 12:00:01"}, "isv.invalid-signature"),
        ({"method": "alipay.trade.close"}, "isv.invalid-signature"),
        ({"biz_content": '{"out_trade_no":"医A2"}'}, "isv.invalid-signature"),
        ({"biz_content": '{"out_trade_no": "医A1"}'}, "isv.invalid-signature"),
        ({"extra": "x"}, "isv.invalid-signature"),
    ],
)
def test_a_request_that_the_merchant_did_not_sign(
    simulator: AlipaySimulator,
    merchant: AlipayMerchant,
    request_of: dict[str, str],
    changes: dict[str, str],
    expected: str,
) -> None:
    honest = request_of | {"sign": Signer(merchant).sign(request_of)}
    assert sent(simulator.base_url, urlencode(honest)) == FOUND
    _, sub_code, is_signed = sent(simulator.base_url, urlencode(honest | changes))
    assert (sub_code, is_signed) == (expected, True)


def test_what_cannot_be_read_at_all(
    simulator: AlipaySimulator, merchant: AlipayMerchant, request_of: dict[str, str]
) -> None:
    honest = urlencode(request_of | {"sign": Signer(merchant).sign(request_of)})
    twice = ("error_response", "isv.invalid-parameter", False)
    assert sent(simulator.base_url, f"{honest}&version=1.0") == twice
    assert sent(simulator.base_url, honest, "version=1.0") == twice
    assert sent(simulator.base_url, f"{honest}&x=%ff") == ("error_response", "isv.invalid-charset", False)


@pytest.mark.parametrize("path", ["/", "/gateway.do/", "/v3/alipay/trade/query"])
def test_there_is_nothing_else(simulator: AlipaySimulator, path: str) -> None:
    url = simulator.base_url.removesuffix("/gateway.do") + path
    assert httpx2.get(url, trust_env=False, verify=False).status_code == 404


@pytest.fixture(scope="module")
def both(rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> tuple[Signer, dict[str, Account]]:
    """An application's signature and the gate that knows the application."""
    merchant = AlipayMerchant("1", "2088", private_pem(rsa_keys[1]), b"", "https://kiosk.example")
    return Signer(merchant), {"1": Account("1", "2088", public_pem(rsa_keys[1]), "")}


NAMES = st.text("abz_09", min_size=1, max_size=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=60, deadline=None)
@given(asked=st.dictionaries(NAMES, TEXTS, max_size=4), name=NAMES, value=TEXTS.filter(bool))
def test_any_request_is_accepted_as_signed_and_only_so(
    both: tuple[Signer, dict[str, Account]], asked: dict[str, str], name: str, value: str
) -> None:
    signer, accounts = both
    common = {"app_id": "1", "sign_type": "RSA2", "timestamp": f"{DAY} 12:00:00", "version": "1.0", "charset": "utf-8"}
    content = {"biz_content": json.dumps(asked, ensure_ascii=False)}
    honest = asked | common | content
    honest["sign"] = signer.sign(honest)
    assert asking(honest, accounts).app_id == "1"
    if honest.get(name) != value:
        with pytest.raises(Refusal, match=r"isv\.invalid-signature"):
            asking(honest | {name: value}, accounts)
