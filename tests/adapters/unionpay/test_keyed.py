"""Signatures by a key that both sides have: signMethod 11 (SHA-256) and 12 (SM3), each also by the openssl command."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.keyed import Method, signature
from adapters.payments.unionpay.merchant import UnionPayMerchant
from domain.payment.network import Absent, Paid, Presented, RefundDone, RefundPending, Refused, Unclear
from domain.payment.notices import NotBelieved
from domain.reconciliation.bill import Bill
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault
from kit.simulators.payer import Ending, Source
from kit.simulators.unionpay.demo import demo_merchant
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import NOON, NUMBER, Now, openssl
from tests.adapters.unionpay.stand import MER_ID, Stand, text_of, unionpay_order, unionpay_refund

METHODS: tuple[Method, ...] = ("11", "12")
DIGEST = {"11": "-sha256", "12": "-sm3"}
KEY = b"0123456789ABCDEF0123456789ABCDEF"
ORDER, REFUND = unionpay_order(), unionpay_refund()
ABSENT = {"merId": MER_ID, "orderId": NUMBER, "txnTime": "20261123120000", "respCode": "34"}


def digest(text: bytes, method: str) -> str:
    return openssl("dgst", DIGEST[method], "-r", given=text).split()[0].decode()


def by_openssl(fields: dict[str, str], method: str, key: bytes = KEY) -> str:
    return digest(f"{text_of(fields)}&{digest(key, method)}".encode(), method)


@pytest.fixture
def pair_by(
    simulator: UnionPaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> Callable[[Method], tuple[UnionPayMerchant, UnionPay]]:
    """A merchant that the simulator knows to sign so, and its client."""
    return lambda method: demo_merchant(simulator, now, make_key=lambda: rsa_keys[1], sign_method=method)


@pytest.fixture
def client_by(stand: Stand) -> Callable[[Method], UnionPay]:
    """Who signs and believes by KEY and hears what a script says."""
    return lambda method: stand.client_of(
        replace(stand.merchant, sign_method=method, secure_key=KEY, certificate=b"", private_key=b"", roots=())
    )


@pytest.mark.parametrize("method", METHODS)
def test_the_same_as_by_openssl(method: Method) -> None:
    fields = {"version": "5.1.0", "signMethod": method, "merName": "社保费", "empty": "", "signature": "x"}
    assert signature(fields, method, KEY) == by_openssl(fields, method)


@pytest.mark.parametrize("method", METHODS)
def test_a_life_with_a_refund_a_notification_and_a_bill(
    simulator: UnionPaySimulator,
    pair_by: Callable[[Method], tuple[UnionPayMerchant, UnionPay]],
    now: Now,
    method: Method,
) -> None:
    _, unionpay = pair_by(method)
    shown = unionpay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert unionpay.query(ORDER) == Absent()
    assert simulator.pay(shown.code, Source.CARD) is Ending.PAID
    paid = unionpay.query(ORDER)
    assert isinstance(paid, Paid)
    headers, body = simulator.notification(NUMBER)
    assert unionpay.notified(headers, body) == NUMBER
    with pytest.raises(NotBelieved, match="bad signature"):
        unionpay.notified(headers, body.replace(NUMBER.encode(), b"A" * 24))
    order = replace(ORDER, transaction=paid.transaction)
    assert unionpay.refund(order, REFUND) == RefundPending()
    now.pass_by(seconds=5)
    assert unionpay.query_refund(order, REFUND) == RefundDone()
    now.pass_by(days=1)
    assert isinstance(unionpay.bill(NOON.astimezone(HALL_TIME).date()), Bill)
    unionpay.disconnect()


@pytest.mark.parametrize("method", METHODS)
def test_what_goes_over_the_wire(stand: Stand, client_by: Callable[[Method], UnionPay], method: Method) -> None:
    client_by(method).query(ORDER)
    (heard,) = stand.script.heard
    said = dict(parse_qsl(heard.body.decode()))
    assert said["signMethod"] == method
    assert "certId" not in said
    assert said["signature"] == by_openssl(said, method)


@pytest.mark.parametrize(
    ("method", "told", "signed", "key", "why"),
    [
        ("11", "11", "11", KEY, None),
        ("12", "12", "12", KEY, None),
        ("11", "11", "11", KEY[:-1], "bad signature"),
        ("11", "11", "12", KEY, "bad signature"),
        ("12", "12", "11", KEY, "bad signature"),
        ("11", "12", "12", KEY, "signature of another type"),
        ("12", "11", "11", KEY, "signature of another type"),
        ("11", "11", "", KEY, "unsigned"),
        ("11", "11", "é", KEY, "bad signature"),
    ],
)
def test_which_answers_are_believed(
    stand: Stand,
    client_by: Callable[[Method], UnionPay],
    method: Method,
    told: str,
    signed: str,
    key: bytes,
    why: str | None,
) -> None:
    fields = ABSENT | {"version": "5.1.0", "signMethod": told}
    stand.send(fields | {"signature": by_openssl(fields, signed, key) if signed in DIGEST else signed})
    assert client_by(method).query(ORDER) == (Unclear(why) if why else Absent())


@pytest.mark.parametrize("method", METHODS)
def test_a_certificate_convinces_nobody_who_has_a_key(
    stand: Stand, client_by: Callable[[Method], UnionPay], method: Method
) -> None:
    stand.say(ABSENT)
    assert client_by(method).query(ORDER) == Unclear("signature of another type")
    stand.say(ABSENT | {"signMethod": method})
    assert client_by(method).query(ORDER) == Unclear("bad signature")


@pytest.mark.parametrize("method", METHODS)
def test_a_key_convinces_nobody_who_wants_a_certificate(stand: Stand, method: Method) -> None:
    fields = ABSENT | {"version": "5.1.0", "signMethod": method}
    stand.send(fields | {"signature": by_openssl(fields, method, b"")})
    assert stand.client.query(ORDER) == Unclear("signature of another type")


@pytest.mark.parametrize(
    ("known", "change"),
    [
        ("11", {"secure_key": KEY}),
        ("12", {"secure_key": KEY}),
        ("11", {"sign_method": "12"}),
        ("12", {"sign_method": "11"}),
        ("11", {"sign_method": "01"}),
        ("01", {"sign_method": "11", "secure_key": KEY}),
    ],
)
def test_a_wrong_mode_is_refused(
    simulator: UnionPaySimulator,
    pair_by: Callable[[Method], tuple[UnionPayMerchant, UnionPay]],
    now: Now,
    known: Method,
    change: dict[str, str | bytes],
) -> None:
    merchant, _ = pair_by(known)
    wrong = UnionPay(replace(merchant, **change), simulator.base_url, now)  # type: ignore[arg-type]
    assert wrong.create(ORDER, "医疗保险") == Refused("11")
    assert isinstance(wrong.query(ORDER), Unclear)
    wrong.disconnect()


def test_a_spoilt_answer_is_not_believed(
    simulator: UnionPaySimulator, pair_by: Callable[[Method], tuple[UnionPayMerchant, UnionPay]]
) -> None:
    _, unionpay = pair_by("12")
    for fault, why in (
        (Fault.BAD_SIGNATURE, "bad signature"),
        (Fault.UNSIGNED, "unsigned"),
        (Fault.WRONG_MERCHANT, "mismatch: merId"),
    ):
        simulator.faults.switch(fault)
        assert unionpay.query(ORDER) == Unclear(why)
    unionpay.disconnect()


def test_the_key_is_not_shown(stand: Stand) -> None:
    assert KEY.decode() not in repr(replace(stand.merchant, secure_key=KEY))
