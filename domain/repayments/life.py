"""The life of a repayment, in one table, whatever network it goes by.

Rules, and everything that changes a repayment's state lives here:

1. Its number and time are stored before the network hears of it. So it begins ASKED.
2. Only the network's own word moves it. Silence, and "the same as before", are knowledge of nothing and no event.
3. What has become of it only a query decides: DONE, CLOSED and FAILED, also late, out of UNDER_WAY or ABNORMAL. A
   request that is refused decides only while the network has never heard of the number: REFUSED, or SHORT.
4. ABNORMAL is no end. The money has left the merchant: it may be handed over yet, be sent on to a bank account, or
   come back. There is no other way out for it before.
5. SHORT and REFUSED left nothing behind: the same number is asked again. CLOSED and FAILED spent their number: another
   repayment takes over.
6. Once it is LEFT the money may go by another way. Money on its way cannot be left.
7. Of what is on its way for too long people may say one thing only: that by the merchant's platform it is back, under
   a number of that. It is SENT_BACK then: nobody sends it again, and no other way is opened by that.
8. What is answered by silence alone people may have STOPPED: nobody asks for it any more, so that it can only be on the
   bills of known days. Once these are there without it, it was NeverSent.

An event that the table does not know in a state raises `Impossible`.
"""

from collections.abc import Mapping

from domain.lives.events import Impossible
from domain.repayments.events import (
    Abnormal,
    Again,
    Closed,
    Done,
    Failed,
    Fixed,
    Left,
    NeverSent,
    Refused,
    RepaymentEvent,
    Rerouted,
    SentBack,
    Short,
    Stopped,
    UnderWay,
)
from domain.repayments.states import RepaymentState

S = RepaymentState

TRANSITIONS: Mapping[RepaymentState | None, Mapping[type[RepaymentEvent], RepaymentState]] = {
    None: {Fixed: S.ASKED},
    S.ASKED: {
        UnderWay: S.UNDER_WAY,
        Abnormal: S.ABNORMAL,
        Done: S.DONE,
        Short: S.SHORT,
        Refused: S.REFUSED,
        Closed: S.CLOSED,
        Failed: S.FAILED,
        SentBack: S.SENT_BACK,
        Stopped: S.STOPPED,
    },
    S.STOPPED: {
        UnderWay: S.UNDER_WAY,
        Abnormal: S.ABNORMAL,
        Done: S.DONE,
        Closed: S.CLOSED,
        Failed: S.FAILED,
        SentBack: S.SENT_BACK,
        NeverSent: S.ENDED,
    },
    S.UNDER_WAY: {
        Abnormal: S.ABNORMAL,
        Done: S.DONE,
        Closed: S.CLOSED,
        Failed: S.FAILED,
        SentBack: S.SENT_BACK,
    },
    S.ABNORMAL: {
        UnderWay: S.UNDER_WAY,
        Rerouted: S.UNDER_WAY,
        Done: S.DONE,
        Closed: S.CLOSED,
        Failed: S.FAILED,
        SentBack: S.SENT_BACK,
    },
    S.SHORT: {Again: S.ASKED, Left: S.SET_ASIDE},
    S.REFUSED: {Again: S.ASKED, Left: S.SET_ASIDE},
    S.CLOSED: {Left: S.ENDED},
    S.FAILED: {Left: S.ENDED},
    S.SET_ASIDE: {Again: S.ASKED},
    S.ENDED: {},
    S.DONE: {},
    S.SENT_BACK: {},
}


def after(state: RepaymentState | None, event: RepaymentEvent) -> RepaymentState:
    """The state that follows; None is before the repayment. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][type(event)]
    except KeyError:
        raise Impossible(f"{event.word} cannot happen to a repayment that is {state}") from None
