"""Personal data in the store: sealed per field, with a keyed digest beside it where it must be found again."""

import hmac
from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.keys import Keys

NONCE = 12
"""Bytes; AES-GCM's own size (NIST SP 800-38D)."""


class Sealer:
    """AES-256-GCM with a fresh nonce per value. `where` is `table.column`: a value moved elsewhere does not open."""

    def __init__(self, keys: Keys, token: Callable[[int], bytes]) -> None:
        self._cipher = AESGCM(keys.seal)
        self._digest_key = keys.digest
        self._token = token

    def seal(self, text: str, where: str) -> bytes:
        """The nonce, then the sealed text and its tag."""
        nonce = self._token(NONCE)
        return nonce + self._cipher.encrypt(nonce, text.encode(), where.encode())

    def unseal(self, sealed: bytes, where: str) -> str:
        """Raises cryptography's InvalidTag if the value was changed, or was sealed for another place or key."""
        return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], where.encode()).decode()

    def digest(self, where: str, *texts: str) -> bytes:
        """HMAC-SHA256 over texts of any length, the same for the same texts in the same place."""
        parts = (part.encode() for part in (where, *texts))
        message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return hmac.digest(self._digest_key, message, "sha256")
