"""What UnionPay posts to a `backUrl` (ACP 5.1.0, 后台通知): a form, signed like an answer."""

from collections.abc import Mapping

from adapters.payments.unionpay.matching import ACCESS, mismatch
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.questions import access
from domain.payment.notices import NotBelieved


def order_of(fields: Mapping[str, str], merchant: UnionPayMerchant) -> str:
    """The order that it is about, once its signature holds, or the refund. Raises NotBelieved."""
    ours = access(merchant)
    wrong = mismatch(fields, {"merId": merchant.mer_id}, "merId") or mismatch(
        fields, ours, *(name for name in ACCESS if name in ours), if_told=True
    )
    if wrong:
        raise NotBelieved(wrong)
    return fields.get("orderId", "")
