"""The life of a refund application (退费申请), in one table.

Rules, and everything that changes an application's state lives here:

1. An application begins SUBMITTED, with its number, and holds its bill while it is OPEN: nobody applies for it again.
2. Its person may withdraw it until it is approved; what is approved may be on its way at any moment.
3. Whether it is approved or refused, staff TAKE it first: so two of them do not decide about the same one unawares.
4. SENDING is written down before anybody sends money. From there only a sure word leads on: PaidOut when the money
   went out, Returned when it certainly did not. Silence changes nothing, and is no event.
5. What is returned is TAKEN again: staff approve it anew, by the same way or another, or refuse it.
6. PAID_OUT, REFUSED and WITHDRAWN are the end.

An event that the table does not know in a state raises `Impossible`.
"""

from collections.abc import Mapping

from domain.lives.events import Impossible
from domain.refunds.events import (
    Approved,
    PaidOut,
    RefundEvent,
    Refused,
    Returned,
    Sent,
    Submitted,
    Taken,
    Withdrawn,
)
from domain.refunds.states import RefundState

S = RefundState

TRANSITIONS: Mapping[RefundState | None, Mapping[type[RefundEvent], RefundState]] = {
    None: {Submitted: S.SUBMITTED},
    S.SUBMITTED: {Taken: S.TAKEN, Withdrawn: S.WITHDRAWN},
    S.TAKEN: {Approved: S.APPROVED, Refused: S.REFUSED, Withdrawn: S.WITHDRAWN},
    S.APPROVED: {Sent: S.SENDING, Returned: S.TAKEN},
    S.SENDING: {PaidOut: S.PAID_OUT, Returned: S.TAKEN},
    S.PAID_OUT: {},
    S.REFUSED: {},
    S.WITHDRAWN: {},
}

EVENTS: Mapping[str, type[RefundEvent]] = {kind.word: kind for edges in TRANSITIONS.values() for kind in edges}
"""Every event by its word in the log."""


def after(state: RefundState | None, event: RefundEvent) -> RefundState:
    """The state that follows; None is before the application. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][type(event)]
    except KeyError:
        raise Impossible(f"{event.word} cannot happen to a refund that is {state}") from None
