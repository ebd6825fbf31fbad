"""RSA keys of the simulators: made at start, kept nowhere."""

import base64
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
    from cryptography.hazmat.primitives.hashes import SHA256


def new_key() -> "RSAPrivateKey":
    """A fresh key of 2048 bits (about a tenth of a second)."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    return generate_private_key(65537, 2048)


@cache
def key_of(whose: str) -> "RSAPrivateKey":
    """Somebody's key in the demonstration: made at the first use, the same as long as the program runs."""
    return new_key()


def sign(key: "RSAPrivateKey", message: bytes) -> str:
    """A network's signature, in base64: PKCS#1 v1.5 over SHA-256, as all three sign.

    Written apart from the clients' own signing, as everything at a simulator's gate, so that each can find the other's
    mistakes.
    """
    return base64.b64encode(key.sign(message, *_scheme())).decode()


def is_signed(public_key: bytes, signature: str, message: bytes) -> bool:
    """Whether a merchant, by the PEM of the public key, has signed a message so."""
    try:
        _read(public_key).verify(base64.b64decode(signature, validate=True), message, *_scheme())
    except (_invalid(), ValueError):
        return False
    return True


@cache
def _scheme() -> "tuple[PKCS1v15, SHA256]":
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    return PKCS1v15(), SHA256()


@cache
def _invalid() -> type[Exception]:
    from cryptography.exceptions import InvalidSignature

    return InvalidSignature


@lru_cache(64)
def _read(public_key: bytes) -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = load_pem_public_key(public_key)
    assert isinstance(key, RSAPublicKey)
    return key


def private_pem(key: "RSAPrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_pem(key: "RSAPrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
