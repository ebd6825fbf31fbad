"""What can be refunded, and what is applied for (domain facts 4.4). The guide names the fields, not their values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.money import NONE, Fen
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import bill_key
from domain.refunds.account import Account
from domain.refunds.states import GONE, OPEN, RefundState
from domain.words import Text

EXPLANATION_MOST = 200
"""Characters of 退费说明."""


class Kind(StrEnum):
    """正常 is a payment made in its own period; 特殊 came after it (补缴, one-off)."""

    NORMAL = "normal"
    SPECIAL = "special"

    @property
    def label(self) -> Text:
        return {Kind.NORMAL: Text("正常缴费退费"), Kind.SPECIAL: Text("特殊缴费退费")}[self]


class SumKind(StrEnum):
    """退费金类型."""

    CONTRIBUTION = "contribution"
    LATE_FEE = "late_fee"
    INTEREST = "interest"

    @property
    def label(self) -> Text:
        return {SumKind.CONTRIBUTION: Text("费款"), SumKind.LATE_FEE: Text("滞纳金"), SumKind.INTEREST: Text("利息")}[
            self
        ]


class Ground(StrEnum):
    """退费原因类型."""

    DUPLICATE = "duplicate"
    OVERPAID = "overpaid"
    MISCOLLECTED = "miscollected"
    OUT_OF_SCOPE = "out_of_scope"
    EMPLOYED = "employed"
    ELSEWHERE = "elsewhere"
    SUPPORTED = "supported"
    DECEASED = "deceased"
    EMIGRATED = "emigrated"
    DRAWING = "drawing"
    OTHER = "other"

    @property
    def label(self) -> Text:
        return _GROUND_LABELS[self]


_GROUND_LABELS = {
    Ground.DUPLICATE: Text("重复缴费"),
    Ground.OVERPAID: Text("多缴、错缴"),
    Ground.MISCOLLECTED: Text("税务机关误收"),
    Ground.OUT_OF_SCOPE: Text("不属于参保范围"),
    Ground.EMPLOYED: Text("参加职工保险"),
    Ground.ELSEWHERE: Text("异地重复参保"),
    Ground.SUPPORTED: Text("属于政府资助对象"),
    Ground.DECEASED: Text("参保人死亡"),
    Ground.EMIGRATED: Text("出国（境）定居"),
    Ground.DRAWING: Text("已享受待遇后缴费"),
    Ground.OTHER: Text("其他"),
}


class Route(StrEnum):
    """How the money goes out: back through the network it came by, or to a bank account by staff."""

    NETWORK = "network"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Refundable:
    """One posted bill. `paid_on` is the hall's day; `applied` what is in applications already, paid out or not.

    `order` is empty if it was not paid at a terminal.
    """

    person: int
    scheme: Scheme
    insurance: Insurance
    period: Period
    agency: str
    voucher: str
    channel: str
    paid_on: date
    fen: Fen
    applied: Fen = NONE
    order: str = ""

    @property
    def bill(self) -> str:
        """The `Bill.key`."""
        return bill_key(self.person, self.scheme, self.insurance, self.period)

    @property
    def left(self) -> Fen:
        """What may still be applied for."""
        return Fen(self.fen - self.applied)

    @property
    def kind(self) -> Kind:
        """Inferred (facts 4.4): what was paid after its period had ended was arrears."""
        return Kind.SPECIAL if self.paid_on > self.period.last_day else Kind.NORMAL


@dataclass(frozen=True, slots=True)
class Draft:
    """An application that has no number yet. `fen` is what is asked back of `item`.

    It goes to the `account`; without one back through the `network`, to who paid. `applicant` is the insured's name.
    """

    person: int
    item: Refundable
    sum_kind: SumKind
    ground: Ground
    fen: Fen
    account: Account | None
    phone: str = field(repr=False)
    explanation: str = field(default="", repr=False)
    applicant: str = field(default="", repr=False)
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """`number` is `TF2026000018`; `draft` what was applied for, never changed. `reason` is why it was refused,
    or why staff ended it by hand.

    `account` is where it is paid to: the draft's, or one that staff were given since; None if there is none.

    `sent_at` is when the money was last about to be sent, `ended_at` when all was over. Times are aware.
    """

    number: str
    draft: Draft
    state: RefundState
    route: Route
    applied_at: datetime
    sent_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = field(default="", repr=False)
    account: Account | None = None

    @property
    def kind(self) -> Kind:
        return self.draft.item.kind

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def goes_back(self) -> bool:
        """Whether its money goes back through its network, to who paid.

        What was sent that way before accounts were asked for by ways has an account that it does not go to.
        """
        sent = self.route is Route.NETWORK and self.state in GONE
        return self.account is None or (sent and self.draft.account is not None)


def number_of(year: int, serial: int) -> str:
    """退费申请编号; `serial` counts from 1 in its year."""
    return f"TF{year}{serial:06d}"
