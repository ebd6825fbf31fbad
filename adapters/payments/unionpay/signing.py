"""Signatures of UnionPay ACP 5.1.0: ours on requests, theirs on answers.

Signed is not the text of the fields but the hexadecimal SHA-256 of it, by RSA PKCS#1 v1.5 over SHA-256 (signMethod 01).
Where both sides have a key instead, see `keyed`.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from hmac import compare_digest
from typing import TYPE_CHECKING

from adapters.payments import rsa
from adapters.payments.unionpay.form import canonical
from adapters.payments.unionpay.keyed import RSA_SHA256, signature
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.trust import Trust, Untrusted

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

VERSION = "5.1.0"


def digest(fields: Mapping[str, str]) -> bytes:
    """What is signed: the SHA-256 of the canonical text as 64 lower-case hexadecimal digits."""
    from hashlib import sha256

    return sha256(canonical(fields)).hexdigest().encode()


class Signer:
    """Signs for one merchant and checks UnionPay's signatures. Keys and certificates are parsed at the first use.

    Raises ValueError (unreadable PEM) or TypeError (not RSA) at that first use: a mistake in the settings.
    """

    def __init__(self, merchant: UnionPayMerchant) -> None:
        self._merchant = merchant
        self._trust = Trust(merchant.roots, merchant.signer)

    def prepare(self) -> None:
        """Parse keys and certificates ahead of the first call."""
        self.signed({})
        self._trust.prepare()

    def signed(self, fields: Mapping[str, str]) -> dict[str, str]:
        """A request's fields, the empty ones left out, with the signature over them; by RSA with `certId`, too."""
        whole = {name: value for name, value in fields.items() if value}
        if self._merchant.sign_method != RSA_SHA256:
            return whole | {"signature": self._keyed(whole)}
        whole |= {"certId": self._cert_id}
        return whole | {"signature": rsa.sign(self._private_key, digest(whole))}

    def problem(self, fields: Mapping[str, str], now: datetime) -> str | None:
        """Why an answer cannot be believed, in a few words for the log; None if its signature holds.

        An answer has no time of its own, so an old one is as good as a new one: it is what is asked about, order and
        time of order, that ties it to the question.
        """
        if not fields.get("signature"):
            return "unsigned"
        if fields.get("version") != VERSION or fields.get("signMethod") != self._merchant.sign_method:
            return "signature of another type"
        if self._merchant.sign_method != RSA_SHA256:
            return (
                None if compare_digest(fields["signature"].encode(), self._keyed(fields).encode()) else "bad signature"
            )
        try:
            key = self._trust.key(fields.get("signPubKeyCert", ""), now)
        except Untrusted as reason:
            return str(reason)
        return None if rsa.holds(key, fields["signature"], digest(fields)) else "bad signature"

    def _keyed(self, fields: Mapping[str, str]) -> str:
        return signature(fields, self._merchant.sign_method, self._merchant.secure_key)

    @cached_property
    def _cert_id(self) -> str:
        from cryptography.x509 import load_pem_x509_certificate

        return str(load_pem_x509_certificate(self._merchant.certificate).serial_number)

    @cached_property
    def _private_key(self) -> "RSAPrivateKey":
        return rsa.private_key(self._merchant.private_key, "the merchant's")
