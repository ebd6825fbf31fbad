"""What WeChat Pay's answers mean for us (API v3, native: states and error codes). Pure: no network, no clock.

Only a reply whose signature holds gets here. An answer is about our order only if number, merchant and app are ours,
those of a service provider and those of its merchant alike, and about our money only if amount and currency are;
anything else, and any word not listed here, is Unclear.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from adapters.payments.line import TOO_OFTEN, NoReply
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.wire import Reply
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

CURRENCY = "CNY"
CODE_BEGINS = "weixin://"
NUMBER_TAKEN = 268498688
"""The numeric reason of an INVALID_REQUEST that means: this number exists, with other parameters."""

REFUSALS = frozenset(
    {
        "SIGN_ERROR",
        "PARAM_ERROR",
        "INVALID_REQUEST",
        "MCH_NOT_EXISTS",
        "APPID_MCHID_NOT_MATCH",
        "NO_AUTH",
        "NOAUTH",
        "RULE_LIMIT",
        "RULELIMIT",
        "NOT_ENOUGH",
        "ACCOUNT_ERROR",
        "TRADE_ERROR",
    }
)
"""Errors that no repetition mends: the settings or the merchant account are wrong. Two have an older spelling, which is
that of orders that are combined (wiki/doc/apiv3/apis/chapter7_3_12).
"""
CLOSED_ALREADY = frozenset({"ORDER_CLOSED", "ORDERCLOSED"})
NEVER_HEARD_OF = frozenset({"ORDER_NOT_EXIST", "ORDERNOTEXIST"})
PAYING = frozenset({"USERPAYING", "USER_PAYING"})
"""The payer is typing the password. WeChat Pay says both, with 202."""
NOT_NOW = frozenset({"ORDERPAID", "ORDER_PAID"}) | PAYING


def read_create(answer: Reply | NoReply) -> CreateAnswer:
    match answer:
        case NoReply(why, refused):
            return Refused(refused) if refused else Unclear(why)
        case Reply(200, {"code_url": str(code)}) if code.startswith(CODE_BEGINS):
            return Presented(code)
        case Reply(reason=reason) if reason == NUMBER_TAKEN:
            return Unclear(f"{answer} {reason}")
        case Reply(status) if 400 <= status < 500 and answer.code in REFUSALS | CLOSED_ALREADY:
            return Refused(answer.code)
    return Unclear(str(answer))


def read_query(answer: Reply | NoReply, told: Callable[[dict[str, Any]], QueryAnswer]) -> QueryAnswer:
    """`told` is what an answer that is none of an error says of the order."""
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(404) if answer.code in NEVER_HEARD_OF:
            return Absent()
        case Reply(202) if answer.code in PAYING:
            return Waiting()
        case Reply(200, fields):
            return told(fields)
    return Unclear(str(answer))


def told(fields: dict[str, Any], order: Order, merchant: WeChatMerchant) -> QueryAnswer:
    """What an answer says of an order."""
    wrong = mismatch(fields, out_trade_no=order.trade.number, **merchant.parties)
    return Unclear(wrong) if wrong else trade(fields, total=order.trade.fen)


def read_close(answer: Reply | NoReply) -> CloseAnswer:
    """A close asked too often stays Waiting: the payer may be typing the password just then."""
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(204):
            return Closed()
        case Reply(404) if answer.code in NEVER_HEARD_OF:
            return Absent()
        case Reply() if answer.code in CLOSED_ALREADY:
            return Closed()
        case Reply(status) if status == TOO_OFTEN or answer.code in NOT_NOW:
            return Waiting()
    return Unclear(str(answer))


def trade(fields: dict[str, Any], **fen: int) -> QueryAnswer:
    """How something stands that is known to be ours; `fen` is how much it has to be, by WeChat's word for that."""
    match fields.get("trade_state"):
        case "SUCCESS":
            wrong = mismatch(amount_of(fields), **fen, currency=CURRENCY)
            return Unclear(wrong) if wrong else _paid(fields)
        # PAYERROR is one failed try: the code may still be paid until the order is closed. ACCEPT: about to be paid.
        case "NOTPAY" | "USERPAYING" | "PAYERROR" | "ACCEPT":
            return Waiting()
        case "CLOSED" | "REVOKED":
            return Closed()
        # Paid once, and somebody sent the money back from outside: it must be neither posted nor asked for again.
        case "REFUND":
            return Unclear("refunded elsewhere")
        case state:
            return Unclear(f"unknown state: {str(state)[:32]}")


def _paid(fields: dict[str, Any]) -> Paid | Unclear:
    match fields:
        case {"transaction_id": str(transaction), "success_time": str(time)} if transaction:
            try:
                at = datetime.fromisoformat(time)
            except ValueError:
                return Unclear("unreadable: success_time")
            return Paid(transaction, at) if at.tzinfo else Unclear("unreadable: success_time")
    return Unclear("unreadable: transaction_id or success_time")


def amount_of(fields: dict[str, Any]) -> dict[str, Any]:
    """The figures of an answer; none where it has none."""
    amount = fields.get("amount")
    return amount if isinstance(amount, dict) else {}


def mismatch(fields: dict[str, Any], **ours: str | int) -> str | None:
    """Which of our values the answer does not have, type included; None if it has them all."""
    for name, value in ours.items():
        theirs = fields.get(name)
        if type(theirs) is not type(value) or theirs != value:
            return f"mismatch: {name}"
    return None
