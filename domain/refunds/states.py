"""The states of a refund application (退费申请). `domain.refunds.life` is the table of how one leads to another."""

from enum import StrEnum

from domain.words import Text


class RefundState(StrEnum):
    SUBMITTED = "submitted"
    TAKEN = "taken"
    APPROVED = "approved"
    SENDING = "sending"
    PAID_OUT = "paid_out"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> Text:
        return _LABELS[self]


S = RefundState

_LABELS = {
    S.SUBMITTED: Text("已提交"),
    S.TAKEN: Text("审核中"),
    S.APPROVED: Text("审核通过"),
    S.SENDING: Text("退库中"),
    S.PAID_OUT: Text("已退费"),
    S.REFUSED: Text("审核不通过"),
    S.WITHDRAWN: Text("已撤回"),
}

OPEN = frozenset({S.SUBMITTED, S.TAKEN, S.APPROVED, S.SENDING})
"""States in which the application holds its bill."""

COUNTED = OPEN | {S.PAID_OUT}
"""States whose amount is no longer there to be applied for."""

GONE = frozenset({S.APPROVED, S.SENDING, S.PAID_OUT})
"""States of what has a way that it goes or went."""

TO_BE_SENT = frozenset({S.APPROVED, S.SENDING})
"""States in which the money has to go out, or to be heard of."""
