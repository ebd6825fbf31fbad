"""What can happen at the desk, as its log has it. And which of it changes a member."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.desk.member import MemberState
from domain.lives.events import Event, Impossible
from domain.words import Text


class Deed(Event):
    """Its fields are what is learnt of the member. `label` is what people call it; `detail` is never personal."""

    __slots__ = ()
    label: ClassVar[Text]


@dataclass(frozen=True, slots=True)
class Added(Deed):
    """A new member."""

    word, label = "add", Text("添加人员")


@dataclass(frozen=True, slots=True)
class Bound(Deed):
    """They have chosen a passphrase and a second factor of their own."""

    word, label = "bind", Text("设好口令和动态码")


@dataclass(frozen=True, slots=True)
class Renewed(Deed):
    """They get another passphrase that is good once: the old one or the second factor is lost."""

    word, label = "renew", Text("重发一次性口令")


@dataclass(frozen=True, slots=True)
class Granted(Deed):
    """They may do something else than before."""

    word, label = "grant", Text("改了可以做什么")


@dataclass(frozen=True, slots=True)
class Revoked(Deed):
    """They may do nothing any more."""

    word, label = "revoke", Text("停用人员")


@dataclass(frozen=True, slots=True)
class SignedIn(Deed):
    word, label = "sign_in", Text("登录")


@dataclass(frozen=True, slots=True)
class SignedOut(Deed):
    word, label = "sign_out", Text("退出")


@dataclass(frozen=True, slots=True)
class Mistaken(Deed):
    """Somebody tried to sign in, or to sign, by their number, and was wrong."""

    word, label = "mistake", Text("口令或动态码不对")


@dataclass(frozen=True, slots=True)
class Opened(Deed):
    """They looked at somebody's matter."""

    word, label = "open", Text("打开看了")


@dataclass(frozen=True, slots=True)
class Unmasked(Deed):
    """They were shown a whole account, to pay to it."""

    word, label = "unmask", Text("看了完整账号")


@dataclass(frozen=True, slots=True)
class Came(Deed):
    """A visitor at a terminal called, and they said that they are on the way."""

    word, label = "come", Text("应答缴费人的呼叫")


@dataclass(frozen=True, slots=True)
class HadAsked(Deed):
    word, label = "ask", Text("再问支付渠道")


@dataclass(frozen=True, slots=True)
class Decided(Deed):
    """What takes one person."""

    word, label = "decide", Text("办了一步")


@dataclass(frozen=True, slots=True)
class Proposed(Deed):
    """The first of two."""

    word, label = "propose", Text("第一人签字")


@dataclass(frozen=True, slots=True)
class Agreed(Deed):
    """The second of two: from here on it is done."""

    word, label = "agree", Text("第二人签字")


@dataclass(frozen=True, slots=True)
class Hindered(Deed):
    """Both had signed, and it could not be done."""

    word, label = "hinder", Text("没有办成")


@dataclass(frozen=True, slots=True)
class Declined(Deed):
    """The second of two does not agree, or the first takes it back."""

    word, label = "decline", Text("没有同意或者撤回")


DEEDS: Mapping[str, type[Deed]] = {deed.word: deed for deed in Deed.__subclasses__()}
"""Every deed by its word in the log."""

S = MemberState
STATES: Mapping[type[Deed], Mapping[MemberState | None, MemberState]] = {
    Added: {None: S.NEW},
    Bound: {S.NEW: S.ACTIVE},
    Renewed: {S.NEW: S.NEW, S.ACTIVE: S.NEW, S.REVOKED: S.NEW},
    Granted: {S.NEW: S.NEW, S.ACTIVE: S.ACTIVE},
    Revoked: {S.NEW: S.REVOKED, S.ACTIVE: S.REVOKED},
    Mistaken: {S.NEW: S.NEW, S.ACTIVE: S.ACTIVE, S.REVOKED: S.REVOKED},
}
"""What a member becomes. Everything else takes who is at work, and leaves them so."""


def after(state: MemberState | None, deed: Deed) -> MemberState:
    """The state that follows; None is before a member is added. Raises Impossible if the table has no such edge."""
    edges = STATES.get(type(deed), {S.ACTIVE: S.ACTIVE})
    if state not in edges:
        raise Impossible(f"{deed.word} cannot happen to a member of staff who is {state}")
    return edges[state]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the desk's log: what `who` did, or what was done about `member`, and about which matter."""

    serial: int
    deed: type[Deed]
    at: datetime
    member: str
    who: str
    about: str
    detail: str
