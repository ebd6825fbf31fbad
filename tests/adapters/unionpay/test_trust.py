"""Whose certificate is believed: chains made by the openssl command, some of them almost right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.unionpay.merchant import SIGNER
from adapters.payments.unionpay.trust import Trust, Untrusted
from tests.adapters.stand import NOON, KeyPair, openssl
from tests.adapters.unionpay.openssl_ca import MERCHANT, UNIONPAY, Certified, Registry
from tests.adapters.unionpay.stand import Stand, unionpay_order

OUTSIDE = "certificate of an unknown CA"
DATE = "certificate out of date"
NAME = "certificate of somebody else"


@dataclass(frozen=True)
class Makings:
    """What certificates are made of here."""

    registry: Registry
    root: Certified
    middle: Certified
    keys: KeyPair

    def signer(self, by: Certified | None = None, subject: str = UNIONPAY, **how: str) -> str:
        return self.registry.certify(self.keys, subject, by or self.root, **how).pem.decode()


@pytest.fixture(scope="module")
def makings(registry: Registry, root: Certified, keys: tuple[KeyPair, KeyPair]) -> Iterator[Makings]:
    yield Makings(registry, root, registry.certify(keys[0], "/CN=A Middle", root, kind="root"), keys[1])


def why(pem: str, *roots: Certified, now: datetime = NOON, signer: str = SIGNER) -> str | None:
    try:
        Trust([root.pem for root in roots], signer).key(pem, now)
    except Untrusted as reason:
        return str(reason)
    return None


def test_a_root_is_enough_and_a_middle_needs_its_root(makings: Makings) -> None:
    assert why(makings.signer(), makings.root) is None
    assert why(makings.signer(), makings.middle, makings.root) is None
    below = makings.signer(makings.middle)
    assert why(below, makings.root, makings.middle) is None
    assert why(below, makings.middle, makings.root) is None
    assert why(below, makings.root) == OUTSIDE
    assert why(below, makings.middle) == OUTSIDE
    assert why(below) == OUTSIDE


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (UNIONPAY, None),
        (f"/O=else@else@else/CN=041@Z2026@{SIGNER}@1", None),
        (f"/CN=041@Z2026@{SIGNER}", None),
        (MERCHANT, NAME),
        (f"/CN={SIGNER}", NAME),
        (f"/CN=041@{SIGNER}@Z2026", NAME),
        (f"/CN=041@Z2026@1:SIGN@{SIGNER}", NAME),
        (f"/CN=041@Z2026@{SIGNER}.@1", NAME),
        (f"/CN=x@y@{SIGNER}/CN=041@Z2026@1:SIGN@1", NAME),
        (f"/CN=041@Z2026@1:SIGN@1/CN=x@y@{SIGNER}", NAME),
        (f"/O=041@Z2026@{SIGNER}@1/CN=somebody", NAME),
    ],
)
def test_the_third_part_of_the_name_says_whose_it_is(makings: Makings, subject: str, expected: str | None) -> None:
    assert why(makings.signer(subject=subject), makings.root) == expected


def test_the_older_test_environment_has_another_name(makings: Makings) -> None:
    pem = makings.signer(subject="/CN=041@Z2017-11-1@00040000:SIGN@00000001")
    assert why(pem, makings.root, signer="00040000:SIGN") is None
    assert why(pem, makings.root) == NAME


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("20261123040000Z", "20261123040000Z", None),
        ("20261123040001Z", "20270101000000Z", DATE),
        ("20260101000000Z", "20261123035959Z", DATE),
    ],
)
def test_it_is_valid_from_its_first_second_to_its_last(
    makings: Makings, since: str, until: str, expected: str | None
) -> None:
    assert why(makings.signer(since=since, until=until), makings.root) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(-1, None), (1, OUTSIDE)])
def test_so_is_the_ca(makings: Makings, minutes: int, expected: str | None) -> None:
    middle = makings.registry.certify(
        makings.middle.keys, "/CN=Another Middle", makings.root, kind="root", until="20261123040000Z"
    )
    pem = makings.signer(middle)
    assert why(pem, makings.root, middle, now=NOON + timedelta(minutes=minutes)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("root", None), ("silent_root", None), ("mute_root", OUTSIDE), ("signer", OUTSIDE), ("bare", OUTSIDE)],
)
def test_only_a_ca_signs_certificates(makings: Makings, kind: str, expected: str | None) -> None:
    middle = makings.registry.certify(makings.middle.keys, "/CN=A Middle?", makings.root, kind=kind)
    assert why(makings.signer(middle), makings.root, middle) == expected


@pytest.mark.parametrize(
    ("digest", "expected"), [("sha1", None), ("sha384", None), ("sha512", None), ("md5", OUTSIDE), ("sha224", OUTSIDE)]
)
def test_how_it_is_hashed(makings: Makings, digest: str, expected: str | None) -> None:
    assert why(makings.signer(digest=digest), makings.root) == expected


def test_a_ca_of_the_same_name_is_another(makings: Makings, registry: Registry) -> None:
    forged = registry.certify(makings.keys, "/CN=A Root", kind="root")
    assert why(makings.signer(forged), makings.root) == OUTSIDE
    assert why(makings.signer(), forged) == OUTSIDE
    assert why(makings.signer(), forged, makings.root) is None


def test_one_that_signs_itself_is_nobodys(makings: Makings, registry: Registry) -> None:
    assert why(registry.certify(makings.keys, UNIONPAY, kind="root").pem.decode(), makings.root) == OUTSIDE


def test_a_key_of_another_kind(makings: Makings, registry: Registry) -> None:
    curve = KeyPair(registry.folder / "curve.key", registry.folder / "curve.pub")
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(curve.private))
    pem = registry.certify(curve, UNIONPAY, makings.root).pem.decode()
    assert why(pem, makings.root) == "certificate for another kind of key"


@pytest.fixture(scope="module")
def good(makings: Makings) -> str:
    return makings.signer()


@pytest.mark.filterwarnings("ignore::UserWarning")  # What looks odd in a certificate is warned of besides.
@settings(max_examples=200, deadline=None)
@given(place=st.integers(0, 1200), character=st.sampled_from("AQgw/+9z0=-"))
def test_a_certificate_that_was_tampered_with_only_fails(
    makings: Makings, good: str, place: int, character: str
) -> None:
    trust = Trust([makings.root.pem], SIGNER)
    spoilt = good[:place] + character + good[place + 1 :]
    try:
        key = trust.key(spoilt, NOON)
    except Untrusted:
        return
    # Not every bit says something.
    assert key.public_numbers() == trust.key(good, NOON).public_numbers()


def test_the_client_says_why(stand: Stand) -> None:
    stand.now.at = NOON + timedelta(days=365)
    stand.say({"respCode": "34"})
    assert str(stand.client.query(unionpay_order())) == f"Unclear(reason='{DATE}')"
