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
    """The merchant who signed a request; `accounts` are by certId. Raises Refusal if nobody whom we know did."""
    check_wire(fields)
    account = accounts.get(fields["certId"])
    if account is None:
        raise not_signed("certId")
    if not is_signed(account.public_key, fields["signature"], _hashed(fields)):
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

    def sealed(self, fields: Mapping[str, str], expired: bool = False) -> dict[str, str]:
        """An answer's fields with certificate and signature; with `expired` the certificate is past its time."""
        certificate = self._certificate
        if expired:
            certificate = self._authority.certify(UNIONPAY, self._key.public_key(), self._clock() - LONG_AGO)
        # Carriage returns and all: that is how UnionPay sends it, and it is signed as it is sent.
        told = {**fields, "signPubKeyCert": pem(certificate).decode().strip().replace("\n", "\r\n")}
        return {**told, "signature": sign(self._key, _hashed(told))}


def _hashed(fields: Mapping[str, str]) -> bytes:
    names = sorted(fields.keys() - {"signature"})
    text = "&".join(name + "=" + fields[name] for name in names if fields[name] != "")
    return hashlib.sha256(text.encode("utf-8")).hexdigest().encode("ascii")
