"""Published vectors: what UnionPay itself signed, and what others signed as it says.

The certificates of its test environment have expired and are signed with SHA-1. Checked is all that a running client
checks, chain, names, validity and signature, at the time when the answer was made; not checked, as ever, is revocation.
"""

import base64
import hashlib
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import BasicConstraints, load_pem_x509_certificate
from cryptography.x509.verification import Criticality, ExtensionPolicy, PolicyBuilder, Store, VerificationError

from adapters.payments.unionpay.answers import read_query
from adapters.payments.unionpay.form import canonical, parse
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.refund_answers import read_query_refund, read_refund
from adapters.payments.unionpay.signing import Signer, digest
from adapters.payments.unionpay.trust import Trust, Untrusted
from adapters.payments.unionpay.wire import Reply
from domain.payment.network import Absent, Paid, RefundPending, Unclear, Waiting
from tests.adapters.stand import NOON, an_order
from tests.adapters.unionpay.stand import unionpay_order, unionpay_refund

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
SIGNED = VECTORS["sign_5_1_0_rsa"]
PARSED = VECTORS["parse_response"]
ROOT, MIDDLE = VECTORS["roots"]["root_pem"].encode(), VECTORS["roots"]["middle_pem"].encode()
ANSWERS: dict[str, dict[str, str]] = VECTORS["answers"]


def fields_of(name: str) -> dict[str, str]:
    fields = parse(ANSWERS[name]["raw"])
    assert fields is not None
    return fields


def problem(
    name: str,
    changes: dict[str, str] | None = None,
    roots: tuple[bytes, ...] = (ROOT, MIDDLE),
    later: timedelta = timedelta(0),
    signer: str | None = None,
) -> str | None:
    answer = ANSWERS[name]
    merchant = UnionPayMerchant("1", b"", b"", roots, signer or answer["signer"], "https://kiosk.example")
    return Signer(merchant).problem(fields_of(name) | (changes or {}), datetime.fromisoformat(answer["at"]) + later)


def test_the_published_text_and_digest() -> None:
    assert canonical(SIGNED["params"]).decode() == SIGNED["sign_string"]
    assert digest(SIGNED["params"]).decode() == SIGNED["sha256_hex"]
    assert hashlib.sha256(SIGNED["sign_string"].encode()).hexdigest() == SIGNED["sha256_hex"]


def test_the_published_signature_is_over_the_hexadecimal_text() -> None:
    certificate = load_pem_x509_certificate(SIGNED["signing_cert_pem"].encode())
    key, signature = certificate.public_key(), base64.b64decode(SIGNED["signature"])
    assert isinstance(key, RSAPublicKey)
    key.verify(signature, digest(SIGNED["params"]), PKCS1v15(), SHA256())
    assert str(certificate.serial_number) == SIGNED["cert_id"]


def test_the_published_answer_is_parsed() -> None:
    fields = parse(PARSED["raw"])
    assert fields is not None
    assert {name: fields[name] for name in PARSED["expect"]} == PARSED["expect"]
    assert "&".join(f"{name}={value}" for name, value in fields.items()) == PARSED["raw"]


@pytest.mark.parametrize("name", ANSWERS)
def test_what_unionpay_signed_is_believed(name: str) -> None:
    assert problem(name) is None


@pytest.mark.parametrize("name", ANSWERS)
def test_and_only_as_it_signed_it(name: str) -> None:
    assert problem(name, {"txnAmt": "2"}) == "bad signature"
    assert problem(name, {"signature": ""}) == "unsigned"
    assert problem(name, {"signMethod": "11"}) == "signature of another type"
    assert problem(name, signer="somebody else") == "certificate of somebody else"
    assert problem(name, later=timedelta(days=4000)) == "certificate out of date"
    assert problem(name, later=-timedelta(days=4000)) == "certificate out of date"
    for roots in ((), (ROOT,), (MIDDLE,)):
        assert problem(name, roots=roots) == "certificate of an unknown CA"


def test_the_librarys_own_verifier_still_takes_no_such_chain() -> None:
    """Why `trust` walks the path itself."""
    root, middle = load_pem_x509_certificate(ROOT), load_pem_x509_certificate(MIDDLE)
    signer = load_pem_x509_certificate(SIGNED["signing_cert_pem"].encode())
    anything = ExtensionPolicy.permit_all()
    verifier = (
        PolicyBuilder()
        .store(Store([root]))
        .time(datetime.fromisoformat("2017-01-01T00:00:00+08:00"))
        .extension_policies(
            ca_policy=anything.require_present(BasicConstraints, Criticality.AGNOSTIC, None), ee_policy=anything
        )
        .build_client_verifier()
    )
    with pytest.raises(VerificationError, match=r"Forbidden signature algorithm.*RsaWithSha1"):
        verifier.verify(signer, [middle])


def test_another_merchant_of_the_same_ca_is_not_unionpay() -> None:
    trust = Trust((ROOT, MIDDLE), "中国银联股份有限公司")
    with pytest.raises(Untrusted, match="certificate of somebody else"):
        trust.key(SIGNED["signing_cert_pem"], datetime.fromisoformat("2017-01-01T00:00:00+08:00"))


def asked(name: str) -> dict[str, str]:
    fields = fields_of(name)
    return {
        key: fields[key] for key in ("merId", "orderId", "txnTime", "txnType", "txnAmt", "origQryId") if key in fields
    }


def test_what_a_paid_one_means() -> None:
    made_at = datetime.fromisoformat("2024-01-05T14:50:46+08:00")
    order = an_order("pay20240105145046", 1, made_at)
    assert read_query(Reply(fields_of("paid")), asked("paid"), order, made_at) == Paid("442401051450467846498", made_at)
    more = an_order("pay20240105145046", 2, made_at)
    assert read_query(Reply(fields_of("paid")), asked("paid"), more, made_at) == Unclear("mismatch: txnAmt")


def test_what_one_under_way_means() -> None:
    order = unionpay_order("20180614042747", 1)
    assert read_query(Reply(fields_of("under_way")), asked("under_way"), order, NOON) == Waiting()


def test_what_an_absent_one_means() -> None:
    reply = Reply(fields_of("absent"))
    assert read_query(reply, asked("absent"), unionpay_order(), NOON) == Absent()
    other = asked("absent") | {"orderId": "20180204092702"}
    assert read_query(reply, other, unionpay_order(), NOON) == Unclear("mismatch: orderId")


def test_what_an_accepted_refund_means() -> None:
    reply = Reply(fields_of("refund_accepted"))
    assert read_refund(reply, asked("refund_accepted")) == RefundPending()
    assert read_refund(reply, asked("refund_accepted") | {"origQryId": "0"}) == Unclear("mismatch: origQryId")
    # It is no answer to a query, for it says nothing of what became of the refund.
    refund = unionpay_refund("refundpay20240105165842", 1)
    answer = read_query_refund(reply, asked("refund_accepted"), unionpay_order(), refund)
    assert answer == Unclear("mismatch: origQryId")
