"""The life of an order, in one table.

Rules, and everything that changes an order's state lives here:

1. An order is stored, with its number fixed, before the network hears of it. So it begins CREATED.
2. Only the network's own answer to a query moves money: never the screen, never a callback alone.
   An answer counts as Paid only if its signature holds and number, amount, merchant and app are ours;
   whoever reads answers turns everything else into Unanswered.
3. No answer is knowledge of nothing: UNKNOWN is neither paid nor failed, and any later answer leads out of it.
   An order that is being closed stays EXPIRING through silence: it must not become payable again.
   What changes nothing is no event, and is not written down.
4. EXPIRING asks once more, closes, and is CLOSED only when the network confirms it; or where no code has ever been
   shown, so that nobody can pay it, whatever the network says.
5. A payment that arrives after CLOSED is a LATE_SUCCESS: the money is there, so it is posted or sent back.
   It holds its bills again, unless another order has taken them meanwhile: that one's code is withdrawn, and whichever
   posts first wins. CLOSED is left only by an answer that was given when its code was over, and not by time:
   UNPAID is the end, until a bill of the network's tells something else.
6. PAID is money at the network; POSTED is money in the tax system. Between them silence changes nothing, a refusal
   is POSTING_FAILED, and then the refund is owed (REFUND_DUE) until the network says it is done (REFUNDED).
7. Money for a bill that is already posted by another order is a DUPLICATE, and is sent back.
8. What cannot be closed for too long is for people: MANUAL_REVIEW. The network is still asked, for it may speak again.
9. What a machine may not decide, two of the staff can end, with a proof and a reason: SENT_BACK or POSTED_BY_HAND. That
   one of them had the network asked is written down, though it changes nothing.

An event that the table does not know in a state is a mistake of ours and raises `Impossible`.
"""

from collections.abc import Mapping

from domain.lives.events import Impossible
from domain.payment.events import (
    Added,
    Asked,
    Closed,
    Expired,
    FoundDuplicate,
    GivenUp,
    NotPosted,
    OrderEvent,
    Owed,
    Paid,
    Posted,
    PostedByHand,
    Presented,
    Refunded,
    Refused,
    SentBack,
    StillUnpaid,
    Unanswered,
    Waiting,
)
from domain.payment.states import OrderState

S = OrderState

TRANSITIONS: Mapping[OrderState | None, Mapping[type[OrderEvent], OrderState]] = {
    None: {Added: S.CREATED},
    S.CREATED: {
        Presented: S.PRESENTED,
        Refused: S.CLOSED,
        Unanswered: S.UNKNOWN,
        Paid: S.PAID,
        Closed: S.CLOSED,
        Expired: S.EXPIRING,
    },
    S.PRESENTED: {
        Paid: S.PAID,
        Unanswered: S.UNKNOWN,
        Closed: S.CLOSED,
        Expired: S.EXPIRING,
    },
    S.UNKNOWN: {
        Presented: S.PRESENTED,
        Refused: S.CLOSED,
        Waiting: S.PRESENTED,
        Paid: S.PAID,
        Closed: S.CLOSED,
        Expired: S.EXPIRING,
    },
    S.EXPIRING: {
        Paid: S.PAID,
        Closed: S.CLOSED,
        GivenUp: S.MANUAL_REVIEW,
    },
    S.CLOSED: {Paid: S.LATE_SUCCESS, StillUnpaid: S.UNPAID},
    S.UNPAID: {Paid: S.LATE_SUCCESS},
    S.PAID: {Posted: S.POSTED, NotPosted: S.POSTING_FAILED, FoundDuplicate: S.DUPLICATE},
    S.LATE_SUCCESS: {Posted: S.POSTED, NotPosted: S.POSTING_FAILED, FoundDuplicate: S.DUPLICATE},
    S.POSTING_FAILED: {Owed: S.REFUND_DUE},
    S.DUPLICATE: {Owed: S.REFUND_DUE},
    S.REFUND_DUE: {
        Refunded: S.REFUNDED,
        Asked: S.REFUND_DUE,
        SentBack: S.SENT_BACK,
        PostedByHand: S.POSTED_BY_HAND,
    },
    S.POSTED: {},
    S.REFUNDED: {},
    S.MANUAL_REVIEW: {
        Paid: S.PAID,
        Closed: S.CLOSED,
        Asked: S.MANUAL_REVIEW,
        SentBack: S.SENT_BACK,
        PostedByHand: S.POSTED_BY_HAND,
    },
    S.SENT_BACK: {},
    S.POSTED_BY_HAND: {},
}

EVENTS: Mapping[str, type[OrderEvent]] = {kind.word: kind for edges in TRANSITIONS.values() for kind in edges}
"""Every event by its word in the log."""


def after(state: OrderState | None, event: OrderEvent) -> OrderState:
    """The state that follows; None is before the order. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][type(event)]
    except KeyError:
        raise Impossible(f"{event.word} cannot happen to an order that is {state}") from None
