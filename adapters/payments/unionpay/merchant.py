"""Who we are to UnionPay, and whose signatures we believe."""

from dataclasses import dataclass, field

from adapters.payments.unionpay.keyed import RSA_SHA256, Method

BASE_URL = "https://gateway.95516.com"
"""Where UnionPay is."""

FILE_URL = "https://filedownload.95516.com"
"""Where its files are."""

SIGNER = "中国银联股份有限公司"
"""Whom a signing certificate of UnionPay's names; in its older test environment that is `00040000:SIGN`."""


@dataclass(frozen=True, slots=True)
class Acquirer:
    """Who takes money for a merchant (收单机构接入, accessType 1), and how it calls that merchant.

    `code` is its own 收单机构代码, `category` the merchant's MCC, `abbreviation` its name in 8 characters.
    """

    code: str
    category: str
    name: str
    abbreviation: str


@dataclass(frozen=True, slots=True)
class UnionPayMerchant:
    """A merchant account (UnionPay ACP 5.1.0, 商户入网). Nothing is parsed before it is used.

    `mer_id` is 15 digits. `certificate` and `private_key` (PEM) are the merchant's for signing; the certificate's
    decimal serial number is our `certId`. `roots` are the PEMs of the CAs above UnionPay's own signing certificate, up
    to the one that signed itself (UnionPay gives out two: 根证书, 中级证书). `signer` is whom that certificate must
    name. `back_url` is where UnionPay tells of payments. Secrets stay out of `repr`.

    With another `sign_method` than RSA's both sides sign with `secure_key`, and there are no certificates.

    With an `acquirer` certificate and key are the acquirer's.
    """

    mer_id: str
    certificate: bytes = field(repr=False)
    private_key: bytes = field(repr=False)
    roots: tuple[bytes, ...] = field(repr=False)
    signer: str
    back_url: str
    sign_method: Method = RSA_SHA256
    secure_key: bytes = field(default=b"", repr=False)
    acquirer: Acquirer | None = None
