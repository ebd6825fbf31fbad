"""Signatures of the gateway.do protocol: ours on requests, Alipay's on answers (RSA2: PKCS#1 v1.5, SHA-256, base64)."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from adapters.payments import rsa
from adapters.payments.alipay.merchant import AlipayMerchant

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey


def canonical(parameters: Mapping[str, str]) -> bytes:
    """The text that is signed for a request: all but the signature and what is empty, by name, nothing quoted."""
    kept = sorted((name, value) for name, value in parameters.items() if value and name != "sign")
    return "&".join(f"{name}={value}" for name, value in kept).encode()


class Signer:
    """Signs for one application and checks Alipay's signatures to it. Keys are parsed at the first use.

    Raises ValueError (unreadable PEM) or TypeError (not RSA) at that first use: a mistake in the settings.
    """

    def __init__(self, merchant: AlipayMerchant) -> None:
        self._merchant = merchant

    def prepare(self) -> None:
        """Parse both keys now."""
        self._private_key  # noqa: B018
        self._public_key  # noqa: B018

    def sign(self, parameters: Mapping[str, str]) -> str:
        """The `sign` of a request."""
        return rsa.sign(self._private_key, canonical(parameters))

    def signed(self, content: str, signature: str) -> str | None:
        r"""What Alipay signed when it sent `content`: that text; None if the signature is for something else.

        Some answers are signed before their slashes are escaped (the official SDKs for Java and PHP try both ways):
        then it is the text with `/` for `\/` that is signed, and only that text may be believed.
        """
        readings = (content, content.replace("\\/", "/"))
        return next((text for text in readings if rsa.holds(self._public_key, signature, text.encode())), None)

    def posted(self, fields: Mapping[str, str]) -> bool:
        """Whether Alipay signed what it has posted by itself: `sign_type` is not part of that."""
        message = canonical({name: value for name, value in fields.items() if name != "sign_type"})
        return rsa.holds(self._public_key, fields.get("sign", ""), message)

    @cached_property
    def _private_key(self) -> "RSAPrivateKey":
        return rsa.private_key(self._merchant.private_key, "the application's")

    @cached_property
    def _public_key(self) -> "RSAPublicKey":
        return rsa.public_key(self._merchant.alipay_public_key, "Alipay's")
