"""What Alipay's answers about refunds mean for us (alipay.trade.refund, alipay.trade.fastpay.refund.query). Pure."""

from typing import Any

from adapters.payments.alipay.answers import is_absent, is_refused, mismatch
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.reply import SUCCESS, Reply
from adapters.payments.alipay.texts import fen
from adapters.payments.line import NoReply
from domain.payment.network import (
    Absent,
    Refund,
    RefundAnswer,
    RefundDone,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.payment.order import Order

REFUSALS = frozenset(
    {
        "INVALID_PARAMETER",
        "ACCESS_FORBIDDEN",
        "PARTNER_ERROR",
        "REFUND_AMT_NOT_EQUAL_TOTAL",
        "REASON_TRADE_REFUND_FEE_ERR",
        "REASON_TRADE_BEEN_FREEZEN",
        "REASON_TRADE_STATUS_INVALID",
        "TRADE_HAS_FINISHED",
        "TRADE_STATUS_ERROR",
        "TRADE_NOT_ALLOW_REFUND",
        "NOT_ALLOW_PARTIAL_REFUND",
        "REFUND_FEE_ERROR",
    }
)
"""Not among them: DISCORDANT_REPEAT_REQUEST, for an earlier refund of this number may have been made."""
TOO_LITTLE = frozenset({"SELLER_BALANCE_NOT_ENOUGH"})


def read_refund(answer: Reply | NoReply, order: Order, refund: Refund, merchant: AlipayMerchant) -> RefundAnswer:
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields, False) if answer.code == SUCCESS:
            wrong = mismatch(fields, order, merchant)
            return Unclear(wrong) if wrong else _moved(fields, order, refund)
        case Reply() if is_refused(answer, TOO_LITTLE) and answer.word in TOO_LITTLE:
            return RefundShort(answer.sub_code)
        case Reply() if is_refused(answer, REFUSALS) or is_absent(answer):
            return Refused(answer.sub_code)
    return Unclear(str(answer))


def read_refund_query(answer: Reply | NoReply, order: Order, refund: Refund, merchant: AlipayMerchant) -> RefundAnswer:
    """A refund that Alipay does not show (yet), or that failed, is Absent: it is asked for again by the same number."""
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields, False) if answer.code == SUCCESS:
            return _state(fields, order, refund, merchant)
        case Reply() if is_absent(answer):
            return Absent()
    return Unclear(str(answer))


def _moved(fields: dict[str, Any], order: Order, refund: Refund) -> RefundAnswer:
    """`refund_fee` is all that went back of the trade so far, this refund included."""
    match fields.get("fund_change"):
        case "Y":
            total = fen(fields.get("refund_fee"))
            fits = total is not None and refund.fen <= total <= order.trade.fen
            return RefundDone() if fits else Unclear("mismatch: refund_fee")
        # No money moved this time: it may have before, or may yet.
        case "N" | "" | None:
            return RefundPending()
        case state:
            return Unclear(f"unknown state: {str(state)[:32]}")


def _state(fields: dict[str, Any], order: Order, refund: Refund, merchant: AlipayMerchant) -> RefundAnswer:
    match fields.get("refund_status"):
        case "REFUND_SUCCESS":
            wrong = mismatch(fields, order, merchant) or _other_refund(fields, order, refund)
            return Unclear(wrong) if wrong else RefundDone()
        case "" | None:
            return Absent()
        case state:
            return Unclear(f"unknown state: {str(state)[:32]}")


def _other_refund(fields: dict[str, Any], order: Order, refund: Refund) -> str | None:
    if fields.get("out_request_no") != refund.number:
        return "mismatch: out_request_no"
    ours = {"refund_amount": refund.fen, "total_amount": order.trade.fen}
    return next((f"mismatch: {name}" for name, amount in ours.items() if fen(fields.get(name)) != amount), None)
