"""The states of an agreement. `domain.agreements.life` is the table of how one leads to another."""

from enum import StrEnum

from domain.words import Text


class AgreementState(StrEnum):
    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REVOKED = "revoked"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    AgreementState.PENDING: Text("待验证"),
    AgreementState.VERIFIED: Text("验证成功"),
    AgreementState.REJECTED: Text("验证失败"),
    AgreementState.REVOKED: Text("已撤销"),
}

LIVE = frozenset({AgreementState.PENDING, AgreementState.VERIFIED})
"""States that hold the person and the account; the same that may be revoked."""
