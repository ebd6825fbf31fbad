"""The gate of the simulated WeChat Pay: who signed a request, and the signature under an answer.

Written apart from the client's own signing, so that each can find the other's mistakes.
"""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kit.simulators.frame import Asked
from kit.simulators.keys import is_signed, sign
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.refusals import bad_parameter, sign_error

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SKEW = timedelta(minutes=5)
_SCHEME = "WECHATPAY2-SHA256-RSA2048"
_FIELD = re.compile(r'(\w+)="([^"]*)"')
_FIELDS = {"mchid", "serial_no", "nonce_str", "timestamp", "signature"}


def asking(asked: Asked, accounts: Mapping[str, Account], now: datetime) -> Account:
    """The merchant who signed a request. Raises Refusal (401 SIGN_ERROR) if nobody whom we know did."""
    scheme, _, rest = asked.headers.get("authorization", "").partition(" ")
    fields = dict(_FIELD.findall(rest))
    if scheme != _SCHEME or not fields.keys() >= _FIELDS:
        raise sign_error("Authorization is missing or incomplete")
    account = accounts.get(fields["serial_no"])
    if account is None or fields["mchid"] != account.mchid:
        raise sign_error("unknown mchid or serial_no")
    stamp = fields["timestamp"]
    if not re.fullmatch(r"[0-9]{1,12}", stamp) or abs(now.timestamp() - int(stamp)) > SKEW.total_seconds():
        raise sign_error("timestamp is more than five minutes away")
    lines = (asked.method, asked.target, stamp, fields["nonce_str"])
    message = "".join(f"{line}\n" for line in lines).encode() + asked.body + b"\n"
    if not is_signed(account.public_key, fields["signature"], message):
        raise sign_error("signature")
    return account


@dataclass(slots=True)
class Seal:
    """The platform's own signature, under the `serial` of its public key, or of its certificate."""

    serial: str
    key: "RSAPrivateKey"
    nonce: Callable[[], str]

    def opened(self, sealed: object) -> str:
        """What was sealed with our public key (RSAES-OAEP, SHA-1). Raises Refusal."""
        from cryptography.hazmat.primitives.asymmetric import padding
        from cryptography.hazmat.primitives.hashes import SHA1

        oaep = padding.OAEP(padding.MGF1(SHA1()), SHA1(), None)  # noqa: S303
        try:
            return self.key.decrypt(base64.b64decode(str(sealed), validate=True), oaep).decode()
        except ValueError:
            raise bad_parameter("a sealed field") from None

    def headers(self, body: bytes, at: datetime) -> dict[str, str]:
        """The headers that prove that `body` is ours."""
        timestamp, nonce = str(int(at.timestamp())), self.nonce()
        return {
            "Wechatpay-Serial": self.serial,
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": sign(self.key, f"{timestamp}\n{nonce}\n".encode() + body + b"\n"),
            "Wechatpay-Signature-Type": _SCHEME,
        }
