"""Orders, trades and refunds as the simulated Alipay keeps them, and as it tells of them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from domain.runtime import HALL_TIME
from kit.simulators.alipay.rules import amount
from kit.simulators.payer import Source

SEEN_AFTER = timedelta(seconds=10)
"""A refund is made at once, but asked about it earlier than this, the network may not know of it."""
REFUNDABLE = timedelta(days=365)
BUYER = {"buyer_logon_id": "188****0000", "buyer_user_id": "2088000000000001"}


def stamp(at: datetime) -> str:
    return f"{at.astimezone(HALL_TIME):%Y-%m-%d %H:%M:%S}"


def yuan(fen: int) -> str:
    whole, part = divmod(fen, 100)
    return f"{whole}.{part:02}"


@dataclass(slots=True)
class SimulatedRefund:
    """A refund of `fen`, asked for at `at`. One that is not `done` is taken, and nothing is told of it."""

    number: str
    fen: int
    reason: str
    at: datetime
    done: bool = True


@dataclass(slots=True)
class SimulatedTrade:
    """An order, which is a trade as soon as somebody has scanned it: then it has an `id`.

    `request` is the precreate, against which a repeated one is compared.
    """

    request: dict[str, Any]
    ends_at: datetime
    id: str = ""
    closed: bool = False
    paid_at: datetime | None = None
    source: Source = Source.BALANCE
    refunds: dict[str, SimulatedRefund] = field(default_factory=dict)

    @property
    def number(self) -> str:
        return str(self.request["out_trade_no"])

    @property
    def fen(self) -> int:
        return amount(self.request, "total_amount")

    @property
    def refunded(self) -> int:
        return sum(self.back.values())

    @property
    def back(self) -> dict[str, int]:
        """The same by refund."""
        return {number: refund.fen for number, refund in self.refunds.items() if refund.done}

    def status(self, now: datetime) -> str:
        """`trade_status` of a trade. An unpaid one closes itself after its last moment."""
        if self.paid_at is None:
            return "TRADE_CLOSED" if self.closed or now > self.ends_at else "WAIT_BUYER_PAY"
        if self.refunded == self.fen:
            return "TRADE_CLOSED"
        return "TRADE_FINISHED" if now > self.paid_at + REFUNDABLE else "TRADE_SUCCESS"

    def names(self) -> dict[str, str]:
        return {"out_trade_no": self.number, "trade_no": self.id}

    def told(self, now: datetime) -> dict[str, str]:
        """The answer to a query. The figures besides the total stay at nothing unless a contract says otherwise."""
        nothing = dict.fromkeys(("buyer_pay_amount", "invoice_amount", "point_amount", "receipt_amount"), "0.00")
        paid = {} if self.paid_at is None else {"send_pay_date": stamp(self.paid_at)}
        status = {"total_amount": yuan(self.fen), "trade_status": self.status(now)}
        return BUYER | nothing | self.names() | paid | status

    def told_refund(self, refund: SimulatedRefund, *, is_new: bool) -> dict[str, str]:
        """The answer to a refund: whether money moved this time, and all that has gone back so far."""
        money = {"refund_fee": yuan(self.refunded), "send_back_fee": "0.00"}
        when = {"gmt_refund_pay": stamp(refund.at)}
        return BUYER | self.names() | money | when | {"fund_change": "Y" if is_new and refund.done else "N"}

    def told_refund_query(self, number: str, now: datetime) -> dict[str, str]:
        """The answer to a query about a refund: nothing at all if it is not there, or not yet seen."""
        refund = self.refunds.get(number)
        if refund is None or not refund.done or now < refund.at + SEEN_AFTER:
            return {}
        return self.names() | {
            "out_request_no": refund.number,
            "refund_amount": yuan(refund.fen),
            "refund_reason": refund.reason,
            "refund_status": "REFUND_SUCCESS",
            "total_amount": yuan(self.fen),
        }
