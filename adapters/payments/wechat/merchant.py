"""Who we are to WeChat Pay, and whose signatures we believe."""

from collections.abc import Mapping
from dataclasses import dataclass, field

BASE_URL = "https://api.mch.weixin.qq.com"
"""Where WeChat Pay is."""

PUBLIC_KEY_MODE = "PUB_KEY_ID_"
"""What the serial of a platform public key begins with; serials of platform certificates are hexadecimal."""


@dataclass(frozen=True, slots=True)
class WeChatMerchant:
    """A merchant account (WeChat Pay API v3, development parameters). Nothing is parsed before it is used.

    `serial` and `private_key` (PEM) are the merchant certificate's; `api_v3_key` is the 32-byte key that opens
    notifications. `platform_keys` maps each serial we trust to its PEM: a public key, or a platform certificate.
    Secrets stay out of `repr`.
    """

    mchid: str
    appid: str
    serial: str
    private_key: bytes = field(repr=False)
    api_v3_key: bytes = field(repr=False)
    platform_keys: Mapping[str, bytes] = field(repr=False)
    notify_url: str

    @property
    def platform_serial(self) -> str | None:
        """The public key that answers shall be signed with, for `Wechatpay-Serial`; None in certificate mode."""
        return next((serial for serial in self.platform_keys if serial.startswith(PUBLIC_KEY_MODE)), None)
