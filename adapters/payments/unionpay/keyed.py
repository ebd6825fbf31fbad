"""Signatures by a key that both sides have (ACP 5.1.0, signMethod 11 and 12, as UnionPay's own SDK makes them).

Hashed is the text of the fields, an ampersand, and the hash of the key; hashes are lower-case hexadecimal digits.
"""

from collections.abc import Mapping
from typing import Final, Literal

from adapters.payments.unionpay.form import canonical

Method = Literal["01", "11", "12"]
RSA_SHA256: Final = "01"
SHA256: Final = "11"
SM3: Final = "12"


def signature(fields: Mapping[str, str], method: Method, key: bytes) -> str:
    """By SHA256 or SM3."""
    return _hex(canonical(fields) + b"&" + _hex(key, method).encode(), method)


def _hex(message: bytes, method: Method) -> str:
    from cryptography.hazmat.primitives import hashes

    hashed = hashes.Hash(hashes.SM3() if method == SM3 else hashes.SHA256())
    hashed.update(message)
    return hashed.finalize().hex()
