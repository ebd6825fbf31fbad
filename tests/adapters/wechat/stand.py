"""A server that answers as WeChat Pay would, signed by openssl, and the merchant who believes it."""

import base64
import json
from dataclasses import dataclass
from functools import cached_property

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from kit.simulators.loopback import Loopback
from tests.adapters.stand import NOON, KeyPair, Now, Script


@dataclass
class Stand:
    """A scripted server with keys by openssl, and the merchant who believes it."""

    script: Script
    server: Loopback
    merchant: WeChatMerchant
    merchant_keys: KeyPair
    platform_keys: KeyPair

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @cached_property
    def client(self) -> WeChatPay:
        return self.client_of(self.merchant)

    def client_of(self, merchant: WeChatMerchant) -> WeChatPay:
        return WeChatPay(merchant, self.base_url, Now(), lambda: "593BEC0C930BF1AFEB40B4A08C8FB242")

    def sign_answers(self, serial: str = "PUB_KEY_ID_01", **more: str) -> None:
        """From now on openssl signs what the script says; `more` are further headers."""

        def headers(body: bytes) -> dict[str, str]:
            timestamp = str(int(NOON.timestamp()))
            signature = self.platform_keys.sign(f"{timestamp}\nsalt\n".encode() + body + b"\n")
            return {
                "Wechatpay-Serial": serial,
                "Wechatpay-Timestamp": timestamp,
                "Wechatpay-Nonce": "salt",
                "Wechatpay-Signature": base64.b64encode(signature).decode(),
                **more,
            }

        self.script.headers = headers

    def say(self, status: int, fields: object = None, reason: int = 0) -> None:
        """Answer every request with this, well signed. No fields: an empty body."""
        self.script.status = status
        self.script.body = b"" if fields is None else json.dumps(fields).encode()
        self.sign_answers(**{"Request-ID": f"08F78BB5AF06-{reason}"})
