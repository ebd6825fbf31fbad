"""Whose requests the simulated UnionPay listens to, and what it makes of those that are none."""

import httpx2
import pytest

from adapters.payments.unionpay.form import encode, parse
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.questions import query
from adapters.payments.unionpay.signing import Signer
from adapters.payments.unionpay.wire import FILES, QUERY, TRANSACT
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import NOON, NUMBER


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", TRANSACT),
        ("GET", QUERY),
        ("GET", FILES),
        ("POST", "/gateway/api/frontTransReq.do"),
        ("POST", f"{TRANSACT}?merId=1"),
    ],
)
def test_there_is_nothing_else(simulator: UnionPaySimulator, method: str, path: str) -> None:
    response = httpx2.request(method, simulator.base_url + path, trust_env=False, verify=False)
    assert response.status_code == 404


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signature": ""}, "13"),
        ({"signature": "!"}, "11"),
        ({"signature": "AAAA"}, "11"),
        ({"certId": ""}, "13"),
        ({"certId": "68759663125"}, "11"),
        ({"orderId": "20261123120000ABCDEF0002"}, "11"),
        ({"one": "more"}, "11"),
        ({"empty": ""}, "34"),
        ({}, "34"),
    ],
)
def test_a_request_that_the_merchant_did_not_sign(
    simulator: UnionPaySimulator, merchant: UnionPayMerchant, changes: dict[str, str], code: str
) -> None:
    honest = Signer(merchant).signed(query(NUMBER, NOON, merchant))
    assert answer_to(simulator, encode(honest | changes))["respCode"] == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "13"),
        (b"version", "10"),
        (b"version=5.1.0&version=5.1.0", "10"),
        (b"version=%ff", "10"),
        (b"version=\xe4\xb8\xad", "10"),
        (b'{"version": "5.1.0"}', "10"),
        (b"version=5.1.0", "13"),
    ],
)
def test_a_body_that_is_no_form(simulator: UnionPaySimulator, body: bytes, code: str) -> None:
    assert answer_to(simulator, body)["respCode"] == code


def test_nobody_can_put_words_into_an_answer(simulator: UnionPaySimulator, merchant: UnionPayMerchant) -> None:
    fields = query("12345678&origRespCode=00", NOON, merchant)
    told = answer_to(simulator, encode(Signer(merchant).signed(fields)))
    assert told["respCode"] == "10"
    assert not {"orderId", "origRespCode"} & told.keys()


def answer_to(simulator: UnionPaySimulator, body: bytes) -> dict[str, str]:
    url, headers = simulator.base_url + QUERY, {"Content-Type": "application/x-www-form-urlencoded"}
    response = httpx2.post(url, content=body, headers=headers, trust_env=False, verify=False)
    assert response.status_code == 200
    fields = parse(response.content.decode())
    assert fields is not None
    assert fields["signature"]
    return fields
