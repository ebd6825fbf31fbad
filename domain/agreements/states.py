"""The life of an agreement, in one table.

Signed, it waits for the bank (待验证), whose first answer stands: 验证成功, or 验证失败 with a reason. A refusal is an
end: the payer signs again. What lives holds its person, for one agreement is all that one may have, and its account,
which can be neither deleted nor renumbered. What lives may be revoked, also while the bank is silent: nobody has to
wait for a bank to correct a slip. A bank that answers afterwards changes nothing.
"""

from enum import StrEnum


class State(StrEnum):
    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        return _LABELS[self]


class Event(StrEnum):
    CONFIRM = "confirm"
    """the bank knows the account, its holder and the phone"""
    REFUSE = "refuse"
    """the bank does not, and says why"""
    REVOKE = "revoke"
    """the payer takes it back"""


_LABELS = {
    State.PENDING: "待验证",
    State.VERIFIED: "验证成功",
    State.REJECTED: "验证失败",
    State.REVOKED: "已撤销",
}

TRANSITIONS: dict[State, dict[Event, State]] = {
    State.PENDING: {
        Event.CONFIRM: State.VERIFIED,
        Event.REFUSE: State.REJECTED,
        Event.REVOKE: State.REVOKED,
    },
    State.VERIFIED: {Event.REVOKE: State.REVOKED},
    State.REJECTED: {},
    State.REVOKED: {},
}

LIVE = frozenset({State.PENDING, State.VERIFIED})
"""States that hold the person and the account; the same that may be revoked."""


def after(state: State, event: Event) -> State | None:
    """The state that follows; None if the event changes nothing there."""
    return TRANSITIONS[state].get(event)
