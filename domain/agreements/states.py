"""The states of an agreement. `domain.agreements.life` is the table of how one leads to another."""

from enum import StrEnum


class AgreementState(StrEnum):
    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    AgreementState.PENDING: "待验证",
    AgreementState.VERIFIED: "验证成功",
    AgreementState.REJECTED: "验证失败",
    AgreementState.REVOKED: "已撤销",
}

LIVE = frozenset({AgreementState.PENDING, AgreementState.VERIFIED})
"""States that hold the person and the account; the same that may be revoked."""
