"""What UnionPay's answers mean for us (ACP 5.1.0, 申码). Pure: no network, no clock.

Only a reply whose signature holds gets here. An answer is about what we asked only if merchant, order and time of order
are those that we asked with, and about our money only if amount and currency are; anything else, and any code not
listed in `codes`, is Unclear.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from adapters.payments.line import NoReply
from adapters.payments.unionpay.codes import (
    DONE,
    FAILED,
    FOR_PEOPLE,
    NO_SUCH_TRADE,
    PAID,
    SENT_BACK,
    TOO_OFTEN,
    UNDECIDED,
)
from adapters.payments.unionpay.matching import another, mismatch
from adapters.payments.unionpay.questions import PAYMENT, RENMINBI
from adapters.payments.unionpay.wire import Reply
from domain.payment.cashier import PAYABLE_FOR
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
from domain.runtime import HALL_TIME

CODE_BEGINS = "https://qr.95516.com/"


def read_create(answer: Reply | NoReply, asked: Mapping[str, str]) -> CreateAnswer:
    """A second request for the same order is refused as a duplicate (12), and its code is not told again: Unclear."""
    match answer:
        case NoReply(why, refused):
            return Refused(refused) if refused else Unclear(why)
        case Reply(fields) if answer.code == DONE:
            wrong = another(fields, asked) or mismatch(fields, asked, "txnAmt", "currencyCode", if_told=True)
            code = fields.get("qrCode", "")
            if not wrong and not code.startswith(CODE_BEGINS):
                wrong = "unreadable: qrCode"
            return Unclear(wrong) if wrong else Presented(code)
        case Reply(fields) if answer.code in FAILED:
            wrong = another(fields, asked, if_told=True)
            return Unclear(wrong) if wrong else Refused(answer.code)
    return Unclear(str(answer))


def read_query(answer: Reply | NoReply, asked: Mapping[str, str], order: Order, now: datetime) -> QueryAnswer:
    match answer:
        case NoReply(why):
            return Unclear(why)
        case Reply(fields) if answer.code in {DONE, NO_SUCH_TRADE}:
            wrong = another(fields, asked)
            if wrong:
                return Unclear(wrong)
            return Absent() if answer.code == NO_SUCH_TRADE else _payment(fields, order, now)
    return Unclear(str(answer))


def read_close(answer: Reply | NoReply, asked: Mapping[str, str], order: Order, now: datetime) -> CloseAnswer:
    """A code cannot be called back, so this is what a query says: Closed only where nobody can pay it any more."""
    if isinstance(answer, Reply) and answer.code == TOO_OFTEN:
        return Waiting()
    found = read_query(answer, asked, order, now)
    return Waiting() if isinstance(found, Paid) else found


def _payment(fields: Mapping[str, str], order: Order, now: datetime) -> QueryAnswer:
    state = fields.get("origRespCode", "")
    ours = {"txnType": PAYMENT, "txnAmt": str(order.trade.fen), "currencyCode": RENMINBI}
    wrong = mismatch(fields, ours, *ours, if_told=state not in PAID)
    if wrong:
        return Unclear(wrong)
    if state in PAID:
        return _paid(fields, order)
    if state in UNDECIDED:
        return Waiting()
    # One failed try. The payer may try again, with another card, for as long as the code lives.
    if state in FAILED:
        return Closed() if now > _code_ends(order) else Waiting()
    # Paid once, and somebody sent the money back from outside: it must be neither posted nor asked for again.
    if state in SENT_BACK:
        return Unclear("refunded elsewhere")
    return Unclear(f"{'debited, for people' if state in FOR_PEOPLE else 'unknown state'}: {state[:32]}")


def _paid(fields: Mapping[str, str], order: Order) -> Paid | Unclear:
    transaction = fields.get("queryId", "")
    if not transaction:
        return Unclear("unreadable: queryId")
    at = _moment(fields.get("traceTime", ""), order.created_at)
    return Paid(transaction, at) if at else Unclear("unreadable: traceTime")


def _moment(trace_time: str, created_at: datetime) -> datetime | None:
    """`traceTime` (MMDDhhmmss, Beijing, no year) in the year in which it is nearest to the order's own time.

    Without a `traceTime` the order's own time stands in: minutes early at most, and the money is there all the same.
    """
    near = created_at.astimezone(HALL_TIME)
    if not trace_time:
        return near
    if not (trace_time.isascii() and trace_time.isdigit() and len(trace_time) == 10):
        return None
    moments = []
    for year in (near.year - 1, near.year, near.year + 1):
        with suppress(ValueError):  # The 29th of February is not in every year.
            moments.append(datetime.strptime(f"{year}{trace_time}+0800", "%Y%m%d%H%M%S%z"))
    return min(moments, key=lambda moment: abs(moment - near), default=None)


def _code_ends(order: Order) -> datetime:
    """When its code dies: at the `payTimeout` it was made with. Cancelling an order moves only our own deadline."""
    return max(order.deadline, order.created_at + PAYABLE_FOR)
