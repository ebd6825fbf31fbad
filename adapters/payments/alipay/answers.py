"""What Alipay's answers mean for us (alipay.trade.precreate, query, close). Pure: no network, no clock.

Only a reply whose signature holds gets here, and Alipay signs for each merchant with a key of its own. An answer is
about our order only if number, merchant and app are ours as far as they are told (a trade's answer names no merchant),
and about our money only if the amount is; anything else, and any word not listed here, is Unclear.
"""

from typing import Any

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.reply import BUSINESS_FAILED, CALL_LIMITED, SUCCESS, UNAVAILABLE, Reply
from adapters.payments.alipay.texts import fen, moment
from adapters.payments.line import NoReply
from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.order import Order

CODE_BEGINS = "https://qr.alipay.com/"
CURRENCY = "CNY"

REFUSALS = frozenset(
    {
        "INVALID_PARAMETER",
        "ACCESS_FORBIDDEN",
        "EXIST_FORBIDDEN_WORD",
        "PARTNER_ERROR",
        "TOTAL_FEE_EXCEED",
        "INVALID_RECEIVE_ACCOUNT",
        "SELLER_NOT_EXIST",
        "SELLER_BEEN_BLOCKED",
        "BEYOND_PAY_RESTRICTION",
        "BEYOND_PER_RECEIPT_RESTRICTION",
        "BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        "BEYOND_PER_RECEIPT_DAY_RESTRICTION",
        "MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT",
        "MERCHANT_PERM_RECEIPT_SINGLE_LIMIT",
        "MERCHANT_PERM_RECEIPT_DAY_LIMIT",
        "MERCHANT_STATUS_NOT_NORMAL",
        "NOW_TIME_AFTER_EXPIRE_TIME_ERROR",
        "TRADE_HAS_CLOSE",
    }
)
"""Errors of a precreate after which nobody can pay: the settings, the account or the clock are wrong, or it is over."""
NO_TOKEN = frozenset({"aop.invalid-app-auth-token", "aop.app-auth-token-time-out"})
"""The gateway's: what the merchant has given the service provider is no `app_auth_token`, or none any more."""
NEVER_HEARD_OF = "TRADE_NOT_EXIST"
NOT_NOW = frozenset({"REASON_TRADE_STATUS_INVALID", "REASON_ILLEGAL_STATUS", "TRADE_STATUS_ERROR"})
TRACES_OF_MONEY = ("send_pay_date", "fund_bill_list", "refund_fee", "receipt_amount", "buyer_pay_amount")
"""What a closed trade still tells if it was paid once; figures of nothing stand there in any case."""
NOT_RECEIVED = ("additional_status", "credit_pay_mode")
"""Told of a paid trade only where the payer's money has not come in."""


def read_create(answer: Reply | NoReply, order: Order, merchant: AlipayMerchant) -> CreateAnswer:
    match answer:
        case NoReply(why, refused):
            return Refused(refused) if refused else Unclear(why)
        case Reply(fields, False) if answer.code == SUCCESS:
            wrong = mismatch(fields, order, merchant)
            code = fields.get("qr_code")
            if not wrong and isinstance(code, str) and code.startswith(CODE_BEGINS):
                return Presented(code)
            return Unclear(wrong or "unreadable: qr_code")
        case Reply() if is_refused(answer, REFUSALS) or answer.sub_code in NO_TOKEN:
            return Refused(answer.sub_code)
    return Unclear(str(answer))


def read_query(answer: Reply | NoReply, order: Order, merchant: AlipayMerchant) -> QueryAnswer:
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields, False) if answer.code == SUCCESS:
            wrong = mismatch(fields, order, merchant)
            return Unclear(wrong) if wrong else _trade(fields, order)
        case Reply() if is_absent(answer):
            return Absent()
    return Unclear(str(answer))


def read_close(answer: Reply | NoReply, order: Order, merchant: AlipayMerchant) -> CloseAnswer:
    """A trade that cannot be closed in its present state stays Waiting: it may be paid, or closed already."""
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields, False) if answer.code == SUCCESS:
            wrong = mismatch(fields, order, merchant)
            return Unclear(wrong) if wrong else Closed()
        case Reply() if is_absent(answer):
            return Absent()
        case Reply(is_error=False) if answer.code == BUSINESS_FAILED and answer.word in NOT_NOW:
            return Waiting()
    return Unclear(str(answer))


def is_refused(answer: Reply, words: frozenset[str]) -> bool:
    """Whether it says that nothing was done and no repetition helps: by one of `words`, or by `isv.`, our settings."""
    if answer.code in {SUCCESS, UNAVAILABLE, CALL_LIMITED}:
        return False
    by_gateway = answer.sub_code.startswith("isv.")
    return by_gateway or (not answer.is_error and answer.code == BUSINESS_FAILED and answer.word in words)


def is_absent(answer: Reply) -> bool:
    """Whether it says that there is no such trade."""
    return not answer.is_error and answer.code == BUSINESS_FAILED and answer.word == NEVER_HEARD_OF


def mismatch(fields: dict[str, Any], order: Order, merchant: AlipayMerchant) -> str | None:
    """Which of our values the answer does not have; None if it has our number, and no other merchant's name."""
    if fields.get("out_trade_no") != order.trade.number:
        return "mismatch: out_trade_no"
    ours = {"seller_id": merchant.seller_id, "app_id": merchant.app_id, "trans_currency": CURRENCY}
    return next((f"mismatch: {name}" for name, value in ours.items() if fields.get(name, value) != value), None)


def _trade(fields: dict[str, Any], order: Order) -> QueryAnswer:
    match fields.get("trade_status"):
        case "TRADE_SUCCESS" | "TRADE_FINISHED":
            return _paid(fields, order)
        case "WAIT_BUYER_PAY":
            return Waiting()
        # Closed unpaid; or paid once and sent back from outside: that must be neither posted nor asked for again.
        case "TRADE_CLOSED":
            traces = (name for name in TRACES_OF_MONEY if fields.get(name) and fen(fields[name]) != 0)
            return Unclear("refunded elsewhere") if any(traces) else Closed()
        case state:
            return Unclear(f"unknown state: {str(state)[:32]}")


def _paid(fields: dict[str, Any], order: Order) -> Paid | Unclear:
    if fen(fields.get("total_amount")) != order.trade.fen:
        return Unclear("mismatch: total_amount")
    missing = next((name for name in NOT_RECEIVED if fields.get(name)), None)
    if missing:
        return Unclear(f"not received: {missing}")
    transaction, at = fields.get("trade_no"), moment(fields.get("send_pay_date"))
    if not isinstance(transaction, str) or not transaction or at is None:
        return Unclear("unreadable: trade_no or send_pay_date")
    return Paid(transaction, at)
