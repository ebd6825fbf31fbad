"""What UnionPay's answers about money on its way back mean for us (ACP 5.1.0, 退货). Pure, like `answers`."""

from collections.abc import Mapping

from adapters.payments.line import NoReply
from adapters.payments.unionpay.codes import DONE, FAILED, NO_SUCH_TRADE, SUCCEEDED, UNDECIDED
from adapters.payments.unionpay.matching import another, mismatch
from adapters.payments.unionpay.questions import REFUND, RENMINBI
from adapters.payments.unionpay.wire import Reply
from domain.payment.network import (
    Absent,
    Refund,
    RefundAnswer,
    RefundDone,
    RefundFailed,
    RefundPending,
    Refused,
    Unclear,
)
from domain.payment.order import Order

UNDER_WAY = frozenset({DONE, "03", "04", "05"})
"""A refund with one of these is taken. What has become of it only the query says.

Not among them: 12, a repeated request, which says nothing of the first one; it may have failed. Nor is it a refusal
that the payment was sent back before (45, 46): by whom, and whether by this refund, people have to find out.
"""


def read_refund(answer: Reply | NoReply, asked: Mapping[str, str]) -> RefundAnswer:
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields) if answer.code in UNDER_WAY:
            told = answer.code != DONE
            wrong = another(fields, asked, "txnType", "txnAmt", "origQryId", if_told=told)
            return Unclear(wrong) if wrong else RefundPending()
        case Reply(fields) if answer.code in FAILED | {NO_SUCH_TRADE}:
            wrong = another(fields, asked, if_told=True)
            return Unclear(wrong) if wrong else Refused(answer.code)
    return Unclear(str(answer))


def read_query_refund(answer: Reply | NoReply, asked: Mapping[str, str], order: Order, refund: Refund) -> RefundAnswer:
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields) if answer.code in {DONE, NO_SUCH_TRADE}:
            wrong = another(fields, asked)
            if wrong:
                return Unclear(wrong)
            return Absent() if answer.code == NO_SUCH_TRADE else _refund(fields, order, refund)
    return Unclear(str(answer))


def _refund(fields: Mapping[str, str], order: Order, refund: Refund) -> RefundAnswer:
    state = fields.get("origRespCode", "")
    ours = {"txnType": REFUND, "txnAmt": str(refund.fen)}
    more = {"currencyCode": RENMINBI, "origQryId": order.transaction or ""}
    wrong = mismatch(fields, ours, *ours, if_told=state not in SUCCEEDED) or mismatch(fields, more, *more, if_told=True)
    if wrong:
        return Unclear(wrong)
    if state in SUCCEEDED:
        return RefundDone()
    if state in UNDECIDED:
        return RefundPending()
    return RefundFailed(state) if state in FAILED else Unclear(f"unknown state: {state[:32]}")
