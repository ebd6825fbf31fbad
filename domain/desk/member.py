"""Who works at the bureau's desk, and what they may do there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.words import Text


class Role(StrEnum):
    """Whoever has one may look at everything, masked."""

    LOOK = "look"
    DECIDE = "decide"
    PAY = "pay"
    STAFF = "staff"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Role.LOOK: Text("查看"),
    Role.DECIDE: Text("审核"),
    Role.PAY: Text("付款和记账"),
    Role.STAFF: Text("管理人员"),
}
MONEY = frozenset({Role.DECIDE, Role.PAY})
"""Roles whose word moves money, by two of them."""


class MemberState(StrEnum):
    NEW = "new"
    """has a passphrase that is good once, and no second factor"""
    ACTIVE = "active"
    REVOKED = "revoked"

    @property
    def label(self) -> Text:
        return {
            MemberState.NEW: Text("还没有登录过"),
            MemberState.ACTIVE: Text("在用"),
            MemberState.REVOKED: Text("已停用"),
        }[self]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff. `number` is theirs for good: nobody else ever gets it."""

    number: str
    name: str
    roles: frozenset[Role]
    state: MemberState
    added_at: datetime

    def may(self, *roles: Role) -> bool:
        """Whether they have one of these roles."""
        return bool(self.roles.intersection(roles))


@dataclass(frozen=True, slots=True)
class Keys:
    """What a member signs in by. `passphrase` is its argon2id hash; `secret` that of the one-time codes (RFC 6238), in
    base32, None before the first sign-in. `until` is when a passphrase that is good once is good no more.
    """

    member: Member
    passphrase: str = field(repr=False)
    secret: str | None = field(repr=False)
    until: datetime | None


def problem_of_number(number: str) -> Text | None:
    """Why nobody can have this number; None if somebody can."""
    right = number.isascii() and number.isdecimal() and 4 <= len(number) <= 8
    return None if right else Text("工号是 4 到 8 位数字")


def problem_of_roles(roles: Iterable[Role]) -> Text | None:
    """Why nobody may have these roles together; None if somebody may.

    Whoever can make people up must not be able to be both of the two that money takes.
    """
    given = set(roles)
    if not given:
        return Text("请选择可以做什么")
    if Role.STAFF in given and given & MONEY:
        return Text("管理人员的人不能审核，也不能付款和记账")
    return None


def roles_told(roles: Iterable[Role]) -> str:
    """As they are kept and logged."""
    return " ".join(sorted(roles))


def roles_of(told: str) -> frozenset[Role]:
    """Those that are kept as that."""
    return frozenset(map(Role, told.split()))
