"""RSA keys of the simulators: made at start, kept nowhere."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


def new_key() -> "RSAPrivateKey":
    """A fresh key of 2048 bits (about a tenth of a second)."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    return generate_private_key(65537, 2048)


@cache
def key_of(whose: str) -> "RSAPrivateKey":
    """Somebody's key in the demonstration: made at the first use, the same as long as the program runs."""
    return new_key()


def private_pem(key: "RSAPrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_pem(key: "RSAPrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
