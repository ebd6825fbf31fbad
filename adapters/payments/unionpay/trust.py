"""Whether a certificate that comes with an answer is UnionPay's: its chain, its validity, and whom it names.

The path is walked here, because `cryptography` will not (tried with 50.0.2): neither its verifier
(`cryptography.x509.verification`) nor `verify_directly_issued_by` takes SHA-1, which everything in UnionPay's test
environment is signed with, and there a terminal is tried out before its hall opens. All else could be had from the
verifier: an `ExtensionPolicy` makes it do without a subject alternative name. Every CA comes from the settings: an
answer cannot bring CAs of its own along, as a web site may. Revocation lists are not looked at, as in UnionPay's own
SDK.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.x509 import Certificate

HASHES = frozenset({"sha1", "sha256", "sha384", "sha512"})
"""What a CA may have hashed a certificate with. CFCA's test CAs use SHA-1 and no other."""


class Untrusted(Exception):
    """Not UnionPay's certificate, or not now. The message says why, in a few words for the log."""


class Trust:
    """The CAs of the settings (PEM), parsed at the first use, and whom a signing certificate must name.

    Raises ValueError (unreadable PEM) at that first use: a mistake in the settings.
    """

    def __init__(self, roots: Sequence[bytes], signer: str) -> None:
        self._roots = tuple(roots)
        self._signer = signer

    def prepare(self) -> None:
        """Parse the CAs ahead of the first answer."""
        _ = self._authorities

    def key(self, pem: str, now: datetime) -> "RSAPublicKey":
        """The public key of a signing certificate. Raises Untrusted."""
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.x509 import InvalidVersion

        authorities = self._authorities
        try:
            return self._checked(_read(pem), authorities, now)
        # A certificate is read as far as it is looked at, so what is wrong with it may show at any step.
        except (ValueError, TypeError, InvalidVersion, UnsupportedAlgorithm) as error:
            raise Untrusted("unreadable certificate") from error

    def _checked(
        self, certificate: "Certificate", authorities: "frozenset[Certificate]", now: datetime
    ) -> "RSAPublicKey":
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

        if not _is_valid(certificate, now):
            raise Untrusted("certificate out of date")
        # The same CA makes the merchants' certificates too, so its signature alone says nothing.
        if [name.split("@")[2:3] for name in _common_names(certificate)] != [[self._signer]]:
            raise Untrusted("certificate of somebody else")
        if not self._leads_up(certificate, authorities, now):
            raise Untrusted("certificate of an unknown CA")
        key = certificate.public_key()
        if not isinstance(key, RSAPublicKey):
            raise Untrusted("certificate for another kind of key")
        return key

    def _leads_up(self, certificate: "Certificate", authorities: "frozenset[Certificate]", now: datetime) -> bool:
        """Whether valid CAs among these lead from a certificate up to one that signed itself."""
        return any(
            is_authority(issuer)
            and _is_valid(issuer, now)
            and _signed(issuer, certificate)
            and (_signed(issuer, issuer) or self._leads_up(issuer, authorities - {issuer}, now))
            for issuer in authorities
        )

    @cached_property
    def _authorities(self) -> "frozenset[Certificate]":
        from cryptography.x509 import load_pem_x509_certificate

        return frozenset(load_pem_x509_certificate(pem) for pem in self._roots)


@lru_cache(8)
def _read(pem: str) -> "Certificate":
    """The same comes with every answer."""
    from cryptography.x509 import load_pem_x509_certificate

    return load_pem_x509_certificate(pem.encode())


def _common_names(certificate: "Certificate") -> list[str]:
    from cryptography.x509.oid import NameOID

    return [str(name.value) for name in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]


def _is_valid(certificate: "Certificate", now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def is_authority(certificate: "Certificate") -> bool:
    """Whether it says of itself that others may be signed with its key."""
    from cryptography.x509 import BasicConstraints, ExtensionNotFound, KeyUsage

    extensions = certificate.extensions
    try:
        if not extensions.get_extension_for_class(BasicConstraints).value.ca:
            return False
    except ExtensionNotFound:
        return False
    # Old roots do not say what their key is for; one that says so must say this.
    with suppress(ExtensionNotFound):
        return extensions.get_extension_for_class(KeyUsage).value.key_cert_sign
    return True


@lru_cache(32)
def _signed(issuer: "Certificate", certificate: "Certificate") -> bool:
    """Whether the issuer's name and signature are on a certificate."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    key = issuer.public_key()
    if certificate.issuer != issuer.subject or not isinstance(key, RSAPublicKey):
        return False
    try:
        hashed = certificate.signature_hash_algorithm
        if hashed is None or hashed.name not in HASHES:
            return False
        key.verify(certificate.signature, certificate.tbs_certificate_bytes, PKCS1v15(), hashed)
    except (InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
