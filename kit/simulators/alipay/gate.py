"""The gate of the simulated Alipay: who signed a request, and the signature under an answer.

Written apart from the client's own signing, so that each can find the other's mistakes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kit.simulators.alipay.ledger import Account
from kit.simulators.alipay.refusals import Refusal, invalid, missing, no_right
from kit.simulators.frame import Asked
from kit.simulators.keys import is_signed, sign

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)
_NEEDED = {"sign_type": "signature-type", "timestamp": "timestamp", "version": "version", "sign": "signature"}


def parameters(asked: Asked) -> dict[str, str]:
    """What was asked, wherever it stood. Raises Refusal for what is no UTF-8, and for a name that is there twice."""
    try:
        parts = (asked.query, asked.body.decode())
        pairs = [pair for part in parts for pair in parse_qsl(part, keep_blank_values=True, errors="strict")]
    except UnicodeDecodeError:
        raise invalid("charset", is_general=True) from None
    found = dict(pairs)
    if len(found) != len(pairs):
        raise invalid("parameter", is_general=True)
    return found


def asking(asked: Mapping[str, str], accounts: Mapping[str, Account]) -> Account:
    """The merchant who signed these parameters. Raises Refusal if nobody whom we know did."""
    if not asked.get("app_id"):
        raise missing("app-id")
    account = accounts.get(asked["app_id"])
    if account is None:
        raise invalid("app-id")
    for name, what in _NEEDED.items():
        if not asked.get(name):
            raise missing(what)
    for fault in _faults(asked):
        raise fault
    if not is_signed(account.public_key, asked["sign"], _signed(asked)):
        raise invalid("signature")
    if asked.get("app_auth_token", "") != account.app_auth_token:
        raise no_right()
    return account


@dataclass(frozen=True, slots=True)
class Seal:
    """The platform's own signature."""

    key: "RSAPrivateKey"

    def sign(self, content: str) -> str:
        """The `sign` beside an answer's content, which is signed exactly as it stands there."""
        return sign(self.key, content.encode())


def _faults(asked: Mapping[str, str]) -> list[Refusal]:
    good = {
        "signature-type": asked["sign_type"] == "RSA2",
        "timestamp": _STAMP.fullmatch(asked["timestamp"]) is not None,
        "version": asked["version"] == "1.0",
        "charset": asked.get("charset", "").lower() == "utf-8",
        "format": asked.get("format", "JSON").upper() == "JSON",
    }
    return [invalid(what) for what, is_good in good.items() if not is_good]


def _signed(asked: Mapping[str, str]) -> bytes:
    """The text that a merchant signs: all parameters but the signature and what is empty, by name."""
    message = ""
    for name in sorted(asked):
        if name != "sign" and asked[name] != "":
            message += f"&{name}={asked[name]}" if message else f"{name}={asked[name]}"
    return message.encode()
