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

    With a `sub_mchid`, `mchid`, `appid` and the key are a service provider's (服务商), who takes the money for that
    merchant (特约商户); `sub_appid` is the merchant's own application, if it has one. `combines` says whether it may
    combine orders (合单支付).

    `serial` and `private_key` (PEM) are the merchant certificate's; `api_v3_key` is the 32-byte key that opens
    notifications. `platform_keys` maps each serial we trust to its PEM: a public key, or a platform certificate;
    without a public key certificates are fetched besides.
    Secrets stay out of `repr`.
    """

    mchid: str
    appid: str
    serial: str
    private_key: bytes = field(repr=False)
    api_v3_key: bytes = field(repr=False)
    platform_keys: Mapping[str, bytes] = field(repr=False)
    notify_url: str
    sub_mchid: str = ""
    sub_appid: str = ""
    combines: bool = True

    @property
    def transactions(self) -> str:
        """Where its payments are."""
        return "/v3/pay/partner/transactions" if self.sub_mchid else "/v3/pay/transactions"

    @property
    def payee(self) -> dict[str, str]:
        """Who is paid: so a payment is asked for, and closed."""
        return {"sp_mchid": self.mchid, "sub_mchid": self.sub_mchid} if self.sub_mchid else {"mchid": self.mchid}

    @property
    def parties(self) -> dict[str, str]:
        """Who is paid, and by whose applications: so a payment is made, and told of."""
        if not self.sub_mchid:
            return {"appid": self.appid} | self.payee
        return {"sp_appid": self.appid} | self.payee | ({"sub_appid": self.sub_appid} if self.sub_appid else {})

    @property
    def combiner(self) -> dict[str, str]:
        """Who combines orders (合单), and by whose application: so they are made, and told of."""
        return {"combine_appid": self.appid, "combine_mchid": self.mchid}

    @property
    def part(self) -> dict[str, str]:
        """Who is paid by one of them: no other than who combines them, or a service provider's merchant."""
        return {"mchid": self.mchid} | self.refunder

    @property
    def part_app(self) -> dict[str, str]:
        """By whose application besides."""
        return {"sub_appid": self.sub_appid} if self.sub_appid else {}

    @property
    def refunder(self) -> dict[str, str]:
        """Whose money goes back, where the signature does not say it."""
        return {"sub_mchid": self.sub_mchid} if self.sub_mchid else {}

    @property
    def platform_serial(self) -> str | None:
        """The public key that answers shall be signed with, for `Wechatpay-Serial`; None in certificate mode."""
        return next((serial for serial in self.platform_keys if serial.startswith(PUBLIC_KEY_MODE)), None)
