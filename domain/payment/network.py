"""What a payment network can be asked, and the few things it can answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from domain.money import Fen
from domain.payment.order import Network, Order
from domain.payment.pace import Pace
from domain.refunds.account import Account


@dataclass(frozen=True, slots=True)
class Presented:
    """The order is taken; `code` is the text to show as a QR code."""

    code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The network will not do it. `code` is its word for why, for the staff.

    Nobody can pay an order that it refused to create. A refund that it refused to make may be there all the same, if it
    was asked for before.
    """

    code: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Known there, and not paid."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Paid: the signature holds, and number, amount, merchant and app are those of the order."""

    transaction: str
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """Can no longer be paid."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The network has never heard of the order, or of the refund (or has not yet)."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Silence, a bad signature, a mismatch or an unknown word. Neither paid nor failed. `reason` is for the log."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refund:
    """Money to be sent back for an order. `number` and `at` are fixed before the network first hears of it.

    Together they are the key by which the same refund is known again, however often it is asked for.
    """

    number: str
    fen: Fen
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class RefundPending:
    """The refund is accepted and under way."""


@dataclass(frozen=True, slots=True)
class RefundAbnormal:
    """It has left the merchant, could not be handed over, and lies at the network: it may still be.

    `reference` is the network's own number of the refund.
    """

    reference: str


@dataclass(frozen=True, slots=True)
class RefundClosed:
    """The network has given it up. The same number stays closed for good: another one may be asked for."""


@dataclass(frozen=True, slots=True)
class RefundShort:
    """Nothing was done: the merchant's account holds too little. `code` is the network's word for it."""

    code: str


@dataclass(frozen=True, slots=True)
class RefundFailed:
    """It was taken, and failed for good: the money is with the merchant. `code` is the network's word for why."""

    code: str


@dataclass(frozen=True, slots=True)
class RefundDone:
    """The money went back."""


CreateAnswer = Presented | Refused | Unclear
QueryAnswer = Waiting | Paid | Closed | Absent | Unclear
CloseAnswer = Closed | Absent | Waiting | Unclear
"""Waiting: the network refused to close (it may be paid, or the payer is typing the password): ask again."""
RefundAnswer = (
    RefundPending | RefundDone | RefundAbnormal | RefundClosed | RefundFailed | RefundShort | Refused | Absent | Unclear
)


class PaymentNetwork(Protocol):
    """One network. None of these raise for what the network says or fails to say: every answer is a value.

    It knows an order by `Order.trade`, its number and how much is paid. Several may be paid by one code: they are made
    and closed all at once, for whichever of them that is asked (`Order.combined`); asked about, and sent back, each is.
    """

    @property
    def name(self) -> Network: ...

    @property
    def recalls(self) -> bool:
        """Whether a code that nobody has scanned can be taken back before its end.

        A network that hears of an order only when its code is scanned cannot close it before.
        """
        ...

    @property
    def combines(self) -> int:
        """Of how many orders with one code it knows each by itself; 0 where it knows them only as one order of ours."""
        ...

    @property
    def pace(self) -> Pace:
        """How often it wants to be asked about an order."""
        ...

    def greet(self) -> None:
        """Hear from it, whatever it says: its clock counts."""
        ...

    def time(self) -> datetime | None:
        """What its clock shows now, going on by uptime from where it was last heard; None if it never was."""
        ...

    def create(self, order: Order, description: str) -> CreateAnswer: ...

    def query(self, order: Order) -> QueryAnswer: ...

    def close(self, order: Order) -> CloseAnswer: ...

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """Send money back. The same refund again never pays twice."""
        ...

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """What has become of it. That this could not be asked is Unclear, never Refused."""
        ...


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a network has no answer that counts: it was not heard at all, or what it said was not to be believed."""

    why: str
    unheard: bool


@runtime_checkable
class Heard(Protocol):
    """A network that knows whether it was heard when it was last asked."""

    def silence(self) -> Silence | None:
        """Why not; None if it was, or was never asked. Never waits."""
        ...


@runtime_checkable
class Reroutes(Protocol):
    """What a network can besides that keeps refunds which it could not hand over (RefundAbnormal)."""

    def reroute(self, order: Order, refund: Refund, reference: str, to: Account) -> RefundAnswer:
        """Have one sent on to a bank account; where the network cannot do that, back to the merchant.

        `reference` is the network's own number of it. What becomes of it only `query_refund` says.
        """
        ...
