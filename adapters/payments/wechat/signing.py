"""Signatures of WeChat Pay API v3: ours on requests, theirs on answers (RSA PKCS#1 v1.5 over SHA-256, base64)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from adapters.payments import rsa
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.platform import Certificate, PlatformKeys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SCHEME = "WECHATPAY2-SHA256-RSA2048"
FRESH = timedelta(minutes=5)
"""How far the two clocks may lie apart, either way."""
UNKNOWN_SERIAL = "unknown serial"
"""Why an answer is not believed that was signed with a key which we do not have, or not now."""
PROBE = "WECHATPAY/SIGNTEST/"
"""How the signatures begin that WeChat sends to find out whether anybody checks."""


def canonical(*lines: bytes) -> bytes:
    """The text that is signed: every line ended by LF, the last one too."""
    return b"".join(line + b"\n" for line in lines)


class Signer:
    """Signs for one merchant and checks the platform's signatures. Keys are parsed at the first use.

    Raises ValueError (unreadable PEM) or TypeError (not RSA) at that first use: a mistake in the settings.
    """

    def __init__(self, merchant: WeChatMerchant) -> None:
        self._merchant = merchant
        self.platform = PlatformKeys(merchant.platform_keys)

    def authorization(self, method: str, target: bytes, body: bytes, now: datetime, nonce: str) -> str:
        """The `Authorization` header for a request: `target` is path and query, exactly as they are sent."""
        timestamp = str(int(now.timestamp()))
        signed = self._sign(canonical(method.encode(), target, timestamp.encode(), nonce.encode(), body))
        return (
            f'{SCHEME} mchid="{self._merchant.mchid}",nonce_str="{nonce}",timestamp="{timestamp}",'
            f'serial_no="{self._merchant.serial}",signature="{signed}"'
        )

    def problem(
        self, headers: Mapping[str, str], body: bytes, now: datetime, besides: Mapping[str, Certificate] | None = None
    ) -> str | None:
        """Why an answer cannot be believed, in a few words for the log; None if its signature holds.

        `headers` are looked up by lower-case names, `body` is the raw bytes. `besides` the certificates that are known,
        these are believed.
        """
        serial, timestamp, nonce, signature = (
            headers.get(f"wechatpay-{part}", "") for part in ("serial", "timestamp", "nonce", "signature")
        )
        if not signature:
            return "unsigned"
        if signature.startswith(PROBE):
            return "signature probe"
        if headers.get("wechatpay-signature-type", SCHEME) != SCHEME:
            return "signature of another type"
        if not _fresh(timestamp, now):
            return "stale"
        key = self.platform.key(serial, now, besides)
        if key is None:
            return UNKNOWN_SERIAL
        message = canonical(timestamp.encode(), nonce.encode(), body)
        return None if rsa.holds(key, signature, message) else "bad signature"

    def _sign(self, message: bytes) -> str:
        return rsa.sign(self._private_key, message)

    @cached_property
    def _private_key(self) -> "RSAPrivateKey":
        return rsa.private_key(self._merchant.private_key, "the merchant's")


def _fresh(timestamp: str, now: datetime) -> bool:
    plausible = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12
    return plausible and abs(now.timestamp() - int(timestamp)) <= FRESH.total_seconds()
