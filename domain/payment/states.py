"""The life of an order, in one table.

Rules, and everything that changes an order's state lives here:

1. An order is stored, with its number fixed, before the network hears of it. So it begins CREATED.
2. Only the network's own answer to a query moves money: never the screen, never a callback alone.
   An answer counts as PAY only if its signature holds and number, amount, merchant and app are ours;
   whoever reads answers turns everything else into NO_ANSWER.
3. No answer is knowledge of nothing: UNKNOWN is neither paid nor failed, and any later answer leads out of it.
   An order that is being closed stays EXPIRING through silence: it must not become payable again.
   What changes nothing is no event, and is not written down.
4. EXPIRING asks once more, closes, and is CLOSED only when the network confirms it.
5. A payment that arrives after CLOSED is a LATE_SUCCESS: the money is there, so it is posted or sent back.
   It holds its bills again, unless another order has taken them meanwhile: then whichever posts first wins.
6. PAID is money at the network; POSTED is money in the tax system. Between them silence changes nothing, a refusal
   is POSTING_FAILED, and then the refund is owed (REFUND_DUE) until the network says it is done (REFUNDED).
7. Money for a bill that is already posted by another order is a DUPLICATE, and is sent back.
8. What cannot be closed for too long is for people: MANUAL_REVIEW. The network is still asked, for it may speak again.

An event that the table does not know in a state is a mistake of ours and raises `Impossible`.
"""

from enum import StrEnum


class State(StrEnum):
    CREATED = "created"
    PRESENTED = "presented"
    UNKNOWN = "unknown"
    EXPIRING = "expiring"
    CLOSED = "closed"
    PAID = "paid"
    LATE_SUCCESS = "late_success"
    POSTED = "posted"
    POSTING_FAILED = "posting_failed"
    DUPLICATE = "duplicate"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"
    MANUAL_REVIEW = "manual_review"


class Event(StrEnum):
    PRESENT = "present"
    """the network took the order and gave a code to show"""
    REFUSE = "refuse"
    """the network refused to create it, or it was not even asked: no payer can ever pay it"""
    WAITING = "waiting"
    """asked: known there after all, and not paid yet"""
    PAY = "pay"
    """asked: paid, and everything matches"""
    NO_ANSWER = "no_answer"
    """asked: silence, or words that cannot be trusted"""
    EXPIRE = "expire"
    """its time is over, or the visitor cancelled: its deadline is now"""
    CLOSE = "close"
    """the network confirms that it can no longer be paid"""
    POST = "post"
    """the tax system has it"""
    REFUSE_POSTING = "refuse_posting"
    """the tax system will not take it"""
    FIND_DUPLICATE = "find_duplicate"
    """its bill is already posted by another order"""
    OWE = "owe"
    """the refund is written down"""
    REFUND = "refund"
    """the network confirms that the money went back"""
    GIVE_UP = "give_up"
    """not to be closed for too long"""


S, E = State, Event

TRANSITIONS: dict[State, dict[Event, State]] = {
    S.CREATED: {
        E.PRESENT: S.PRESENTED,
        E.REFUSE: S.CLOSED,
        E.NO_ANSWER: S.UNKNOWN,
        E.PAY: S.PAID,
        E.CLOSE: S.CLOSED,
        E.EXPIRE: S.EXPIRING,
    },
    S.PRESENTED: {
        E.PAY: S.PAID,
        E.NO_ANSWER: S.UNKNOWN,
        E.CLOSE: S.CLOSED,
        E.EXPIRE: S.EXPIRING,
    },
    S.UNKNOWN: {
        E.PRESENT: S.PRESENTED,
        E.REFUSE: S.CLOSED,
        E.WAITING: S.PRESENTED,
        E.PAY: S.PAID,
        E.CLOSE: S.CLOSED,
        E.EXPIRE: S.EXPIRING,
    },
    S.EXPIRING: {
        E.PAY: S.PAID,
        E.CLOSE: S.CLOSED,
        E.GIVE_UP: S.MANUAL_REVIEW,
    },
    S.CLOSED: {E.PAY: S.LATE_SUCCESS},
    S.PAID: {E.POST: S.POSTED, E.REFUSE_POSTING: S.POSTING_FAILED, E.FIND_DUPLICATE: S.DUPLICATE},
    S.LATE_SUCCESS: {E.POST: S.POSTED, E.REFUSE_POSTING: S.POSTING_FAILED, E.FIND_DUPLICATE: S.DUPLICATE},
    S.POSTING_FAILED: {E.OWE: S.REFUND_DUE},
    S.DUPLICATE: {E.OWE: S.REFUND_DUE},
    S.REFUND_DUE: {E.REFUND: S.REFUNDED},
    S.POSTED: {},
    S.REFUNDED: {},
    S.MANUAL_REVIEW: {E.PAY: S.PAID, E.CLOSE: S.CLOSED},
}

OPEN = frozenset({S.CREATED, S.PRESENTED, S.UNKNOWN})
"""States of an order that may still be paid as it was meant to be."""

TO_BE_CLOSED = frozenset({S.EXPIRING, S.MANUAL_REVIEW})
"""States in which the network has to confirm that the order can no longer be paid."""

ASKED = OPEN | TO_BE_CLOSED | {S.CLOSED}
"""States in which the network may know more than we do."""

ALIVE = frozenset({S.CREATED, S.PRESENTED, S.UNKNOWN, S.EXPIRING, S.PAID, S.LATE_SUCCESS, S.MANUAL_REVIEW})
"""States in which the order holds its bills: nobody may start another order for them."""

UNSETTLED = ALIVE | {S.POSTING_FAILED, S.DUPLICATE, S.REFUND_DUE}
"""States that the janitor still works on."""

MONEY_TAKEN = frozenset({S.PAID, S.LATE_SUCCESS, S.POSTED, S.POSTING_FAILED, S.DUPLICATE, S.REFUND_DUE, S.REFUNDED})


class Impossible(Exception):
    """An event that cannot happen in this state: a mistake in the program, not in the world."""


def after(state: State, event: Event) -> State:
    """The state that follows. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][event]
    except KeyError:
        raise Impossible(f"{event} cannot happen to an order that is {state}") from None
