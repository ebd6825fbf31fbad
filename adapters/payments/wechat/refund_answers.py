"""What WeChat Pay's answers about refunds mean for us (API v3: apply, query, apply-abnormal-refund). Pure."""

from typing import Any

from adapters.payments.line import NoReply
from adapters.payments.wechat.answers import CURRENCY, amount_of, mismatch
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.wire import Reply
from domain.payment.network import (
    Absent,
    Refund,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.payment.order import Order

REFUSALS = frozenset(
    {
        "PARAM_ERROR",
        "INVALID_REQUEST",
        "MCH_NOT_EXISTS",
        "NO_AUTH",
        "RULE_LIMIT",
        "ACCOUNT_ERROR",
        "TRADE_ERROR",
        "USER_ACCOUNT_ABNORMAL",
    }
)
"""Nothing was done, and no repetition helps; by the last one the payer's account is gone: it has to go another way.

Not among them: SIGN_ERROR, which passes with our clock or key.
"""
TOO_LITTLE = frozenset({"NOT_ENOUGH"})
NEVER_HEARD_OF = frozenset({"RESOURCE_NOT_EXISTS"})
THE_MERCHANT = "商户"
"""How the receiving account begins where the money went back to the merchant: 商户基本账户, 商户结算银行账户."""


def read_refund(answer: Reply | NoReply, order: Order, refund: Refund, merchant: WeChatMerchant) -> RefundAnswer:
    """Of applying for one. That the order is not there is Absent, too: nothing was done."""
    match answer:
        case Reply(status) if 400 <= status < 500 and answer.code in TOO_LITTLE:
            return RefundShort(answer.code)
        case Reply(status) if 400 <= status < 500 and answer.code in REFUSALS:
            return Refused(answer.code)
    return read_refund_query(answer, order, refund, merchant)


def read_refund_query(answer: Reply | NoReply, order: Order, refund: Refund, merchant: WeChatMerchant) -> RefundAnswer:
    """Of asking what has become of one: an error is one of the question.

    Whose it is WeChat need not tell; an answer that does, and names somebody else, is not about it.
    """
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(200, fields):
            told = {name: value for name, value in merchant.parties.items() if name in fields}
            wrong = mismatch(fields, out_trade_no=order.trade.number, out_refund_no=refund.number, **told) or mismatch(
                amount_of(fields), refund=refund.fen, total=order.trade.fen, currency=CURRENCY
            )
            return Unclear(wrong) if wrong else _state(fields)
        case Reply(404) if answer.code in NEVER_HEARD_OF:
            return Absent()
    return Unclear(str(answer))


def _state(fields: dict[str, Any]) -> RefundAnswer:
    match fields.get("status"):
        case "SUCCESS" if str(fields.get("user_received_account", "")).startswith(THE_MERCHANT):
            return RefundFailed("returned to the merchant")
        case "SUCCESS":
            return RefundDone()
        case "PROCESSING":
            return RefundPending()
        case "CLOSED":
            return RefundClosed()
        case "ABNORMAL":
            return RefundAbnormal(str(fields.get("refund_id", ""))[:32])
        case state:
            return Unclear(f"unknown state: {str(state)[:32]}")
