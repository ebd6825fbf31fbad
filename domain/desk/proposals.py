"""What takes two of the staff: the first signs it from a session of their own, the second from another.

At a bureau the two sit at desks, in rooms or buildings of their own. So nobody types a passphrase on somebody else's
screen, where it could be read or kept; each signature is a code of one's own, good once; and the second has the time to
look, and sees what the first wrote.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.desk.member import Role
from domain.forms.bills import ENDS
from domain.forms.orders import POSTED, SENT_BACK
from domain.forms.settling import NEVER_SENT, WORDS
from domain.money import Fen
from domain.reconciliation.cases import Settlement
from domain.words import Text

GOOD_FOR = timedelta(days=3)
"""How long the second has: over a weekend."""


class Act(StrEnum):
    """What two can do. The word before the point says about what: an order, a refund application, a case of a bill, or
    one of the staff, where `proof` has what they may do and `reason` their name.
    """

    ORDER_SENT_BACK = "order.sent_back"
    ORDER_POSTED = "order.posted"
    REFUND_APPROVE = "refund.approve"
    REFUND_PAID_OUT = "refund.paid_out"
    REFUND_NOT_PAID = "refund.not_paid"
    REFUND_CAME_BACK = "refund.came_back"
    REFUND_SENT_BACK = "refund.sent_back"
    REFUND_NEVER_SENT = "refund.never_sent"
    CASE_SENT_BACK = "case.sent_back"
    CASE_POSTED = "case.posted"
    CASE_CHECKED = "case.checked"
    CASE_NOT_OURS = "case.not_ours"
    MEMBER_ADD = "member.add"
    MEMBER_GRANT = "member.grant"
    MEMBER_RENEW = "member.renew"

    @property
    def label(self) -> Text:
        return _LABELS[self]

    @property
    def role(self) -> Role:
        """Which role both of them need."""
        if self.of == "member":
            return Role.STAFF
        return Role.DECIDE if self is Act.REFUND_APPROVE else Role.PAY

    @property
    def of(self) -> str:
        """Of what: `order`, `refund`, `case`, or a `member` of the staff."""
        return self.partition(".")[0]

    @property
    def proof(self) -> Text | None:
        """The number that it takes as a proof, as people call it; None where it takes none."""
        if self in {Act.ORDER_SENT_BACK, Act.REFUND_SENT_BACK, Act.CASE_SENT_BACK}:
            return Text("退款单号")
        return Text("凭证号码") if self in {Act.ORDER_POSTED, Act.CASE_POSTED} else None


_LABELS = {
    Act.ORDER_SENT_BACK: SENT_BACK,
    Act.ORDER_POSTED: POSTED,
    Act.REFUND_APPROVE: Text("同意退费"),
    Act.REFUND_PAID_OUT: WORDS["pay_out"].label,
    Act.REFUND_NOT_PAID: WORDS["give_back"].label,
    Act.REFUND_CAME_BACK: WORDS["came_back"].label,
    Act.REFUND_SENT_BACK: SENT_BACK,
    Act.REFUND_NEVER_SENT: NEVER_SENT,
    Act.CASE_SENT_BACK: ENDS[Settlement.SENT_BACK],
    Act.CASE_POSTED: ENDS[Settlement.POSTED],
    Act.CASE_CHECKED: ENDS[Settlement.CHECKED],
    Act.CASE_NOT_OURS: ENDS[Settlement.NOT_OURS],
    Act.MEMBER_ADD: Text("添加一个人"),
    Act.MEMBER_GRANT: Text("改可以做什么"),
    Act.MEMBER_RENEW: Text("重发一次性口令"),
}
"""How people end something is said in the words of the terminal's own staff."""


class ProposalState(StrEnum):
    OPEN = "open"
    AGREED = "agreed"
    """the second has signed: it is being done, or the program ended meanwhile"""
    DONE = "done"
    DECLINED = "declined"
    """the second did not agree, or the first took it back"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`number` counts from 1; `subject` is the number of what it is about, `fen` how much money.

    `second` is who has agreed or declined, empty before. Open ones are good until `until`. `seen` is a digest of what
    the first had before them: the second signs that, or nothing.
    """

    number: int
    act: Act
    subject: str
    fen: Fen
    first: str
    at: datetime
    until: datetime
    state: ProposalState
    seen: bytes
    proof: str = ""
    reason: str = field(default="", repr=False)
    second: str = ""
    ended_at: datetime | None = None


class NotOpen(Exception):
    """Somebody has ended it, or its time is over."""


class AlreadyProposed(Exception):
    """About this there is a proposal that waits for its second person."""
