"""Whose signatures are WeChat Pay's: a public key of the settings, or platform certificates, which change (平台证书).

In certificate mode they are fetched (API v3, GET /v3/certificates), sealed with the merchant's APIv3 key: who can do
that is WeChat. A new one is listed beside the old a day before it is used, and both are believed until their ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from adapters.payments import rsa
from adapters.payments.wechat.merchant import PUBLIC_KEY_MODE
from adapters.payments.wechat.sealing import ALGORITHM, unseal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

SHORTEST = 2048
"""Bits of a key that is believed."""


@dataclass(frozen=True)
class Certificate:
    """A key of WeChat Pay's from `since` until `until`: what the list says, which ends old ones early."""

    serial: str
    key: "RSAPublicKey"
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Sealing:
    """With which key WeChat Pay can be told a secret, and what it calls that key."""

    serial: str
    key: "RSAPublicKey"


class PlatformKeys:
    """Those `given` by the settings, PEM by serial, and those that were learnt. Safe from any thread.

    Raises ValueError (unreadable PEM) or TypeError (not RSA) at the first use of what was given.
    """

    def __init__(self, given: Mapping[str, bytes]) -> None:
        self._pems = given
        self._learnt: dict[str, Certificate] = {}
        self.fetches = not any(serial.startswith(PUBLIC_KEY_MODE) for serial in given)
        """Whether this is certificate mode."""

    def key(
        self, serial: str, now: datetime, besides: Mapping[str, Certificate] | None = None
    ) -> "RSAPublicKey | None":
        """The key that has this serial now; `besides` are more to choose from."""
        learnt = {**self._learnt, **(besides or {})}.get(serial)
        if learnt is not None:
            return learnt.key if learnt.since <= now <= learnt.until else None
        return self._given.get(serial)

    def are_there(self, now: datetime) -> bool:
        """Whether anything can be believed at all."""
        return bool(self._pems) or any(one.since <= now <= one.until for one in self._learnt.values())

    def learn(self, found: Mapping[str, Certificate], now: datetime) -> None:
        """Believe these from now on, beside those that were learnt before and are not over."""
        self._learnt = {serial: one for serial, one in {**self._learnt, **found}.items() if now <= one.until}

    def sealing(self, now: datetime) -> Sealing | None:
        """The key for secrets: the public one, or the certificate that began last."""
        for serial, key in self._given.items():
            if serial.startswith(PUBLIC_KEY_MODE):
                return Sealing(serial, key)
        valid = [one for one in self._learnt.values() if one.since <= now <= one.until]
        newest = max(valid, key=lambda one: one.since, default=None)
        return Sealing(newest.serial, newest.key) if newest else None

    @cached_property
    def _given(self) -> "dict[str, RSAPublicKey]":
        return {serial: rsa.public_key(pem, "a platform's") for serial, pem in self._pems.items()}


def certificates(fields: object, api_v3_key: bytes) -> dict[str, Certificate]:
    """Those in an answer, by serial. Raises ValueError where one is not sealed for us, or is not what it is called."""
    match fields:
        case {"data": [_, *_] as listed}:
            return {one.serial: one for one in (_certificate(each, api_v3_key) for each in listed)}
    raise ValueError("no certificates")


def _certificate(listed: object, api_v3_key: bytes) -> Certificate:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.x509 import load_pem_x509_certificate

    match listed:
        case {
            "serial_no": str(serial),
            "effective_time": str(since),
            "expire_time": str(until),
            "encrypt_certificate": {
                "algorithm": algorithm,
                "nonce": str(nonce),
                "associated_data": str(data),
                "ciphertext": str(sealed),
            },
        } if algorithm == ALGORITHM:
            certificate = load_pem_x509_certificate(unseal(api_v3_key, nonce, data, sealed))
        case _:
            raise ValueError("unreadable certificate")
    key, begin, end = certificate.public_key(), datetime.fromisoformat(since), datetime.fromisoformat(until)
    if certificate.serial_number != int(serial, 16) or not (begin.tzinfo and end.tzinfo):
        raise ValueError("a certificate of another serial")
    if not isinstance(key, RSAPublicKey) or key.key_size < SHORTEST:
        raise ValueError("a certificate for another kind of key")
    begin, end = max(begin, certificate.not_valid_before_utc), min(end, certificate.not_valid_after_utc)
    return Certificate(serial, key, begin, end)
