"""How all three networks sign: RSA PKCS#1 v1.5 over SHA-256, in base64; keys come as PEM."""

import base64
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
    from cryptography.hazmat.primitives.hashes import SHA256

KEPT = 16
"""So many keys are kept as they were read: a private one is looked through for as long as a dozen signatures take."""


@lru_cache(KEPT)
def private_key(pem: bytes, whose: str) -> "RSAPrivateKey":
    """A private key without a passphrase. Raises ValueError (unreadable) or TypeError (not RSA), as `whose` key."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(pem, password=None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError(f"{whose} private key is not an RSA key")
    return key


def public_key(pem: bytes, whose: str) -> "RSAPublicKey":
    """The key in a PEM of a public key or of a certificate. Raises as `private_key` does."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from cryptography.x509 import load_pem_x509_certificate

    certificate = b"BEGIN CERTIFICATE" in pem
    key = load_pem_x509_certificate(pem).public_key() if certificate else load_pem_public_key(pem)
    if not isinstance(key, RSAPublicKey):
        raise TypeError(f"{whose} public key is not an RSA key")
    return key


def sign(key: "RSAPrivateKey", message: bytes) -> str:
    """The signature of a message."""
    return base64.b64encode(key.sign(message, *_scheme())).decode()


def holds(key: "RSAPublicKey", signature: str, message: bytes) -> bool:
    """Whether this is the key's signature of the message; what is no base64 is none."""
    try:
        key.verify(base64.b64decode(signature, validate=True), message, *_scheme())
    except (_invalid(), ValueError):
        return False
    return True


@cache
def _scheme() -> "tuple[PKCS1v15, SHA256]":
    """Loaded with the first signature."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    return PKCS1v15(), SHA256()


@cache
def _invalid() -> type[Exception]:
    from cryptography.exceptions import InvalidSignature

    return InvalidSignature
