"""The life of a refund application (退费申请), in one table.

Rules, and everything that changes an application's state lives here:

1. An application begins SUBMITTED, with its number, and holds its bill while it is OPEN: nobody applies for it again.
2. Its person may withdraw it until it is approved; what is approved may be on its way at any moment.
3. Whether it is approved or refused, staff TAKE it first: so two of them do not decide about the same one unawares.
4. SENDING is written down before anybody sends money. From there only a sure word leads on: PaidOut when the money
   went out, Returned when it certainly did not. Silence changes nothing, and is no event. How it goes through a network
   is the life of its repayments (`domain.repayments.life`): while one of these may take the money along, the store lets
   nothing be Returned. What is on its way there for too long two of the staff may say to be SentBack; or NeverSent,
   where its network has answered by silence alone and no bill of its has it.
5. What is returned is TAKEN again: staff approve it anew, by the same way or another, or refuse it. What goes to a bank
   account needs one: staff may be given it (Addressed) while it is TAKEN, or while its network does not know where to.
6. What was paid to a bank account may come back from there: it is TAKEN again.
7. REFUSED, WITHDRAWN and, but for that, PAID_OUT are the end.

An event that the table does not know in a state raises `Impossible`.
"""

from collections.abc import Mapping

from domain.lives.events import Impossible
from domain.refunds.events import (
    Addressed,
    Approved,
    CameBack,
    NeverSent,
    PaidOut,
    RefundEvent,
    Refused,
    Returned,
    Sent,
    SentBack,
    Submitted,
    Taken,
    Withdrawn,
)
from domain.refunds.states import RefundState

S = RefundState

TRANSITIONS: Mapping[RefundState | None, Mapping[type[RefundEvent], RefundState]] = {
    None: {Submitted: S.SUBMITTED},
    S.SUBMITTED: {Taken: S.TAKEN, Withdrawn: S.WITHDRAWN},
    S.TAKEN: {Addressed: S.TAKEN, Approved: S.APPROVED, Refused: S.REFUSED, Withdrawn: S.WITHDRAWN},
    S.APPROVED: {Sent: S.SENDING, Returned: S.TAKEN},
    S.SENDING: {PaidOut: S.PAID_OUT, SentBack: S.PAID_OUT, Addressed: S.SENDING, Returned: S.TAKEN, NeverSent: S.TAKEN},
    S.PAID_OUT: {CameBack: S.TAKEN},
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
