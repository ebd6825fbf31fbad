"""The CA above the simulated UnionPay: a root, and the certificates that it signs for UnionPay and for merchants."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from domain.runtime import Chance

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
    from cryptography.x509 import Certificate, KeyUsage, Name

UNIONPAY = "041@8310000000083040@中国银联股份有限公司@00016495"
"""What UnionPay's signing certificate is called: the third part says whose it is."""
BEGINS_BEFORE = timedelta(days=1)
LASTS = timedelta(days=5 * 365)


class Authority:
    """Signs with `key`. What it signs is valid from a day before `now` for five years, if not said otherwise."""

    def __init__(self, key: "RSAPrivateKey", now: datetime, chance: Chance) -> None:
        self._key, self._chance = key, chance
        self._since, self._until = now - BEGINS_BEFORE, now + LASTS
        self.root = self._sign("Simulated Root CA", key.public_key(), self._until, is_authority=True)

    def certify(self, name: str, key: "RSAPublicKey", until: datetime | None = None) -> "Certificate":
        """A certificate for somebody's key."""
        return self._sign(name, key, until or self._until, is_authority=False)

    def _sign(self, name: str, key: "RSAPublicKey", until: datetime, is_authority: bool) -> "Certificate":
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.x509 import BasicConstraints, CertificateBuilder

        subject = _named(name)
        return (
            CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject if is_authority else self.root.subject)
            .public_key(key)
            .serial_number(1 + int.from_bytes(self._chance.token(16)))
            .not_valid_before(min(self._since, until - BEGINS_BEFORE))
            .not_valid_after(until)
            .add_extension(BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(_usage(is_authority), critical=True)
            .sign(self._key, SHA256())
        )


@lru_cache(64)
def pem(certificate: "Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM)


def _named(name: str) -> "Name":
    from cryptography.x509 import Name, NameAttribute
    from cryptography.x509.oid import NameOID

    return Name([NameAttribute(NameOID.COUNTRY_NAME, "CN"), NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(is_authority: bool) -> "KeyUsage":
    from cryptography.x509 import KeyUsage

    return KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
