"""Platform certificates (平台证书) of the simulated WeChat Pay, and the list of them that it gives out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.notices import sealed
from kit.simulators.wechat.orders import stamp

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

LASTS = timedelta(days=5 * 365)
BESIDE = timedelta(days=1)
"""How long an old one is good beside a new one."""


@dataclass(slots=True)
class Certified:
    """A key and its certificate (PEM); `until` is what the list says."""

    serial: str
    key: "RSAPrivateKey"
    pem: bytes
    since: datetime
    until: datetime


def certified(key: "RSAPrivateKey", now: datetime, serial: int) -> Certified:
    """A certificate that begins now. It signs itself: whose it is the seal says."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import CertificateBuilder, Name, NameAttribute
    from cryptography.x509.oid import NameOID

    since = now.replace(microsecond=0)
    name = Name([NameAttribute(NameOID.COUNTRY_NAME, "CN"), NameAttribute(NameOID.COMMON_NAME, "Tenpay.com sign")])
    builder = CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(serial).not_valid_before(since).not_valid_after(since + LASTS)
    pem = builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
    return Certified(f"{serial:040X}", key, pem, since, since + LASTS)


def listed(ones: Iterable[Certified], account: Account, now: datetime, nonce: Callable[[], str]) -> dict[str, Any]:
    """The answer to GET /v3/certificates: each that is not over, sealed for the merchant."""
    return {
        "data": [
            {
                "serial_no": one.serial,
                "effective_time": stamp(one.since),
                "expire_time": stamp(one.until),
                "encrypt_certificate": sealed(account, nonce()[:12], "certificate", one.pem),
            }
            for one in ones
            if now <= one.until
        ]
    }
