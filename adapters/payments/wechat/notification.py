"""What WeChat Pay posts to a `notify_url` (API v3, 支付结果通知, 合单订单支付成功回调通知): signed like an answer, and
its content sealed.
"""

import json
from typing import Any

from adapters.payments.wechat.answers import mismatch
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.sealing import ALGORITHM, unseal
from domain.payment.notices import NotBelieved


def order_of(body: bytes, merchant: WeChatMerchant) -> str:
    """The order that it is about, or all that are combined, once its signature holds. Raises NotBelieved."""
    match _object(body):
        case {
            "resource": {
                "algorithm": algorithm,
                "nonce": str(nonce),
                "associated_data": str(data),
                "ciphertext": str(sealed),
            }
        } if algorithm == ALGORITHM:
            try:
                content = unseal(merchant.api_v3_key, nonce, data, sealed)
            except ValueError:
                raise NotBelieved("not sealed for us") from None
        case _:
            raise NotBelieved("unreadable")
    fields = _object(content)
    name, to_us = "out_trade_no", merchant.payee
    if "combine_mchid" in fields:
        name, to_us = "combine_out_trade_no", merchant.combiner
    wrong = mismatch(fields, **to_us)
    if wrong:
        raise NotBelieved(wrong)
    number = fields.get(name)
    if not isinstance(number, str):
        raise NotBelieved(f"unreadable: {name}")
    return number


def _object(text: bytes) -> dict[str, Any]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise NotBelieved("unreadable")
    return read
