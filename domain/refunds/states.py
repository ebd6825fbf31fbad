"""The states of a refund application (退费申请). `domain.refunds.life` is the table of how one leads to another."""

from enum import StrEnum


class RefundState(StrEnum):
    SUBMITTED = "submitted"
    TAKEN = "taken"
    APPROVED = "approved"
    SENDING = "sending"
    PAID_OUT = "paid_out"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return _LABELS[self]


S = RefundState

_LABELS = {
    S.SUBMITTED: "已提交",
    S.TAKEN: "审核中",
    S.APPROVED: "审核通过",
    S.SENDING: "退库中",
    S.PAID_OUT: "已退费",
    S.REFUSED: "审核不通过",
    S.WITHDRAWN: "已撤回",
}

OPEN = frozenset({S.SUBMITTED, S.TAKEN, S.APPROVED, S.SENDING})
"""States in which the application holds its bill."""

COUNTED = OPEN | {S.PAID_OUT}
"""States whose amount is no longer there to be applied for."""

TO_BE_SENT = frozenset({S.APPROVED, S.SENDING})
"""States in which the money has to go out, or to be heard of."""
