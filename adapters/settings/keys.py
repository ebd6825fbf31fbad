"""Key files of the networks: that they can be read, by nobody else where they are secret, and that they fit each other.

What `cryptography` says of a file is not repeated: only what kind of file is wanted.
"""

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Any, TypeVar

from adapters.settings.held import Against, Unfit

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
    from cryptography.x509 import Certificate

T = TypeVar("T")
Before = Mapping[str, Any]
SHORTEST_RSA = 2048
"""Bits. The networks sign by RSA with SHA-256 and take no shorter key."""
LARGEST = 64 * 1024
"""Bytes; no key or certificate is near that."""
_HALVES: "dict[bytes, RSAPublicKey]" = {}
"""Of private keys that were tried, by the digest of their file."""


def secret(path: Path, against: Against, before: Before) -> None:
    """Ours, and for nobody else to read."""
    content(path)
    status = path.stat()
    if status.st_uid != os.geteuid():
        raise Unfit("has to belong to the user that the terminal runs as")
    if (mode := S_IMODE(status.st_mode)) & 0o077:
        raise Unfit(f"has to have mode 0600: with {mode:04o} others may use it")


def private_key(path: Path, against: Against, before: Before) -> None:
    """An RSA key as PEM, without a passphrase."""
    long_enough(public_half(path).key_size)


def public_key(path: Path, against: Against, before: Before) -> None:
    """An RSA public key as PEM."""
    long_enough(rsa_public(path).key_size)


def certificate(path: Path, against: Against, before: Before) -> None:
    """An X.509 certificate as PEM that is valid now."""
    in_date(x509(path), against)


def of_certificate(path: Path, against: Against, before: Before) -> None:
    """The private half of `certificate_file`, where there is one."""
    signed = before.get("certificate_file")
    if signed is not None and _numbers(x509(signed)) != public_half(path).public_numbers():
        raise Unfit("is not the key of certificate_file")


def serial_of_certificate(serial: str, against: Against, before: Before) -> None:
    """The serial number of `certificate_file`, where there is one."""
    signed = before.get("certificate_file")
    if signed is not None and int(serial, 16) != x509(signed).serial_number:
        raise Unfit("is not the serial number of certificate_file")


def content(path: Path) -> bytes:
    """What a key file holds. Raises Unfit, as all of these do."""
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

    held = content(path)
    try:
        return parse(held)
    except TypeError:  # What is said of a key with a passphrase.
        raise Unfit("has to be without a passphrase") from None
    except (ValueError, UnsupportedAlgorithm, InvalidVersion):
        raise Unfit(f"has to hold {wanted}, as PEM") from None


def public_half(path: Path) -> "RSAPublicKey":
    """The public half of the RSA private key in a PEM file.

    To try a private key takes longer than all else that is checked, and a file is held against several others: each
    content is tried once, and the public half alone is kept.
    """
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    def tried(pem: bytes) -> "RSAPublicKey":
        if (digest := sha256(pem).digest()) not in _HALVES:
            key = load_pem_private_key(pem, None)
            if not isinstance(key, RSAPrivateKey):
                raise Unfit("has to hold an RSA private key, as PEM")
            _HALVES[digest] = key.public_key()
        return _HALVES[digest]

    return _parsed(path, tried, "an RSA private key")


def rsa_public(path: Path) -> "RSAPublicKey":
    """The RSA public key in a PEM file."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = _parsed(path, load_pem_public_key, "an RSA public key")
    if not isinstance(key, RSAPublicKey):
        raise Unfit("has to hold an RSA public key, as PEM")
    return key


def x509(path: Path) -> "Certificate":
    """The certificate in a PEM file."""
    from cryptography.x509 import load_pem_x509_certificate

    return _parsed(path, load_pem_x509_certificate, "a certificate")


def is_x509(path: Path) -> bool:
    """Whether a file holds a certificate rather than a key."""
    return b"-----BEGIN CERTIFICATE-----" in content(path)


def rsa_of(certificate: "Certificate") -> "RSAPublicKey":
    """The RSA key that a certificate is for."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise Unfit("has to be a certificate for an RSA key")
    return key


def _numbers(certificate: "Certificate") -> "RSAPublicNumbers":
    return rsa_of(certificate).public_numbers()


def long_enough(bits: int) -> None:
    """Whether a network takes a key of that length."""
    if bits < SHORTEST_RSA:
        raise Unfit(f"has to hold a key of {SHORTEST_RSA} bits or more, and holds one of {bits}")


def is_out_of_date(certificate: "Certificate", against: Against) -> bool:
    """Whether it is not valid now."""
    return not certificate.not_valid_before_utc <= against.now <= certificate.not_valid_after_utc


def in_date(certificate: "Certificate", against: Against) -> None:
    """It is valid now."""
    if is_out_of_date(certificate, against):
        since, until = certificate.not_valid_before_utc.date(), certificate.not_valid_after_utc.date()
        raise Unfit(f"is a certificate from {since} to {until}: it is not valid now")
