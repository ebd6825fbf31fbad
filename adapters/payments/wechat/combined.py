"""合单支付 of WeChat Pay (API v3): several orders that are paid by one code. Each has a transaction, a row on the bill,
and refunds of its own.

Made (合单下单: merchant and partner, products/combine-payment/apilist-native), asked about (查询合单订单: merchant
4012557006; never by the interface of other orders) and closed (关闭合单订单: apis/combine-payment/orders/close-order)
they are only together: no part can be closed alone, and the parts have to be named as they were made. Refunds are those
of any order, by a part's number and sum.
"""

from typing import Any
from urllib.parse import quote

from adapters.payments.wechat.answers import CURRENCY, mismatch, trade
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.payment.network import QueryAnswer, Unclear
from domain.payment.order import Combined, Order
from domain.runtime import HALL_TIME

COMBINED = "/v3/combine-transactions"
OF_A_MERCHANT, OF_A_PROVIDER = 10, 50
"""The most parts of one code. A merchant's have to be two at least."""


def most(merchant: WeChatMerchant) -> int:
    """How many orders it may combine."""
    if not merchant.combines:
        return 0
    return OF_A_PROVIDER if merchant.sub_mchid else OF_A_MERCHANT


def by_wechat(order: Order) -> Combined | None:
    """What it is combined in there; None if WeChat Pay knows it alone, or as one order with others."""
    return order.combined if order.combined and order.combined.parts else None


def path(combined: Combined) -> str:
    """Where these orders are."""
    return f"{COMBINED}/out-trade-no/{quote(combined.number, safe='')}"


def made(order: Order, combined: Combined, description: str, merchant: WeChatMerchant) -> dict[str, object]:
    """What is asked for to be made. `attach`, which has to be there, stands on the bill: so one sees there what was
    paid together.
    """
    parts = [
        {
            **merchant.part,
            **merchant.part_app,
            "out_trade_no": part.number,
            "attach": combined.number,
            "description": description,
            "amount": {"total_amount": part.fen, "currency": CURRENCY},
        }
        for part in combined.parts
    ]
    return {
        **merchant.combiner,
        "combine_out_trade_no": combined.number,
        "time_expire": order.deadline.astimezone(HALL_TIME).isoformat(timespec="seconds"),
        "notify_url": merchant.notify_url,
        "sub_orders": parts,
    }


def closed(combined: Combined, merchant: WeChatMerchant) -> dict[str, object]:
    """What is asked for to be closed: all of it."""
    parts = [{**merchant.part, **merchant.part_app, "out_trade_no": part.number} for part in combined.parts]
    return {"combine_appid": merchant.appid, "sub_orders": parts}


def told(fields: dict[str, Any], order: Order, combined: Combined, merchant: WeChatMerchant) -> QueryAnswer:
    """What an answer about all of them says of this one: whatever it says of the others is not looked at."""
    wrong = mismatch(fields, combine_out_trade_no=combined.number, **merchant.combiner)
    if wrong:
        return Unclear(wrong)
    parts = fields.get("sub_orders")
    own = [part for part in parts if _is_of(part, order)] if isinstance(parts, list) else []
    if len(own) != 1:
        return Unclear("mismatch: sub_orders")
    (part,) = own
    apps = {name: value for name, value in merchant.part_app.items() if name in part}
    wrong = mismatch(part, **merchant.part, **apps)
    return Unclear(wrong) if wrong else trade(part, total_amount=order.fen)


def _is_of(part: object, order: Order) -> bool:
    return isinstance(part, dict) and part.get("out_trade_no") == order.number
