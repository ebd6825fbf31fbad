"""The life of a refund application (退费申请), in one table.

Rules, and everything that changes an application's state lives here:

1. An application begins SUBMITTED, with its number, and holds its bill while it is OPEN: nobody applies for it again.
2. Its person may withdraw it until it is approved; what is approved may be on its way at any moment.
3. Whether it is approved or refused, staff TAKE it first: so two of them do not decide about the same one unawares.
4. SENDING is written down before anybody sends money. From there only a sure word leads on: PAY_OUT when the money
   went out, RETURN when it certainly did not. Silence changes nothing, and is no event.
5. What is returned is TAKEN again: staff approve it anew, by the same way or another, or refuse it.
6. PAID_OUT, REFUSED and WITHDRAWN are the end.

An event that the table does not know in a state raises `Impossible`.
"""

from enum import StrEnum

from domain.events import Impossible

__all__ = ["COUNTED", "OPEN", "TO_BE_SENT", "TRANSITIONS", "Event", "Impossible", "State", "after"]


class State(StrEnum):
    SUBMITTED = "submitted"
    TAKEN = "taken"
    APPROVED = "approved"
    SENDING = "sending"
    PAID_OUT = "paid_out"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return _STATE_LABELS[self]


class Event(StrEnum):
    SUBMIT = "submit"
    """the visitor applies"""
    TAKE = "take"
    """staff look at it"""
    APPROVE = "approve"
    REFUSE = "refuse"
    """by staff, with the reason"""
    SEND = "send"
    """the money is about to be sent"""
    PAY_OUT = "pay_out"
    """it went out: the network says so, or staff who paid it to the bank account"""
    RETURN = "return"
    """it certainly did not go out that way: staff decide again"""
    WITHDRAW = "withdraw"
    """by the visitor"""

    @property
    def label(self) -> str:
        return _EVENT_LABELS[self]


S, E = State, Event

_STATE_LABELS = {
    S.SUBMITTED: "已提交",
    S.TAKEN: "审核中",
    S.APPROVED: "审核通过",
    S.SENDING: "退库中",
    S.PAID_OUT: "已退费",
    S.REFUSED: "审核不通过",
    S.WITHDRAWN: "已撤回",
}
_EVENT_LABELS = {
    E.SUBMIT: "提交",
    E.TAKE: "受理",
    E.APPROVE: "审核通过",
    E.REFUSE: "审核不通过",
    E.SEND: "退库",
    E.PAY_OUT: "标记已退费",
    E.RETURN: "退回重审",
    E.WITHDRAW: "撤回",
}

TRANSITIONS: dict[State | None, dict[Event, State]] = {
    None: {E.SUBMIT: S.SUBMITTED},
    S.SUBMITTED: {E.TAKE: S.TAKEN, E.WITHDRAW: S.WITHDRAWN},
    S.TAKEN: {E.APPROVE: S.APPROVED, E.REFUSE: S.REFUSED, E.WITHDRAW: S.WITHDRAWN},
    S.APPROVED: {E.SEND: S.SENDING, E.RETURN: S.TAKEN},
    S.SENDING: {E.PAY_OUT: S.PAID_OUT, E.RETURN: S.TAKEN},
    S.PAID_OUT: {},
    S.REFUSED: {},
    S.WITHDRAWN: {},
}

OPEN = frozenset({S.SUBMITTED, S.TAKEN, S.APPROVED, S.SENDING})
"""States in which the application holds its bill."""

COUNTED = OPEN | {S.PAID_OUT}
"""States whose amount is no longer there to be applied for."""

TO_BE_SENT = frozenset({S.APPROVED, S.SENDING})
"""States in which the money has to go out, or to be heard of."""


def after(state: State | None, event: Event) -> State:
    """The state that follows; None is before the application. Raises Impossible if the table has no such edge."""
    try:
        return TRANSITIONS[state][event]
    except KeyError:
        raise Impossible(f"{event} cannot happen to a refund that is {state}") from None
