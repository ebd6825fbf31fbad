"""The life of an order, in one table.

Rules, and everything that changes an order's state lives here:

1. An order is stored, with its number fixed, before the network hears of it. So it begins CREATED.
2. Only the network's own answer to a query moves money: never the screen, never a callback alone.
   An answer counts as PAID only if its signature holds and number, amount, merchant and app are ours;
   whoever reads answers turns everything else into NO_ANSWER.
3. No answer is knowledge of nothing: UNKNOWN is neither paid nor failed, and any later answer leads out of it.
   An order that is being closed stays EXPIRING through silence: it must not become payable again.
4. EXPIRING asks once more, closes, and is CLOSED only when the network confirms it.
5. A payment that arrives after CLOSED is a LATE_SUCCESS: the money is there, so it is posted or sent back.
6. PAID is money at the network; POSTED is money in the tax system. Between them silence changes nothing, a refusal
   is POSTING_FAILED, and then the refund is owed (REFUND_DUE) until the network says it is done (REFUNDED).
7. Money for a bill that is already posted by another order is a DUPLICATE, and is sent back.
8. What stays unknown for too long is for people: MANUAL_REVIEW.

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
    """the network refused to create it: no payer can ever pay it"""
    WAITING = "waiting"
    """asked: not paid yet"""
    PAY = "pay"
    """asked: paid, and everything matches"""
    NO_ANSWER = "no_answer"
    """asked: silence, or words that cannot be trusted"""
    EXPIRE = "expire"
    """its time is over, or the visitor cancelled"""
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
    """unknown for too long"""


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
        E.WAITING: S.PRESENTED,
        E.PAY: S.PAID,
        E.NO_ANSWER: S.UNKNOWN,
        E.CLOSE: S.CLOSED,
        E.EXPIRE: S.EXPIRING,
    },
    S.UNKNOWN: {
        E.PRESENT: S.PRESENTED,
        E.WAITING: S.PRESENTED,
        E.NO_ANSWER: S.UNKNOWN,
        E.PAY: S.PAID,
        E.CLOSE: S.CLOSED,
        E.EXPIRE: S.EXPIRING,
        E.GIVE_UP: S.MANUAL_REVIEW,
    },
    S.EXPIRING: {
        E.WAITING: S.EXPIRING,
        E.NO_ANSWER: S.EXPIRING,
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

ALIVE = frozenset({S.CREATED, S.PRESENTED, S.UNKNOWN, S.EXPIRING, S.PAID, S.LATE_SUCCESS, S.MANUAL_REVIEW})
"""States in which the order holds its bills: nobody may start another order for them."""

UNSETTLED = ALIVE - {S.MANUAL_REVIEW} | {S.POSTING_FAILED, S.DUPLICATE, S.REFUND_DUE}
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
