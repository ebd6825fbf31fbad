"""The gate of the simulated UnionPay: who signed a request, and the signature under an answer.

Written apart from the client's own signing, so that each can find the other's mistakes.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from domain.runtime import Clock
from kit.simulators.keys import is_signed, sign
from kit.simulators.unionpay.authority import UNIONPAY, Authority, pem
from kit.simulators.unionpay.ledger import Account
from kit.simulators.unionpay.refusals import badly_formed, not_signed, unknown_merchant
from kit.simulators.unionpay.rules import check_access, check_wire

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

LONG_AGO = timedelta(minutes=10)
"""How long an expired certificate has been expired."""


def read_form(body: bytes) -> dict[str, str]:
    """The fields of a request. Raises Refusal (10) if it is no form in UTF-8, or has a field twice."""
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        raise badly_formed("form") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise badly_formed("form")
    return fields


def asking(fields: Mapping[str, str], accounts: Mapping[str, Account]) -> Account:
    """The merchant who signed a request; `accounts` are by certId, or by merId where there is a key instead.

    Raises Refusal if nobody whom we know did.
    """
    check_wire(fields)
    method = fields["signMethod"]
    account = accounts.get(fields["certId"] if method == "01" else fields.get("merId", ""))
    if account is None or account.sign_method != method:
        raise not_signed("certId" if method == "01" else "signMethod")
    if method == "01" and not is_signed(account.public_key, fields["signature"], _hashed(fields)):
        raise not_signed("signature")
    if method != "01" and fields["signature"] != _keyed(fields, account):
        raise not_signed("signature")
    if fields.get("merId") != account.mer_id:
        raise unknown_merchant()
    check_access(fields, account.acq_ins_code)
    return account


class Seal:
    """UnionPay's own signature, and the certificate that is sent along with it."""

    def __init__(self, authority: Authority, key: "RSAPrivateKey", clock: Clock) -> None:
        self._authority, self._key, self._clock = authority, key, clock
        self._certificate = authority.certify(UNIONPAY, key.public_key())

    def sealed(
        self, fields: Mapping[str, str], expired: bool = False, account: Account | None = None
    ) -> dict[str, str]:
        """An answer's fields with certificate and signature; with `expired` the certificate is past its time.

        To an `account` that has a key with us it is signed by that key, and there is no certificate.
        """
        if account is not None and account.secure_key:
            told = {**fields, "signMethod": account.sign_method}
            return {**told, "signature": _keyed(told, account)}
        certificate = self._certificate
        if expired:
            certificate = self._authority.certify(UNIONPAY, self._key.public_key(), self._clock() - LONG_AGO)
        # Carriage returns and all: that is how UnionPay sends it, and it is signed as it is sent.
        told = {**fields, "signPubKeyCert": pem(certificate).decode().strip().replace("\n", "\r\n")}
        return {**told, "signature": sign(self._key, _hashed(told))}


def _text(fields: Mapping[str, str]) -> str:
    names = sorted(fields.keys() - {"signature"})
    return "&".join(name + "=" + fields[name] for name in names if fields[name] != "")


def _keyed(fields: Mapping[str, str], account: Account) -> str:
    """By the key that both have: SHA-256 (11) or SM3 (12)."""
    from cryptography.hazmat.primitives.hashes import SHA256, SM3, Hash

    def digest(text: bytes) -> str:
        hashed = Hash(SM3() if account.sign_method == "12" else SHA256())
        hashed.update(text)
        return hashed.finalize().hex()

    return digest(f"{_text(fields)}&{digest(account.secure_key)}".encode())


def _hashed(fields: Mapping[str, str]) -> bytes:
    text = _text(fields)
    return hashlib.sha256(text.encode("utf-8")).hexdigest().encode("ascii")
