"""Who we are to Alipay, and whose signature we believe."""

from dataclasses import dataclass, field

BASE_URL = "https://openapi.alipay.com/gateway.do"
"""Where Alipay is."""


@dataclass(frozen=True, slots=True)
class AlipayMerchant:
    """An application of a merchant (Alipay open platform, public-key mode). Nothing is parsed before it is used.

    `seller_id` (2088…) is the account that is paid. `private_key` is the application's, `alipay_public_key` is what
    Alipay signs its answers to this merchant with: no two merchants have the same. Both are PEM.
    Secrets stay out of `repr`.

    With an `app_auth_token` the application is a service provider's, and acts for the merchant who authorised it, the
    `seller_id`. Alipay then signs whatever the provider is told with one key, whichever merchant it is about.
    """

    app_id: str
    seller_id: str
    private_key: bytes = field(repr=False)
    alipay_public_key: bytes = field(repr=False)
    notify_url: str
    app_auth_token: str = field(default="", repr=False)
