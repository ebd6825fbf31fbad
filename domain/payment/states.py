"""The states of an order. `domain.payment.life` is the table of how one leads to another."""

from enum import StrEnum


class OrderState(StrEnum):
    CREATED = "created"
    PRESENTED = "presented"
    UNKNOWN = "unknown"
    EXPIRING = "expiring"
    CLOSED = "closed"
    UNPAID = "unpaid"
    PAID = "paid"
    LATE_SUCCESS = "late_success"
    POSTED = "posted"
    POSTING_FAILED = "posting_failed"
    DUPLICATE = "duplicate"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"
    MANUAL_REVIEW = "manual_review"
    SENT_BACK = "sent_back"
    """by two of the staff, at the merchant's platform"""
    POSTED_BY_HAND = "posted_by_hand"
    """at a window, as two of the staff say"""


S = OrderState

OPEN = frozenset({S.CREATED, S.PRESENTED, S.UNKNOWN})
"""States of an order that may still be paid as it was meant to be."""

TO_BE_CLOSED = frozenset({S.EXPIRING, S.MANUAL_REVIEW})
"""States in which the network has to confirm that the order can no longer be paid."""

ASKED = OPEN | TO_BE_CLOSED | {S.CLOSED}
"""States in which the network may know more than we do."""

ALIVE = frozenset({S.CREATED, S.PRESENTED, S.UNKNOWN, S.EXPIRING, S.PAID, S.LATE_SUCCESS, S.MANUAL_REVIEW})
"""States in which the order holds its bills: nobody may start another order for them."""

UNSETTLED = ALIVE | {S.CLOSED, S.POSTING_FAILED, S.DUPLICATE, S.REFUND_DUE}
"""States that the janitor still works on."""

WAITING = ASKED | {S.REFUND_DUE}
"""States in which the network is asked again and again, at its pace."""

ENTERED = frozenset({S.POSTED, S.POSTED_BY_HAND})
"""States in which the tax system has the money."""

FOR_STAFF = frozenset({S.MANUAL_REVIEW, S.REFUND_DUE})
"""States that two of the staff can end where no machine may."""

MONEY_TAKEN = ENTERED | {
    S.PAID,
    S.LATE_SUCCESS,
    S.POSTING_FAILED,
    S.DUPLICATE,
    S.REFUND_DUE,
    S.REFUNDED,
    S.SENT_BACK,
}
