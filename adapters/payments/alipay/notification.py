"""What Alipay posts to a `notify_url` (异步通知): a form, of which all but `sign` and `sign_type` is signed."""

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.signing import Signer
from adapters.payments.posted import fields_of
from domain.payment.notices import NotBelieved


def order_of(body: bytes, signer: Signer, merchant: AlipayMerchant) -> str:
    """The order that it is about. Raises NotBelieved."""
    fields = fields_of(body)
    if fields.get("sign_type") != "RSA2":
        raise NotBelieved("signature of another type")
    if not signer.posted(fields):
        raise NotBelieved("bad signature" if fields.get("sign") else "unsigned")
    for name, ours in (("app_id", merchant.app_id), ("seller_id", merchant.seller_id)):
        if fields.get(name) != ours:
            raise NotBelieved(f"mismatch: {name}")
    return fields.get("out_trade_no", "")
