"""Key files of the networks: that they can be read, by nobody else where they are secret, and that they fit each other.

What `cryptography` says of a file is not repeated: only what kind of file is wanted.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Any, TypeVar

from adapters.settings.held import Against, Unfit

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, RSAPublicNumbers
    from cryptography.x509 import Certificate

T = TypeVar("T")
Before = Mapping[str, Any]
SHORTEST_RSA = 2048
"""Bits. All three networks sign by RSA with SHA-256 and take no shorter key."""
LARGEST = 64 * 1024
"""Bytes; no key or certificate is near that."""
API_V3_KEY = 32
"""Bytes: an AES-256 key, typed by the merchant as 32 letters and digits."""


def secret(path: Path, against: Against, before: Before) -> None:
    """Ours, and for nobody else to read."""
    _content(path)
    status = path.stat()
    if status.st_uid != os.geteuid():
        raise Unfit("has to belong to the user that the terminal runs as")
    if (mode := S_IMODE(status.st_mode)) & 0o077:
        raise Unfit(f"has to have mode 0600: with {mode:04o} others may use it")


def private_key(path: Path, against: Against, before: Before) -> None:
    """An RSA key as PEM, without a passphrase."""
    _long_enough(_private(path).key_size)


def public_key(path: Path, against: Against, before: Before) -> None:
    """An RSA public key as PEM."""
    _long_enough(_public(path).key_size)


def another_than_ours(path: Path, against: Against, before: Before) -> None:
    """Not the half of our own `private_key_file` that Alipay was given."""
    ours = before.get("private_key_file")
    if ours is not None and _public(path).public_numbers() == _private(ours).public_key().public_numbers():
        raise Unfit("is the application's own public key: Alipay's is wanted, which its platform shows beside it")


def api_v3_key(path: Path, against: Against, before: Before) -> None:
    """32 bytes; white space around them does not count."""
    if (length := len(_content(path).strip())) != API_V3_KEY:
        raise Unfit(f"has to hold {API_V3_KEY} bytes, and holds {length}")


def certificate(path: Path, against: Against, before: Before) -> None:
    """An X.509 certificate as PEM that is valid now."""
    _in_date(_certificate(path), against)


def of_certificate(path: Path, against: Against, before: Before) -> None:
    """The private half of `certificate_file`, where there is one."""
    signed = before.get("certificate_file")
    if signed is not None and _numbers(_certificate(signed)) != _private(path).public_key().public_numbers():
        raise Unfit("is not the key of certificate_file")


def serial_of_certificate(serial: str, against: Against, before: Before) -> None:
    """The serial number of `certificate_file`, where there is one."""
    signed = before.get("certificate_file")
    if signed is not None and int(serial, 16) != _certificate(signed).serial_number:
        raise Unfit("is not the serial number of certificate_file")


def platform_keys(files: Mapping[str, Path], against: Against, before: Before) -> None:
    """For each serial the key of WeChat Pay that has it; one of them can be used now.

    A certificate that is out of date may stay beside its successor: it is taken out when there is time.
    """
    for serial, path in files.items():
        if _is_certificate(path) and (serial.startswith("PUB") or int(serial, 16) != _certificate(path).serial_number):
            raise Unfit(f"{serial} is not the serial number of its certificate")
    certificates = [_certificate(path) for path in files.values() if _is_certificate(path)]
    if len(certificates) == len(files) and all(_is_out_of_date(one, against) for one in certificates):
        raise Unfit("holds no certificate that is valid now")


def platform_key(path: Path, against: Against, before: Before) -> None:
    """A public key or a certificate as PEM."""
    if _is_certificate(path):
        _long_enough(_rsa(_certificate(path)).key_size)
    else:
        public_key(path, against, before)


def authority(path: Path, against: Against, before: Before) -> None:
    """The certificate of a CA, valid now."""
    from adapters.payments.unionpay.trust import is_authority

    found = _certificate(path)
    if not is_authority(found):
        raise Unfit("has to be the certificate of a CA (basicConstraints CA:TRUE)")
    _in_date(found, against)


def chain(paths: list[Path], against: Against, before: Before) -> None:
    """One of them has signed itself: where the chain of UnionPay's own certificate ends."""
    if not any(found.issuer == found.subject for found in map(_certificate, paths)):
        raise Unfit("holds no root: one of them has to be a certificate that signed itself")


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise Unfit("names no file that there is")
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise Unfit("names something that is no key file")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a text that cannot be a path.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "that is no path"
        raise Unfit(f"cannot be read: {reason.lower()}") from None


def _parsed(path: Path, parse: Callable[[bytes], T], wanted: str) -> T:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion

    content = _content(path)
    try:
        return parse(content)
    except TypeError:  # What is said of a key with a passphrase.
        raise Unfit("has to be without a passphrase") from None
    except (ValueError, UnsupportedAlgorithm, InvalidVersion):
        raise Unfit(f"has to hold {wanted}, as PEM") from None


def _private(path: Path) -> "RSAPrivateKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = _parsed(path, lambda pem: load_pem_private_key(pem, None), "an RSA private key")
    if not isinstance(key, RSAPrivateKey):
        raise Unfit("has to hold an RSA private key, as PEM")
    return key


def _public(path: Path) -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = _parsed(path, load_pem_public_key, "an RSA public key")
    if not isinstance(key, RSAPublicKey):
        raise Unfit("has to hold an RSA public key, as PEM")
    return key


def _certificate(path: Path) -> "Certificate":
    from cryptography.x509 import load_pem_x509_certificate

    return _parsed(path, load_pem_x509_certificate, "a certificate")


def _is_certificate(path: Path) -> bool:
    return b"-----BEGIN CERTIFICATE-----" in _content(path)


def _rsa(certificate: "Certificate") -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise Unfit("has to be a certificate for an RSA key")
    return key


def _numbers(certificate: "Certificate") -> "RSAPublicNumbers":
    return _rsa(certificate).public_numbers()


def _long_enough(bits: int) -> None:
    if bits < SHORTEST_RSA:
        raise Unfit(f"has to hold a key of {SHORTEST_RSA} bits or more, and holds one of {bits}")


def _is_out_of_date(certificate: "Certificate", against: Against) -> bool:
    return not certificate.not_valid_before_utc <= against.now <= certificate.not_valid_after_utc


def _in_date(certificate: "Certificate", against: Against) -> None:
    if _is_out_of_date(certificate, against):
        since, until = certificate.not_valid_before_utc.date(), certificate.not_valid_after_utc.date()
        raise Unfit(f"is a certificate from {since} to {until}: it is not valid now")
